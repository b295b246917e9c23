#include "xlsx/package/sheet_xml.hpp"

#include "nianbao/failure.hpp"
#include "pack/xml_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::xlsx {
namespace {

using std::to_string;

/// What a cell can hold, in units of UTF-16.
constexpr std::size_t most_units = 32'767;
/// Of a sheet, counted from 0.
constexpr std::string_view last_row = "1048575", last_column = "16383";

std::size_t units_of(std::string_view text) {
    std::size_t units = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        units += (byte & 0xC0) == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1;
    }
    return units;
}

/// Writes numbers as briefly as programs do.
std::string points(double value) { return fmt::format("{}", value); }

bool is_escape(std::string_view text) {
    const auto is_hex = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    };
    return text.size() >= 7 && text.starts_with("_x") && text[6] == '_' &&
           std::all_of(text.begin() + 2, text.begin() + 6, is_hex);
}

/// True for blanks that programs may drop unless they are told to keep them.
bool may_lose_blanks(std::string_view text) {
    return text.starts_with(' ') || text.ends_with(' ') || text.find("  ") != text.npos ||
           text.find_first_of("\n\r\t") != text.npos;
}

/// True for a control character that XML cannot have.
bool is_control(char c) { return c >= 0 && c < 0x20 && c != '\n' && c != '\t'; }

std::string areas_text(const std::vector<Area>& areas) {
    std::string text;
    for (const Area& area : areas) text += (text.empty() ? "" : " ") + name_of(area);
    return text;
}

class SheetWriter {
public:
    SheetWriter(const Sheet& sheet, Styles& styles, SharedTexts& texts)
        : sheet_(sheet), styles_(styles), texts_(texts) {}

    /// In the order that the standard fixes.
    std::string write(bool selected) {
        xml_.open("worksheet", {{"xmlns", main_namespace}, {"xmlns:r", relations_namespace}});
        if (sheet_.scale == 0)
            xml_.open("sheetPr").empty("pageSetUpPr", {{"fitToPage", "1"}}).close();
        dimension();
        view(selected);
        xml_.empty("sheetFormatPr", {{"defaultRowHeight", "15"}});
        columns();
        rows();
        protection();
        if (!(sheet_.filter == Area{})) xml_.empty("autoFilter", {{"ref", name_of(sheet_.filter)}});
        if (!sheet_.merged.empty()) {
            xml_.open("mergeCells", {{"count", to_string(sheet_.merged.size())}});
            for (const Area& area : sheet_.merged)
                xml_.empty("mergeCell", {{"ref", name_of(area)}});
            xml_.close();
        }
        alarms();
        validations();
        links();
        page();
        // The relations of notes are the first two.
        if (!sheet_.charts.empty())
            xml_.empty("drawing", {{"r:id", sheet_.notes.empty() ? "rId1" : "rId3"}});
        if (!sheet_.notes.empty()) xml_.empty("legacyDrawing", {{"r:id", "rId1"}});
        return xml_.finish();
    }

private:
    void dimension() {
        At last;
        for (const auto& [at, cell] : sheet_.cells) {
            last.row = std::max(last.row, at.row);
            last.column = std::max(last.column, at.column);
        }
        if (const MadeRows& made = sheet_.made; made.count > 0) {
            last.row = std::max(last.row, made.first + made.count - 1);
            last.column = std::max(last.column, made.columns - 1);
        }
        xml_.empty("dimension", {{"ref", name_of(Area{{0, 0}, last})}});
    }

    void view(bool selected) {
        xml_.open("sheetViews").open("sheetView", {{"showGridLines", "0"}});
        if (selected) xml_.attribute("tabSelected", "1");
        xml_.attribute("workbookViewId", "0");
        freeze();
        xml_.close().close();
    }

