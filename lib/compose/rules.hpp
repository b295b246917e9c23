// R: what composing refuses.
#pragma once

#include "nianbao/codes.hpp"

namespace nianbao {

inline constexpr Code reference_rules[] = {
    {"R-01", Severity::error, "引用的单元格不存在，或者引用没有写完",
     "照提示改正 {{ }} 中的字段名，或者补上 }}；要印出两个大括号，写 {{{{"},
};

consteval std::string_view reference_rule(std::string_view code) {
    return listed(reference_rules, code);
}

}  // namespace nianbao
