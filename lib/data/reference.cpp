#include "nianbao/schema.hpp"

#include "data/field_kinds.hpp"
#include "report/layout_settings.hpp"

#include <fmt/format.h>

#include <string>

namespace nianbao {
namespace {

std::string_view written(Measure measure) {
    switch (measure) {
        case Measure::count:
            return "整数";
        case Measure::amount:
            return "数，最多六位小数";
        case Measure::change:
            return "`+3`、`-2` 或 `0`";
        case Measure::money:
            break;
    }
    return "数和单位：`251000元`、`25.1万元`";
}

std::string words_of(std::span<const LayoutValue> values) {
    std::string words;
    for (const LayoutValue& value : values)
        words += fmt::format("{}`{}` {}", words.empty() ? "" : "，", value.key, value.name);
    return words;
}

bool has_own_fields(int own) {
    for (const Field& field : report_fields) {
        if (field.parent == own) return true;
    }
    return false;
}

/// How to write the value of a field.
std::string value_of(int own) {
    const Field& field = report_fields[own];
    if (field.key == "unlisted") return "`0`：没有写出的各格都是零";
    if (own == own_field("form")) {
        std::string words;
        for (const Edition* edition : editions())
            words +=
                fmt::format("{}`{}` {}", words.empty() ? "" : "，", edition->year, edition->notice);
        return words + "；不写时由年度决定";
    }
    if (own == own_field("kind")) {
        std::string words;
        for (const Choice<Kind>& kind : kinds)
            words += fmt::format("{}`{}` {}", words.empty() ? "" : "，", kind.key, kind.name);
        return words;
    }
    if (own == own_field("year")) return "四位数字";
    if (own == own_field("members.sha256")) return "64 位十六进制数";
    if (field.parent == own_field("layout")) {
        for (const LayoutSetting& setting : layout_settings()) {
            if (setting.key == field.key)
                return setting.values.empty()
                           ? std::string(setting.says)
                           : fmt::format("{}：{}", setting.says, words_of(setting.values));
        }
    }
    if (own == own_field("processing_fees.notices")) return std::string(written(Measure::count));
    if (field.parent == own_field("processing_fees"))
        return "元，" + std::string(written(Measure::amount));
    if (data::among(data::lists, own)) return "一列，各有下面几项";
    if (data::among(data::texts, own)) return "文字，每行一段";
    if (data::among(data::dates, own)) return "日期，`2023-01-18`";
    return has_own_fields(own) ? "下面几项" : "一行文字";
}

int depth_of(int own) {
    int depth = 0;
    for (int at = report_fields[own].parent; at >= 0; at = report_fields[at].parent) ++depth;
    return depth;
}

std::string indented(int depth) {
    std::string text;
    for (int i = 0; i < depth; ++i) text += "　";
    return text;
}

std::string own_fields() {
    std::string text = "| 英文名 | 中文名 | 必写 | 值 |\n|---|---|---|---|\n";
    for (int own = 0; own < std::ssize(report_fields); ++own) {
        const Field& field = report_fields[own];
        const bool table =
            field.key == "disclosure" || field.key == "applications" || field.key == "disputes";
        text += fmt::format(
            "| {}`{}` | {}{} | {} | {} |\n", indented(depth_of(own)), field.key, field.name,
            field.printed.empty() ? "" : fmt::format("（{}）", field.printed),
            data::among(data::must, own) ? "是" : "", table ? "表格，各行各格见下" : value_of(own));
    }
    return text;
}

/// The rows and cells of a form, in the order of a data file. Says “同上” for a row with
/// the same cells as the one above.
std::string cells_of(const Form& form) {
    std::string text = "| 英文名 | 中文名 | 值 |\n|---|---|---|\n";
    std::string above;
    const auto depth = [&](int field) {
        int steps = 0;
        for (int at = form.fields[field].parent; at >= 0; at = form.fields[at].parent) ++steps;
        return steps;
    };
    for (int i = 0; i < std::ssize(form.fields); ++i) {
        const Field& field = form.fields[i];
        const std::string name =
            fmt::format("{}`{}` | {}{}", indented(depth(i)), field.key, field.name,
                        field.printed.empty() || field.printed == field.name
                            ? ""
                            : fmt::format("（{}）", field.printed));
        if (const int entry = entry_of(form, i); entry >= 0) {
            const bool in_row = field.parent >= 0;
            if (!in_row)
                text += fmt::format("| {} | {} |\n", name, written(form.entries[entry].measure));
            continue;
        }
        std::string cells;
        for (int k = i + 1; k < std::ssize(form.fields); ++k) {
            const Field& cell = form.fields[k];
            const int entry = cell.parent == i ? entry_of(form, k) : -1;
            if (entry >= 0)
                cells += fmt::format("{}`{}` {}", cells.empty() ? "" : "，", cell.key, cell.name);
        }
        const bool same = cells == above && !cells.empty();
        text += fmt::format("| {} | {} |\n", name,
                            cells.empty() ? "下面几行"
                            : same        ? "同上"
                                          : cells);
        if (!cells.empty()) above = cells;
    }
    return text;
}

}  // namespace

std::string data_file_reference() {
    std::string text =
        "# 数据文件的各项\n\n"
        "由程序中的表写成（`lib/report/fields.hpp`、`lib/report/forms/`），测试核对；写法和规定见 [README.zh-CN.md](../README.zh-CN.md#数据文件)。\n\n"
        "每一项写英文名或中文名都可以，但不能两个都写；括号里是表上的印法，带不带编号都行。缩进的项写在上面一项之内。\n\n" +
        own_fields();
    for (const Edition* edition : editions()) {
        text += fmt::format("\n## {} 年格式（{}）\n", edition->year, edition->notice);
        for (const Form* form : edition->forms) {
            text += fmt::format("\n### `{}` {}\n\n", form->key, form->name);
            text +=
                "一行可以写成一列数，按下面各格的顺序；也可以逐格写名称。每一格可以写成 `{value: 22, remark: 其中修订16件}`。\n\n" +
                cells_of(*form);
        }
    }
    return text;
}

}  // namespace nianbao