    void freeze() {
        const int rows = sheet_.frozen_rows, columns = sheet_.frozen_columns;
        if (rows == 0 && columns == 0) return;
        const std::string_view moving = columns == 0 ? "bottomLeft"
                                        : rows == 0  ? "topRight"
                                                     : "bottomRight";
        xml_.open("pane");
        if (columns > 0) xml_.attribute("xSplit", to_string(columns));
        if (rows > 0) xml_.attribute("ySplit", to_string(rows));
        xml_.attribute("topLeftCell", name_of(At{rows, columns}));
        xml_.attribute("activePane", moving).attribute("state", "frozen").close();
        xml_.empty("selection", {{"pane", moving}});
    }

    void columns() {
        if (sheet_.widths.empty()) return;
        xml_.open("cols");
        for (const auto& [column, width] : sheet_.widths)
            xml_.empty("col", {{"min", to_string(column + 1)},
                               {"max", to_string(column + 1)},
                               {"width", points(width)},
                               {"customWidth", "1"}});
        xml_.close();
    }

    void rows() {
        xml_.open("sheetData");
        int row = -1;
        for (const auto& [at, cell] : sheet_.cells) {
            if (at.row != row) {
                if (row >= 0) xml_.close();
                row = at.row;
                const auto height = sheet_.heights.find(row);
                open_row(row, height == sheet_.heights.end() ? 0 : height->second);
            }
            write_cell(at, cell);
        }
        if (row >= 0) xml_.close();
        for (int k = 0; k < sheet_.made.count; ++k) {
            const SheetRow made = sheet_.made.make(k);
            if (made.cells.empty()) continue;
            row = sheet_.made.first + k;
            open_row(row, made.height);
            for (const auto& [column, cell] : made.cells) write_cell({row, column}, cell);
            xml_.close();
        }
        xml_.close();
    }

    void open_row(int row, double height) {
        xml_.open("row", {{"r", to_string(row + 1)}});
        if (height <= 0) return;
        xml_.attribute("ht", points(height));
        if (!sheet_.rows_grow) xml_.attribute("customHeight", "1");
    }

    void write_cell(At at, const SheetCell& cell) {
        const Content& content = cell.content;
        const bool text = content.kind == Content::Kind::text;
        if (const std::size_t units = text ? units_of(content.value) : 0; units > most_units)
            throw Failure(fmt::format("不能写成工作簿：{}!{} 有 {} 个字，一格最多 {} 个",
                                      sheet_.name, name_of(at), units, most_units));
        xml_.open("c", {{"r", name_of(at)}, {"s", to_string(styles_.number(cell.style))}});
        if (!content.formula.empty()) {
            if (content.kind != Content::Kind::number) xml_.attribute("t", "str");
            if (content.cell_by_cell)
                xml_.element("f", content.formula, {{"t", "array"}, {"ref", name_of(at)}});
            else xml_.element("f", content.formula);
            xml_.element("v", cell_text(content.value));
        } else if (text) {
            xml_.attribute("t", "s").element("v", to_string(texts_.number(content.value)));
        } else if (content.kind == Content::Kind::number) {
            xml_.element("v", content.value);
        }
        xml_.close();
    }

    void protection() {
        xml_.open("sheetProtection", {{"sheet", "1"},
                                      {"objects", "1"},
                                      {"scenarios", "1"},
                                      {"formatCells", "0"},
                                      {"formatColumns", "0"},
                                      {"formatRows", "0"},
                                      {"insertRows", sheet_.rows_grow ? "0" : "1"}});
        if (!(sheet_.filter == Area{})) xml_.attribute("autoFilter", "0");
        xml_.close();
    }

    void alarms() {
        int priority = 0;
        for (const Alarm& alarm : sheet_.alarms) {
            xml_.open("conditionalFormatting", {{"sqref", areas_text(alarm.areas)}});
            xml_.open(
                "cfRule",
                {{"type", "expression"}, {"dxfId", "0"}, {"priority", to_string(++priority)}});
            xml_.element("formula", alarm.formula).close().close();
        }
    }

