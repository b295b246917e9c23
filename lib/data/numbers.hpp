// A number as a clerk types it.
#pragma once

#include "nianbao/amount.hpp"
#include "nianbao/form.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace nianbao::data {

/// What the text of a cell says. Without an amount it is refused, and `message` says why
/// (“1.0”是小数…). With one, a `message` is a warning.
struct Number {
    std::optional<Amount> amount;
    std::string_view rule;
    std::string message, hint;
    std::string text = {};      // how a change or money is printed, if the amount alone does
                                // not say it: "+3", "25.1万元"
    std::string plainly = {};   // how it is written without full-width digits, thousands
                                // commas and blanks around it; empty: as it is
    std::string remarked = {};  // the number, if what is wrong is that a remark follows it
};

/// Parses a count: 0 to 999,999,999,999; an amount: the same with at most six decimals; a
/// change: a count with or without a sign; or money: an amount followed by 元 or 万元, less
/// than 10^12 元. Reads full-width digits and thousands commas with a warning.
Number parse_number(std::string_view text, Measure measure);

/// The text with ASCII digits, points, commas and signs for full-width ones. Sets `any`
/// if there are some.
std::string narrowed(std::string_view text, bool& any);

/// True for what people write for "nothing" in a table, and is no number: "", "-", "—",
/// "/", "无" and the like.
bool says_nothing(std::string_view text);

}  // namespace nianbao::data
