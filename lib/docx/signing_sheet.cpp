// 审签单, one A4 page.
#include "docx/body.hpp"
#include "docx/package.hpp"
#include "docx/styles.hpp"
#include "docx/write.hpp"
#include "nianbao/evidence.hpp"
#include "office/inner_pages.hpp"
#include "report/key_figures.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace nianbao {
namespace {

using docx::number;

// Twips. The margins leave the page to the form.
constexpr int page_width = 11906, page_height = 16838, side = 1474, top = 1304, bottom = 907;
constexpr int width = page_width - 2 * side;
constexpr int sheet_columns = 8;
constexpr int sheet_size = 24;  // 小四, in half points

/// A cell of a row: what stands in it, and over how many sheet_columns.
struct SheetCell {
    std::string text = {};
    int over = 1;
    std::string_view side = "center";
    bool at_foot = false;  // what is signed stands at the foot of its cell
};
struct SheetRow {
    int height;
    std::vector<SheetCell> cells;
};

constexpr std::string_view signed_line = "签字：　　　　　　　　　年　　月　　日";

std::string cell_text(const Report& report, std::string_view path) {
    const Cell* cell = report.cell(path);
    return cell == nullptr ? "—" : cell->value.to_string();
}

std::string sum_text(const Report& report, const std::array<std::string_view, 2>& paths) {
    return sum_of(report, paths).to_string();
}

/// “制发1，废止0，现行有效8”; the form of 2019 has other counts.
std::string documents_text(const Report& report) {
    std::string text;
    for (const auto& [name, path] :
         {std::pair{"制发", "disclosure.normative_documents.made"},
          std::pair{"废止", "disclosure.normative_documents.repealed"},
          std::pair{"有效", "disclosure.normative_documents.in_force"}}) {
        const Cell* cell = report.cell(path);
        if (cell != nullptr)
            text += fmt::format("{}{}{}", text.empty() ? "" : "\n", name, cell->value.to_string());
    }
    if (text.empty()) text = cell_text(report, "disclosure.normative_documents.made");
    return text;
}

/// “须改0处、请核实2处、建议1处；正文里的数字29个与表一致，7个未比对”
std::string compared_text(const Stages& stages) {
    if (stages.findings == nullptr || stages.figures == nullptr) return "没有核验";
    const auto count = [&](Severity severity) {
        return std::count_if(stages.findings->begin(), stages.findings->end(),
                             [&](const Finding& finding) {
                                 return finding.severity == severity && finding.waived.empty();
                             });
    };
    return fmt::format("须改{}处、请核实{}处、建议{}处；正文里的数字{}处一致、未比对{}处",
                       count(Severity::error), count(Severity::warning), count(Severity::advice),
                       stages.figures->agree, stages.figures->not_compared);
}

std::vector<SheetRow> rows_of(const Stages& stages) {
    const Report& report = stages.report;
    const std::string year = fmt::format("{}年", report.year);
    return {
        {560, {{"单位"}, {report.agency, 4}, {"年度"}, {year, 2}}},
        {700, {{"报告名称"}, {stages.document->metadata.title, 7}}},
        {560, {{"拟稿人"}, {"", 3}, {"拟稿科室", 2}, {"", 2}}},
        {760, {{"核稿"}, {"科室负责人" + std::string(signed_line), 7, "right", true}}},
        {1300,
         {{"数据核对"},
          {"依申请" + std::string(signed_line) + "\n法规" + std::string(signed_line) + "\n财务" +
               std::string(signed_line),
           7, "right"}}},
        {1300, {{"保密审查\n意见"}, {std::string(signed_line), 7, "right", true}}},
        {1900, {{"分管负责\n同志意见"}, {std::string(signed_line), 7, "right", true}}},
        {2060, {{"主要负责\n同志签发"}, {std::string(signed_line), 7, "right", true}}},
        {900, {{"报送日期"}, {"　　年　　月　　日", 3}, {"单位（盖章）", 2}, {"", 2}}},
        {480,
         {{"本年新收"},
          {"上年结转"},
          {"办理结果"},
          {"结转下年"},
          {"行政复议"},
          {"行政诉讼"},
          {"规范性文件"},
          {"收费(万元)"}}},
        {900,
         {{cell_text(report, "applications.received.total")},
          {cell_text(report, "applications.carried_in.total")},
          {cell_text(report, "applications.results.total.total")},
          {cell_text(report, "applications.carried_out.total")},
          {cell_text(report, "disputes.reconsideration.total")},
          {sum_text(report, {"disputes.litigation_direct.total",
                             "disputes.litigation_after_reconsideration.total"})},
          {documents_text(report)},
          {cell_text(report, "disclosure.administrative_charges")}}},
        {560, {{"程序核验"}, {compared_text(stages), 7, "left"}}},
    };
}

class SheetWriter {
public:
    std::string write(const Stages& stages) {
        xml_.open("w:document", {{"xmlns:w", docx::word_namespace}}).open("w:body");
        put_title();
        xml_.open("w:tbl").open("w:tblPr");
        xml_.empty("w:tblW", {{"w:w", number(width)}, {"w:type", "dxa"}});
        xml_.empty("w:jc", {{"w:val", "center"}});
        docx::put_borders(xml_);
        xml_.close().open("w:tblGrid");
        for (int i = 0; i < sheet_columns; ++i)
            xml_.empty("w:gridCol", {{"w:w", number(width_of(i, 1))}});
        xml_.close();
        for (const SheetRow& row : rows_of(stages)) put(row);
        xml_.close();
        xml_.open("w:p").open("w:pPr");
        xml_.empty("w:pStyle", {{"w:val", docx::style_of(Role::note)}}).close();
        put_run("本单只供单位内部审签，不随年度报告公布。", 0);
        xml_.close().open("w:sectPr");
        xml_.empty("w:pgSz", {{"w:w", number(page_width)}, {"w:h", number(page_height)}});
        xml_.empty("w:pgMar", {{"w:top", number(top)},
                               {"w:right", number(side)},
                               {"w:bottom", number(bottom)},
                               {"w:left", number(side)},
                               {"w:header", "567"},
                               {"w:footer", "567"},
                               {"w:gutter", "0"}});
        return xml_.finish();
    }

private:
    static int width_of(int column, int over) {
        return width * (column + over) / sheet_columns - width * column / sheet_columns;
    }

