// Who may make 规章: 立法法 第九十一条 (ministries), 第九十三条 (governments of
// provinces, 设区的市 and 自治州).
#pragma once

#include "nianbao/report.hpp"

#include <string_view>

namespace nianbao {

/// What kind of organ the office is, if organs of that kind cannot make 规章: "县级政府".
/// Empty if it can, or if neither its kind nor its name tells.
std::string_view cannot_make_rules(const Report& report);

/// True if the entry of the first table counts 规章.
bool is_of_rules(const Form& disclosure, int entry);

}  // namespace nianbao
