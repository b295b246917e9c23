#include "xlsx/package/book.hpp"

#include "office/package.hpp"
#include "pack/xml_writer.hpp"
#include "pack/zip_writer.hpp"
#include "xlsx/package/chart_xml.hpp"
#include "xlsx/package/sheet_xml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace nianbao::xlsx {
namespace {

std::string content_types(const std::vector<Sheet>& sheets) {
    office::ContentTypes types;
    const auto sheet_type = [](std::string_view what) {
        return fmt::format("{}spreadsheetml.{}+xml", office::office_type, what);
    };
    types.by_ending("rels", "application/vnd.openxmlformats-package.relationships+xml");
    types.by_ending("vml", fmt::format("{}vmlDrawing", office::office_type));
    types.by_ending("xml", "application/xml");
    types.part("/docProps/app.xml", fmt::format("{}extended-properties+xml", office::office_type));
    types.part("/docProps/core.xml", office::core_type);
    types.part("/xl/workbook.xml", sheet_type("sheet.main"));
    types.part("/xl/styles.xml", sheet_type("styles"));
    types.part("/xl/sharedStrings.xml", sheet_type("sharedStrings"));
    int charts = 0;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        types.part(fmt::format("/xl/worksheets/sheet{}.xml", i + 1), sheet_type("worksheet"));
        if (!sheets[i].notes.empty())
            types.part(fmt::format("/xl/comments{}.xml", i + 1), sheet_type("comments"));
        if (sheets[i].charts.empty()) continue;
        types.part(fmt::format("/xl/drawings/drawing{}.xml", i + 1),
                   fmt::format("{}drawing+xml", office::office_type));
        for (std::size_t chart = 0; chart < sheets[i].charts.size(); ++chart)
            types.part(fmt::format("/xl/charts/chart{}.xml", ++charts),
                       fmt::format("{}drawingml.chart+xml", office::office_type));
    }
    return types.finish();
}

/// The columns and rows that are repeated on each page: 'S'!$A:$B,'S'!$1:$3.
std::string heads(const Sheet& sheet) {
    const std::string name = quoted(sheet.name);
    std::string text;
    if (sheet.head_columns > 0)
        text = fmt::format("{}!$A:${}", name, column_letters(sheet.head_columns - 1));
    if (sheet.head_rows > 0)
        text += fmt::format("{}{}!$1:${}", text.empty() ? "" : ",", name, sheet.head_rows);
    return text;
}

std::string workbook(const Book& book) {
    XmlWriter xml;
    xml.open("workbook", {{"xmlns", main_namespace}, {"xmlns:r", relations_namespace}});
    xml.empty("workbookPr", {{"defaultThemeVersion", "124226"}});
    xml.empty("workbookProtection", {{"lockStructure", "1"}});
    xml.open("bookViews")
        .empty("workbookView", {{"xWindow", "0"},
                                {"yWindow", "0"},
                                {"windowWidth", "24000"},
                                {"windowHeight", "12000"},
                                {"activeTab", "0"}});
    xml.close().open("sheets");
    for (std::size_t i = 0; i < book.sheets.size(); ++i) {
        xml.open("sheet", {{"name", book.sheets[i].name}, {"sheetId", std::to_string(i + 1)}});
        if (book.sheets[i].hidden) xml.attribute("state", "hidden");
        xml.attribute("r:id", fmt::format("rId{}", i + 1)).close();
    }
    xml.close().open("definedNames");
    for (std::size_t i = 0; i < book.sheets.size(); ++i) {
        const Sheet& sheet = book.sheets[i];
        const std::string index = std::to_string(i), name = quoted(sheet.name);
        if (!(sheet.printed == Area{}))
            xml.element("definedName", name + "!" + fixed_name_of(sheet.printed),
                        {{"name", "_xlnm.Print_Area"}, {"localSheetId", index}});
        if (sheet.head_rows > 0 || sheet.head_columns > 0)
            xml.element("definedName", heads(sheet),
                        {{"name", "_xlnm.Print_Titles"}, {"localSheetId", index}});
        if (!(sheet.filter == Area{}))
            xml.element(
                "definedName", name + "!" + fixed_name_of(sheet.filter),
                {{"name", "_xlnm._FilterDatabase"}, {"localSheetId", index}, {"hidden", "1"}});
    }
    for (const DefinedName& each : book.names)
        xml.element("definedName",
                    quoted(book.sheets[each.sheet].name) + "!" + fixed_name_of(each.area),
                    {{"name", each.name}});
    xml.close();
    return xml.finish();
}

