// What is wrong with JSON text, in words: simdjson tells only that something is.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::notation {

/// What may stand between tokens: RFC 8259, 2.
inline constexpr std::string_view json_blanks = " \t\n\r";

struct JsonFault {
    int at;  // byte of the text
    std::string message, hint;
};

/// What was read last where the text breaks off.
enum class After { brace, member, colon, bracket, element, comma };

/// Why the text does not go on from byte `at`.
JsonFault explain(std::string_view text, std::size_t at, After after);

/// The first string that holds a line end or tab, or has no end.
JsonFault find_broken_string(std::string_view text);

/// The bracket that is closed wrongly or not at all, or the text after the last one.
JsonFault find_unbalanced(std::string_view text);

}  // namespace nianbao::notation
