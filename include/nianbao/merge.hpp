// Merges many offices' reports into the report of their government.
#pragma once

#include "nianbao/job.hpp"
#include "nianbao/office_list.hpp"
#include "nianbao/speech.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// The offices that have to be there.
struct ExpectedMembers {
    std::vector<std::string> names;
    std::vector<std::string> unread;         // files of a folder that hold no report: their
                                             // offices are not known
    std::vector<OfficeOfList> offices = {};  // what a list says of those names, in their
                                             // order; empty: no more than the names

    /// Reads a list of offices as OfficeList::read() does, or takes the offices of a
    /// folder of data files, such as last year's.
    /// Throws Failure if that cannot be read or names nobody.
    [[nodiscard]] static ExpectedMembers read(const std::filesystem::path& list_or_folder);
};

struct MergeOptions {
    std::string agency;  // of the merged report
    Kind kind = Kind::government;
    int year = 0;      // that every member must be of; 0: the first one's
    std::string name;  // of the merged report in places and messages, if there is no
                       // prose file
    std::optional<ExpectedMembers> expected;  // empty: any members
    std::optional<Input> prose;               // a data file without tables: see read_prose()
    Speech speech = Speech::english;          // how the merged file will call its fields; messages
                                              // about a prose file speak as that does
    /// The rules, which always run. `force` merges in spite of errors that they found and
    /// of missing members. `previous` and `deadline` are the merged report's.
    CheckingOptions check;
    unsigned threads = 0;  // for reading members; 0: as many as there are cores
    /// The members were checked by whoever asks: they are read and added up, and no rule
    /// is run on them.
    bool members_checked = false;
};

struct Merged {
    std::size_t members = 0,
                accepted = 0;          // how many there were, and how many without error
    Outcome merged;                    // of the merge itself; accepted if there is a report
    std::optional<Report> report;      // its tables are the sums; if prose is lacking it holds
                                       // {{请填写}}, which no reader accepts
    std::vector<std::string> missing;  // names that were expected and are not there
    std::vector<std::string> lacking;  // fields of prose that are not written yet: "overview"
};

/// Reads and checks every member, and adds them up: every cell is the exact sum, and so
/// are the processing fees. Refuses members with errors that are not waived, members of
/// another year or edition, an office that comes twice, directly or within another
/// member, and a sum of more than twelve digits; with `force` only what cannot be added
/// up. Leaves out remarks and notes, with a warning. The merged report is checked like
/// any other, also against `previous`; without prose only its tables are. It lists its
/// members with the SHA-256 of their files.
///
/// Calls `done` with the outcome of each member, in order, on the calling thread, as soon
/// as it is known: accepted, refused or failed, with its findings. Keeps no report of a
/// member, only its name, its digest and what Neighbours remembers. Throws Failure if the
/// prose file cannot be read; std::invalid_argument if the merged report has no agency,
/// if a function is none, and as run() does for wrong options of checking.
[[nodiscard]] Merged merge(std::span<const Input> members, const MergeOptions& options,
                           const std::function<void(Outcome)>& done);

/// The same without keeping all inputs in memory: `member` makes the input of a number
/// from 0 on. It is called on several threads at a time.
[[nodiscard]] Merged merge(std::size_t count, const std::function<Input(std::size_t)>& member,
                           const MergeOptions& options, const std::function<void(Outcome)>& done);

/// Holds a consolidated report against its members as they are now: every number against
/// their exact sum (M-11; if the difference is one member's numbers, that member is
/// named), and its list of members against them (M-12). Leaves out the report itself and
/// reports of other years, which it tells, and compares nothing if a member cannot be
/// read or comes twice (M-13). For CheckingOptions::also.
[[nodiscard]] std::vector<Finding> check_against_members(const Report& report,
                                                         std::span<const Input> members);

}  // namespace nianbao
