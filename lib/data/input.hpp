// What the passes of reading share: the file, its tree and the findings, and the words with which they speak of a field.
#pragma once

#include "data/findings.hpp"
#include "data/tree.hpp"
#include "nianbao/read.hpp"

#include <string>
#include <string_view>

namespace nianbao::data {

struct Input {
    Format format = Format::yaml;
    Source source;
    Tree tree;
    Findings findings;

    /// The place of bytes [begin, end) of the file, as far as they stand on one line.
    Place place(int begin, int end) const;
    Place place(const Node& node) const;
    /// The place of a value's key; of the value itself where it has none.
    Place key_place(const Node& node) const;

    /// Remembers where a field stands: a scalar or bracketed value itself, a block of lines by its key.
    void locate(const std::string& field, const Node& node);
};

/// A limit of the tree that a file goes past.
std::string past_limit(TreeBuilder::Outcome outcome);

/// “本年新收”（applications.received）
std::string named(std::string_view name, std::string_view path);

/// Text of the file as it is shown in a message: one line, its controls and all beyond 30 characters left out.
std::string shown(std::string_view text);

/// A character that no text may hold: a control other than tab and line feed, a byte order mark, U+FFFE or U+FFFF.
inline bool forbidden(char32_t c) { return (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7F && c <= 0x9F) || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF; }

}  // namespace nianbao::data
