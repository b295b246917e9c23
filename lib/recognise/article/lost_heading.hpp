// Headings whose numbers got lost on the way: “主动公开情况” between two paragraphs.
#pragma once

#include <string_view>

namespace nianbao::recognise {

/// True if a line looks like a heading without its number: short, without any mark,
/// ending like one, and a sentence follows. `next`: the line behind it.
bool lost_its_number(std::string_view line, std::string_view next);

}  // namespace nianbao::recognise
