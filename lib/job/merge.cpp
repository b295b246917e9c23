// The gate before the sum: who the members are, whether each can be added up, and what becomes of their report.
#include "nianbao/merge.hpp"

#include "digest/sha256.hpp"
#include "job/findings.hpp"
#include "job/merge_rules.hpp"
#include "nianbao/check.hpp"
#include "nianbao/document.hpp"
#include "nianbao/failure.hpp"
#include "report/cells.hpp"
#include "report/fields.hpp"
#include "report/sum.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace nianbao {
namespace {

constexpr std::size_t most_named = 20;  // offices that a message names

Finding told(Severity severity, std::string_view rule, std::string field, std::string message, std::string hint = {}) {
    return {severity, std::string(rule), {std::move(field)}, {}, {}, std::move(message), std::move(hint), {}};
}

std::string list(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), most_named); ++i) text += (text.empty() ? "" : "、") + names[i];
    return names.size() > most_named ? fmt::format("{} 等", text) : text;
}

/// One member: what its file holds, and what is told of it.
struct Entrant {
    Outcome outcome;
    std::optional<Report> report;
};

Entrant enter(const Job& job, const MergeOptions& options, Neighbours& neighbours) {
    Entrant entrant;
    Outcome& outcome = entrant.outcome;
    outcome.name = job.name;
    try {
        Reading reading = job.bytes ? read(*job.bytes, job.name, job.format) : read(job.input);
        outcome.source = std::move(reading.source);
        outcome.findings = std::move(reading.findings);
        entrant.report = std::move(reading.report);
    } catch (const Failure& failure) {
        outcome.failure = failure.what();
        return entrant;
    }
    if (!entrant.report) {
        outcome.status = Status::refused;
        return entrant;
    }
    add(outcome.findings, check_references(*entrant.report));
    add(outcome.findings, check(*entrant.report, {.disabled = options.disabled}));
    add(outcome.findings, neighbours.add(sketch(*entrant.report), options.disabled));
    outcome.status = stops(outcome.findings) ? Status::refused : Status::accepted;
    return entrant;
}

/// The gate. What is wrong between members, and with each for the merge, goes to the member that it is about.
class Gate {
public:
    Gate(std::vector<Entrant>& entrants, const MergeOptions& options) : entrants_(entrants), options_(options) {}

    /// False where what there is cannot be added up, `force` or not.
    bool check(Merged& out) {
        for (Entrant& entrant : entrants_) {
            if (!entrant.report) {
                addable_ = false;
                continue;
            }
            check_year(entrant);
            check_name(entrant);
            tell_left_behind(entrant);
        }
        check_expected(out);
        return addable_ && !entrants_.empty();
    }

private:
    void refuse(Entrant& entrant, std::string_view rule, std::string field, std::string message, std::string hint) {
        entrant.outcome.findings.push_back(told(Severity::error, rule, std::move(field), std::move(message), std::move(hint)));
        addable_ = false;
    }

    void check_year(Entrant& entrant) {
        const Report& report = *entrant.report;
        if (year_ == 0) year_ = options_.year != 0 ? options_.year : report.year;
        if (edition_ == nullptr) edition_ = report.edition;
        if (report.year != year_) {
            refuse(entrant, merge_rule("M-01"), "year", fmt::format("这份是 {} 年度的，汇总的是 {} 年度", report.year, year_),
                   "只汇总同一年度的报告；年度用 --year 指定");
        } else if (report.edition != edition_) {
            refuse(entrant, merge_rule("M-01"), "form", fmt::format("这份用 {} 年的格式，前面的用 {} 年的格式", report.edition->year, edition_->year),
                   "表的项目不同，不能相加");
        }
    }

    void check_name(Entrant& entrant) {
        const Report& report = *entrant.report;
        const std::string name = plain_name(report.agency);
        if (name == plain_name(options_.agency)) {
            refuse(entrant, merge_rule("M-02"), "agency", fmt::format("成员里有汇总单位自己：“{}”", report.agency),
                   "上次汇总的结果不要放在成员里；本级自己的数写成一份成员（例如政府办公室的），它的文字用 --prose");
            return;
        }
        const auto once = [&](const std::string& agency, std::string field) {
            const auto [first, is_new] = files_.emplace(plain_name(agency), entrant.outcome.name);
            if (is_new) return;
            refuse(entrant, merge_rule("M-02"), std::move(field), fmt::format("“{}”出现两次，前一次在 {}", agency, first->second),
                   "一个单位只算一次，去掉其中一份");
        };
        once(report.agency, "agency");
        for (std::size_t i = 0; i < report.members.size(); ++i) once(report.members[i].agency, fmt::format("members.{}.agency", i));
    }

