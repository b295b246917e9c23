// Sums of cells, written as data: "applications.received+applications.carried_in".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nianbao/report.hpp"

namespace nianbao::prose {

/// A sum with its value and how a message names it: "本年新收 5 加上年结转 1 等于 6". `field` is its first cell.
struct Sum {
    Amount value;
    std::string says;
    std::string field;
};

/// The value of a sum. A term is a path of keys to a cell, a row of table three (its 总计, or the column named behind '@':
/// "applications.received@natural_person";
/// "@legal" is the five kinds of 法人或其他组织 together), a group of rows (不予公开) or a procedure (its 总计, or the outcome behind '@').
/// Nothing where this edition's form has no such row.
std::optional<Sum> sum_of(const Report& report, std::string_view sum);

/// The readings of a list that is parted by '|'.
std::vector<std::string> readings_of(std::string_view list);

/// Every reading of one list with every reading of another added to it; the column or outcome behind '@' for all their terms.
std::vector<std::string> added(const std::vector<std::string>& a, const std::vector<std::string>& b);
std::vector<std::string> narrowed(const std::vector<std::string>& readings, std::string_view column);

}  // namespace nianbao::prose
