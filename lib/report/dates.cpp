#include "report/dates.hpp"

#include "text/digits.hpp"

#include <fmt/format.h>

#include <chrono>

namespace nianbao {

bool exists(const Date& date) {
    // chrono keeps a month or day in one byte: 257 is not to become 1.
    if (date.year < 1000 || date.year > 9999 || date.month < 1 || date.month > 12 || date.day < 1 ||
        date.day > 31)
        return false;
    return std::chrono::year_month_day(std::chrono::year(date.year), std::chrono::month(date.month),
                                       std::chrono::day(date.day))
        .ok();
}

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
    const Date date{number_of(text.substr(0, 4)), number_of(text.substr(5, 2)),
                    number_of(text.substr(8, 2))};
    if (!exists(date)) return {};
    return date;
}

std::string date_text(const Date& date) {
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

}  // namespace nianbao
