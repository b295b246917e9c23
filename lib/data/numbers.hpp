// A number as a clerk types it.
#pragma once

#include "nianbao/amount.hpp"
#include "nianbao/form.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace nianbao::data {

/// What the text of a cell says. Without an amount it is refused: `message` says why, of the text itself (“1.0”是小数…). With one, a `message` is a warning.
struct Number {
    std::optional<Amount> amount;
    std::string_view rule;
    std::string message, hint;
    std::string text = {};  // how a change or money is printed where the amount alone does not say it: "+3", "25.1万元"
};

/// A count: 0 to 999,999,999,999; an amount: the same with at most six decimals; a change: a count with or without a sign; money: an amount with 元 or 万元
/// behind it, in all less than 10^12 元. Full-width digits and thousands commas are read with a warning.
Number parse_number(std::string_view text, Measure measure);

/// True for what stands for "nothing" in a table but is no number: "", "-", "—", "/", "无" and their kin.
bool says_nothing(std::string_view text);

}  // namespace nianbao::data
