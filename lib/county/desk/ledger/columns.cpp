// The columns of the ledger, in their order: one table for who writes and who reads it.
#include "county/desk/ledger/ledger.hpp"

#include <fmt/format.h>

namespace nianbao::desk {
namespace {

std::string count_text(const LedgerRow& row, int count) {
    return row.chosen.empty() ? std::string() : std::to_string(count);
}

std::string alike_text(const LedgerRow& row) {
    if (row.alike.empty() || row.alike_percent > 0)
        return row.alike.empty() ? "" : fmt::format("{} {}%", row.alike, row.alike_percent);
    return row.alike + " 三张表";
}

using Row = LedgerRow;
std::string nothing(const Row&) { return {}; }

constexpr Column all_columns[] = {
    {"单位全称", 24, [](const Row& r) { return r.office.name; }, nullptr, false, true},
    {"类别", 8, [](const Row& r) { return r.office.category; }},
    {"计入汇总", 5, [](const Row& r) { return std::string(r.office.counted ? "是" : "否"); }},
    {"联系人", 7, [](const Row& r) { return r.office.contact; }},
    {"联系电话", 13, [](const Row& r) { return r.office.phone; }},
    {"收到日期", 11, nothing, &OfficerColumns::received},
    {"采用文件", 20, nothing, &OfficerColumns::chosen, false, true},
    {"稿次", 4, [](const Row& r) { return r.draft == 0 ? "" : std::to_string(r.draft); }, nullptr,
     true},
    {"报送", 9, [](const Row& r) { return std::string(submission_text(r.submission)); }},
    {"审核", 17, nothing, &OfficerColumns::review},
    {"须改", 4, [](const Row& r) { return count_text(r, r.counts.to_mend); }, nullptr, true},
    {"核实", 4, [](const Row& r) { return count_text(r, r.counts.to_verify); }, nullptr, true},
    {"建议", 4, [](const Row& r) { return count_text(r, r.counts.advice); }, nullptr, true},
    {"未比对", 5, [](const Row& r) { return count_text(r, r.counts.not_compared); }, nullptr, true},
    {"主要问题", 40, [](const Row& r) { return r.main_problem; }, nullptr, false, true},
    {"与上年重复%", 6,
     [](const Row& r) {
         return r.same_as_last_year < 0 ? "" : std::to_string(r.same_as_last_year);
     },
     nullptr, true},
    {"雷同单位及%", 16, alike_text, nullptr, false, true},
    {"整改期限", 13, [](const Row& r) { return r.due ? moment_text(*r.due) : ""; }},
    {"签字盖章件", 6, [](const Row& r) { return std::string(r.signed_copy ? "有" : "无"); }},
    {"定稿", 16, nothing, &OfficerColumns::final_draft, false, true},
    {"发布", 9, [](const Row& r) { return std::string(publication_text(r.publication)); }},
    {"发布时间", 11, nothing, &OfficerColumns::published_on},
    {"发布网址", 14, nothing, &OfficerColumns::url, false, true},
    {"网页核对", 7, nothing, &OfficerColumns::page_check},
    {"备注", 12, nothing, &OfficerColumns::remarks, false, true},
};

}  // namespace

std::span<const Column> columns() { return all_columns; }

std::string shown_in(const Column& column, const LedgerRow& row) {
    if (column.typed == nullptr) return column.shown(row);
    const std::string& typed = row.typed.*column.typed;
    return typed.empty() ? row.own.*column.typed : typed;
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

}  // namespace nianbao::desk
