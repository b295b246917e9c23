// 台账.xlsx: the sheets.
#include "county/desk/ledger/ledger.hpp"
#include "county/desk/reading/moments.hpp"
#include "xlsx/package/book.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nianbao::desk {
namespace {

using xlsx::Across;
using xlsx::Area;
using xlsx::At;
using xlsx::Colour;
using xlsx::Content;
using xlsx::Face;
using xlsx::Fill;
using xlsx::Sheet;
using xlsx::SheetRow;
using xlsx::Style;

constexpr int heads_row = 2, first_row = 3;  // below the title and what the colours mean
constexpr int most_lines = 4;                // of a row that is not made higher
constexpr double line_height = 14.5;

const Style title_style{
    .face = Face::hei, .points = 16, .bold = true, .across = Across::centre, .wrapped = true};
const Style hint_style{
    .points = 9, .colour = Colour::grey, .across = Across::left, .wrapped = true};
const Style head_style{.points = 10,
                       .bold = true,
                       .fill = Fill::heading,
                       .bordered = true,
                       .across = Across::centre,
                       .wrapped = true};

const Style file_style{.points = 10, .bordered = true, .across = Across::left, .wrapped = true};

Style cell_style(const Column& column, bool alarming) {
    Style style{.points = 10, .bordered = true, .wrapped = true};
    style.across = column.left ? Across::left : Across::centre;
    if (alarming) style.colour = Colour::red;
    if (column.typed != nullptr) {
        style.fill = Fill::input;
        style.unlocked = true;
        style.shown = xlsx::Shown::text;
    }
    return style;
}

/// What an eye that runs down the column is to stop at.
bool alarming(const Column& column, const LedgerRow& row) {
    if (column.head == "报送") return row.submission != Submission::in_time && row.on_list;
    if (column.head == "须改") return row.counts.to_mend > 0;
    if (column.head == "审核")
        return row.review == Review::unreadable || row.review == Review::returned;
    if (column.head == "发布") return row.publication > Publication::in_time;
    return false;
}

/// Lines that a text takes in so many digits of width.
int lines_of(std::string_view text, double width) {
    double units = 0;
    int lines = 1;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0) == 0x80) continue;
        const double wide = byte < 0x80 ? 1 : 2;
        if (c == '\n' || units + wide > width - 1) {
            ++lines;
            units = 0;
        }
        units += wide;
    }
    return lines;
}

Content content_of(const Column& column, std::string text) {
    const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
    return column.number && digits ? xlsx::number_of(std::move(text)) : xlsx::text_of(text);
}

/// “云溪县2026年度政府信息公开工作年度报告报送审核台账（截至1月15日17:00，应报100家 …）”
std::string title_of(const DeskHead& head) {
    return fmt::format(
        "{}{}年度政府信息公开工作年度报告报送审核台账\n（截至{}，应报{}家，已报{}家，未报{}家，审核通过{}家）",
        head.county, head.year, moment_text(head.now), head.expected, head.sent,
        head.expected - head.sent, head.passed);
}

void choose_from(Sheet& sheet, int column, int rows, std::string words, std::string message) {
    xlsx::Validation validation;
    validation.areas = {{{first_row, column}, {first_row + rows - 1, column}}};
    validation.list = true;
    validation.formula = "\"" + std::move(words) + "\"";
    validation.title = "请从列出的中选";
    validation.message = std::move(message);
    sheet.validations.push_back(std::move(validation));
}

/// A list of the files that may count, for each office that has sent several.
void choose_files(Sheet& sheet, int column, const Collected& collected) {
    constexpr std::size_t longest_list = 255;  // characters that a list may have
    for (int k = 0; k < std::ssize(collected.rows); ++k) {
        std::string names;
        for (const std::string& name : collected.rows[static_cast<std::size_t>(k)].candidates) {
            if (name.find_first_of(",\"") != name.npos) continue;
            names += (names.empty() ? "" : ",") + name;
        }
        if (names.empty() || names.size() > longest_list) continue;
        xlsx::Validation validation;
        validation.areas = {{{first_row + k, column}, {first_row + k, column}}};
        validation.list = true;
        validation.formula = "\"" + names + "\"";
        validation.title = "请从来件中选";
        validation.message = "这个单位有几份来件，选算数的一份；几个同名的，写上文件夹";
        sheet.validations.push_back(std::move(validation));
    }
}

