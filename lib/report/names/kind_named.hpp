// What an office's name says of its kind.
#pragma once

#include "nianbao/report.hpp"

#include <string_view>

namespace nianbao {

/// A kind, and whether the name leaves no doubt of it.
struct NamedKind {
    Kind kind = Kind::department;
    bool sure = false;
};

/// 云溪县人民政府 is a government, 清河镇人民政府 and 城东街道办事处 are 乡镇街道,
/// 云溪县人民政府办公室 a 政府办公室; the rest are departments. Not sure of a place alone,
/// 云溪县, which is taken for its government, of names that speak of a government
/// otherwise, of other 办事处, and of 管理委员会, which report as governments here and as
/// departments there.
NamedKind kind_named(std::string_view agency);

}  // namespace nianbao
