// The sheets of a workbook row by row, for who keeps little of them: a list of ten
// thousand offices has more cells than read_workbook() takes.
#pragma once

#include "notation/office/office_file.hpp"
#include "notation/xlsx/shown.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao::notation {

class WorkbookRows {
public:
    /// REQUIRES: `bytes` outlive it.
    explicit WorkbookRows(std::string_view bytes);

    /// Why the file is refused, Chinese without an end mark; empty if it is not.
    const std::string& fault() const { return fault_; }
    /// In the order of the file.
    const std::vector<SheetEntry>& sheets() const { return sheets_; }

    /// A row from 0 on with its cells that hold something, by their columns.
    using Cells = std::vector<std::pair<int, std::string>>;
    using Take = std::function<void(int row, const Cells& cells)>;
    /// Gives the rows of a sheet, of joined cells each for itself. False if it is
    /// refused. REQUIRES: one of sheets().
    bool each_row(const SheetEntry& sheet, const Take& take);

private:
    bool refuse(std::string why);

    OfficeFile file_;
    std::vector<Relation> relations_;
    std::vector<SheetEntry> sheets_;
    SharedOfCells shared_;
    std::string fault_;
};

}  // namespace nianbao::notation
