// A sheet as value: what stands in its cells, and how it is protected, checked and
// printed. It knows no report.
#pragma once

#include "xlsx/package/chart.hpp"
#include "xlsx/package/place.hpp"
#include "xlsx/package/style.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao::xlsx {

/// What a cell holds. A formula has the value that it last had beside it, so that readers
/// who reckon nothing find it.
struct Content {
    enum class Kind : std::uint8_t { blank, number, text };

    Kind kind = Kind::blank;
    std::string value = {};    // the number, or the text
    std::string formula = {};  // without "="
    // An array formula, as it takes functions of one cell to ranges. Some programs do so
    // within SUMPRODUCT by themselves, others do not.
    bool cell_by_cell = false;
};

inline Content number_of(std::string digits) { return {Content::Kind::number, std::move(digits)}; }
inline Content text_of(std::string_view text) {
    return {text.empty() ? Content::Kind::blank : Content::Kind::text, std::string(text)};
}

struct SheetCell {
    Content content;
    Style style;
};

/// What may be typed into cells: the formula is written for the first cell of the first
/// area and moves with the others. A list has the area or the words that it is chosen
/// from instead.
struct Validation {
    std::vector<Area> areas;
    bool list = false;
    std::string formula, title, message, prompt = {};
};

/// Cells that turn red if the formula, written for the first of the first area, is true.
struct Alarm {
    std::vector<Area> areas;
    std::string formula;
};

struct Link {
    At at;
    std::string target;  // '依申请公开'!D7
};

/// A row by itself: its cells by their columns.
struct SheetRow {
    std::map<int, SheetCell> cells;
    double height = 0;  // in points; 0: as high as programs make rows

    void put(int column, Content content, const Style& style) {
        cells.insert_or_assign(cells.end(), column, SheetCell{std::move(content), style});
    }
};

/// The rows of a long list, below all other cells, each made when it is written: nobody
/// keeps them. `make` is called once for each, from 0 on.
struct MadeRows {
    int first = 0, count = 0;
    int columns = 0;  // that the widest one reaches
    std::function<SheetRow(int)> make = {};
};

enum class Paper : std::uint8_t { a4, a3 };

struct Sheet {
    std::string name;
    std::map<At, SheetCell> cells;
    MadeRows made = {};
    std::vector<Area> merged;
    std::map<int, double> widths, heights;  // of columns, in digits; of rows, in points
    std::vector<Validation> validations;
    std::vector<Alarm> alarms;
    std::vector<Link> links;
    std::map<At, std::string> notes;
    std::vector<Chart> charts;
    bool hidden = false, landscape = false;
    bool rows_grow = false;  // rows may be added, and are as high as their texts need
    int pages_down = 1;      // 0: as many as it takes
    Paper paper = Paper::a4;
    int scale = 0;                   // in per cent; 0: as wide as a page
    std::vector<int> new_pages;      // columns that a page begins with; only at a scale
    std::vector<int> new_page_rows;  // the same of rows
    int head_rows = 0;               // repeated on each page
    int head_columns = 0;            // the same, of pages further right
    int frozen_rows = 0, frozen_columns = 0;
    Area filter = {};   // the row of heads and those below it that may be filtered
    Area printed = {};  // all of it: an empty area

    SheetCell& put(At at, Content content, const Style& style) {
        // Mostly the next one behind all others.
        return cells.insert_or_assign(cells.end(), at, SheetCell{std::move(content), style})
            ->second;
    }
    /// Puts a cell over an area, with the style in each cell of it, as borders want.
    void cover(const Area& area, const Content& content, const Style& style);
};

}  // namespace nianbao::xlsx