/// What belongs to a sheet: its notes and charts. `charts`: how many there were before.
void add_beside(ZipWriter& zip, const Sheet& sheet, int number, int& charts) {
    if (sheet.notes.empty() && sheet.charts.empty()) return;
    office::Relations own;
    if (!sheet.notes.empty()) {
        own.add("vmlDrawing", fmt::format("../drawings/vmlDrawing{}.vml", number));
        own.add("comments", fmt::format("../comments{}.xml", number));
    }
    if (!sheet.charts.empty()) own.add("drawing", fmt::format("../drawings/drawing{}.xml", number));
    zip.add(fmt::format("xl/worksheets/_rels/sheet{}.xml.rels", number), own.finish());
    if (!sheet.notes.empty()) {
        zip.add(fmt::format("xl/comments{}.xml", number), notes_xml(sheet));
        zip.add(fmt::format("xl/drawings/vmlDrawing{}.vml", number), note_boxes_xml(sheet, number));
    }
    if (sheet.charts.empty()) return;
    office::Relations drawn;
    std::vector<std::pair<std::string, std::string>> parts;
    for (const Chart& chart : sheet.charts) {
        const std::string name = fmt::format("charts/chart{}.xml", ++charts);
        drawn.add("chart", "../" + name);
        parts.emplace_back("xl/" + name, chart_xml(sheet, chart));
    }
    zip.add(fmt::format("xl/drawings/drawing{}.xml", number), drawing_xml(sheet));
    zip.add(fmt::format("xl/drawings/_rels/drawing{}.xml.rels", number), drawn.finish());
    for (const auto& [name, bytes] : parts) zip.add(name, bytes);
}

std::string sheet_part(std::size_t i) { return fmt::format("xl/worksheets/sheet{}.xml", i + 1); }

}  // namespace

std::string quoted(const std::string& sheet) { return "'" + sheet + "'"; }

std::string Book::write() const {
    Styles styles;
    SharedTexts texts;
    // What they share stands before the sheets, and is known when they are written.
    std::vector<ZipWriter::Packed> written;
    for (std::size_t i = 0; i < sheets.size(); ++i)
        written.push_back(
            ZipWriter::pack(sheet_part(i), sheet_xml(sheets[i], styles, texts, i == 0)));

    ZipWriter zip;
    zip.add("[Content_Types].xml", content_types(sheets));
    office::Relations package;
    package.add("officeDocument", "xl/workbook.xml");
    package.add("metadata/core-properties", "docProps/core.xml");
    package.add("extended-properties", "docProps/app.xml");
    zip.add("_rels/.rels", package.finish());
    zip.add("docProps/app.xml", office::program_properties(agency));
    zip.add("docProps/core.xml", office::core_properties(title, agency));
    zip.add("xl/workbook.xml", workbook(*this));
    office::Relations parts;
    for (std::size_t i = 0; i < sheets.size(); ++i)
        parts.add("worksheet", fmt::format("worksheets/sheet{}.xml", i + 1));
    parts.add("styles", "styles.xml");
    parts.add("sharedStrings", "sharedStrings.xml");
    zip.add("xl/_rels/workbook.xml.rels", parts.finish());
    zip.add("xl/styles.xml", styles.xml());
    zip.add("xl/sharedStrings.xml", texts.xml());
    int charts = 0;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        zip.add(sheet_part(i), written[i]);
        add_beside(zip, sheets[i], static_cast<int>(i) + 1, charts);
    }
    return zip.finish();
}

}  // namespace nianbao::xlsx
