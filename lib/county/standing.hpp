// How the offices of a list stand, by files that came one after the other: in the words
// that a county's desk has for it.
#pragma once

#include "county/attendance.hpp"
#include "county/desk/intake/received.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// In the order of the list.
struct ListStanding {
    std::vector<std::string> missing;      // sent nothing
    std::vector<std::string> not_on_list;  // agencies of reports, else names of files
    std::vector<std::string> renamed;      // 疑似更名, with the name in the report
    std::vector<std::string> abbreviated;  // known by a short name, with the name in the report
    std::vector<std::string> undecided;    // 多稿待定
    std::vector<std::string> disputed;     // 署名不符
};

class StandingByFiles {
public:
    explicit StandingByFiles(const ExpectedMembers& expected) : attendance_(expected) {}

    /// A file came. `agency`: that the report in it names; without one it is of the
    /// office that its path names.
    void come(const std::string& agency, const std::string& file, std::string_view bytes);
    std::size_t expected() const { return attendance_.offices().size(); }
    /// Once all have come.
    ListStanding standing() const;

private:
    Attendance attendance_;
    std::vector<desk::ReceivedFile> files_;
    std::vector<int> others_;  // of `files_`, that are on no list
};

}  // namespace nianbao
