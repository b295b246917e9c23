// What the passes of reading share: the file, the tree of its values and the findings.
#pragma once

#include "nianbao/read.hpp"
#include "notation/findings.hpp"
#include "notation/tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::notation {

struct Corrections;
class MendedText;

/// Where a text breaks off its notation, and why: a byte of tree.clean, Chinese.
struct SyntaxFault {
    int at;
    std::string message, hint = {};
};

/// A line that was read as the heading of a section: bytes [begin, end) of the Source.
/// Without text: there is none.
struct ReadHeading {
    std::string text = {};
    int begin = 0, end = 0;
};

struct Values {
    Format format = Format::yaml;
    Source source;
    Tree tree;
    Findings findings;
    std::vector<std::string> unread = {};    // fields without a value because of a mistake
    std::vector<ReadHeading> headings = {};  // of the six sections, if there are any to read
    const MendedText* mended = nullptr;      // tree.clean is this one's, not the file's
    Corrections* corrections = nullptr;      // for who asks; null: nobody does

    /// The place of a byte of tree.clean, and of `length` characters from there.
    Place place_of(int byte, int length = 0) const;
    /// The place of bytes [begin, end) of the file, as far as they stand on one line.
    Place place(int begin, int end) const;
    Place place(const Node& node) const;
    /// The place of a value's key; of the value itself where it has none.
    Place key_place(const Node& node) const;

    /// An error D-04 or D-05, at a byte of the file.
    void tell(SyntaxFault fault);

    /// Remembers where a field stands: a scalar or bracketed value itself, a block of
    /// lines by its key.
    void locate(const std::string& field, const Node& node);
};

/// A limit of the tree that a file goes past.
std::string past_limit(TreeBuilder::Outcome outcome);

/// Text of the file as it is shown in a message: one line, its controls and all beyond 30
/// characters left out.
std::string shown(std::string_view text);

}  // namespace nianbao::notation
