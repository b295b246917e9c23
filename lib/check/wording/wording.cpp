#include "check/wording/wording.hpp"

#include "check/rules.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>

namespace nianbao {
namespace {

std::string shown(const Date& date) {
    return fmt::format("{}年{}月{}日", date.year, date.month, date.day);
}

/// Of very many findings of one rule in one text, the first ones; the last of these says
/// how many more there are.
void abridge(std::vector<Finding>& findings, std::size_t from) {
    constexpr std::size_t most = 20;
    struct Told {
        std::size_t count = 0, last = 0;
    };
    std::map<std::pair<std::string, std::string>, Told> told;
    std::size_t kept = from;
    for (std::size_t i = from; i < findings.size(); ++i) {
        Told& same = told[{findings[i].rule, findings[i].where.field}];
        if (++same.count > most) continue;
        same.last = kept;
        if (kept != i) findings[kept] = std::move(findings[i]);
        ++kept;
    }
    findings.resize(kept);
    for (const auto& [rule, same] : told) {
        if (same.count > most)
            findings[same.last].message +=
                fmt::format("（同类的还有{}处，不一一列出）", same.count - most);
    }
}

bool later(const Date& a, const Date& b) {
    return a.year != b.year     ? a.year > b.year
           : a.month != b.month ? a.month > b.month
                                : a.day > b.day;
}

}  // namespace

void wording::check_publication(const Report& report, const CheckOptions& options,
                                std::vector<Finding>& findings) {
    const bool government = report.kind == Kind::government;
    const Date deadline = options.deadline.value_or(government ? Date{report.year + 1, 3, 31}
                                                               : Date{report.year + 1, 1, 31});
    if (!report.published) {
        // What is signed later is published later too.
        if (!report.signature || !later(report.signature->date, deadline)) return;
        const std::string date = shown(report.signature->date);
        findings.push_back(doubt_of(
            "W-22", {"signature.date"}, fmt::format("落款日期{}，晚于{}", date, shown(deadline)),
            options.deadline
                ? "期限是另外指定的"
                : "条例第四十九条规定的期限：部门1月31日，政府3月31日；当地另有期限的，"
                  "请指定期限",
            {{"found", date}, {"expected", shown(deadline)}}));
        findings.back().remedies = {{Remedy::What::set_deadline, {}}};
        return;
    }
    if (later(*report.published, deadline)) {
        findings.push_back(finding_of(
            "W-22", {"published"},
            fmt::format("发布日期{}，晚于{}", shown(*report.published), shown(deadline)),
            options.deadline
                ? "期限是另外指定的"
                : "条例第四十九条规定的期限：部门1月31日，政府3月31日；当地另有期限的，请指定期限",
            {{"found", shown(*report.published)}, {"expected", shown(deadline)}}));
        findings.back().remedies = {{Remedy::What::set_deadline, {}}};
    } else if (report.published->year <= report.year) {
        findings.push_back(finding_of(
            "W-22", {"published"},
            fmt::format("发布日期{}，早于{}年度结束", shown(*report.published), report.year),
            "请核对发布日期和年度", {{"found", shown(*report.published)}}));
    }
}

void check_wording(const Report& report, const wording::Prose& prose, const CheckOptions& options,
                   std::vector<Finding>& findings) {
    const std::size_t before = findings.size();
    // What must be said, and of what year.
    wording::check_title(report, findings);
    wording::check_period(report, prose, findings);
    wording::check_basis(report, prose, findings);
    wording::check_documents(report, prose, findings);
    wording::check_orders(prose.introduction, findings);
    wording::check_form_terms(prose, findings);
    wording::check_introduction(report, prose, findings);
    wording::check_contact(report, prose, findings);
    wording::check_sections(report, prose, findings);
    wording::check_kind(report, prose, findings);
    wording::check_years(report, prose, findings);
    wording::check_names(report, prose, findings);
    wording::check_given_names(prose, options.names, findings);
    // How it is written.
    for (const wording::FieldText* text : prose.all()) {
        wording::check_numbering(*text, findings);
        wording::check_ends(*text, findings);
        wording::check_half_width(*text, findings);
        wording::check_pairs(*text, findings);
        wording::check_doubled(*text, findings);
        wording::check_leftovers(*text, findings);
        wording::check_page_numbers(*text, findings);
        wording::check_dates(*text, findings);
        wording::check_moments(report, *text, findings);
        wording::check_misspellings(report, *text, findings);
        wording::check_near_misses(report, *text, findings);
        wording::check_unlikely_words(report, *text, findings);
        wording::check_agency_doubled(report, *text, findings);
        wording::check_repeated(*text, findings);
        wording::check_bracketed_numbers(*text, findings);
        wording::check_units(*text, findings);
    }
    for (const FilledForm* filled : report.tables()) {
        const auto note =
            wording::field_text(std::string(filled->form->key) + ".note", filled->note, &report);
        wording::check_half_width(note, findings);
        wording::check_pairs(note, findings);
        wording::check_doubled(note, findings);
        wording::check_leftovers(note, findings);
    }
    if (!report.title.empty()) {
        const auto title = wording::field_text("title", report.title);
        wording::check_doubled(title, findings);
        wording::check_leftovers(title, findings);
    }
    wording::check_signature(report, findings);
    wording::check_publication(report, options, findings);
    abridge(findings, before);
}

}  // namespace nianbao
