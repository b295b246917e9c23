// D: what is told of a report by its office's name.
#pragma once

#include "notation/rules.hpp"

namespace nianbao::recognise {

inline constexpr Code article_rules[] = {
    {"D-48", Severity::warning, "从机关的名称看不准类别",
     "核对类别；不对的，导入以后在数据文件里改"},
};

consteval std::string_view article_rule(std::string_view code) {
    return listed(article_rules, notation::rules, code);
}

}  // namespace nianbao::recognise