    void validations() {
        if (sheet_.validations.empty()) return;
        xml_.open("dataValidations", {{"count", to_string(sheet_.validations.size())}});
        for (const Validation& each : sheet_.validations) {
            xml_.open("dataValidation", {{"type", each.list ? "list" : "custom"},
                                         {"allowBlank", "1"},
                                         {"showInputMessage", "1"},
                                         {"showErrorMessage", "1"},
                                         {"errorTitle", each.title},
                                         {"error", each.message}});
            if (!each.prompt.empty()) xml_.attribute("prompt", each.prompt);
            xml_.attribute("sqref", areas_text(each.areas));
            xml_.element("formula1", each.formula).close();
        }
        xml_.close();
    }

    void links() {
        if (sheet_.links.empty()) return;
        xml_.open("hyperlinks");
        for (const Link& link : sheet_.links)
            xml_.empty("hyperlink", {{"ref", name_of(link.at)}, {"location", link.target}});
        xml_.close();
    }

    void page() {
        xml_.empty("printOptions", {{"horizontalCentered", "1"}});
        xml_.empty("pageMargins", {{"left", "0.6"},
                                   {"right", "0.6"},
                                   {"top", "0.75"},
                                   {"bottom", "0.75"},
                                   {"header", "0.3"},
                                   {"footer", "0.3"}});
        xml_.open("pageSetup", {{"paperSize", sheet_.paper == Paper::a3 ? "8" : "9"}});
        if (sheet_.scale > 0) xml_.attribute("scale", to_string(sheet_.scale));
        xml_.attribute("orientation", sheet_.landscape ? "landscape" : "portrait");
        if (sheet_.scale == 0) xml_.attribute("fitToHeight", to_string(sheet_.pages_down));
        xml_.close();
        xml_.open("headerFooter").element("oddFooter", "&C第 &P 页，共 &N 页").close();
        new_pages("rowBreaks", sheet_.new_page_rows, last_column);
        new_pages("colBreaks", sheet_.new_pages, last_row);
    }

    void new_pages(std::string_view element, const std::vector<int>& firsts,
                   std::string_view last) {
        if (firsts.empty()) return;
        const std::string count = to_string(firsts.size());
        xml_.open(element, {{"count", count}, {"manualBreakCount", count}});
        for (const int first : firsts)
            xml_.empty("brk", {{"id", to_string(first)}, {"max", last}, {"man", "1"}});
        xml_.close();
    }

    const Sheet& sheet_;
    Styles& styles_;
    SharedTexts& texts_;
    XmlWriter xml_;
};

}  // namespace

int SharedTexts::number(std::string_view text) {
    ++uses_;
    const auto found = numbers_.find(text);
    if (found != numbers_.end()) return found->second;
    const auto added = numbers_.emplace(text, static_cast<int>(texts_.size())).first;
    texts_.push_back(added->first);
    return added->second;
}

std::string SharedTexts::xml() const {
    XmlWriter xml;
    xml.open("sst", {{"xmlns", main_namespace},
                     {"count", to_string(uses_)},
                     {"uniqueCount", to_string(texts_.size())}});
    for (std::string_view text : texts_) {
        xml.open("si").open("t");
        if (may_lose_blanks(text)) xml.attribute("xml:space", "preserve");
        xml.text(cell_text(text)).close().close();
    }
    return xml.finish();
}

std::string cell_text(std::string_view text) {
    // Most texts have none of what is escaped.
    const auto may_be_escaped = [](char c) { return is_control(c) || c == '_' || c == '\xEF'; };
    if (std::none_of(text.begin(), text.end(), may_be_escaped)) return std::string(text);
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view rest = text.substr(at);
        const char c = text[at];
        const bool wide = rest.starts_with("\uFFFE") || rest.starts_with("\uFFFF");
        if (is_escape(rest)) out += "_x005F_";
        else if (is_control(c)) out += fmt::format("_x{:04X}_", static_cast<int>(c));
        else if (wide) {
            out += rest.starts_with("\uFFFE") ? "_xFFFE_" : "_xFFFF_";
            at += 2;
        } else out += c;
    }
    return out;
}

std::string sheet_xml(const Sheet& sheet, Styles& styles, SharedTexts& texts, bool selected) {
    return SheetWriter(sheet, styles, texts).write(selected);
}

}  // namespace nianbao::xlsx
