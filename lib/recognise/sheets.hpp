// The sheets of a workbook, asked for single cells and for labels.
#pragma once

#include "notation/xlsx/workbook.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::recognise {

using notation::Content;
using notation::Grid;
using notation::GridCell;

/// A place of the workbook. Rows and columns count from 0.
struct At {
    int sheet = -1, row = 0, column = 0;
    bool operator==(const At&) const = default;
};

/// A cell with words in it, and these words as labels are compared.
struct LabelCell {
    At at;
    const GridCell* cell = nullptr;
    std::string plain;
};

class Sheets {
public:
    /// REQUIRES: the workbook outlives them.
    explicit Sheets(const notation::Workbook& workbook);

    int count() const { return static_cast<int>(grids_.size()); }
    const Grid& grid(int sheet) const { return *grids_[sheet]; }
    /// The cell that begins there, or is joined over that place; nullptr: there is none.
    const GridCell* cell(const At& at) const;
    /// Its text; empty if there is none.
    std::string_view text(const At& at) const;
    /// True if a cell is joined over that place and begins elsewhere.
    bool joined(const At& at) const;
    /// Cells with words, sheet by sheet, row by row. Numbers and long texts are none.
    const std::vector<LabelCell>& labels() const { return labels_; }
    /// Those with these words, in the same order.
    std::span<const LabelCell* const> labelled(std::string_view plain) const;
    /// The workbook's name for a path; nullptr if it has none, or it stands nowhere.
    const notation::DefinedName* named(std::string_view path) const;

private:
    std::vector<const Grid*> grids_;
    std::vector<std::vector<const GridCell*>> wide_;  // of each sheet, those of several places
    std::vector<LabelCell> labels_;
    std::vector<const LabelCell*> by_words_;
    std::vector<const notation::DefinedName*> names_;  // of ours, in the order of their names
};

}  // namespace nianbao::recognise
