// Who may make 规章: 立法法 第九十一条 (ministries), 第九十三条 (governments of
// provinces, 设区的市 and 自治州).
#include "check/rules.hpp"
#include "report/cells.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

namespace nianbao {
namespace {

/// The last character of a name's text that says what unit it is the name of; 0 where
/// there is none.
char32_t unit_of(std::u32string_view name) {
    const std::size_t at = name.find_last_of(U"省市县区州盟旗乡镇道");
    return at == name.npos ? U'\0' : name[at];
}

/// Why an office with that name and kind can have no 规章; empty where it may, or where
/// the name does not tell.
std::string_view no_power(const Report& report) {
    const std::u32string name = to_utf32(report.agency);
    const bool government_named = name.find(U"政府") != name.npos;
    if (report.kind == Kind::township) return "乡镇、街道";
    if (report.kind == Kind::department && !government_named)
        return unit_of(name) == U'\0' ? std::string_view{} : "地方政府的部门";
    // A government, or the office that reports for it: by the place before 人民政府.
    std::size_t end = name.find(U"人民政府");
    if (end == name.npos) end = name.find(U"政府");
    const std::u32string place = name.substr(0, end);
    if (place.ends_with(U"自治区")) return {};
    switch (unit_of(place)) {
        case U'县':
        case U'区':
        case U'旗':
            return "县级政府";
        case U'乡':
        case U'镇':
        case U'道':
            return "乡镇、街道";
        default:
            return {};
    }
}

}  // namespace

void check_rule_making(const Report& report, std::vector<Finding>& findings) {
    const Form& form = *report.disclosure.form;
    std::string counts, first;
    for (std::size_t i = 0; i < form.entries.size(); ++i) {
        const std::string field = field_path(form, form.entries[i].field);
        const Amount& value = report.disclosure.cells[i].value;
        if (!field.starts_with("disclosure.government_rules.") || value.digits == 0) continue;
        if (first.empty()) first = field;
        counts += fmt::format("{}{} {}", counts.empty() ? "" : "、",
                              form.fields[form.entries[i].field].name, value.to_string());
    }
    if (first.empty()) return;
    const std::string_view who = no_power(report);
    if (who.empty()) return;
    findings.push_back(finding_of(
        "T2-03", {first}, fmt::format("规章：{}，而{}没有制定规章的权限", counts, who),
        "规章由国务院部门，省、设区的市、自治州的人民政府制定；请核对是不是行政规范性文件"));
}

}  // namespace nianbao
