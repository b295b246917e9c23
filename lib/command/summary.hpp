// How many findings the files of a run have, by rule and by office.
#pragma once

#include "nianbao/job.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace nianbao {

/// Grows as the outcomes come, and stays small however many they are. Waived findings do
/// not count.
class Summary {
public:
    void count(const Outcome& outcome);

    /// The ten rules and ten offices with most errors, then most warnings, a line each;
    /// empty if nothing was found.
    std::string text() const;
    /// {"rules": [{"rule", "errors", "warnings"}], "offices": [{"agency", "year", "file",
    /// "errors", "warnings"}]}: all rules, the ten worst offices, the worst first.
    std::string json() const;

private:
    struct Count {
        std::size_t errors = 0, warnings = 0;
        bool worse(const Count& other) const {
            return errors != other.errors ? errors > other.errors : warnings > other.warnings;
        }
    };
    struct Rule {
        std::string code;
        Count count;
    };
    struct Office {
        std::string agency, file;
        int year;
        Count count;
    };
    std::vector<Rule> worst_rules() const;

    std::map<std::string, Count, std::less<>> rules_;
    std::vector<Office> offices_;  // the worst, the worst first
};

}  // namespace nianbao
