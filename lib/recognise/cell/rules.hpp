// D: what is told of the cell of a number. Codes are stable: people look them up,
// programs compare them.
#pragma once

#include "notation/rules.hpp"

namespace nianbao::recognise {

inline constexpr Code cell_rules[] = {
    {"D-47", Severity::warning, "格里看到的与读到的不同，或者前后不一",
     "核对是哪一个数；把这一格设为常规格式，只填要报的数", "1.5", "显示为“1.50”，存的是 1.50462"},
};

consteval std::string_view cell_rule(std::string_view code) {
    return listed(cell_rules, notation::rules, code);
}

}  // namespace nianbao::recognise
