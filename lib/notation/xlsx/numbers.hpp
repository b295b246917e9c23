// Numbers and dates of cells, as people see them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nianbao::notation {

/// The shortest decimal of at most 15 significant digits: 59237.244899999998 is
/// 59237.2449, as the program shows it that wrote it. Text that is no number stays as it
/// is.
std::string plain_number(std::string_view written);

/// A day by its number, with the time if it is not midnight: 2023-01-18, 2023-01-18
/// 09:30. Nothing if no day has that number. `from_1904`: days are counted from then.
std::optional<std::string> date_of(std::string_view number, bool from_1904);

/// True if a format of numbers shows dates: yyyy/m/d, m"月"d"日".
bool shows_dates(std::string_view format);

/// The same of a format that has a number only.
bool shows_dates(int built_in);

/// What is seen of a number, as plain_number() gives it, in a format: 15000 is “1.5万元”
/// in 0!.0,"万元". Nothing for formats that are no plain numbers, and below zero.
std::optional<std::string> shown_number(std::string_view format, std::string_view plain);

/// The code of a format that has a number only; empty if it is none of numbers.
std::string_view built_in_format(int number);

}  // namespace nianbao::notation
