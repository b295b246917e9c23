// Writes a report as a workbook (.xlsx) that an office fills in with WPS or Excel.
#pragma once

#include "nianbao/report.hpp"
#include "nianbao/write.hpp"

#include <string>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

struct WorkbookOptions {
    const Report* previous = nullptr;  // of a filled workbook: the report on the year before
    bool ledger = false;               // of a new one: with a sheet 申请台账, whose lines are
                                       // counted into table three
    int draft = 0;                     // 稿次; 0: as it was sent out
};

/// A workbook that holds the whole report: the tables in the printed shape of the form,
/// what is wrong beside their rows, and every check of theirs on 核对. Reading it back
/// gives an equal report. Totals are formulas; one that is not the sum of its cells is a
/// number, in red: see stated_totals(). Throws std::invalid_argument with fault() if the
/// report is not whole; Failure if a paragraph is longer than a cell can be (32,767
/// characters).
[[nodiscard]] std::string write_workbook(const Report& report, const WorkbookOptions& options = {});

/// A workbook to fill in: what write_new() carries over stands in its cells, last year's
/// numbers are notes on them, last year's texts stand beside. Throws as write_new() does.
[[nodiscard]] std::string write_new_workbook(const NewReport& asked,
                                             const WorkbookOptions& options = {});

/// The totals of a report that are not the sums of their cells, by name: "予以公开·总计".
/// Throws std::invalid_argument with fault() if the report is not whole.
[[nodiscard]] std::vector<std::string> stated_totals(const Report& report);

}  // namespace nianbao
