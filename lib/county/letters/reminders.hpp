// 催报: to the work group, and to each office that sent nothing.
#pragma once

#include "nianbao/collect.hpp"

#include <span>
#include <string>

namespace nianbao {

/// “截至1月15日17:00，应报100家，尚有8家未报送：…。请于1月18日17:00前报送，法定公布期限为1月31日。”
/// `missing`: offices that sent nothing, in the order of the list; all of them are named.
/// REQUIRES: there are some.
std::string group_reminder(std::span<const OfficeOfList> missing, const Profile& profile,
                           const DeskHead& head);

/// To one of them.
std::string reminder(const OfficeOfList& office, const Profile& profile, const DeskHead& head);

}  // namespace nianbao
