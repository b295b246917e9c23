// Makes a report of the tree of values.
#pragma once

#include "data/values.hpp"
#include "nianbao/import.hpp"
#include "nianbao/read.hpp"
#include "nianbao/report.hpp"

#include <functional>
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

/// What is asked of reading besides the Reading.
struct AlsoAsked {
    Known known = {};  // better than the file, where a report is recognised
    /// What could be read in spite of errors; null: nobody asks.
    std::optional<PartOfReport>* part = nullptr;
    notation::Corrections* corrections = nullptr;  // the same; then `part` is asked for too
    /// Sees the values while they are whole, with what was made of them.
    std::function<void(const notation::Values& values, const Report& report)> look = {};
};

/// As read(), with what is asked for.
Reading read_asking(const Input& input, const AlsoAsked& asked);

/// As read(). If the file has errors, `part` is what could be read all the same.
Reading read_in_part(const Input& input, std::optional<PartOfReport>& part);

}  // namespace nianbao::data
