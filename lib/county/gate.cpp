#include "county/gate.hpp"

#include "county/merge_rules.hpp"
#include "report/cells.hpp"
#include "report/fields.hpp"
#include "text/edit_distance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nianbao {
namespace {

constexpr std::size_t most_named = 20;  // offices that a message names

/// M-06.
void tell_left_behind(Outcome& member, const Report& report) {
    constexpr std::string_view hint =
        "汇总报告的表里只有各单位相加的数；要说明的，写进汇总报告的文字，或者表下的注";
    for (const FilledForm* filled : report.tables()) {
        std::string remarks, first;
        for (std::size_t i = 0; i < filled->cells.size(); ++i) {
            if (filled->cells[i].remark.empty()) continue;
            const std::string field = field_path(*filled->form, filled->form->entries[i].field);
            if (first.empty()) first = field;
            remarks += fmt::format("{}{}“{}”", remarks.empty() ? "" : "、",
                                   cell_name(*filled->form, i), filled->cells[i].remark);
        }
        if (!remarks.empty())
            member.findings.push_back(told(Severity::warning, merge_rule("M-06"), first,
                                           "数旁边的备注没有写进汇总报告：" + remarks,
                                           std::string(hint)));
        if (!filled->note.empty())
            member.findings.push_back(told(Severity::warning, merge_rule("M-06"),
                                           fmt::format("{}.note", filled->form->key),
                                           "表下的注没有写进汇总报告", std::string(hint)));
    }
}

}  // namespace

Finding told(Severity severity, std::string_view rule, std::string field, std::string message,
             std::string hint, std::vector<Remedy> remedies) {
    Finding finding;
    finding.severity = severity;
    finding.rule = rule;
    finding.where.field = std::move(field);
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    finding.remedies = std::move(remedies);
    return finding;
}

std::string named(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), most_named); ++i)
        text += (text.empty() ? "" : "、") + names[i];
    return names.size() > most_named ? fmt::format("{} 等", text) : text;
}

Gate::Gate(const MergeOptions& options) : options_(options), year_(options.year) {
    if (options.expected) expected_.emplace(*options.expected);
}

void Gate::let_in(Outcome& member, const Report& report) {
    check_year(member, report);
    check_name(member, report);
    tell_left_behind(member, report);
    check_expected(member, report);
}

void Gate::keep_out(const std::string& file) {
    addable_ = false;
    if (expected_) expected_->come({}, file);
}

void Gate::refuse(Outcome& member, Finding finding) {
    member.findings.push_back(std::move(finding));
    addable_ = false;
}

void Gate::check_year(Outcome& member, const Report& report) {
    if (year_ == 0) year_ = report.year;
    if (edition_ == nullptr) edition_ = report.edition;
    if (report.year != year_) {
        refuse(member, told(Severity::error, merge_rule("M-01"), "year",
                            fmt::format("这份是 {} 年度的，汇总的是 {} 年度", report.year, year_),
                            "只汇总同一年度的报告", {{Remedy::What::set_year}}));
    } else if (report.edition != edition_) {
        refuse(member, told(Severity::error, merge_rule("M-01"), "form",
                            fmt::format("这份用 {} 年的格式，前面的用 {} 年的格式",
                                        report.edition->year, edition_->year),
                            "表的项目不同，不能相加"));
    }
}

void Gate::check_name(Outcome& member, const Report& report) {
    if (plain_name(report.agency) == plain_name(options_.agency)) {
        refuse(
            member,
            told(
                Severity::error, merge_rule("M-02"), "agency",
                fmt::format("要汇总的报告里有汇总单位自己的：“{}”", report.agency),
                "上次汇总的结果不要放在里面；本级自己的数另写成一份报告（例如政府办公室的），本级的文字写在只有文字的那份文件里",
                {{Remedy::What::give_prose}}));
        return;
    }
    check_once(member, report.agency, "agency");
    for (std::size_t i = 0; i < report.members.size(); ++i)
        check_once(member, report.members[i].agency, fmt::format("members.{}.agency", i));
}

void Gate::check_once(Outcome& member, const std::string& agency, std::string field) {
    const auto [first, is_new] = files_.emplace(plain_name(agency), member.name);
    if (is_new) return;
    refuse(member, told(Severity::error, merge_rule("M-02"), std::move(field),
                        fmt::format("“{}”出现两次，前一次在 {}", agency, first->second),
                        "一个单位只算一次，去掉其中一份"));
}

void Gate::check_expected(Outcome& member, const Report& report) {
    if (!expected_) return;
    const OfficeOfList* office = expected_->come(report.agency, member.name);
    if (office != nullptr && !office->counted)
        member.findings.push_back(
            told(Severity::warning, merge_rule("M-14"), "agency",
                 fmt::format("名单上“{}”不计入汇总，这里算了进来", office->name),
                 "垂直管理的单位不放在成员里；应当汇总的，把名单上的“计入汇总”改成“是”"));
    if (office != nullptr && plain_name(office->name) != plain_name(report.agency) &&
        expected_->is_abbreviated(report.agency))
        member.findings.push_back(
            told(Severity::warning, merge_rule("M-04"), "agency",
                 fmt::format("名单上没有“{}”，按简称认作“{}”", report.agency, office->name),
                 "报告和名单都写全称；名单上写简称的，改名单"));
    if (office != nullptr) return;
    std::vector<std::string_view> names(options_.expected->names.begin(),
                                        options_.expected->names.end());
    const std::string_view meant = nearest(report.agency, names);
    member.findings.push_back(
        told(Severity::warning, merge_rule("M-04"), "agency",
             fmt::format("名单上没有“{}”", report.agency),
             fmt::format("{}新设的单位请加到名单上；名称写错的请改正",
                         meant.empty() ? "" : fmt::format("名单上有“{}”；", meant))));
}

void Gate::close(Merged& merged) {
    if (!options_.expected) return;
    merged.missing = expected_->missing(true);
    std::erase_if(merged.missing, [&](const std::string& name) {
        return plain_name(name) == plain_name(options_.agency);
    });
    if (!merged.missing.empty()) {
        Finding missing = told(Severity::error, merge_rule("M-03"), "members",
                               fmt::format("名单上的 {} 个单位没有报告：{}", merged.missing.size(),
                                           named(merged.missing)),
                               "收齐后再汇总；撤销了的单位从名单上去掉", {{Remedy::What::force}});
        for (const std::string& name : merged.missing) missing.values.push_back({"missing", name});
        merged.merged.findings.push_back(std::move(missing));
    }
    if (const auto& unread = options_.expected->unread; !unread.empty()) {
        merged.merged.findings.push_back(
            told(Severity::warning, merge_rule("M-05"), "members",
                 fmt::format("名单文件夹里有 {} 份读不出来，不知道是哪些单位：{}", unread.size(),
                             named(unread)),
                 "用 check 看它们错在哪里，改好再汇总；或者用一份每行写一个单位的名单"));
    }
}

}  // namespace nianbao
