// The sum of many reports, cell by cell: the tables of the report that covers them all.
#pragma once

#include "nianbao/report.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace nianbao {

/// Every number of a data file is less: it has twelve digits before the point at most.
inline constexpr Amount past_every_cell = {1'000'000'000'000, 0};

struct Sum {
    FilledForm disclosure, applications,
        disputes;  // without remarks and notes, which are each office's own
    std::optional<ProcessingFees>
        processing_fees;                 // of the reports that have them; empty if none has
    std::vector<std::string> too_large;  // paths of cells whose sum reaches past_every_cell; they
                                         // hold what was added up until then
};

/// A sum as it grows: reports are added one by one, and none is kept. Exact: whole
/// numbers, and decimals as many as the longest of the cell has.
class GrowingSum {
public:
    /// REQUIRES: each cell as read() gives it; the edition of those before it.
    void add(const Report& report);

    /// REQUIRES: a report was added.
    Sum sum() const;

private:
    /// One number: it stops growing where it would become larger than a cell can be.
    struct Number {
        Amount value = {};
        bool fits = true;
        void add(const Amount& more);
    };
    struct Table {
        const Form* form = nullptr;
        std::vector<Number> cells;
    };
    static FilledForm filled(const Table& table, std::vector<std::string>& too_large);

    std::array<Table, 3> tables_;  // as Report::tables()
    std::optional<std::array<Number, 3>> fees_;
};

}  // namespace nianbao
