// Reads a damaged text all the same: a broken line costs no more than that line.
#pragma once

#include "notation/mending/mended_text.hpp"
#include "notation/values.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace nianbao::notation {

/// True for the name of a field: this room knows none.
using IsName = bool (*)(std::string_view);

/// The names that a damaged text may have.
struct KnownNames {
    IsName is_name;
    IsName is_of_table;  // numbers beside it may be a row: they are no phone number
    std::string (*nearest)(std::string_view) = nullptr;  // what a misspelt one was; may be empty
    /// True if a field of the first name has members, and one of them the second; empty:
    /// if the file itself has.
    bool (*is_within)(std::string_view group, std::string_view name) = nullptr;
};

/// What is told of a full-width colon behind a name.
inline constexpr const char* wide_colon_told = "项目名后面是全角冒号";

/// Bytes of a sign at the beginning of a value that was typed for the “|” before a text:
/// ｜, 丨 with nothing beside it, or I alone. 0: it begins with none.
std::size_t mistaken_bar(std::string_view value);
/// What is told of it.
std::string mistaken_bar_told(std::string_view sign);

/// A blank that looks like a space and is another character, or one that nobody sees.
struct OddBlank {
    std::size_t bytes = 0;  // 0: none stands there
    std::string_view name = {};
    int width = 0;  // columns
};
OddBlank odd_blank_at(std::string_view text, std::size_t at);

/// The damage that can mean only one thing, line by line. Lines of texts (| and >) are
/// left alone but for their indentation.
Mending mend_yaml(std::string_view text, KnownNames names);
/// The same, token by token.
Mending mend_json(std::string_view text);

/// Reads tree.clean mended; what cannot be mended is left out, line by line. Each mistake
/// is a finding. `broken`: read_yaml() or read_json() broke off. False, and nothing is
/// done, if there is nothing to mend. REQUIRES: as inspect_bytes() left the values.
bool read_mended(Values& values, KnownNames names, bool broken);

}  // namespace nianbao::notation
