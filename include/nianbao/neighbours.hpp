// The reports of one run, held against each other: the same text in two offices' reports, a sum that is out of all proportion.
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

/// What of a report is remembered for the others: its clauses as hashes (at most 4096), its charges; no text. Making one is independent of all others, so
/// it may be done on any thread.
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

/// REQUIRES: a whole report, as read() gives.
ReportSketch sketch(const Report& report);

/// The reports of a run, one after the other. In the same order the findings are the same. A report is held against the thousand before it, which are many
/// counties' and stand beside each other in their folders; of those that share a clause against sixteen. So memory does not grow with the run.
class Neighbours {
public:
    /// Findings of the rules that need the run's other reports (Y-04, T2-04) on this one, as the reports before it show them; those of disabled rules are
    /// left out, and waived ones carry the reason. Then remembers the report.
    std::vector<Finding> add(const ReportSketch& report, std::span<const std::string> disabled = {});

private:
    void check_text(const ReportSketch& report, std::vector<Finding>& findings) const;
    void check_charges(const ReportSketch& report, std::vector<Finding>& findings) const;

    struct Known {
        std::string agency;
        int characters;
    };
    void forget_oldest();

    std::deque<Known> known_;
    std::uint32_t forgotten_ = 0;                                           // reports before the first of known_
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> owners_;  // of a clause, by number in the run
    std::array<std::vector<Amount>, 4> charges_;                            // by kind, those that are not zero, in order of size
};

}  // namespace nianbao
