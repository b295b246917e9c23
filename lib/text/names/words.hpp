// What the words of a name are.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace nianbao::names {

/// What a stretch of a name is.
enum class Kind : std::uint8_t {
    place,    // 金乡县
    office,   // 市中街道办事处: an agency that is named after its place
    party,    // 中共金乡县委
    system,   // 国家税务总局: what stands above agencies of places
    seat,     // 人民政府: goes with the place before it
    agency,   // 市场监督管理局
    word,     // 乡村: of an agency's own name
    ending,   // 管理局: belongs to the word before it
    joining,  // 和: begins a line with what it joins
    comma,    // 、
    year,     // 2024年度
    report,   // 政府信息公开工作
    opening,  // （
    closing,  // ）
    unknown,  // a character of none
};

struct Word {
    std::u32string_view text;
    Kind kind;
};

/// The words of a table, which is written as one text with blanks between them.
template <const std::u32string_view& table>
constexpr auto words_of() {
    constexpr auto count = std::count(table.begin(), table.end(), U' ') + 1;
    std::array<std::u32string_view, static_cast<std::size_t>(count)> words;
    std::u32string_view rest = table;
    for (std::u32string_view& word : words) {
        word = rest.substr(0, rest.find(U' '));
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    }
    return words;
}

}  // namespace nianbao::names
