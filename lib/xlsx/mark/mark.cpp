#include "nianbao/mark.hpp"

#include "notation/office/edited_file.hpp"
#include "notation/office/xml_places.hpp"
#include "notation/xlsx/parts.hpp"
#include "notation/xlsx/workbook.hpp"
#include "recognise/draft_number.hpp"
#include "report/workbook.hpp"
#include "xlsx/mark/notes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <utility>
#include <vector>

namespace nianbao {
namespace {

using notation::xml_declaration;

constexpr std::string_view list_name = "核对意见";
constexpr std::string_view comment_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
constexpr std::string_view sheet_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
constexpr std::string_view drawing_type =
    "application/vnd.openxmlformats-officedocument.vmlDrawing";

std::string note_text(const Finding& finding) {
    return fmt::format("{} {}：{}{}", level_of(finding), finding.rule, finding.message,
                       finding.hint.empty() ? "" : "\n提示：" + finding.hint);
}

/// The highest number that rows of a sheet say they have.
class RowCounter : public XmlHandler {
public:
    void open(const XmlElement& element) override {
        if (element.name.local != "row" || !notation::is_sheet_space(element.name.space)) return;
        const std::string number(element.value("r"));
        rows = std::max(rows, number.empty() ? rows + 1 : std::atoi(number.c_str()));
    }
    void close(const XmlName&) override {}
    void text(std::string_view) override {}

    int rows = 0;
};

/// One workbook on its way back to the office.
class Marker {
public:
    explicit Marker(std::string_view bytes) : file_(bytes) {
        for (const notation::Relation& relation : file_.original().relations({})) {
            if (relation.is("officeDocument")) book_ = relation.target;
        }
        file_.original().read(book_, sheets_);
        relations_ = file_.original().relations(book_);
        if (!file_.original().fault().empty() || sheets_.sheets.empty())
            throw std::invalid_argument("no workbook: " + file_.original().fault());
    }

    /// 稿次 becomes that of the return, and higher than it was in any case.
    void number(std::string_view bytes, int returns) {
        const notation::ReadWorkbook read = notation::read_workbook(bytes, {});
        if (!read.workbook) return;
        const auto draft = recognise::draft_number(read.workbook->draft);
        const std::string name = draft ? part_of_sheet(draft->sheet) : std::string();
        if (name.empty() || !file_.has(name)) return;
        std::string& xml = file_.part(name);
        const std::string address = fmt::format("B{}", draft->row + 1);
        for (const XmlPlace& cell : elements_of(xml, "c")) {
            if (attribute_of(xml, cell, "r") != address) continue;
            const std::string_view style = attribute_of(xml, cell, "s");
            xml.replace(cell.begin, cell.end - cell.begin,
                        cell_of(cell.prefix, address, style,
                                std::to_string(std::max(draft->number + 1, returns))));
            return;
        }
    }

    std::string mark(std::span<const Finding> findings) {
        std::map<int, std::vector<CellNote>> notes;  // by sheet
        std::vector<const Finding*> told;
        for (const Finding& finding : findings) {
            if (!finding.waived.empty()) continue;
            told.push_back(&finding);
            const Place& place = finding.place;
            if (place.kind == Place::Kind::cell && place.row > 0)
                add_note(notes[place.part - 1], finding);
        }
        for (const auto& [sheet, of_sheet] : notes) put_notes(sheet, of_sheet);
        put_list(told);
        return file_.bytes();
    }

private:
    static void add_note(std::vector<CellNote>& notes, const Finding& finding) {
        const std::string address = cell_address(finding.place);
        const auto same = std::find_if(notes.begin(), notes.end(), [&](const CellNote& note) {
            return note.address == address;
        });
        if (same != notes.end()) same->text += "\n" + note_text(finding);
        else
            notes.push_back({finding.place.row, finding.place.column, address, note_text(finding)});
    }

    std::string part_of_sheet(int sheet) const {
        if (sheet < 0 || sheet >= std::ssize(sheets_.sheets)) return {};
        for (const notation::Relation& relation : relations_) {
            if (relation.id == sheets_.sheets[sheet].relation) return relation.target;
        }
        return {};
    }

    void put_notes(int sheet, const std::vector<CellNote>& notes) {
        const std::string name = part_of_sheet(sheet);
        if (name.empty() || !file_.has(name)) return;
        std::string comments, drawing;
        for (const notation::Relation& relation : file_.original().relations(name)) {
            if (relation.is("comments")) comments = relation.target;
            if (relation.is("vmlDrawing")) drawing = relation.target;
        }
        if (comments.empty()) {
            comments = file_.new_name("xl/comments_nianbao", ".xml");
            file_.part(comments);
            file_.relate(name, "comments", comments);
            file_.declare(comments, comment_type);
        }
        std::vector<CellNote> added;
        file_.part(comments) = with_notes(file_.part(comments), notes, added);
        if (added.empty()) return;
        if (drawing.empty()) {
            drawing = file_.new_name("xl/drawings/vmlDrawing_nianbao", ".vml");
            file_.part(drawing);
            show_drawing(name, file_.relate(name, "vmlDrawing", drawing));
            file_.declare_ending("vml", drawing_type);
        }
        file_.part(drawing) = with_shapes(file_.part(drawing), added);
    }

