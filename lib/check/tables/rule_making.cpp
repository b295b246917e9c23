#include "report/forms/rule_making.hpp"
#include "check/rules.hpp"

#include <fmt/format.h>

namespace nianbao {

void check_rule_making(const Report& report, std::vector<Finding>& findings) {
    const Form& form = *report.disclosure.form;
    std::string counts, first;
    for (std::size_t i = 0; i < form.entries.size(); ++i) {
        const Amount& value = report.disclosure.cells[i].value;
        if (!is_of_rules(form, static_cast<int>(i)) || value.digits == 0) continue;
        if (first.empty()) first = field_path(form, form.entries[i].field);
        counts += fmt::format("{}{} {}", counts.empty() ? "" : "、",
                              form.fields[form.entries[i].field].name, value.to_string());
    }
    if (first.empty()) return;
    const std::string_view who = cannot_make_rules(report);
    if (who.empty()) return;
    findings.push_back(finding_of(
        "T2-03", {first}, fmt::format("规章：{}，而{}没有制定规章的权限", counts, who),
        "规章由国务院部门，省、设区的市、自治州的人民政府制定；请核对是不是行政规范性文件"));
}

}  // namespace nianbao
