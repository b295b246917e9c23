// The texts of cells as people see them.
#pragma once

#include "notation/draft.hpp"
#include "notation/xlsx/parts.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::notation {

/// A cell with the text that people see; it stands in the cell or among the shared ones.
struct ShownCell {
    SheetCell* cell;
    std::string_view text = {};
    Content content = Content::text;
};

/// What the cells of all sheets share: texts, and which styles show dates.
class SharedOfCells {
public:
    /// `most`: texts that are kept.
    explicit SharedOfCells(std::size_t most) : strings_(most) {}

    void read(OfficeFile& file, const std::vector<Relation>& relations);
    std::size_t texts() const { return strings_.strings.size(); }
    void count_from_1904() { from_1904_ = true; }

    /// The text of a cell as a program shows it. Puts what it is otherwise than it is
    /// written into the cell.
    ShownCell shown(SheetCell& cell) const;

private:
    void read_styles(OfficeFile& file, const std::string& part);

    StringReader strings_;
    StyleReader styles_;
    bool from_1904_ = false;
};

/// The part that is the workbook; empty: there is none.
std::string book_part(OfficeFile& file);

}  // namespace nianbao::notation
