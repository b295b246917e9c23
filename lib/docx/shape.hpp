// A table as it will stand in Word, as far as one knows without faces.
#pragma once

#include "nianbao/document.hpp"
#include "nianbao/layout.hpp"
#include "outline/columns.hpp"
#include "outline/rows.hpp"

#include <vector>

namespace nianbao::docx {

/// Blank between a cell's text and its rules.
inline constexpr Length beside_text = 2.0_pt;

struct Shape {
    bool turned = false;                      // on a page of its own, turned to the left
    bool fits = false;                        // on a page, with its notes
    Length size;                              // of the text in the cells
    std::vector<Length> widths;               // of the columns: they add up to the measure
    std::vector<Length> heights;              // of the rows
    std::vector<int> lines;                   // of each cell
    std::vector<std::vector<int>> line_ends;  // of each cell: before these characters
    std::vector<RowBreak> breaks;             // before each row
    std::vector<int> note_lines;              // of each note

    Length height(int first, int last) const;
};

/// As the table stands in the PDF: by the same rules for its columns and rows.
Shape shape_of(const Table& table, const Layout& layout);

/// The same columns and type with the lines that the cells take in Word, and rows for
/// them.
Shape in_word(const Table& table, const Layout& layout, Shape shape);

}  // namespace nianbao::docx
