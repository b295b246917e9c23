// What a place demands of a report's text beyond the official form.
#pragma once

#include "nianbao/collect.hpp"
#include "nianbao/finding.hpp"
#include "nianbao/profile.hpp"
#include "nianbao/report.hpp"

#include <string>
#include <vector>

namespace nianbao::desk {

/// L-23, at most one: the report names itself `agency`, of which a character or two are
/// wrong: 云溪县民证局. A longer or shorter name may be a new one, and is flagged alone.
std::vector<Finding> check_name(const LedgerRow& row, const std::string& agency);

/// L-23 of a report that names another office, and counts all the same, as its 采用文件
/// says so.
Finding other_name(const LedgerRow& row, const std::string& agency);

/// L-21, L-22.
std::vector<Finding> check_local(const Report& report, const Profile& profile);

/// L-15: dates that are not of the winter after the year of the reports.
void tell_other_year(const Profile& profile, int year, std::vector<Finding>& findings);

/// L-25: counts that are others in 核对清单. `names`: what the office is called there.
std::vector<Finding> check_agreed(const Report& report, const std::vector<std::string>& names,
                                  const Profile& profile);

/// All of a profile that findings of an office depend on, as one text.
std::string demands_text(const Profile& profile, const std::vector<std::string>& names);

}  // namespace nianbao::desk
