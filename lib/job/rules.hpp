// O: what stands in the way of an output. Codes are stable: people look them up, programs
// compare them.
#pragma once

#include "nianbao/codes.hpp"

namespace nianbao {

inline constexpr Code output_rules[] = {
    {"O-01", Severity::error, "输出的位置上已有别的文件，没有覆盖",
     "换一个文件名，或者把那个文件移到别处；确实不要了的，写明要覆盖"},
};

consteval std::string_view output_rule(std::string_view code) { return listed(output_rules, code); }

}  // namespace nianbao
