// The sheets of words: how to fill the workbook in, 基本信息, and 正文, a row a paragraph.
#include "report/workbook.hpp"
#include "xlsx/filling.hpp"
#include "xlsx/reckoning.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::xlsx {
namespace {

bool is_date(int field) {
    return field == own_field("published") || field == own_field("signature.date");
}
bool is_fee(int field) { return report_fields[field].parent == own_field("processing_fees"); }

std::string path_of(int field) {
    std::string path(report_fields[field].key);
    for (int above = report_fields[field].parent; above >= 0; above = report_fields[above].parent)
        path = fmt::format("{}.{}", report_fields[above].key, path);
    return path;
}

/// The reader asks for the cells of a fee that a text speaks of.
bool fees_in_text(const Report& report) {
    return !report.processing_fees &&
           workbook::states_fee(report.introduction + "\n" + report.overview + "\n" +
                                report.problems + "\n" + report.other);
}

/// A field of 基本信息 as its cell shows it.
Content basic_content(const Filling& filling, int field) {
    const Report& report = filling.report;
    if (field == own_field("year")) return number_of(std::to_string(report.year));
    if (field == own_field("kind")) {
        for (const Choice<Kind>& kind : kinds) {
            if (kind.meaning == report.kind) return text_of(kind.name);
        }
    }
    const std::string path = path_of(field);
    if (is_date(field)) {
        if (field == own_field("published"))
            return report.published ? date_of(*report.published) : Content{};
        return report.signature ? date_of(report.signature->date) : Content{};
    }
    const std::string_view text = text_at(filling.parts, path);
    if (is_fee(field) && !text.empty()) return content_of(*Amount::parse(text));
    if (is_fee(field) && fees_in_text(report)) return text_of(workbook::in_the_text);
    return text_of(text);
}

const Style heading_style{
    .bold = true, .fill = Fill::heading, .bordered = true, .across = Across::centre};

/// Dates with one of the year in which the report is made, the next one.
std::string explanation_of(int field, int year) {
    std::string says(workbook::basic_explanation(field));
    if (is_date(field)) says += fmt::format("；写作 {}-01-20", year + 1);
    return says;
}

}  // namespace

Page guide_page(const Filling& filling) {
    Page page;
    Sheet& sheet = page.sheet;
    sheet.name = workbook::sheet_name(workbook::Sheet::guide);
    sheet.widths[0] = 78;
    const Report& report = filling.report;
    sheet.put(
        {0, 0},
        text_of(fmt::format("{}{}年政府信息公开工作年度报告填报表", report.agency, report.year)),
        title_style);
    sheet.heights[0] = 48;
    const auto name = [](workbook::Sheet which) { return workbook::sheet_name(which); };
    using enum workbook::Sheet;
    std::vector<std::string> lines = {
        fmt::format("格式依据：{}。浅黄色的格是要填的，其余的格有保护，不必改动。",
                    report.edition->notice),
        fmt::format("一、“{}”：核对单位、类别和年度，填联系方式、信息处理费和落款。", name(basics)),
        fmt::format("二、“{}”：一格写一段。小标题单独一格，序号照样写，例如“（一）主动公开情况”。"
                    "段落多于空格的，在本部分中间插入行；“{}”一列只供参考，不会读取。",
                    name(prose), workbook::last_years_text),
        fmt::format("三、“{}”“{}”“{}”：每格填 0 或正整数，不写单位，没有的填 0。总计自动计算。"
                    "数后面要说明的，写作：22（其中修订16件）。全表没有业务的，“填法”选“{}”。",
                    name(disclosure), name(applications), name(disputes), workbook::rest_is_zero),
        fmt::format("四、“{}”：各项核对都对时，“结果”一列是空的；不对的变红，并写明差多少。"
                    "数有不对的，表格旁边也有红字（例如“差 1”）。",
                    name(checks)),
        "五、格的右上角有红色小三角的，指着它可以看到上年的数。",
        fmt::format(
            "六、可以从别的表粘贴，粘贴时选“数值”。表格下面的{}、{}等栏用于打印以后签字盖章，"
            "填的内容不会写进报告。",
            workbook::foot_labels[0], workbook::foot_labels[2]),
        "七、填好以后不要改名、删除或者移动工作表，把这个文件原样交回。",
    };
    if (filling.ledger)
        lines.insert(
            lines.begin() + 4,
            fmt::format("　　有“{}”的：每件申请登记一行，“{}”的各格就按它汇总；不登记姓名。",
                        name(ledger), name(applications)));
    int row = 1;
    for (const std::string& line : lines) {
        sheet.put({row, 0}, text_of(line),
                  {.face = Face::fang, .points = 14, .across = Across::left, .wrapped = true});
        sheet.heights[row] = 10 + 20.0 * lines_in(line, sheet.widths[0] / 1.28);
        ++row;
    }
    sheet.printed = {{0, 0}, {row - 1, 0}};
    return page;
}

