// A report becomes a data file again.
#pragma once

#include "nianbao/read.hpp"
#include "nianbao/report.hpp"

#include <string>

namespace [[gnu::visibility("default")]] nianbao {

/// The language of a data file's keys.
enum class Keys { english, chinese };

/// The text of a data file that reads back equal, in the order of the official form: YAML as a person would write it (prose as blocks, a row of a table on
/// a line), or JSON. What the standard or the report itself settles is left out: a title that would be composed, settings of the page at their defaults.
/// REQUIRES: a whole report, as read() gives.
std::string write(const Report& report, Format format, Keys keys = Keys::english);

}  // namespace nianbao
