// Members are read, checked and added up as they come; then their report is put together.
#include "nianbao/merge.hpp"
#include "file/path_text.hpp"

#include "check/rules.hpp"
#include "county/gate.hpp"
#include "county/held_against.hpp"
#include "county/merge_rules.hpp"
#include "data/values.hpp"
#include "digest/sha256.hpp"
#include "job/findings.hpp"
#include "job/in_order.hpp"
#include "nianbao/check.hpp"
#include "nianbao/document.hpp"
#include "nianbao/failure.hpp"
#include "report/fields.hpp"
#include "report/speech/spoken.hpp"
#include "report/sum.hpp"
#include "report/written/gaps.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace nianbao {
namespace {

/// One member: what its file holds, and what is told of it.
struct Entrant {
    Outcome outcome;
    std::optional<Report> report;
    ReportSketch sketch;  // if the rules are run
    std::string sha256;   // of the file
};

/// Reads and checks a member, on any thread.
Entrant entrant_of(const Input& input, const MergeOptions& options) {
    Entrant entrant;
    Outcome& outcome = entrant.outcome;
    outcome.name = name_of(input);
    try {
        Reading reading = read(input);
        outcome.source = std::move(reading.source);
        outcome.findings = std::move(reading.findings);
        entrant.report = std::move(reading.report);
    } catch (const Failure& failure) {
        outcome.failure = failure.what();
        return entrant;
    }
    outcome.status = Status::refused;
    if (!entrant.report) return entrant;
    outcome.agency = entrant.report->agency;
    outcome.year = entrant.report->year;
    entrant.sha256 = sha256(outcome.source.bytes());
    if (options.members_checked) return entrant;
    const Speech speech = data::speech_of(outcome.source);
    add(outcome.findings, check_references(*entrant.report, speech));
    CheckOptions rules{.disabled = options.check.disabled};
    rules.speech = speech;
    rules.file = utf8(path_of(outcome.name).filename());
    add(outcome.findings, check(*entrant.report, rules));
    entrant.sketch = sketch(*entrant.report);
    return entrant;
}

/// True if the text says that no 信息处理费 was received: 本年度未收取信息处理费.
bool says_no_fees(const Report& report) {
    const auto says = [](const Sentence& sentence) {
        const auto has = [&](std::u32string_view words) {
            return sentence.text.find(words) != sentence.text.npos;
        };
        const bool denies = has(U"未收取") || has(U"没有收取") || has(U"未产生") ||
                            has(U"未发生") || has(U"无收取") || has(U"不收取");
        return denies && has(U"信息处理费") && !has(U"其余") && !has(U"其他申请");
    };
    const std::vector<Sentence> all = sentences(to_utf32(report.overview + "\n" + report.other));
    return std::any_of(all.begin(), all.end(), says);
}

/// How a member writes that no 信息处理费 was received.
std::string no_fees(Speech speech) {
    if (has_no_keys(speech)) return "没有收取的，信息处理费的各格也填 0";
    constexpr int parts[] = {own_field("processing_fees"), own_field("processing_fees.notices"),
                             own_field("processing_fees.notified"),
                             own_field("processing_fees.collected")};
    const auto key = [&](int own) {
        const Field& field = report_fields[own];
        return speech == Speech::english ? field.key : field.name;
    };
    return fmt::format("没有收取的也写 {}: {{{}: 0, {}: 0, {}: 0}}", key(parts[0]), key(parts[1]),
                       key(parts[2]), key(parts[3]));
}

/// The members as they come, in their order: what is left of them is the sum.
class Members {
public:
    explicit Members(const MergeOptions& options) : options_(options), gate_(options) {}

    /// Adds a member up, if nothing is wrong with it, and gives its outcome.
    Outcome take(Entrant entrant) {
        Outcome& outcome = entrant.outcome;
        ++count_;
        if (entrant.report) let_in(entrant);
        else gate_.keep_out(entrant.outcome.name);
        if (outcome.status != Status::failed)
            outcome.status = stops(outcome.findings) ? Status::refused : Status::accepted;
        if (outcome.status == Status::accepted) ++accepted_;
        locate(outcome.findings, outcome.source);
        return std::move(outcome);
    }

    Gate& gate() { return gate_; }
    std::size_t count() const { return count_; }
    std::size_t accepted() const { return accepted_; }
    bool acceptable() const { return acceptable_; }