    void tell_left_behind(Entrant& entrant) const {
        for (const FilledForm* filled : entrant.report->tables()) {
            std::string remarks, first;
            for (std::size_t i = 0; i < filled->cells.size(); ++i) {
                if (filled->cells[i].remark.empty()) continue;
                const std::string field = field_path(*filled->form, filled->form->entries[i].field);
                if (first.empty()) first = field;
                remarks += fmt::format("{}{}“{}”", remarks.empty() ? "" : "、", cell_name(*filled->form, static_cast<int>(i)), filled->cells[i].remark);
            }
            constexpr std::string_view hint = "需要时写进汇总报告的文字或注";
            auto& findings = entrant.outcome.findings;
            if (!remarks.empty()) findings.push_back(told(Severity::warning, merge_rule("M-06"), first, "备注没有带入汇总：" + remarks, std::string(hint)));
            if (!filled->note.empty())
                findings.push_back(
                    told(Severity::warning, merge_rule("M-06"), fmt::format("{}.note", filled->form->key), "表下的注没有带入汇总", std::string(hint)));
        }
    }

    void check_expected(Merged& out) {
        if (!options_.expected) return;
        std::map<std::string, bool> expected;
        for (const std::string& name : options_.expected->names) expected.emplace(plain_name(name), false);
        for (Entrant& entrant : entrants_) {
            if (!entrant.report) continue;
            const auto on_list = expected.find(plain_name(entrant.report->agency));
            if (on_list != expected.end()) on_list->second = true;
            else
                entrant.outcome.findings.push_back(told(Severity::warning, merge_rule("M-04"), "agency", fmt::format("名单上没有“{}”", entrant.report->agency),
                                                        "新设的单位请加到名单上；名称写错的请改正"));
        }
        for (const std::string& name : options_.expected->names) {
            if (!expected.at(plain_name(name)) && plain_name(name) != plain_name(options_.agency)) out.missing.push_back(name);
        }
        if (!out.missing.empty()) {
            Finding missing =
                told(Severity::error, merge_rule("M-03"), "members", fmt::format("名单上的 {} 个单位没有报告：{}", out.missing.size(), list(out.missing)),
                     "收齐后再汇总；撤销了的单位从名单上去掉；--force 时照样汇总");
            for (const std::string& name : out.missing) missing.values.push_back({"missing", name});
            out.merged.findings.push_back(std::move(missing));
        }
        if (const auto& unread = options_.expected->unread; !unread.empty()) {
            out.merged.findings.push_back(told(Severity::warning, merge_rule("M-05"), "members",
                                               fmt::format("名单文件夹里有 {} 份读不出来，不知道是哪些单位：{}", unread.size(), list(unread))));
        }
    }

    std::vector<Entrant>& entrants_;
    const MergeOptions& options_;
    int year_ = 0;
    const Edition* edition_ = nullptr;
    std::map<std::string, std::string> files_;  // of each office, by its name without blanks
    bool addable_ = true;
};

/// What is not counted: from the prose file, where there is one. Empty where that cannot be used.
std::optional<Report> prose_of(const MergeOptions& options, Merged& out) {
    if (!options.prose) {
        out.merged.source = Source(options.name, {});
        return Report{};
    }
    const Job& job = *options.prose;
    out.merged.name = job.name;
    Reading reading = job.bytes ? read_prose(*job.bytes, job.name, job.format) : read_prose(job.input);
    out.merged.source = std::move(reading.source);
    add(out.merged.findings, std::move(reading.findings));
    return std::move(reading.report);
}

/// The members added up, under the government's name, with its prose.
Report added_up(const std::vector<Entrant>& entrants, Report prose, const MergeOptions& options, Merged& out) {
    std::vector<const Report*> reports;
    std::vector<std::string> without_fees;
    for (const Entrant& entrant : entrants) {
        reports.push_back(&*entrant.report);
        if (!entrant.report->processing_fees) without_fees.push_back(entrant.report->agency);
    }
    Sum sum = sum_of(reports);
    for (const std::string& field : sum.too_large)
        out.merged.findings.push_back(told(Severity::error, merge_rule("M-08"), field, "合计超过十二位数，不能汇总", "请核对各成员的这一格"));
    if (sum.processing_fees && !without_fees.empty()) {
        out.merged.findings.push_back(told(Severity::warning, merge_rule("M-07"), "processing_fees",
                                           fmt::format("{} 个单位没有写信息处理费，合计不含它们：{}", without_fees.size(), list(without_fees)),
                                           "没有收取的也写 processing_fees: {notices: 0, notified: 0, collected: 0}"));
    }

    Report report = std::move(prose);
    const Report& first = *reports.front();
    for (const auto& [field, wrong, message] :
         {std::tuple{"agency", !report.agency.empty() && plain_name(report.agency) != plain_name(options.agency),
                     fmt::format("说明文字是“{}”的，汇总的是“{}”", report.agency, options.agency)},
          std::tuple{"year", report.year != 0 && report.year != first.year, fmt::format("说明文字是 {} 年度的，汇总的是 {} 年度", report.year, first.year)}}) {
        if (wrong) out.merged.findings.push_back(told(Severity::error, merge_rule("M-10"), field, message, "--prose 应是本级本年度的文字"));
    }
    report.edition = first.edition;
    report.agency = options.agency;
    report.kind = options.kind;
    report.year = first.year;
    sum.disclosure.note = std::move(report.disclosure.note);
    sum.applications.note = std::move(report.applications.note);
    sum.disputes.note = std::move(report.disputes.note);
    report.disclosure = std::move(sum.disclosure);
    report.applications = std::move(sum.applications);
    report.disputes = std::move(sum.disputes);
    report.processing_fees = sum.processing_fees;
    for (const Entrant& entrant : entrants) {
        report.members.push_back(
            {entrant.report->agency, std::filesystem::path(entrant.outcome.name).filename().string(), sha256(entrant.outcome.source.bytes())});
    }
    return report;
}

