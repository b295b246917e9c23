#include "data/hints/typed_name.hpp"

#include "notation/mending/mending.hpp"
#include "notation/text_map.hpp"
#include "report/fields.hpp"
#include "text/alike/unified.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::data {
namespace {

/// “第一部分 总体情况”, “第五章 …” without what numbers it.
std::string_view without_part(std::string_view name) {
    constexpr std::string_view begins = "第";
    if (!name.starts_with(begins)) return name;
    for (std::string_view part : {"部分", "章", "项"}) {
        const std::size_t at = name.find(part);
        constexpr std::size_t longest = 12;  // bytes of 第, the number and blanks
        if (at == name.npos || at > longest || at == begins.size()) continue;
        const std::string_view rest = notation::without_blanks(name.substr(at + part.size()));
        if (!rest.empty()) return rest;
    }
    return name;
}

}  // namespace

TypedName typed_name(std::string_view written) {
    constexpr std::size_t longest = 400;  // bytes; no name is so long
    TypedName typed;
    written = without_part(written.substr(0, std::min(written.size(), longest)));
    bool blanks = false;
    for (std::size_t at = 0; at < written.size();) {
        const Decoded next = decode_at(written, at);
        const auto bytes = static_cast<std::size_t>(next.bytes);
        const char32_t c = next.character.value_or(U'\uFFFD'), meant = unified(c);
        const notation::OddBlank odd = notation::odd_blank_at(written, at);
        if (odd.bytes > 0 && odd.width == 0 && typed.odd.empty())
            typed.odd = fmt::format("名称里有看不见的字符 (U+{:04X})，删去它，或者重新打一遍",
                                    static_cast<unsigned>(c));
        if (meant != c && typed.odd.empty())
            typed.odd = fmt::format("名称里的“{}”(U+{:04X}) 只是样子像“{}”，重新打这个字",
                                    written.substr(at, bytes), static_cast<unsigned>(c),
                                    to_utf8({&meant, 1}));
        const bool blank = c == U' ' || c == U'\t' || odd.width > 0;
        blanks = blanks || blank;
        if (!blank && odd.bytes == 0) append_utf8(typed.plain, meant);
        at += bytes;
    }
    if (blanks && typed.odd.empty()) typed.odd = "名称里不写空格";
    typed.plain = without_numbering(typed.plain);
    return typed;
}

}  // namespace nianbao::data
