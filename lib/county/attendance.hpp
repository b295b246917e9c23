// Who of the offices that are expected has come.
#pragma once

#include "county/desk/intake/owners.hpp"
#include "nianbao/merge.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

class Attendance {
public:
    explicit Attendance(const ExpectedMembers& expected);
    Attendance(const Attendance&) = delete;
    Attendance& operator=(const Attendance&) = delete;

    /// An office came: the one that the report names, by whatever name the list has for
    /// it, or by a short one. Of a file without a report (`agency` is empty) it is the
    /// one that its path names. nullptr: it is on no list.
    const OfficeOfList* come(std::string_view agency, std::string_view file);
    /// True of a name that no office of the list has, and that is short for one's.
    bool is_abbreviated(std::string_view agency) const;
    /// Names of those that did not come, in the order of the list; `summed`: only of
    /// those that are to be summed.
    std::vector<std::string> missing(bool summed) const;
    const std::vector<OfficeOfList>& offices() const { return offices_; }

private:
    std::vector<OfficeOfList> offices_;
    desk::Owners owners_;
    std::vector<bool> came_;
};

}  // namespace nianbao
