// The data file's own fields: everything in it except the cells of the three tables,
// which are in the forms.
#pragma once

#include "nianbao/form.hpp"
#include "nianbao/report.hpp"

#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace nianbao {

/// In the order in which a data file is written, parents before their children.
inline constexpr Field report_fields[] = {
    {"form", "格式"},
    {"agency", "单位"},
    {"kind", "类别"},
    {"year", "年度"},
    {"title", "标题"},
    {"published", "发布日期"},
    {"contact", "联系方式"},
    {"office", "机构", 6, "联系机构"},
    {"address", "地址", 6, "办公地址"},
    {"phone", "电话", 6, "办公电话"},
    {"postcode", "邮编", 6, "邮政编码"},
    {"email", "邮箱", 6, "电子邮箱"},
    {"url", "网址", 6},
    {"introduction", "引言"},
    {"overview", "总体情况"},
    {"disclosure", "主动公开政府信息情况"},
    {"unlisted", "其余", 15},
    {"note", "注", 15},
    {"applications", "收到和处理政府信息公开申请情况"},
    {"unlisted", "其余", 18},
    {"note", "注", 18},
    {"disputes", "政府信息公开行政复议、行政诉讼情况"},
    {"unlisted", "其余", 21},
    {"note", "注", 21},
    {"problems", "存在的主要问题及改进情况"},
    {"processing_fees", "信息处理费"},
    {"notices", "发出收费通知件数", 25},
    {"notified", "通知金额", 25},
    {"collected", "实收金额", 25},
    {"other", "其他需要报告的事项"},
    {"signature", "落款"},
    {"agency", "署名", 30},
    {"date", "成文日期", 30},
    {"waive", "豁免"},
    {"rule", "规则", 33},
    {"field", "字段", 33},
    {"quote", "引文", 33},
    {"reason", "理由", 33},
    {"layout", "版式"},
    {"line_pitch", "行距", 38},
    {"digits", "数字", 38},
    {"spacing", "中西间距", 38},
    {"page_number", "页码", 38},
    {"first_page_number", "首页页码", 38},
    {"margins", "页边", 38},
    {"table_size", "表格字号", 38},
    {"table_numbers", "表格数字", 38},
    {"wide_table", "申请情况表", 38},
    {"site", "网站"},
    {"name", "名称", 48, "网站名称"},
    {"domain", "域名", 48},
    {"id_code", "标识码", 48, "网站标识码"},
    {"column", "栏目", 48, "栏目名称"},
    {"members", "成员"},
    {"agency", "单位", 53},
    {"file", "文件", 53},
    {"sha256", "校验值", 53},
};

/// Marks in a text what is still to be written. The reader refuses a text that has it.
inline constexpr std::string_view to_fill_in = "{{请填写}}";

/// The two parts of a cell that has something written beside its number: {value: 22,
/// remark: 其中修订16件}.
inline constexpr Field cell_fields[] = {{"value", "数值"}, {"remark", "备注"}};

/// A word that a field may hold, in both languages, and its meaning.
template <class Meaning>
struct Choice {
    Meaning meaning;
    std::string_view key, name;
};

inline constexpr Choice<Kind> kinds[] = {
    {Kind::department, "department", "部门"},
    {Kind::township, "township", "乡镇街道"},
    {Kind::office, "office", "政府办公室"},
    {Kind::government, "government", "政府汇总"},
};

/// The index in report_fields of a path of English keys, "contact.phone". A misspelt path
/// does not compile.
consteval int own_field(std::string_view path) {
    int parent = -1;
    for (;;) {
        const std::size_t dot = path.find('.');
        int found = -1;
        for (int i = 0; i < std::ssize(report_fields); ++i) {
            if (report_fields[i].parent == parent && report_fields[i].key == path.substr(0, dot))
                found = i;
        }
        if (found < 0) throw "no such field";
        if (dot == path.npos) return found;
        parent = found;
        path.remove_prefix(dot + 1);
    }
}

// Groups that are lines of text alone, and where a report keeps each.

/// A field, and the member for its text.
template <class Group>
using TextPart = std::pair<int, std::string Group::*>;

inline constexpr TextPart<Contact> contact_lines[] = {
    {own_field("contact.office"), &Contact::office},
    {own_field("contact.address"), &Contact::address},
    {own_field("contact.phone"), &Contact::phone},
    {own_field("contact.postcode"), &Contact::postcode},
    {own_field("contact.email"), &Contact::email},
    {own_field("contact.url"), &Contact::url},
};

inline constexpr TextPart<Site> site_lines[] = {
    {own_field("site.name"), &Site::name},
    {own_field("site.domain"), &Site::domain},
    {own_field("site.id_code"), &Site::id_code},
    {own_field("site.column"), &Site::column},
};

/// The path of English keys of report_fields[own], "contact.phone".
std::string own_path(int own);

/// A name without the numbering of the form before it: "（三）不予公开", "3.危及…",
/// "一、总体情况". A name that is all numbering stays as it is.
std::string_view without_numbering(std::string_view name);

/// The field under `parent` (-1: at the top) with that English key, Chinese name or
/// printed wording, with or without numbering. -1 if there is none.
int find_field(std::span<const Field> fields, int parent, std::string_view name);

}  // namespace nianbao