/// The officer's own column.
constexpr Column added_column{
    .head = {}, .width = 14, .shown = nullptr, .typed = &OfficerColumns::remarks, .left = true};

/// Heads of the columns that officers added, in the order in which they stand.
std::vector<std::string> added_heads(const Collected& collected) {
    std::vector<std::string> heads;
    for (const LedgerRow& row : collected.rows) {
        for (const auto& [head, text] : row.added) {
            if (std::find(heads.begin(), heads.end(), head) == heads.end()) heads.push_back(head);
        }
    }
    return heads;
}

SheetRow ledger_row(const Collected& collected, const std::vector<std::string>& added, int k) {
    const LedgerRow& row = collected.rows[static_cast<std::size_t>(k)];
    SheetRow out;
    int lines = 1, at = 0;
    out.put(at++, xlsx::number_of(std::to_string(k + 1)),
            cell_style({.head = {}, .width = 5, .shown = nullptr}, false));
    for (const Column& column : columns()) {
        std::string text = shown_in(column, row);
        lines = std::max(lines, lines_of(text, column.width));
        out.put(at++, content_of(column, std::move(text)),
                cell_style(column, alarming(column, row)));
    }
    for (const auto& [head, text] : row.added) {
        const auto own = std::find(added.begin(), added.end(), head) - added.begin();
        out.put(at + static_cast<int>(own), xlsx::text_of(text), cell_style(added_column, false));
        lines = std::max(lines, lines_of(text, added_column.width));
    }
    out.height = line_height * std::min(lines, most_lines) + 5;
    return out;
}

Sheet ledger_sheet(const Collected& collected) {
    Sheet sheet;
    sheet.name = "台账";
    sheet.landscape = true;
    sheet.paper = xlsx::Paper::a3;
    sheet.pages_down = 0;
    sheet.rows_grow = true;
    sheet.head_rows = sheet.frozen_rows = first_row;
    sheet.frozen_columns = 2;
    const std::vector<std::string> added = added_heads(collected);
    const int own_columns = static_cast<int>(columns().size());
    const int last_column = own_columns + static_cast<int>(added.size());
    const int count = static_cast<int>(collected.rows.size());
    sheet.cover({{0, 0}, {0, last_column}}, xlsx::text_of(title_of(collected.head)), title_style);
    sheet.heights[0] = 48;
    sheet.cover(
        {{1, 0}, {1, last_column}},
        xlsx::text_of(
            "有底色的各栏由审核的同志填写，再次汇总时原样保留；其余各栏由程序填写。"
            "审核通过的，在“审核”栏写“审核通过”；须改、待核实、未比对都是 0 的，只说明核验无误。"),
        hint_style);
    sheet.heights[1] = 18;
    sheet.widths[0] = 5;
    sheet.put({heads_row, 0}, xlsx::text_of("序号"), head_style);
    for (int i = 0; i < own_columns; ++i) {
        const Column& column = columns()[static_cast<std::size_t>(i)];
        sheet.widths[i + 1] = column.width;
        sheet.put({heads_row, i + 1}, xlsx::text_of(column.head), head_style);
    }
    for (int i = own_columns; i < last_column; ++i) {
        sheet.widths[i + 1] = added_column.width;
        sheet.put({heads_row, i + 1},
                  xlsx::text_of(added[static_cast<std::size_t>(i - own_columns)]), head_style);
    }
    sheet.heights[heads_row] = 30;
    sheet.made = {first_row, count, last_column + 1,
                  [&collected, added](int k) { return ledger_row(collected, added, k); }};
    for (int i = 0; i < own_columns && count > 0; ++i) {
        const std::string_view head = columns()[static_cast<std::size_t>(i)].head;
        if (head == "审核")
            choose_from(sheet, i + 1, count, "审核通过,退回修改,待审核",
                        "通过的选“审核通过”，要退回的选“退回修改”；清空就由程序写");
        if (head == "采用文件") choose_files(sheet, i + 1, collected);
        if (head == "定稿") choose_from(sheet, i + 1, count, "是", "定稿的选“是”，没有的空着");
        if (head == "网页核对")
            choose_from(sheet, i + 1, count, "一致,不一致,未核对", "只能从列出的三种中选");
    }
    const int last_row = first_row + std::max(count, 1) - 1;
    sheet.filter = {{heads_row, 0}, {last_row, last_column}};
    sheet.printed = {{0, 0}, {last_row, last_column}};
    return sheet;
}

