#include "county/attendance.hpp"

namespace nianbao {
namespace {

/// What the list says of the offices, or their names alone.
std::vector<OfficeOfList> offices_of(const ExpectedMembers& expected) {
    if (expected.offices.size() == expected.names.size()) return expected.offices;
    std::vector<OfficeOfList> offices;
    for (const std::string& name : expected.names) offices.emplace_back().name = name;
    return offices;
}

}  // namespace

Attendance::Attendance(const ExpectedMembers& expected)
    : offices_(offices_of(expected)), owners_(offices_), came_(offices_.size()) {}

const OfficeOfList* Attendance::come(std::string_view agency, std::string_view file) {
    int office = agency.empty() ? owners_.in_path(file) : owners_.named(agency);
    if (office == desk::Owners::nobody && !agency.empty()) office = owners_.abbreviated(agency);
    if (office == desk::Owners::nobody) return nullptr;
    came_[static_cast<std::size_t>(office)] = true;
    return &offices_[static_cast<std::size_t>(office)];
}

bool Attendance::is_abbreviated(std::string_view agency) const {
    return owners_.named(agency) == desk::Owners::nobody &&
           owners_.abbreviated(agency) != desk::Owners::nobody;
}

std::vector<std::string> Attendance::missing(bool summed) const {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < offices_.size(); ++i) {
        if (!came_[i] && (!summed || offices_[i].counted)) names.push_back(offices_[i].name);
    }
    return names;
}

}  // namespace nianbao
