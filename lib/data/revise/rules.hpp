// D: what is told of a revised draft. Codes are stable: people look them up, programs
// compare them.
#pragma once

#include "notation/rules.hpp"

namespace nianbao::data {

inline constexpr Code revise_rules[] = {
    {"D-43", Severity::warning, "修改稿里的改动没有带进数据文件", "在数据文件里照着改"},
    {"D-44", Severity::warning, "修改稿的文字与引用的格不一致",
     "核对修改稿的表和文字，以哪一个为准"},
};

consteval std::string_view revise_rule(std::string_view code) { return listed(revise_rules, code); }

}  // namespace nianbao::data
