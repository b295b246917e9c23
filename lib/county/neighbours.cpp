// Y-04, T2-04: a report held against those before it.
#include "nianbao/neighbours.hpp"

#include "check/offices/same_office.hpp"
#include "check/rules.hpp"
#include "check/years/sketch.hpp"
#include "report/proportion.hpp"
#include "report/whole.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace nianbao {
namespace {

/// Texts shorter than this are not compared: what has to be said leaves them little
/// choice. Characters of clauses, digits and blanks left out.
constexpr int shortest_report = 200;
constexpr std::size_t most_owners = 16, remembered_reports = 1'000;

/// All names of the office, the longest first.
std::vector<std::u32string> names_of(const Report& report, std::span<const std::string> aliases) {
    std::vector<std::u32string> names = offices::names_in_texts(to_utf32(report.agency));
    for (const std::string& alias : aliases) {
        std::vector<std::u32string> more = offices::names_in_texts(to_utf32(alias));
        names.insert(names.end(), more.begin(), more.end());
    }
    std::stable_sort(names.begin(), names.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return names;
}

}  // namespace

ReportSketch sketch(const Report& report, std::span<const std::string> aliases) {
    require_whole(report);
    Sketch text = sketch_of(report.overview + "\n" + report.problems + "\n" + report.other,
                            names_of(report, aliases));
    ReportSketch out{
        report.agency, report.kind, std::move(text.clauses), text.characters, false, {}, {}};
    if (const Cell* charges = charges_of(report)) {
        out.has_charges = true;
        out.charges = charges->value;
    }
    for (const Waiver& waiver : report.waive) {
        if (waiver.rule != "Y-04" && waiver.rule != "T2-04") continue;
        out.waive.push_back(waiver);
        out.waive.back().field = key_path(report, waiver.field);
    }
    return out;
}

void Neighbours::check_text(const ReportSketch& report, std::vector<Finding>& findings) const {
    if (report.characters < shortest_report) return;
    std::unordered_map<std::uint32_t, std::int64_t> shared;
    for (const ReportSketch::Clause& clause : report.clauses) {
        const auto owners = owners_.find(clause.hash);
        if (owners == owners_.end()) continue;
        for (std::uint32_t owner : owners->second) {
            if (owner >= forgotten_) shared[owner] += clause.characters;
        }
    }
    // The most alike; of several the first one in the run.
    const Known* most = nullptr;
    std::uint32_t most_number = 0;
    std::int64_t most_shared = 0, of = 1;
    for (const auto& [number, common] : shared) {
        const Known& other = known_[number - forgotten_];
        if (other.agency == report.agency || other.characters < shortest_report) continue;
        const int all = std::min(report.characters, other.characters);
        const std::int64_t more = common * of - most_shared * all;
        if (2 * common <= all ||
            (most != nullptr && (more < 0 || (more == 0 && number > most_number))))
            continue;
        most = &other;
        most_number = number;
        most_shared = common;
        of = all;
    }
    if (most == nullptr) return;
    Finding finding = finding_of(
        "Y-04", {"overview"},
        fmt::format("{}的文字与{}的雷同：较短一份的 {} 个字中有 {} 个相同（{}%），超过一半",
                    report.agency, most->agency, of, most_shared, percent_of(most_shared, of)),
        fmt::format(
            "比较的是一、五、六三部分里 {} 个字以上的分句，不计数字、序号和单位自己的名称；请写本单位的情况",
            shortest_clause),
        figures_of(most_shared, of));
    finding.values.push_back({"other", most->agency});
    findings.push_back(std::move(finding));
}

void Neighbours::check_charges(const ReportSketch& report, std::vector<Finding>& findings) const {
    const std::vector<Amount>& others = charges_[static_cast<std::size_t>(report.kind)];
    if (!report.has_charges || others.size() < 3) return;
    const Amount& middle = others[(others.size() - 1) / 2];
    if (!looks_like_yuan(report.charges) || compare_tenfold(report.charges, middle, 4) < 0) return;
    findings.push_back(finding_of(
        "T2-04", {std::string(charges_field)},
        fmt::format("行政事业性收费 {} 万元，是本次 {} 份同类单位报告的中位数 {} 万元的一万倍以上",
                    report.charges.to_string(), others.size(), middle.to_string()),
        "像是把元写成了万元，请核对单位",
        {{"found", report.charges.to_string()}, {"expected", middle.to_string()}}));
}

void Neighbours::forget_oldest() {
    constexpr std::uint32_t at_once = 100;  // reports whose clauses are looked for
                                            // together: it takes a walk over all of them
    known_.pop_front();
    if (++forgotten_ % at_once != 0) return;
    for (auto clause = owners_.begin(); clause != owners_.end();) {
        std::erase_if(clause->second, [&](std::uint32_t owner) { return owner < forgotten_; });
        clause = clause->second.empty() ? owners_.erase(clause) : std::next(clause);
    }
}

std::vector<Finding> Neighbours::add(const ReportSketch& report,
                                     std::span<const std::string> disabled) {
    std::vector<Finding> findings;
    check_text(report, findings);
    check_charges(report, findings);
    std::erase_if(findings, [&](const Finding& finding) {
        return std::find(disabled.begin(), disabled.end(), finding.rule) != disabled.end();
    });
    for (const Waiver& waiver : report.waive) apply_waiver(waiver, waiver.field, {}, findings);

    const auto own = forgotten_ + static_cast<std::uint32_t>(known_.size());
    known_.push_back({report.agency, report.characters});
    if (known_.size() > remembered_reports) forget_oldest();
    const auto forgotten = [&](std::uint32_t owner) { return owner < forgotten_; };
    for (const ReportSketch::Clause& clause : report.clauses) {
        std::vector<std::uint32_t>& owners = owners_[clause.hash];
        if (owners.size() == most_owners) std::erase_if(owners, forgotten);
        if (owners.size() < most_owners) owners.push_back(own);
    }
    std::vector<Amount>& charges = charges_[static_cast<std::size_t>(report.kind)];
    constexpr std::size_t most_charges = 1'000;  // enough for a median
    if (report.has_charges && report.charges.digits != 0 && charges.size() < most_charges) {
        charges.insert(
            std::upper_bound(charges.begin(), charges.end(), report.charges,
                             [](const Amount& a, const Amount& b) { return compare(a, b) < 0; }),
            report.charges);
    }
    return findings;
}

}  // namespace nianbao