Page basics_page(const Filling& filling) {
    Page page;
    Sheet& sheet = page.sheet;
    sheet.name = workbook::sheet_name(workbook::Sheet::basics);
    sheet.widths = {{0, 22}, {1, 46}, {2, 50}};
    sheet.cover({{0, 0}, {0, 2}}, text_of(sheet.name), title_style);
    sheet.heights[0] = 34;
    int row = 1;
    sheet.put({row, 0}, text_of("项目"), heading_style);
    sheet.put({row, 1}, text_of("填写"), heading_style);
    sheet.put({row, 2}, text_of("说明"), heading_style);
    sheet.heights[row] = 24;

    std::vector<At> numbers, money;
    for (const int field : workbook::basic_fields()) {
        const At at{++row, 1};
        sheet.put({row, 0}, text_of(workbook::basic_label(field)), label_style);
        Style style = input_style;
        style.shown = is_date(field)                                ? Shown::date
                      : is_fee(field) || field == own_field("year") ? Shown::general
                                                                    : Shown::text;
        const bool blank = filling.to_fill_in && (is_date(field) || is_fee(field));
        const Content content = blank ? Content{} : basic_content(filling, field);
        sheet.put(at, content, style);
        const std::string says = explanation_of(field, filling.report.year);
        sheet.put({row, 2}, text_of(says), hint_style).style.bordered = true;
        sheet.heights[row] = 10 + 15.0 * std::max(lines_in(content.value, 46), lines_in(says, 50));
        page.name(path_of(field), at);
        if (const std::string_view before = text_at(filling.last_parts, path_of(field));
            !before.empty() && field != own_field("year") && field != own_field("kind"))
            sheet.notes[at] = fmt::format("上年：{}", before);
        if (field == own_field("processing_fees.notices")) numbers.push_back(at);
        else if (is_fee(field)) money.push_back(at);
        if (field == own_field("year")) {
            sheet.validations.push_back(
                {{{at, at}},
                 false,
                 fmt::format("AND(ISNUMBER({0}),{0}>=2019,{0}<=2999,{0}=INT({0}))", name_of(at)),
                 "要填年度",
                 "这里填四位数的年度，例如 2025"});
        }
        if (field == own_field("kind")) {
            std::string words;
            for (const Choice<Kind>& kind : kinds)
                words += (words.empty() ? "" : ",") + std::string(kind.name);
            sheet.validations.push_back(
                {{{at, at}}, true, literal(words), "请选类别", "只能从列出的四种中选一种"});
        }
    }
    sheet.validations.push_back(whole_numbers(numbers));
    sheet.validations.push_back(amounts(money));
    sheet.printed = {{0, 0}, {row, 2}};
    sheet.head_rows = 2;
    return page;
}

Page prose_page(const Filling& filling) {
    constexpr int spare = 3, least = 6;  // rows to type in
    constexpr double highest = 409;      // of a row, as programs have it
    Page page;
    Sheet& sheet = page.sheet;
    sheet.name = workbook::sheet_name(workbook::Sheet::prose);
    sheet.widths = {{0, 18}, {1, 84}, {2, 56}};
    sheet.landscape = sheet.rows_grow = true;
    sheet.pages_down = 0;
    sheet.cover({{0, 0}, {0, 2}}, text_of(sheet.name), title_style);
    sheet.heights[0] = 34;
    sheet.put({1, 0}, text_of("部分"), heading_style);
    sheet.put({1, 1}, text_of("正文（一格写一段）"), heading_style);
    sheet.put({1, 2}, text_of(workbook::last_years_text), heading_style);
    sheet.heights[1] = 24;
    Style text = input_style;
    text.down = Down::top;
    Style label = label_style, before = hint_style;
    label.bold = true;
    label.down = before.down = Down::top;
    before.bordered = true;
    int row = 2;
    for (const workbook::ProseField& prose : workbook::prose_fields) {
        const std::string path = path_of(prose.field);
        const std::vector<std::string> now = paragraphs_of(text_at(filling.parts, path)),
                                       old = paragraphs_of(text_at(filling.last_parts, path));
        const int rows =
            std::max({static_cast<int>(now.size()) + spare, static_cast<int>(old.size()), least});
        page.name(path, {{row, 1}, {row + rows - 1, 1}});
        for (int i = 0; i < rows; ++i, ++row) {
            const auto at = static_cast<std::size_t>(i);
            const std::string_view head =
                i == 0 ? workbook::prose_label(*filling.report.edition, prose) : std::string_view();
            sheet.put({row, 0}, text_of(head), label);
            sheet.put({row, 1}, text_of(at < now.size() ? now[at] : ""), text);
            sheet.put({row, 2}, text_of(at < old.size() ? old[at] : ""), before);
            int lines = 1;
            for (int column = 0; column < 3; ++column)
                lines = std::max(lines, lines_in(sheet.cells[{row, column}].content.value,
                                                 sheet.widths[column]));
            sheet.heights[row] = std::min(6 + 15.0 * lines, highest);
        }
    }
    sheet.head_rows = sheet.frozen_rows = 2;
    sheet.printed = {{0, 0}, {row - 1, 2}};
    return page;
}

}  // namespace nianbao::xlsx
