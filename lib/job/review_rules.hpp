// K: what is wrong with the record of a second reader. Codes are stable: people look them
// up, programs compare them.
#pragma once

#include "nianbao/codes.hpp"

namespace nianbao {

inline constexpr Code review_rules[] = {
    {"K-01", Severity::warning, "核对记录读不出来，或者有一条不完整",
     "照 nianbao review 写出的样子改正，或者删去它再核对一次；数据文件不受影响"},
    {"K-02", Severity::advice, "核对记录里的一条没有用上",
     "所引的文字已经改了，或者问题已经改正：请再核对，不用的一条删去"},
};

consteval std::string_view review_rule(std::string_view code) { return listed(review_rules, code); }

}  // namespace nianbao
