// Compares the reports of one run: the same text in two offices' reports, a sum out of
// all proportion to the others.
#pragma once

#include "nianbao/finding.hpp"
#include "nianbao/report.hpp"

#include <array>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// What is remembered of a report for comparing the others with it: its clauses as hashes
/// (at most 4096) and its charges, but no text. Depends on the one report alone, so it
/// may be made on any thread.
struct ReportSketch {
    struct Clause {
        std::uint64_t hash;
        int characters;
    };
    std::string agency;
    Kind kind = Kind::department;
    std::vector<Clause> clauses;
    int characters = 0;  // of all clauses together
    bool has_charges = false;
    Amount charges;  // 行政事业性收费, 万元
    std::vector<Waiver> waive;
};

/// The office's own name makes no difference, nor do its short forms and `aliases`: who
/// copies a text replaces them. Throws std::invalid_argument with fault() if the report
/// is not whole.
[[nodiscard]] ReportSketch sketch(const Report& report, std::span<const std::string> aliases = {});

/// The reports of a run, added one after the other. The same order gives the same
/// findings. A report is compared with the thousand before it, which is more than a
/// county has; of those that share one clause, with sixteen. So memory does not grow with
/// the run.
class Neighbours {
public:
    /// Compares the report with those before it, then remembers it. Returns the findings
    /// of the rules that need the run's other reports (Y-04, T2-04), without those of
    /// disabled rules. Waived findings carry the reason.
    [[nodiscard]] std::vector<Finding> add(const ReportSketch& report,
                                           std::span<const std::string> disabled = {});

private:
    void check_text(const ReportSketch& report, std::vector<Finding>& findings) const;
    void check_charges(const ReportSketch& report, std::vector<Finding>& findings) const;

    struct Known {
        std::string agency;
        int characters;
    };
    void forget_oldest();

    std::deque<Known> known_;
    std::uint32_t forgotten_ = 0;  // reports before the first of known_
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>>
        owners_;  // of a clause, by number in the run
    std::array<std::vector<Amount>, 4>
        charges_;  // by kind, those that are not zero, in order of size
};

}  // namespace nianbao