Sheet files_sheet(const Collected& collected) {
    struct FileColumn {
        std::string_view head;
        double width;
        std::string (*shown)(const DeskFile&);
    };
    static constexpr FileColumn own[] = {
        {"文件", 52, [](const DeskFile& f) { return f.path; }},
        {"单位", 30, [](const DeskFile& f) { return f.office; }},
        {"怎么处理的", 48, [](const DeskFile& f) { return f.says; }},
        {"报告所写的机关", 30, [](const DeskFile& f) { return f.agency; }},
        {"年度", 7, [](const DeskFile& f) { return f.year == 0 ? "" : std::to_string(f.year); }},
        {"稿次", 6, [](const DeskFile& f) { return f.draft == 0 ? "" : std::to_string(f.draft); }},
        {"首次见到", 18, [](const DeskFile& f) { return f.seen ? written(*f.seen) : ""; }},
    };
    Sheet sheet;
    sheet.name = "来件";
    sheet.landscape = true;
    sheet.pages_down = 0;
    sheet.rows_grow = true;
    sheet.head_rows = sheet.frozen_rows = 1;
    sheet.frozen_columns = 1;
    const int across = static_cast<int>(std::size(own)),
              count = static_cast<int>(collected.files.size());
    for (int i = 0; i < across; ++i) {
        sheet.widths[i] = own[i].width;
        sheet.put({0, i}, xlsx::text_of(own[i].head), head_style);
    }
    sheet.made = {
        1, count, across, [&collected](int k) {
            SheetRow row;
            for (int i = 0; i < static_cast<int>(std::size(own)); ++i)
                row.put(i,
                        xlsx::text_of(own[i].shown(collected.files[static_cast<std::size_t>(k)])),
                        file_style);
            return row;
        }};
    sheet.filter = sheet.printed = {{0, 0}, {std::max(count, 1), across - 1}};
    return sheet;
}

/// What the program says in the officer's columns, so that a cell with anything else was
/// typed.
Sheet own_sheet(const Collected& collected) {
    Sheet sheet;
    sheet.name = "nianbao";
    sheet.hidden = true;
    sheet.put({0, 0}, xlsx::text_of("单位全称"), {});
    int columns_of_officers = 1;
    for (const Column& each : columns()) {
        if (each.typed != nullptr)
            sheet.put({0, columns_of_officers++}, xlsx::text_of(each.head), {});
    }
    sheet.made = {1, static_cast<int>(collected.rows.size()), columns_of_officers,
                  [&collected](int k) {
                      const LedgerRow& row = collected.rows[static_cast<std::size_t>(k)];
                      SheetRow out;
                      int column = 0;
                      out.put(column++, xlsx::text_of(row.office.name), {});
                      for (const Column& each : columns()) {
                          if (each.typed == nullptr) continue;
                          if (const std::string& text = row.own.*each.typed; !text.empty())
                              out.put(column, xlsx::text_of(text), {});
                          ++column;
                      }
                      return out;
                  }};
    return sheet;
}

}  // namespace

std::string ledger_workbook(const Collected& collected) {
    xlsx::Book book;
    book.title = fmt::format("{}年度报送审核台账", collected.head.year);
    book.agency = collected.head.county;
    book.sheets = {ledger_sheet(collected), files_sheet(collected), own_sheet(collected)};
    return book.write();
}

}  // namespace nianbao::desk