/// What is still to be written, where there is none. Nothing is invented: the reader refuses the gaps.
void leave_gaps(Report& report, Merged& out) {
    std::string names;
    for (const auto& [field, name, text] :
         {std::tuple{"introduction", "引言", &Report::introduction}, std::tuple{"overview", "总体情况", &Report::overview},
          std::tuple{"problems", "存在的主要问题及改进情况", &Report::problems}, std::tuple{"other", "其他需要报告的事项", &Report::other}}) {
        if (!(report.*text).empty()) continue;
        report.*text = to_fill_in;
        out.lacking.emplace_back(field);
        names += fmt::format("{}{} ({})", names.empty() ? "" : "、", name, field);
    }
    if (!names.empty())
        out.merged.findings.push_back(told(Severity::warning, merge_rule("M-09"), out.lacking.front(), "文字还没有写：" + names,
                                           fmt::format("在汇总的文件里把 {} 换成文字，或写在一份文件里用 --prose 给出；写好以前不能生成 PDF", to_fill_in)));
}

/// The rules, as for any report; where prose is lacking only those of the tables and of last year's.
void check_merged(const Report& report, const MergeOptions& options, Merged& out) {
    CheckOptions check_options{.disabled = options.disabled, .deadline = options.deadline};
    if (options.previous != nullptr) {
        PreviousReports::Found found = options.previous->find(report);
        check_options.previous = found.report;
        check_options.no_previous = std::move(found.no_previous);
    }
    if (out.lacking.empty()) {
        add(out.merged.findings, check_references(report));
    } else {
        for (const CheckRule& rule : check_rules()) {
            if (rule.code.front() != 'T' && rule.code.front() != 'Y') check_options.disabled.emplace_back(rule.code);
        }
    }
    add(out.merged.findings, check(report, check_options));
}

}  // namespace

Merged merge(std::span<const Job> members, const MergeOptions& options) {
    Merged out;
    out.merged.name = options.name;
    std::vector<Entrant> entrants;
    Neighbours neighbours;
    for (const Job& job : members) entrants.push_back(enter(job, options, neighbours));
    const bool addable = Gate(entrants, options).check(out);
    const bool acceptable = std::all_of(entrants.begin(), entrants.end(), [](const Entrant& entrant) { return !stops(entrant.outcome.findings); });

    std::optional<Report> prose = prose_of(options, out);
    // A sum of wrong members, or without some of them, would only make the rules tell of the same mistakes again.
    if (addable && prose && (options.force || (acceptable && !stops(out.merged.findings)))) {
        Report report = added_up(entrants, std::move(*prose), options, out);
        leave_gaps(report, out);
        check_merged(report, options, out);
        const auto past_force = [](const Finding& finding) {
            return finding.severity == Severity::error && finding.rule.starts_with("M-") && finding.rule != "M-03";
        };
        const bool addition_stands = std::none_of(out.merged.findings.begin(), out.merged.findings.end(), past_force);
        if (addition_stands && (options.force || !stops(out.merged.findings))) out.report = std::move(report);
    }
    out.merged.status = out.report ? Status::accepted : Status::refused;
    locate(out.merged.findings, out.merged.source);
    for (Entrant& entrant : entrants) {
        if (entrant.outcome.status != Status::failed) entrant.outcome.status = stops(entrant.outcome.findings) ? Status::refused : Status::accepted;
        locate(entrant.outcome.findings, entrant.outcome.source);
        out.members.push_back(std::move(entrant.outcome));
    }
    return out;
}

}  // namespace nianbao
