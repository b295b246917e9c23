// Many offices' reports become the report of the government that they belong to.
#pragma once

#include "nianbao/job.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// The offices that have to be there.
struct ExpectedMembers {
    std::vector<std::string> names;
    std::vector<std::string> unread;  // files of a folder that hold no report, so that their offices are not known

    /// A text file, a name a line (what follows a '#' and empty lines are left out), or a folder of data files, as last year's: their offices. Throws Failure
    /// where that cannot be read or names nobody.
    static ExpectedMembers read(const std::filesystem::path& list_or_folder);
};

struct MergeOptions {
    std::string agency;  // of the merged report
    Kind kind = Kind::government;
    int year = 0;                             // that every member must be of; 0: the first one's
    std::string name;                         // of the merged report in places and messages, where there is no prose file
    std::optional<ExpectedMembers> expected;  // empty: whoever comes
    std::optional<Job> prose;                 // a data file without tables: see read_prose()
    bool force = false;                       // merge in spite of errors that the rules found, and of missing members
    std::vector<std::string> disabled;        // codes of rules that are not run
    const PreviousReports* previous = nullptr;
    std::optional<Date> deadline = {};  // of the merged report
};

struct Merged {
    std::vector<Outcome> members;      // in the order of the jobs: accepted, refused or failed, with their findings
    Outcome merged;                    // what is told of the whole; accepted where there is a report
    std::optional<Report> report;      // its tables are the sums; where prose is lacking it holds {{请填写}}, which no reader accepts
    std::vector<std::string> missing;  // names that were expected and are not there
    std::vector<std::string> lacking;  // fields of prose that are not written yet: "overview"
};

/// Reads and checks every member, and adds them up: every cell the exact sum, processing fees too. Refused are members with errors (but waived ones), of
/// another year or edition, an office that comes twice, directly or within another member, and a sum past twelve digits; with `force` only what cannot be
/// added up. Remarks and notes stay behind, with a warning. The merged report is checked as any other, against `previous` too; without its prose only
/// its tables are. Its members are listed with the SHA-256 of their files. A member that cannot be read is an outcome of its own; throws Failure where the
/// prose file cannot.
Merged merge(std::span<const Job> members, const MergeOptions& options);

}  // namespace nianbao
