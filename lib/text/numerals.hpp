// Numbers in running Chinese text: Arabic and Chinese numerals with their hedges (近, 余)
// and their signs (%, 百分之).
#pragma once

#include <string_view>
#include <vector>

#include "nianbao/amount.hpp"

namespace nianbao {

/// What the words around a number make of it: 近 (a little less), 余 多 超 逾 (more), 约
/// (about).
enum class Hedge { none, less, more, about };

/// A number in a text: code points [begin, end) with its hedges and its sign of percent,
/// but without its unit.
struct Numeral {
    int begin = 0, end = 0;
    int digits_begin = 0;  // where the digits themselves begin: after 近, 约, 百分之
    Amount value;          // 3.5万 is 35000
    int last_digit =
        0;  // power of ten of the last digit written: 0 for 12, -2 for 12.34, 3 for 3.5万
    bool percent = false;  // 12.5%, 百分之十二
    bool han = false;      // written in Chinese numerals
    bool scaled = false;   // 万 or 亿 stands in it
    int rough = 0;  // points of percent within which words are right: 六成 10, 一半 6; else 0
    Hedge hedge = Hedge::none;
    bool operator==(const Numeral&) const = default;
};

/// Every number in the text, in order. Read are: ASCII and full-width digits, thousands
/// commas (1,234 and １，２３４ in groups of three), decimals, 万 and 亿, Chinese
/// numerals up to 万亿 (一百二十三, 十二, 两, 二〇二三), ％ and 百分之, 千分之 as a tenth
/// of percent, and as percent too 六成, 八成五, 一半, 过半, 三分之二. A single Chinese
/// numeral is read too: whether it is a number (三件) or a word (一是) only its unit tells.
/// Numbers of more than 12 digits or 4 decimals, and those that run on into letters, are
/// passed over.
std::vector<Numeral> find_numerals(std::u32string_view text);

/// True where an exact number may be written so: within the rounding of the digits
/// written, or as the hedge allows.
bool may_be_written(const Amount& exact, const Numeral& written);

}  // namespace nianbao
