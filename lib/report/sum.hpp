// The sum of many reports, cell by cell: the tables of the report that covers them all.
#pragma once

#include "nianbao/report.hpp"

#include <span>
#include <string>
#include <vector>

namespace nianbao {

/// Every number of a data file is less: it has twelve digits before the point at most.
inline constexpr Amount past_every_cell = {1'000'000'000'000, 0};

struct Sum {
    FilledForm disclosure, applications, disputes;  // without remarks and notes, which are each office's own
    std::optional<ProcessingFees> processing_fees;  // of the reports that have them; empty where none has
    std::vector<std::string> too_large;             // paths of cells whose sum reaches past_every_cell; they hold what was added up until then
};

/// Exact: whole numbers, and decimals as many as the longest of the cell has. REQUIRES: at least one report, all of one edition, each cell as
/// read() gives it.
Sum sum_of(std::span<const Report* const> reports);

}  // namespace nianbao
