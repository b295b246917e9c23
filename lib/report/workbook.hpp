// The workbook that offices fill in: its sheets, the names of its cells, and the words
// that its choices have. One table for who writes workbooks and who reads them.
#pragma once

#include "report/fields.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace nianbao::workbook {

/// Of the layout described here; the hidden sheet tells it.
inline constexpr int layout_version = 1;

/// In the order of the workbook.
enum class Sheet : std::uint8_t {
    guide,
    basics,
    prose,
    disclosure,
    applications,
    disputes,
    checks,
    ledger,  // not in every workbook
    hidden,
};

inline constexpr std::string_view sheet_names[] = {"填写说明", "基本信息",   "正文",
                                                   "主动公开", "依申请公开", "复议诉讼",
                                                   "核对",     "申请台账",   "nianbao"};

constexpr std::string_view sheet_name(Sheet sheet) {
    return sheet_names[static_cast<std::size_t>(sheet)];
}

/// The sheet of a table; `key` is its form's. REQUIRES: a form has that key.
Sheet sheet_of(std::string_view key);

/// The defined name of a field's cell or range: "nb." and its path of English keys,
/// "nb.applications.received.total", "nb.overview".
std::string defined_name(std::string_view path);

/// The path that a defined name stands for, in whatever letters programs wrote the
/// prefix; empty if it is no name of ours.
std::string_view path_of_name(std::string_view name);

/// The fields of 基本信息, a row each, as indices of report_fields, in the order of the
/// rows. The label is the field's name, the longer wording if it has one.
std::span<const int> basic_fields();
std::string_view basic_label(int field);
/// What the workbook says beside the cell of such a field; empty: nothing.
std::string_view basic_explanation(int field);

/// The texts of 正文: their field, and the heading that stands left of them; the edition
/// has that of a section.
struct ProseField {
    int field;
    int section;  // index among Edition::headings; -1: the name of the field
};
inline constexpr ProseField prose_fields[] = {
    {own_field("introduction"), -1},
    {own_field("overview"), 0},
    {own_field("problems"), 4},
    {own_field("other"), 5},
};
std::string_view prose_label(const Edition& edition, const ProseField& prose);

/// Heads the column of 正文 that is not read.
inline constexpr std::string_view last_years_text = "上年原文（参考）";

/// What stands in `nb.TABLE.unlisted`: nothing or the first, or the second, as
/// `unlisted: 0` in a data file.
inline constexpr std::string_view fill_each = "逐项填写", rest_is_zero = "本年无此业务，其余填0";

/// What stands in the cells of 信息处理费 if the report says of them in its text alone,
/// and gives none: not given, and not forgotten.
inline constexpr std::string_view in_the_text = "见正文";

/// True if a text says how much 信息处理费 there was: “收取信息处理费200元”. Then its cells
/// may not be blank.
bool states_fee(std::string_view prose);

/// The brackets about the remark in a cell: 22（其中修订16件）.
inline constexpr std::string_view remark_begin = "（", remark_end = "）";

/// The keys of the hidden sheet, column A from row 1 on, before the paths of parts of the
/// report that have no cell elsewhere; their texts stand in column B.
inline constexpr std::string_view key_layout = "nianbao", key_program = "program",
                                  key_form = "form", key_agency = "agency", key_year = "year",
                                  key_kind = "kind", key_draft = "draft";

/// Labels of the cells below each table, for those who sign it. Never read.
inline constexpr std::string_view foot_labels[] = {
    "填报人", "电话", "审核人", "单位负责人（签字）", "填报日期", "单位（盖章）"};

/// The columns of 申请台账. A line counts as 本年新收 unless it says 是 in the last one.
inline constexpr std::string_view ledger_columns[] = {"序号", "申请人类型", "办理结果",
                                                      "是否上年结转"};

}  // namespace nianbao::workbook
