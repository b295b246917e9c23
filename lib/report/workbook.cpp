#include "report/workbook.hpp"

#include "report/forms/editions.hpp"

#include <algorithm>
#include <iterator>

namespace nianbao::workbook {
namespace {

constexpr std::string_view prefix = "nb.";

constexpr int basics[] = {
    own_field("agency"),
    own_field("kind"),
    own_field("year"),
    own_field("published"),
    own_field("contact.office"),
    own_field("contact.address"),
    own_field("contact.phone"),
    own_field("contact.postcode"),
    own_field("contact.email"),
    own_field("contact.url"),
    own_field("processing_fees.notices"),
    own_field("processing_fees.notified"),
    own_field("processing_fees.collected"),
    own_field("signature.agency"),
    own_field("signature.date"),
};

/// What stands beside the fields of 基本信息.
struct Explained {
    int field;
    std::string_view says;
};
constexpr Explained explained[] = {
    {own_field("agency"), "机关的全称，与印章一致"},
    {own_field("kind"), "从部门、乡镇街道、政府办公室、政府汇总中选一种"},
    {own_field("year"), "报告的年度，不是填报的年份"},
    {own_field("published"), "报告的发布日期，还没有定的空着"},
    {own_field("contact.office"), "联系方式只在引言写了 {{联系方式.电话}} 等的地方印出"},
    {own_field("contact.phone"), "办公电话，不要填个人的手机号码"},
    {own_field("processing_fees.notices"), "收取信息处理费的：件；没有收取的，三格都填 0"},
    {own_field("processing_fees.notified"), "元"},
    {own_field("processing_fees.collected"), "元"},
    {own_field("signature.agency"), "与单位名称相同的空着"},
    {own_field("signature.date"), "落款的日期，没有落款的空着"},
};

constexpr Sheet table_sheets[] = {Sheet::disclosure, Sheet::applications, Sheet::disputes};

static_assert(std::size(sheet_names) == static_cast<std::size_t>(Sheet::hidden) + 1);

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

Sheet sheet_of(std::string_view key) {
    std::size_t table = 0;
    for (const Edition* edition : every_edition) {
        for (std::size_t i = 0; i < edition->forms.size(); ++i) {
            if (edition->forms[i]->key == key) table = i;
        }
    }
    return table_sheets[table];
}

std::string defined_name(std::string_view path) { return std::string(prefix) += path; }

std::string_view path_of_name(std::string_view name) {
    if (name.size() <= prefix.size()) return {};
    for (std::size_t i = 0; i < prefix.size(); ++i) {
        if (lower(name[i]) != prefix[i]) return {};
    }
    return name.substr(prefix.size());
}

bool states_fee(std::string_view prose) {
    constexpr std::string_view fee = "信息处理费";
    for (std::size_t at = prose.find(fee); at != prose.npos; at = prose.find(fee, at + 1)) {
        std::string_view rest = prose.substr(at + fee.size());
        rest = rest.substr(0, std::min(rest.find("。"), rest.find('\n')));
        const std::size_t first = std::min(rest.find_first_of("123456789"), rest.size());
        rest.remove_prefix(first);
        const std::size_t behind = rest.find_first_not_of("0123456789.,");
        if (behind == rest.npos) continue;
        const std::string unit = plain_name(rest.substr(behind));
        if (unit.starts_with("元") || unit.starts_with("万元")) return true;
    }
    return false;
}

std::span<const int> basic_fields() { return basics; }

std::string_view basic_explanation(int field) {
    for (const Explained& each : explained) {
        if (each.field == field) return each.says;
    }
    return {};
}

std::string_view basic_label(int field) {
    const Field& own = report_fields[field];
    return own.printed.empty() ? own.name : own.printed;
}

std::string_view prose_label(const Edition& edition, const ProseField& prose) {
    return prose.section < 0 ? report_fields[prose.field].name : edition.headings[prose.section];
}

}  // namespace nianbao::workbook
