// A report as far as it is printed, its cell references written out.
#pragma once

#include "nianbao/finding.hpp"
#include "nianbao/report.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::data {

/// A text with its references printed. origins[i]: the code point of the field that
/// character i stands for; the last one is the end.
struct PrintedText {
    std::string text;
    std::vector<int> origins;
};
/// Where a span of it stands in the field. What a reference printed has its place.
Span origin_of(const Span& printed, const PrintedText& text);

PrintedText printed_text(const Report& report, std::string_view text);

/// A text whose lines have the numbers that the same lines have in `model`: an editor's
/// lists lose and make numbers.
PrintedText numbered_as(std::string_view text, std::string_view model);

/// The title as it is printed, without line ends.
std::string printed_title(const Report& report);

}  // namespace nianbao::data
