// Grids and paragraphs: what a workbook, a Word file or a web page holds, before anybody
// asks what it means. Each text knows where in the Source it stands.
#pragma once

#include "nianbao/source.hpp"
#include "notation/text_map.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace nianbao::notation {

/// How much a text document may hold; a Word file has limits of its own.
inline constexpr std::size_t most_paragraphs = 100'000;  // in tables too
inline constexpr int most_table_columns = 200;

/// A text as decoded, and the bytes [begin, end) of the Source that it stands in. A cell
/// or paragraph with nothing in it stands at one byte, where its unit begins.
struct PlacedText {
    int begin = 0, end = 0;
    MappedText mapped;

    const std::string& text() const { return mapped.text; }
    bool blank() const { return notation::blank(mapped.text); }
};

/// The text that stands from a byte of the Source on as itself, character by character.
PlacedText placed(std::string_view text, int begin);

/// What a cell of a sheet holds: as text, 5 and “5” are the same.
/// unparted: it holds the numbers of several cells, and nobody knows which is whose.
enum class Content : std::uint8_t { text, number, date, truth, error, unparted };

/// A cell of a grid. Rows and columns count from 0; a cell that spans several stands
/// once, at its first.
struct GridCell {
    int row = 0, column = 0, rows = 1, columns = 1;
    PlacedText placed;
    Content content = Content::text;
    bool hidden = false;       // its row or column is
    bool kept = true;          // false: a formula without its result; the cell has no text then
    bool has_formula = false;  // the text is its result
    bool struck = false;       // all of it is struck through
    std::string shown = {};    // what is seen of a number in its format; empty: the number
    std::string left = {};     // what of its text is struck through or above the line, and so is
                               // not in the text
    std::string formula = {};  // as far as the cell itself says it; a shared one may be empty
    bool white = false;        // its text is, on white ground: nobody sees it

    const std::string& text() const { return placed.text(); }
};

/// A sheet of a workbook, or a table of a Word file or page.
struct Grid {
    std::string name;  // of the sheet; empty for a table
    bool hidden = false;
    int rows = 0, columns = 0;
    std::vector<GridCell> cells;  // row by row; those with nothing in them may be left out
    int box = 0;                  // of a page, in which it stands

    /// The cell that covers a row and column; nullptr if none does.
    const GridCell* at(int row, int column) const;
};

/// A paragraph outside tables.
struct DraftParagraph {
    int level = 0;       // of the outline, by its style; 0: body text
    std::string number;  // what the program that made the file prints before the text and
                         // does not keep in it: “（一）”
    PlacedText placed;
    int pictures = 0;      // in it, with what may be written in them
    bool caption = false;  // the name of the table that follows
    int box = 0;           // of a page, in which it stands

    const std::string& text() const { return placed.text(); }
};

/// What a page says of itself beside its text: "PubDate" and “2024-01-20”.
struct DraftFact {
    std::string name;
    PlacedText placed;

    const std::string& text() const { return placed.text(); }
};

/// All of a file, in its order.
struct Draft {
    Source source;
    std::vector<std::variant<Grid, DraftParagraph>> parts;
    std::vector<DraftFact> facts = {};
    /// Elements of a page within each other: for each box the one that it is in, which
    /// comes before it. The first, -1, is the whole; other files have no more.
    std::vector<int> boxes{-1};
    /// True of a page or its text: numbers that Word made may not have come along.
    bool may_lack_numbers = false;
};

/// Puts a Draft together, and the Source below it: a unit for each cell and paragraph,
/// one behind the other.
class DraftBuilder {
public:
    /// `bytes`: the file itself.
    DraftBuilder(std::string file, std::string bytes);

    /// Begins the next sheet. Its cells are then added row by row.
    void sheet(std::string name, bool hidden = false);
    /// Begins the next table of a text document, which is called 表一, 表二 … in places.
    void table(int box = 0);
    /// Makes room for so many cells of the sheet or table that was begun last.
    void expect(std::size_t cells);
    /// A cell of the sheet or table that was begun last. What else is known of it may be
    /// added, until the next one.
    GridCell& cell(int row, int column, std::string_view text, int rows = 1, int columns = 1);
    DraftParagraph& paragraph(std::string_view text, int level = 0, std::string number = {});
    /// What the file says of itself. It has no place but the file.
    void fact(std::string name, std::string_view text);

    Draft finish();

private:
    PlacedText add(std::string_view text, Place place);

    std::string file_, bytes_, text_;
    std::vector<Source::Unit> units_;
    std::vector<std::variant<Grid, DraftParagraph>> parts_;
    std::vector<DraftFact> facts_;
    int part_ = 0, tables_ = 0, paragraphs_ = 0;
};

}  // namespace nianbao::notation
