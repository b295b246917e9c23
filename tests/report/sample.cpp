#include "report/sample.hpp"

#include <stdexcept>

namespace nianbao {
namespace {

FilledForm empty(const Form& form) {
    FilledForm filled;
    filled.form = &form;
    filled.cells.resize(form.entries.size());
    return filled;
}

/// A row of table three: six applicants and their total.
void set_row(FilledForm& filled, std::string_view row, std::initializer_list<std::string_view> counts) {
    const std::string_view applicants[] = {"natural_person", "business", "research", "public_welfare", "legal_service", "other", "total"};
    std::size_t i = 0;
    for (std::string_view count : counts) set(filled, {row, applicants[i++]}, count);
}

}  // namespace

Report sample_report() {
    Report report;
    report.edition = &edition_2021();
    report.agency = "某县某局";
    report.year = 2022;
    report.introduction = "本报告由某县某局依据《条例》编制，数据截至2022年12月31日。电话：0530-6120018。";
    report.overview = "2022年，做了工作。\n（一）主动公开情况\n公开信息35条。";
    report.problems = "存在不足。";
    report.other = "未收取信息处理费。";
    report.disclosure = empty(*report.edition->forms[0]);
    report.applications = empty(*report.edition->forms[1]);
    report.disputes = empty(*report.edition->forms[2]);
    set_row(report.applications, "received", {"3", "2", "0", "0", "0", "0", "5"});
    set_row(report.applications, "carried_in", {"1", "0", "0", "0", "0", "0", "1"});
    set_row(report.applications, "results.disclosed", {"3", "2", "0", "0", "0", "0", "5"});
    set_row(report.applications, "results.unable.not_held", {"1", "0", "0", "0", "0", "0", "1"});
    set_row(report.applications, "results.total", {"4", "2", "0", "0", "0", "0", "6"});
    return report;
}

void set(FilledForm& filled, std::initializer_list<std::string_view> keys, std::string_view value, std::string_view remark) {
    std::string path(filled.form->key);
    for (std::string_view key : keys) path += "." + std::string(key);
    for (std::size_t i = 0; i < filled.form->entries.size(); ++i) {
        if (field_path(*filled.form, filled.form->entries[i].field) != path) continue;
        filled.cells[i] = {Amount::parse(value).value(), std::string(remark)};
        return;
    }
    throw std::out_of_range(path);
}

}  // namespace nianbao