    void put_run(std::string_view text, int own_size) {
        xml_.open("w:r");
        if (own_size > 0) xml_.open("w:rPr").empty("w:sz", {{"w:val", number(own_size)}}).close();
        docx::put_text(xml_, to_utf32(text));
        xml_.close();
    }

    /// Narrow columns have 五号, a text of more than two lines 小五, so that it stays a page.
    static int size_of(const SheetCell& cell, bool narrow) {
        if (narrow) return 21;
        const int lines =
            docx::width_of(to_utf32(cell.text)) * sheet_size * 5 / (width_of(0, cell.over) - 80);
        return cell.side == "center" && lines >= 2 ? 18 : sheet_size;
    }

    void put_title() {
        xml_.open("w:p").open("w:pPr");
        xml_.empty("w:pStyle", {{"w:val", docx::style_of(Role::title)}});
        xml_.empty("w:spacing", {{"w:after", "240"}}).close();
        put_run("政府信息公开工作年度报告" + std::string(signing_title), 40);
        xml_.close();
    }

    void put(const SheetRow& row) {
        xml_.open("w:tr").open("w:trPr").empty("w:cantSplit");
        xml_.empty("w:trHeight", {{"w:val", number(row.height)}, {"w:hRule", "atLeast"}}).close();
        int column = 0;
        for (const SheetCell& cell : row.cells) {
            xml_.open("w:tc").open("w:tcPr");
            xml_.empty("w:tcW", {{"w:w", number(width_of(column, cell.over))}, {"w:type", "dxa"}});
            if (cell.over > 1) xml_.empty("w:gridSpan", {{"w:val", number(cell.over)}});
            xml_.empty("w:vAlign", {{"w:val", cell.at_foot ? "bottom" : "center"}}).close();
            xml_.open("w:p").open("w:pPr");
            xml_.empty("w:pStyle", {{"w:val", docx::style_of(Role::cell)}});
            xml_.empty("w:spacing", {{"w:before", "40"}, {"w:after", "40"}});
            if (cell.side == "right") xml_.empty("w:ind", {{"w:right", "240"}});
            xml_.empty("w:jc", {{"w:val", cell.side}}).close();
            put_run(cell.text, size_of(cell, row.cells.size() == sheet_columns));
            xml_.close().close();
            column += cell.over;
        }
        xml_.close();
    }

    XmlWriter xml_;
};

std::string sheet_settings_xml() {
    XmlWriter xml;
    xml.open("w:settings", {{"xmlns:w", docx::word_namespace}});
    xml.empty("w:zoom", {{"w:percent", "100"}});
    xml.open("w:compat")
        .empty("w:compatSetting", {{"w:name", "compatibilityMode"},
                                   {"w:uri", "http://schemas.microsoft.com/office/word"},
                                   {"w:val", "15"}});
    return xml.finish();
}

}  // namespace

std::string write_signing_sheet(const Stages& stages) {
    office::Relations relations;
    relations.add("styles", "styles.xml");
    relations.add("settings", "settings.xml");
    relations.add("fontTable", "fontTable.xml");
    const Layout& layout = stages.report.layout;
    Metadata about = stages.document->metadata;
    about.title += signing_title;
    return docx::packed({{"word/document.xml", SheetWriter().write(stages)},
                         {"word/_rels/document.xml.rels", relations.finish()},
                         {"word/fontTable.xml", docx::font_table_xml()},
                         {"word/settings.xml", sheet_settings_xml()},
                         {"word/styles.xml", docx::styles_xml(docx::Page(layout), layout, false)}},
                        about);
}

}  // namespace nianbao