    /// Names the drawing in the sheet, where the order of its parts has it.
    void show_drawing(const std::string& sheet, const std::string& id) {
        std::string& xml = file_.part(sheet);
        const XmlPlace root = root_of(xml);
        const XmlPlace after =
            child_of_root(xml, {"legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls",
                                "webPublishItems", "tableParts", "extLst"});
        xml.insert(after.found ? after.begin : root.close,
                   fmt::format("<{}legacyDrawing xmlns:nb=\"http://schemas.openxmlformats.org/"
                               "officeDocument/2006/relationships\" nb:id=\"{}\"/>",
                               root.prefix, id));
    }

    // ------------------------------------------------------------ the list

    static std::string cell_of(std::string_view prefix, std::string_view address,
                               std::string_view style, std::string_view text) {
        return fmt::format(
            "<{0}c r=\"{1}\"{2} t=\"inlineStr\"><{0}is><{0}t "
            "xml:space=\"preserve\">{3}</{0}t></{0}is></{0}c>",
            prefix, address, style.empty() ? "" : fmt::format(" s=\"{}\"", style), xml_text(text));
    }

    static std::string row(std::string_view prefix, int number,
                           std::initializer_list<std::string_view> texts) {
        std::string cells;
        char column = 'A';
        for (std::string_view text : texts)
            cells += cell_of(prefix, fmt::format("{}{}", column++, number), {}, text);
        return fmt::format("<{0}row r=\"{1}\">{2}</{0}row>", prefix, number, cells);
    }

    static std::string rows(std::string_view prefix, int first,
                            const std::vector<const Finding*>& findings) {
        std::string all = row(prefix, first, {list_name});
        if (findings.empty()) return all + row(prefix, first + 1, {"没有问题"});
        all += row(prefix, first + 1, {"位置", "级别", "规则", "问题", "怎么办"});
        int number = first + 2;
        for (const Finding* finding : findings) {
            Place place = finding->place;
            place.file.clear();
            all += row(prefix, number++,
                       {place_text(place), level_of(*finding), finding->rule, finding->message,
                        finding->hint});
        }
        return all;
    }

    void put_list(const std::vector<const Finding*>& findings) {
        const std::string_view checks = workbook::sheet_name(workbook::Sheet::checks);
        for (int i = 0; i < std::ssize(sheets_.sheets); ++i) {
            const std::string name = part_of_sheet(i);
            if (sheets_.sheets[i].name != checks || !file_.has(name)) continue;
            RowCounter counter;
            if (!file_.original().read(name, counter)) continue;
            std::string& xml = file_.part(name);
            const XmlPlace data = child_of_root(xml, {"sheetData"});
            if (!data.found) continue;
            append_to(xml, data, rows(std::string(data.prefix), counter.rows + 2, findings));
            return;
        }
        add_list_sheet(findings);
    }

    void add_list_sheet(const std::vector<const Finding*>& findings) {
        const std::string name = file_.new_name("xl/worksheets/nianbao", ".xml");
        file_.part(name) = fmt::format(
            "{}<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            "<cols><col min=\"1\" max=\"3\" width=\"18\" customWidth=\"1\"/>"
            "<col min=\"4\" max=\"5\" width=\"60\" customWidth=\"1\"/></cols>"
            "<sheetData>{}</sheetData></worksheet>",
            xml_declaration, rows({}, 1, findings));
        file_.declare(name, sheet_type);
        const std::string id = file_.relate(book_, "worksheet", name);
        std::string& book = file_.part(book_);
        const XmlPlace sheets = child_of_root(book, {"sheets"});
        int number = 1;
        while (book.find(fmt::format("sheetId=\"{}\"", number)) != book.npos) ++number;
        append_to(book, sheets,
                  fmt::format("<{}sheet xmlns:nb=\"http://schemas.openxmlformats.org/"
                              "officeDocument/2006/relationships\" name=\"{}\" sheetId=\"{}\" "
                              "nb:id=\"{}\"/>",
                              sheets.prefix, free_name(), number, id));
    }

    /// A name that no sheet has.
    std::string free_name() const {
        std::string name(list_name);
        for (int number = 2;
             std::any_of(sheets_.sheets.begin(), sheets_.sheets.end(),
                         [&](const notation::SheetEntry& sheet) { return sheet.name == name; });
             ++number)
            name = fmt::format("{}{}", list_name, number);
        return name;
    }

    notation::EditedFile file_;
    notation::BookReader sheets_;
    std::string book_;
    std::vector<notation::Relation> relations_;
};

}  // namespace

std::string mark_workbook(std::string_view bytes, std::span<const Finding> findings, int returns) {
    Marker marker(bytes);
    marker.number(bytes, returns);
    return marker.mark(findings);
}

}  // namespace nianbao