    /// Puts the sum under the prose, and tells what is wrong with it. REQUIRES:
    /// gate().addable().
    void add_up(Report& report, std::vector<Finding>& findings);

private:
    void let_in(Entrant& entrant) {
        const Report& report = *entrant.report;
        if (!options_.members_checked)
            hold_against(entrant.outcome, entrant.sketch, neighbours_, options_.check.disabled);
        gate_.let_in(entrant.outcome, report);
        acceptable_ = acceptable_ && !stops(entrant.outcome.findings);
        if (!gate_.addable()) return;
        sum_.add(report);
        if (!report.processing_fees && !says_no_fees(report)) {
            if (without_fees_.empty()) speech_ = data::speech_of(entrant.outcome.source);
            without_fees_.push_back(report.agency);
        }
        list_.push_back({report.agency, utf8(path_of(entrant.outcome.name).filename()),
                         std::move(entrant.sha256)});
    }

    const MergeOptions& options_;
    Gate gate_;
    Neighbours neighbours_;
    GrowingSum sum_;
    std::vector<Member> list_;
    std::vector<std::string> without_fees_;
    Speech speech_ = Speech::english;  // of the first of these
    std::size_t count_ = 0, accepted_ = 0;
    bool acceptable_ = true;
};

void Members::add_up(Report& report, std::vector<Finding>& findings) {
    Sum sum = sum_.sum();
    for (const std::string& field : sum.too_large)
        findings.push_back(told(Severity::error, merge_rule("M-08"), field,
                                "合计超过十二位数，不能汇总", "请核对各成员的这一格"));
    if (sum.processing_fees && !without_fees_.empty()) {
        findings.push_back(told(Severity::warning, merge_rule("M-07"), "processing_fees",
                                fmt::format("{} 个单位没有写信息处理费，合计不含它们：{}",
                                            without_fees_.size(), named(without_fees_)),
                                no_fees(speech_)));
    }
    const auto put = [](FilledForm& table, FilledForm& sum_of_table) {
        sum_of_table.note = std::move(table.note);
        table = std::move(sum_of_table);
    };
    put(report.disclosure, sum.disclosure);
    put(report.applications, sum.applications);
    put(report.disputes, sum.disputes);
    report.processing_fees = sum.processing_fees;
    report.members = std::move(list_);
}

/// What is not counted: from the prose file, if there is one.
Reading prose_of(const MergeOptions& options) {
    if (options.prose) return read_prose(*options.prose);
    return {Report{}, Source(options.name, {}), {}};
}

/// M-10, then whose report it is.
void put_name(Report& report, const MergeOptions& options, const Gate& gate,
              std::vector<Finding>& findings) {
    const auto check = [&](bool right, std::string field, std::string message) {
        if (!right)
            findings.push_back(told(Severity::error, merge_rule("M-10"), std::move(field),
                                    std::move(message),
                                    "汇总报告的引言、总体情况等文字取自这份文件；拿错了文件的，换成"
                                    "本级本年度的，没有错的，把文件里的单位和年度改过来",
                                    {{Remedy::What::give_prose}}));
    };
    check(report.agency.empty() || plain_name(report.agency) == plain_name(options.agency),
          "agency",
          fmt::format("这份文字是“{}”的，而汇总的单位是“{}”", report.agency, options.agency));
    check(report.year == 0 || report.year == gate.year(), "year",
          fmt::format("这份文字是 {} 年度的，而汇总的是 {} 年度", report.year, gate.year()));
    report.edition = gate.edition();
    report.agency = options.agency;
    report.kind = options.kind;
    report.year = gate.year();
}

/// M-09: what is still to be written. Nothing is invented: the reader refuses the gaps.
void leave_gaps(Report& report, Speech speech, Merged& out) {
    std::string names;
    for (const auto& [field, name, text] :
         {std::tuple{"introduction", "引言", &Report::introduction},
          std::tuple{"overview", "总体情况", &Report::overview},
          std::tuple{"problems", "存在的主要问题及改进情况", &Report::problems},
          std::tuple{"other", "其他需要报告的事项", &Report::other}}) {
        std::string& own = report.*text;
        if (own.empty()) own = to_fill_in;
        if (!has_gap(own)) continue;
        out.lacking.emplace_back(field);
        names += names.empty() ? name : fmt::format("、{}", name);
        if (speech == Speech::english) names += fmt::format(" ({})", field);
    }
    if (!names.empty())
        out.merged.findings.push_back(told(
            Severity::warning, merge_rule("M-09"), out.lacking.front(), "文字还没有写：" + names,
            fmt::format(
                "在汇总的文件里把 {} 换成文字，或者另写一份只有文字的文件；写好以前不能生成 PDF",
                to_fill_in),
            {{Remedy::What::give_prose}}));
}

/// The rules, as for any report; if prose is lacking only those of the tables and of last
/// year's.
void check_merged(const Report& report, const MergeOptions& options, Speech speech, Merged& out) {
    CheckOptions rules{.disabled = options.check.disabled, .deadline = options.check.deadline};
    rules.speech = speech;
    Previous found;
    if (options.check.previous) {
        found = options.check.previous(report);
        rules.previous = found.report.get();
        rules.no_previous = found.none;
    }
    if (out.lacking.empty()) {
        add(out.merged.findings, check_references(report, speech));
    } else {
        for (const CheckRule& rule : check_rules()) {
            if (rule.code.front() != 'T' && rule.code.front() != 'Y')
                rules.disabled.emplace_back(rule.code);
        }
    }
    add(out.merged.findings, check(report, rules));
}

/// An error of merging that `force` does not pass over.
bool past_force(const Finding& finding) {
    return finding.severity == Severity::error && finding.rule.starts_with("M-") &&
           finding.rule != "M-03";
}

/// The merged report, if there can be one.
void put_together(Members& members, std::optional<Report> prose, const MergeOptions& options,
                  Merged& out) {
    std::vector<Finding>& findings = out.merged.findings;
    const bool force = options.check.force;
    // A sum of wrong members, or without some of them, would only make the rules tell of
    // the same mistakes again.
    if (!members.gate().addable() || !prose) return;
    if (!force && (!members.acceptable() || stops(findings))) return;
    std::vector<Finding> of_name;
    put_name(*prose, options, members.gate(), of_name);
    members.add_up(*prose, findings);
    add(findings, std::move(of_name));
    // Its findings stand in the prose file, if there is one.
    const Speech speech = options.prose ? data::speech_of(out.merged.source) : options.speech;
    leave_gaps(*prose, speech, out);
    check_merged(*prose, options, speech, out);
    if (std::none_of(findings.begin(), findings.end(), past_force) && (force || !stops(findings)))
        out.report = std::move(prose);
}

template <typename InputOf>
Merged merge_all(std::size_t count, const InputOf& member, const MergeOptions& options,
                 const std::function<void(Outcome)>& done) {
    if (!done) throw std::invalid_argument("nianbao::merge: no function takes the outcomes");
    if (plain_name(options.agency).empty())
        throw std::invalid_argument("nianbao::merge: the merged report has no agency");
    require_sound({.disabled = options.check.disabled, .deadline = options.check.deadline});
    Reading prose = prose_of(options);
    Members members(options);
    Steps<Entrant> steps;
    steps.begin = [&](std::size_t i, Hold&) { return entrant_of(member(i), options); };
    steps.unfinished = [](const Entrant&) { return Unfinished{}; };
    steps.finish = [](std::vector<Entrant>&) {};
    steps.deliver = [&](Entrant entrant) { done(members.take(std::move(entrant))); };
    in_order(count, {.threads = options.threads}, steps);

    Merged out;
    out.members = members.count();
    out.accepted = members.accepted();
    out.merged.name = options.prose ? name_of(*options.prose) : options.name;
    out.merged.source = std::move(prose.source);
    members.gate().close(out);
    add(out.merged.findings, std::move(prose.findings));
    put_together(members, std::move(prose.report), options, out);
    out.merged.agency = options.agency;
    out.merged.year = out.report ? out.report->year : options.year;
    out.merged.status = out.report ? Status::accepted : Status::refused;
    locate(out.merged.findings, out.merged.source);
    return out;
}

}  // namespace

Merged merge(std::size_t count, const std::function<Input(std::size_t)>& member,
             const MergeOptions& options, const std::function<void(Outcome)>& done) {
    if (!member) throw std::invalid_argument("nianbao::merge: no function gives the members");
    return merge_all(count, member, options, done);
}

Merged merge(std::span<const Input> members, const MergeOptions& options,
             const std::function<void(Outcome)>& done) {
    const auto member = [&](std::size_t i) -> const Input& { return members[i]; };
    return merge_all(members.size(), member, options, done);
}

}  // namespace nianbao
