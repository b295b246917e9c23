// Notes on the cells of a sheet, and the drawing that shows them.
#pragma once

#include <string>
#include <vector>

namespace nianbao {

/// What is noted on a cell. Row and column count from 1.
struct CellNote {
    int row = 0, column = 0;
    std::string address;  // “D7”
    std::string text;
};

/// The comments of a sheet with these notes added; an empty text becomes a whole part.
/// `added`: those that had no note before, and need a shape.
std::string with_notes(std::string comments, const std::vector<CellNote>& notes,
                       std::vector<CellNote>& added);

/// The drawing with a shape for each note; an empty text becomes a whole part.
std::string with_shapes(std::string drawing, const std::vector<CellNote>& notes);

}  // namespace nianbao
