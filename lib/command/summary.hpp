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
    /// {"rules": [{"rule", "errors", "warnings", "advice"}], "offices": [{"agency",
    /// "year", "file", "errors", "warnings", "advice"}]}: all rules, the ten worst
    /// offices, the worst first.
    std::string json() const;

private:
    struct Count {
        std::size_t errors = 0, warnings = 0, advice = 0;
        void add(Severity severity) {
            ++(severity == Severity::error     ? errors
               : severity == Severity::warning ? warnings
                                               : advice);
        }
        bool worse(const Count& other) const {
            if (errors != other.errors) return errors > other.errors;
            return warnings != other.warnings ? warnings > other.warnings : advice > other.advice;
        }
        /// “错误 1 处，警告 2 处”, with 建议 where there is any.
        std::string text() const;
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
