// Makes a report of the tree of values.
#pragma once

#include "data/values.hpp"
#include "nianbao/read.hpp"
#include "nianbao/report.hpp"

#include <optional>
#include <string>
#include <vector>

namespace nianbao::data {

/// What a file holds: a whole report, or its prose alone.
enum class Holds { report, prose };

/// The report in values.tree. It is whole only if no finding is an error.
Report report_from_values(Values& values, Holds holds);

/// What could be read of a report in spite of mistakes.
struct PartOfReport {
    Report report;
    std::vector<std::string> unread;  // cells that have no number
};

/// As read(). If the file has errors, `part` is what could be read all the same.
Reading read_in_part(const Input& input, std::optional<PartOfReport>& part);

}  // namespace nianbao::data
