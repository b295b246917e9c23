// What a place demands of a report's text beyond the official form.
#pragma once

#include "nianbao/finding.hpp"
#include "nianbao/profile.hpp"
#include "nianbao/report.hpp"

#include <string>
#include <vector>

namespace nianbao::desk {

/// L-21, L-22.
std::vector<Finding> check_local(const Report& report, const Profile& profile);

/// All of a profile that findings depend on, as one text.
std::string demands_text(const Profile& profile);

}  // namespace nianbao::desk
