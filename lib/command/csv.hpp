// What was found as a table, for spreadsheets: RFC 4180, with a byte order mark by which
// they know UTF-8.
#pragma once

#include "nianbao/job.hpp"

#include <string>

namespace nianbao {

/// The mark and the names of the columns, with the line end.
std::string csv_head();

/// A line for each finding, and one if the machine failed: office, year, file, place,
/// level, code, message, hint.
std::string csv(const Outcome& outcome);

}  // namespace nianbao
