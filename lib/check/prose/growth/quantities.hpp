// P-10: the numbers of a sentence that compares, whatever they count, and what each is in
// the comparison: what there is now, what there was, what it became, by how much it grew.
#pragma once

#include "check/prose/prose.hpp"

#include <string_view>
#include <vector>

namespace nianbao::prose {

enum class Part : std::uint8_t {
    none,    // of a month, of another office, of a plan
    now,     // 收到46件
    base,    // 较上年的40件, 上年40件, （2022年为40件）
    became,  // 增加到46件: what stands before it is what it was
    change,  // 增加6件, 增长15%, 提高3个百分点, 15%的增幅
    times,   // 是上年的2倍
};

struct Quantity {
    std::size_t figure = 0, token = 0;  // among those of the reading
    std::u32string_view unit;           // 件, %, 个工作日
    Part part = Part::none;
    bool rises = false;          // of a change, and of what became
    bool either = false;         // 调整为45个: which way the word does not say
    int year = 0;                // of a base
    std::size_t begin = 0;       // of its clause, in the sentence
    std::size_t end = 0;         // past its unit
    std::size_t change_end = 0;  // past 的增幅
};

/// Every number of the sentence but dates, in order.
std::vector<Quantity> quantities_of(const Report& report, const Reading& reading);

/// The words of a clause before its comparison; none where it goes on with what the
/// clause before it counts: 申请量同比增长.
std::u32string_view subject_of(const Reading& reading, const Quantity& one);

/// True if a word for a change may stand in the sentence; most sentences have none.
bool may_compare(const Reading& reading);

/// 上年, 去年同期, 2021年 where that is another year than the report's: the year; 0: none.
/// Not of 上年结转.
int other_year(const Report& report, std::u32string_view words);

/// 万次 and 次 are one unit; so are 件, 宗 and 起.
bool is_same_unit(std::u32string_view one, std::u32string_view other);

}  // namespace nianbao::prose
