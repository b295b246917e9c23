// 汇总底稿.xlsx: how a county's sum comes about, office by office, and the workbook's
// passes: what is kept of an office, then a sheet each.
#pragma once

#include "county/sums/rows.hpp"
#include "nianbao/collect.hpp"

#include <string>
#include <vector>

namespace nianbao {

/// Takes the offices one by one and keeps their numbers and what their texts count, but
/// no report.
class WorkingPaper {
public:
    /// `edition`: that of the reports that are summed.
    explicit WorkingPaper(const Edition& edition) : edition_(edition) {}

    /// REQUIRES: called in the order of the list. Summed is what its row says.
    void add(const Office& office);

    /// The workbook. `own`: the county's own report, `own_previous`: what it published on
    /// the year before; null: there is none. The same bytes for the same offices. Throws
    /// Failure if a text is longer than a cell can be.
    std::string write(const DeskHead& head, const Report* own, const Report* own_previous) const;

    /// What is kept of the offices: statistics are made of it too.
    const std::vector<sums::Row>& rows() const { return rows_; }

private:
    const Edition& edition_;
    std::vector<sums::Row> rows_;
};

}  // namespace nianbao
