// The cells of a sheet.
#include "notation/xlsx/parts.hpp"
#include "notation/xlsx/workbook.hpp"
#include "text/digits.hpp"
#include "text/letters.hpp"

#include <algorithm>

namespace nianbao::notation {
namespace {

constexpr int most_rows = 1'048'576, most_columns = 16'384;

/// “D7” or “$D$7” at the beginning of a text, which is cut off. False if there is none.
bool take_cell(std::string_view& text, int& row, int& column) {
    const auto skip_dollar = [&] {
        if (text.starts_with('$')) text.remove_prefix(1);
    };
    skip_dollar();
    column = 0;
    std::size_t letters = 0;
    for (; letters < text.size() && letters < 3; ++letters) {
        const char c = small_letter(text[letters]);
        if (c < 'a' || c > 'z') break;
        column = column * 26 + (c - 'a' + 1);
    }
    text.remove_prefix(letters);
    skip_dollar();
    const std::size_t digits =
        std::find_if_not(text.begin(), text.end(), [](char c) { return is_digit(c); }) -
        text.begin();
    row = number_of(text.substr(0, digits));
    text.remove_prefix(digits);
    --row;
    --column;
    return letters > 0 && row >= 0 && row < most_rows && column >= 0 && column < most_columns;
}

/// xsd:boolean.
bool is_true(std::string_view value) { return value == "1" || value == "true"; }

}  // namespace

bool parse_reference(std::string_view reference, Joined& place) {
    int row = 0, column = 0;
    if (!take_cell(reference, place.row, place.column)) return false;
    place.rows = place.columns = 1;
    if (reference.empty()) return true;
    if (!reference.starts_with(':')) return false;
    reference.remove_prefix(1);
    if (!take_cell(reference, row, column) || !reference.empty()) return false;
    place.rows = std::abs(row - place.row) + 1;
    place.columns = std::abs(column - place.column) + 1;
    place.row = std::min(row, place.row);
    place.column = std::min(column, place.column);
    return true;
}

void SheetReader::open(const XmlElement& element) {
    if (!is_sheet_space(element.name.space)) return;
    const std::string_view name = element.name.local;
    if (in_cell_) {
        if (name == "v") {
            in_ = In::value;
        } else if (name == "f") {
            in_ = In::formula;
            cell_.has_formula = true;
        } else if (name == "rPh") {
            ++readings_;
        } else if (name == "t" && readings_ == 0) {
            in_ = In::inline_text;
        }
        return;
    }
    if (name == "sheetData") in_data_ = true;
    if (in_data_ && name == "row") {
        const int number = number_of(element.value("r"));
        row_ = number > 0 ? number - 1 : row_ + 1;
        column_ = -1;
        row_hidden_ = is_true(element.value("hidden"));
    } else if (in_data_ && name == "c") {
        open_cell(element);
    } else if (name == "mergeCell") {
        Joined place;
        if (joined.size() <= most_joined && parse_reference(element.value("ref"), place))
            joined.push_back(place);
    } else if (name == "col" && is_true(element.value("hidden"))) {
        const int first = number_of(element.value("min")),
                  last = std::min(number_of(element.value("max")), most_columns);
        if (first < 1 || last < first) return;
        if (std::ssize(hidden_columns) < last) hidden_columns.resize(last, false);
        std::fill(hidden_columns.begin() + first - 1, hidden_columns.begin() + last, true);
    }
}

void SheetReader::open_cell(const XmlElement& element) {
    in_cell_ = true;
    readings_ = 0;
    cell_.has_value = cell_.has_formula = false;
    cell_.value.clear();
    cell_.formula.clear();
    cell_.shown.clear();
    cell_.left.clear();
    cell_.struck = cell_.white = false;
    ++column_;
    // Programs may leave out where a cell is: then it follows the one before.
    Joined place;
    if (parse_reference(element.value("r"), place)) {
        row_ = place.row;
        column_ = place.column;
    }
    cell_.row = row_;
    cell_.column = column_;
    cell_.hidden = row_hidden_;
    cell_.style = std::max(number_of(element.value("s")), 0);
    const std::string_view type = element.value("t");
    cell_.type = type.empty() || type == "n"            ? 'n'
                 : type == "s"                          ? 's'
                 : type == "str" || type == "inlineStr" ? 't'
                                                        : type.front();
}

void SheetReader::close(const XmlName& name) {
    if (!in_cell_ && name.local != "sheetData") return;
    if (!is_sheet_space(name.space)) return;
    if (name.local == "sheetData") in_data_ = false;
    if (!in_cell_) return;
    in_ = In::nothing;
    if (name.local == "rPh") --readings_;
    if (name.local == "c") close_cell();
}

void SheetReader::close_cell() {
    in_cell_ = false;
    if (cell_.row < 0 || cell_.row >= most_rows || cell_.column >= most_columns) return;
    rows = std::max(rows, cell_.row + 1);
    columns = std::max(columns, cell_.column + 1);
    if (!cell_.has_value && !cell_.has_formula) return;
    too_many = too_many || cells.size() >= most_;
    if (!too_many) cells.push_back(std::move(cell_));
}

void SheetReader::text(std::string_view text) {
    if (in_ == In::nothing || too_many) return;
    constexpr std::size_t enough = 400;  // of a formula, to see what it refers to
    if (in_ == In::formula) {
        if (cell_.formula.size() < enough) cell_.formula += text.substr(0, enough);
    } else {
        cell_.value += text;
        cell_.has_value = true;
    }
}

}  // namespace nianbao::notation
