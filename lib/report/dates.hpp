// Days of the calendar as data files, options and C callers write them: "2023-01-18".
#pragma once

#include "nianbao/report.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

/// True for a day of the calendar from the year 1000 to 9999.
bool exists(const Date& date);

/// The day that is written so: four digits, two and two, with hyphens. Nothing if the
/// text is anything else, or there is no such day.
std::optional<Date> parse_date(std::string_view text);

/// "2023-01-18".
std::string date_text(const Date& date);

}  // namespace nianbao
