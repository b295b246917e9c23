// Why a file that an officer names in 采用文件 cannot count.
#pragma once

#include "county/desk/intake/assigned.hpp"

#include <string>
#include <vector>

namespace nianbao::desk {

/// “收件里没有“a.docx””: Chinese, without an end mark. REQUIRES: choose() did not take it.
std::string why_not(const std::vector<ReceivedFile>& files, const OfficeFiles& office,
                    const std::string& typed);

}  // namespace nianbao::desk
