// 汇总底稿.xlsx: how a county's sum comes about, office by office, and the workbook's
// passes: what is kept of an office, then a sheet each.
#pragma once

#include "county/sums/rows.hpp"
#include "county/sums/statistics.hpp"
#include "nianbao/collect.hpp"

#include <string>
#include <vector>

namespace nianbao {

/// Takes the offices one by one and keeps their numbers and what their texts count, but
/// no report.
class WorkingPaper {
public:
    /// `edition`: that of the reports that are summed.
    explicit WorkingPaper(const Edition& edition, sums::Of of = sums::Of::offices)
        : edition_(edition), of_(of) {}

    /// More offices than any county has: sheets of so many rows help nobody, and their
    /// cells would fill the memory. Then nothing is kept any more.
    static constexpr std::size_t most_offices = 1000;

    /// REQUIRES: called in the order of the list. Summed is what its row says.
    void add(const Office& office);
    /// A ledger, as row_of() takes it. REQUIRES: it is a paper of ledgers.
    void add(const DeskHead& ledger, const Report* sum, const Report* previous);
    bool too_many() const { return too_many_; }

    /// The workbook. `own`: the county's own report, `own_previous`: what it published on
    /// the year before; null: there is none. REQUIRES: not too many. The same bytes for
    /// the same offices. Throws Failure if a text is longer than a cell can be.
    std::string write(const DeskHead& head, const Report* own, const Report* own_previous) const;

    /// What the same offices say in 统计.
    sums::Statistics statistics(int year) const {
        sums::Statistics all = sums::statistics_of(rows_, edition_, year);
        all.of = of_;
        return all;
    }

private:
    const Edition& edition_;
    sums::Of of_;
    std::vector<sums::Row> rows_;
    bool too_many_ = false;
};

}  // namespace nianbao
