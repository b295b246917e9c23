// Years of a text, and what is said to be done in them.
#pragma once

#include "check/wording/text.hpp"
#include "nianbao/check.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace nianbao::wording {

/// A year of four figures with 年 after it; `end` after 年, or after 年度.
struct Year {
    int value = 0;
    std::size_t begin = 0, end = 0;
};

/// REQUIRES: a digit stands at the place.
std::optional<Year> read_year_of_digits(std::u32string_view text, std::size_t place);

/// Asked of every place: most have no digit.
inline std::optional<Year> read_year(std::u32string_view text, std::size_t place) {
    if (place >= text.size() || !is_any_digit(text[place])) return std::nullopt;
    return read_year_of_digits(text, place);
}

/// True where the place lies inside the name of a document: between 《 and 》 of one line.
bool in_document_name(std::u32string_view text, std::size_t place);

/// W-13: what is planned for a year that is over.
void check_plans(const Report& report, const Prose& prose, std::vector<Finding>& findings);

}  // namespace nianbao::wording
