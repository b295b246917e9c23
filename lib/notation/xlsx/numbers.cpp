#include "notation/xlsx/numbers.hpp"

#include "text/digits.hpp"
#include "text/letters.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace nianbao::notation {
namespace {

constexpr int most_digits = 15;

std::optional<double> parsed(std::string_view text) {
    double value = 0;
    if (text.starts_with('+')) text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return {};
    return value;
}

/// True for a whole number as a count is written: nothing is to be done for it.
bool plain_already(std::string_view text) {
    return all_digits(text) && text.size() <= most_digits && (text.size() == 1 || text[0] != '0');
}

}  // namespace

std::string plain_number(std::string_view written) {
    if (plain_already(written)) return std::string(written);
    const std::optional<double> value = parsed(written);
    if (!value) return std::string(written);
    if (*value == 0) return "0";
    // d.dddde±xx of 15 digits; then the point is put where it belongs.
    char buffer[40];
    const auto [last, error] = std::to_chars(buffer, buffer + sizeof buffer, std::abs(*value),
                                             std::chars_format::scientific, most_digits - 1);
    const std::string_view text(buffer, last - buffer);
    const std::size_t e = text.find('e');
    std::string digits(1, text[0]);
    digits += text.substr(2, e - 2);
    while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
    int exponent = 0;
    const std::string_view power = text.substr(text[e + 1] == '+' ? e + 2 : e + 1);
    std::from_chars(power.data(), power.data() + power.size(), exponent);
    constexpr int widest = 20;  // beyond it nobody writes the zeros
    const std::string sign = *value < 0 ? "-" : "";
    const int count = static_cast<int>(digits.size());
    if (exponent > widest || exponent < -widest)
        return fmt::format("{}{}E{}{:02}", sign, digits, exponent < 0 ? "-" : "+",
                           std::abs(exponent));
    if (exponent < 0) return sign + "0." + std::string(-exponent - 1, '0') + digits;
    if (exponent + 1 >= count) return sign + digits + std::string(exponent + 1 - count, '0');
    return sign + digits.substr(0, exponent + 1) + "." + digits.substr(exponent + 1);
}

std::optional<std::string> date_of(std::string_view number, bool from_1904) {
    constexpr double last_day = 2958465;  // 31 December 9999
    const std::optional<double> value = parsed(number);
    if (!value || *value < 1 || *value > last_day) return {};
    auto day = static_cast<long>(*value);
    auto minutes = std::lround((*value - static_cast<double>(day)) * 24 * 60);
    if (minutes == 24 * 60) {
        minutes = 0;
        ++day;
    }
    // Days from 1 January 1970. The first system has a 29 February 1900 that never was.
    long days = from_1904 ? day - 24107 : day - 25569;
    if (!from_1904 && day < 60) ++days;
    // Years of 400 in turn, beginning in March, so that the leap day is a year's last.
    days += 719468;
    const long era = days / 146097, of_era = days % 146097;
    const long year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    const long of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const long month_from_march = (5 * of_year + 2) / 153;
    const long month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    const long year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
    std::string text = fmt::format("{:04}-{:02}-{:02}", year, month,
                                   of_year - (153 * month_from_march + 2) / 5 + 1);
    if (minutes > 0) text += fmt::format(" {:02}:{:02}", minutes / 60, minutes % 60);
    return text;
}

bool shows_dates(std::string_view format) {
    char within = '\0';
    for (std::size_t i = 0; i < format.size(); ++i) {
        const char c = format[i];
        if (within != '\0') {
            if (c == within) within = '\0';
            continue;
        }
        if (c == '"') within = '"';
        else if (c == '[') within = ']';
        else if (c == '\\' || c == '_' || c == '*') ++i;
        else if (c == ';') break;  // what follows is for other numbers
        else if (const char small = small_letter(c);
                 small == 'y' || small == 'd' || small == 'm' || small == 'h' || small == 's')
            return true;
    }
    return false;
}

bool shows_dates(int built_in) {
    return (built_in >= 14 && built_in <= 22) || (built_in >= 27 && built_in <= 36) ||
           (built_in >= 45 && built_in <= 47) || (built_in >= 50 && built_in <= 58);
}

}  // namespace nianbao::notation
