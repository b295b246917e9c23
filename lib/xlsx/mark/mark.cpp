#include "nianbao/mark.hpp"

#include "notation/office/office_file.hpp"
#include "notation/xlsx/parts.hpp"
#include "pack/zip_writer.hpp"
#include "report/workbook.hpp"
#include "xlsx/mark/notes.hpp"
#include "xlsx/mark/xml_places.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <utility>
#include <vector>

namespace nianbao {
namespace {

constexpr std::string_view declared =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
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

std::string path_of_relations(std::string_view part) {
    const std::size_t slash = part.rfind('/');
    return fmt::format("{}_rels/{}.rels", part.substr(0, slash + 1), part.substr(slash + 1));
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
        for (const ZipPart& part : file_.parts()) {
            std::optional<std::string> text = file_.part(part.name);
            if (!text) break;
            parts_.push_back({part.name, *std::move(text)});
        }
        for (const notation::Relation& relation : file_.relations({})) {
            if (relation.is("officeDocument")) book_ = relation.target;
        }
        file_.read(book_, sheets_);
        relations_ = file_.relations(book_);
        if (!file_.fault().empty() || sheets_.sheets.empty())
            throw std::invalid_argument("no workbook: " + file_.fault());
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
        ZipWriter zip;
        for (const Part& part : parts_) zip.add(part.name, part.text);
        return zip.finish();
    }

private:
    struct Part {
        std::string name, text;
    };

    static void add_note(std::vector<CellNote>& notes, const Finding& finding) {
        const std::string address = cell_address(finding.place);
        const auto same = std::find_if(notes.begin(), notes.end(), [&](const CellNote& note) {
            return note.address == address;
        });
        if (same != notes.end()) same->text += "\n" + note_text(finding);
        else
            notes.push_back({finding.place.row, finding.place.column, address, note_text(finding)});
    }

    /// A part's text, by its name in whatever case; a new one if there is none.
    std::string& part(const std::string& name) {
        const ZipPart* known = file_.find(name);
        const std::string& own = known == nullptr ? name : known->name;
        const auto found = std::find_if(parts_.begin(), parts_.end(),
                                        [&](const Part& one) { return one.name == own; });
        return found == parts_.end() ? parts_.emplace_back(Part{name, {}}).text : found->text;
    }

    std::string new_name(std::string_view before, std::string_view after) {
        for (int number = 1;; ++number) {
            std::string name = fmt::format("{}{}{}", before, number, after);
            if (file_.find(name) == nullptr &&
                std::none_of(parts_.begin(), parts_.end(),
                             [&](const Part& one) { return one.name == name; }))
                return name;
        }
    }

    std::string part_of_sheet(int sheet) const {
        if (sheet < 0 || sheet >= std::ssize(sheets_.sheets)) return {};
        for (const notation::Relation& relation : relations_) {
            if (relation.id == sheets_.sheets[sheet].relation) return relation.target;
        }
        return {};
    }

    /// Lets a part refer to another one; returns by which id.
    std::string relate(const std::string& from, std::string_view type, const std::string& to) {
        std::string& relations = part(path_of_relations(from));
        if (relations.empty())
            relations = fmt::format(
                "{}<Relationships xmlns=\"http://schemas.openxmlformats.org/"
                "package/2006/relationships\"></Relationships>",
                declared);
        std::string id;
        for (int number = 1; id.empty() || relations.find(id) != relations.npos; ++number)
            id = fmt::format("nianbao{}", number);
        const XmlPlace root = root_of(relations);
        append_to(relations, root,
                  fmt::format("<{}Relationship Id=\"{}\" Type=\"http://schemas.openxmlformats.org/"
                              "officeDocument/2006/relationships/{}\" Target=\"/{}\"/>",
                              root.prefix, id, type, xml_text(to)));
        return id;
    }

    void declare(const std::string& name, std::string_view type) {
        std::string& types = part("[Content_Types].xml");
        const XmlPlace root = root_of(types);
        append_to(types, root,
                  fmt::format("<{}Override PartName=\"/{}\" ContentType=\"{}\"/>", root.prefix,
                              xml_text(name), type));
    }

    void declare_drawings() {
        std::string& types = part("[Content_Types].xml");
        if (types.find("\"vml\"") != types.npos || types.find("'vml'") != types.npos) return;
        const XmlPlace root = root_of(types);
        types.insert(root.open_end, fmt::format("<{}Default Extension=\"vml\" ContentType=\"{}\"/>",
                                                root.prefix, drawing_type));
    }

    void put_notes(int sheet, const std::vector<CellNote>& notes) {
        const std::string name = part_of_sheet(sheet);
        if (name.empty() || file_.find(name) == nullptr) return;
        std::string comments, drawing;
        for (const notation::Relation& relation : file_.relations(name)) {
            if (relation.is("comments")) comments = relation.target;
            if (relation.is("vmlDrawing")) drawing = relation.target;
        }
        if (comments.empty()) {
            comments = new_name("xl/comments_nianbao", ".xml");
            part(comments);
            relate(name, "comments", comments);
            declare(comments, comment_type);
        }
        std::vector<CellNote> added;
        part(comments) = with_notes(part(comments), notes, added);
        if (added.empty()) return;
        if (drawing.empty()) {
            drawing = new_name("xl/drawings/vmlDrawing_nianbao", ".vml");
            part(drawing);
            show_drawing(name, relate(name, "vmlDrawing", drawing));
            declare_drawings();
        }
        part(drawing) = with_shapes(part(drawing), added);
    }

    /// Names the drawing in the sheet, where the order of its parts has it.
    void show_drawing(const std::string& sheet, const std::string& id) {
        std::string& xml = part(sheet);
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

    static std::string row(std::string_view prefix, int number,
                           std::initializer_list<std::string_view> texts) {
        std::string cells;
        char column = 'A';
        for (std::string_view text : texts)
            cells += fmt::format(
                "<{0}c r=\"{1}{2}\" t=\"inlineStr\"><{0}is><{0}t "
                "xml:space=\"preserve\">{3}</{0}t></{0}is></{0}c>",
                prefix, column++, number, xml_text(text));
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
            if (sheets_.sheets[i].name != checks || file_.find(name) == nullptr) continue;
            RowCounter counter;
            if (!file_.read(name, counter)) continue;
            std::string& xml = part(name);
            const XmlPlace data = child_of_root(xml, {"sheetData"});
            if (!data.found) continue;
            append_to(xml, data, rows(std::string(data.prefix), counter.rows + 2, findings));
            return;
        }
        add_list_sheet(findings);
    }

    void add_list_sheet(const std::vector<const Finding*>& findings) {
        const std::string name = new_name("xl/worksheets/nianbao", ".xml");
        part(name) = fmt::format(
            "{}<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            "<cols><col min=\"1\" max=\"3\" width=\"18\" customWidth=\"1\"/>"
            "<col min=\"4\" max=\"5\" width=\"60\" customWidth=\"1\"/></cols>"
            "<sheetData>{}</sheetData></worksheet>",
            declared, rows({}, 1, findings));
        declare(name, sheet_type);
        const std::string id = relate(book_, "worksheet", name);
        std::string& book = part(book_);
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

    notation::OfficeFile file_;
    notation::BookReader sheets_;
    std::string book_;
    std::vector<notation::Relation> relations_;
    std::vector<Part> parts_;
};

}  // namespace

std::string mark_workbook(std::string_view bytes, std::span<const Finding> findings) {
    return Marker(bytes).mark(findings);
}

}  // namespace nianbao
