// A data file made from any bytes, so that a fuzzer works on reports instead of on
// brackets.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::fuzz {

/// JSON with every required part. The first bytes choose the settings of the page, the
/// year and which parts and cells there are; the others are the texts, each ended by a
/// zero byte: words of reports, marks, and single characters of all Unicode. The reader
/// may refuse some (a cell that must be a whole number, a text that is too long); the
/// notation is always right.
std::string data_file(std::string_view bytes);

}  // namespace nianbao::fuzz
