// The parts of a workbook, each read by a handler of its own.
#pragma once

#include "notation/office/office_file.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::notation {

/// True for the namespace of sheets, in the usual notation or the strict one.
bool is_sheet_space(std::string_view space);

/// A text of a cell without its escapes (_x000D_); line ends are line feeds.
std::string cell_text(std::string_view written);

/// xl/sharedStrings.xml: texts that cells name by their numbers. Readings beside
/// characters (rPh) are left out.
class StringReader : public XmlHandler {
public:
    explicit StringReader(std::size_t most) : most_(most) {}

    void open(const XmlElement& element) override;
    void close(const XmlName& name) override;
    void text(std::string_view text) override;

    std::vector<std::string> strings;  // `most` of them, if there are more
    /// By their numbers, what is struck through in them, and digits above the line. Both
    /// are not in the string.
    std::map<int, std::string> left;

private:
    void end_raised();

    std::size_t most_;
    int readings_ = 0;  // rPh that are open
    bool in_text_ = false, full_ = false;
    bool struck_ = false, raised_ = false;  // the run that is open
    std::string above_;                     // the line, and nothing behind it yet
};

/// xl/styles.xml: how numbers are shown.
class StyleReader : public XmlHandler {
public:
    void open(const XmlElement& element) override;
    void close(const XmlName& name) override;
    void text(std::string_view) override {}

    // By the index of a cell's style.
    std::vector<bool> shows_date;
    std::vector<bool> struck;          // through
    std::vector<bool> white;           // on white ground
    std::vector<std::string> formats;  // of numbers; empty: the general one

private:
    std::map<int, std::string> own_formats_;
    std::vector<bool> struck_fonts_, white_fonts_, coloured_fills_;
    bool in_cells_ = false, in_fonts_ = false, in_fills_ = false;
};

/// A cell as it stands in a sheet. Rows and columns count from 0.
struct SheetCell {
    int row = 0, column = 0;
    int style = 0;
    char type = 'n';  // n number, s shared string, t text, b truth, e error, d date
    bool has_value = false, has_formula = false, hidden = false, struck = false, white = false;
    std::string value = {}, formula = {};
    std::string shown = {}, left = {};  // as in GridCell
};

/// Cells that are joined: first row and column, how many rows and columns.
struct Joined {
    int row = 0, column = 0, rows = 1, columns = 1;
};

/// xl/worksheets/sheetN.xml. The extent that it states is passed over, as WPS always
/// writes A1.
class SheetReader : public XmlHandler {
public:
    /// `most`: so many cells with something in them may be read.
    explicit SheetReader(std::size_t most) : most_(most) {}

    void open(const XmlElement& element) override;
    void close(const XmlName& name) override;
    void text(std::string_view text) override;

    std::vector<SheetCell> cells;  // those with a value or a formula, in the order of the file
    std::vector<Joined> joined;    // one more than there may be, at most
    std::vector<bool> hidden_columns;
    int rows = 0, columns = 0;  // that the cells reach, blank ones with a style too
    bool too_many = false;      // cells; the rest was left out

private:
    void open_cell(const XmlElement& element);
    void close_cell();

    std::size_t most_;
    SheetCell cell_;
    int row_ = -1, column_ = -1;
    bool row_hidden_ = false, in_data_ = false, in_cell_ = false;
    int readings_ = 0;
    enum class In { nothing, value, formula, inline_text } in_ = In::nothing;
};

/// A sheet of xl/workbook.xml.
struct SheetEntry {
    std::string name, relation;
    bool hidden = false;
};

/// A name of xl/workbook.xml, as it is written.
struct NameEntry {
    std::string name, refers_to;
    bool of_one_sheet = false;
};

/// xl/workbook.xml: sheets and names.
class BookReader : public XmlHandler {
public:
    void open(const XmlElement& element) override;
    void close(const XmlName& name) override;
    void text(std::string_view text) override;

    std::vector<SheetEntry> sheets;  // one more than there may be, at most; so with names
    std::vector<NameEntry> names;
    bool from_1904 = false;

private:
    bool in_name_ = false;
};

/// Where “D7”, “$D$7” or “D7:E9” is. False if it is no place of a sheet.
bool parse_reference(std::string_view reference, Joined& place);

/// Splits “'甲''乙'!$D$7” into the sheet's name and the rest. False if it names no single
/// sheet of this workbook.
bool split_reference(std::string_view reference, std::string& sheet, std::string_view& place);

}  // namespace nianbao::notation
