// The gate before the sum: who the members are, and whether each can be added up.
#pragma once

#include "county/attendance.hpp"
#include "nianbao/merge.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// A finding of merging.
Finding told(Severity severity, std::string_view rule, std::string field, std::string message,
             std::string hint = {}, std::vector<Remedy> remedies = {});

/// Names in a message: the first twenty of them.
std::string named(const std::vector<std::string>& names);

/// What is wrong between members, and with each for the merge, goes to the member that it
/// is about, as it comes.
class Gate {
public:
    explicit Gate(const MergeOptions& options);

    /// Adds to the member's findings. REQUIRES: called in the order of the members.
    void let_in(Outcome& member, const Report& report);
    /// A member without a report: nothing can be added up. Its office came all the same.
    void keep_out(const std::string& file);
    /// False if what came cannot be added up, `force` or not.
    bool addable() const { return addable_ && edition_ != nullptr; }

    /// What is told of the members together, when all have come.
    void close(Merged& merged);

    /// Of the first member.
    int year() const { return year_; }
    const Edition* edition() const { return edition_; }

private:
    void refuse(Outcome& member, Finding finding);
    void check_year(Outcome& member, const Report& report);
    void check_name(Outcome& member, const Report& report);
    void check_once(Outcome& member, const std::string& agency, std::string field);
    void check_expected(Outcome& member, const Report& report);

    const MergeOptions& options_;
    int year_ = 0;
    const Edition* edition_ = nullptr;
    std::map<std::string, std::string> files_;  // of each office, by its name without blanks
    std::optional<Attendance> expected_;
    bool addable_ = true;
};

}  // namespace nianbao
