// 正文指标: what counties ask for beyond the tables, by the words that name it.
#pragma once

#include "county/sums/rows.hpp"
#include "nianbao/report.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace nianbao::sums {

/// A figure is of the first row one of whose words stands in its clause, if none of
/// `never` does and its unit is one of `units`.
struct Indicator {
    std::string_view name;
    std::span<const std::u32string_view> words, units, never = {};
};

std::span<const Indicator> indicators();

/// The figures of a report's texts that are of an indicator, in the order of the text.
/// What the tables confirm or contradict is none: it stands in the tables.
std::vector<Told> told_of(const Report& report, const Report* previous);

}  // namespace nianbao::sums
