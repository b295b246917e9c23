// D: what is wrong with a file before anybody asks what it says. Codes are stable: people
// look them up, programs compare them.
#pragma once

#include "nianbao/codes.hpp"

namespace nianbao::notation {

inline constexpr Code rules[] = {
    {"D-01", Severity::error, "文件不是 UTF-8",
     "用文本编辑器另存为 UTF-8（记事本：另存为，编码选 UTF-8）"},
    {"D-02", Severity::error, "文字里有控制字符", "删去这个看不见的字符；它多半是从别处粘贴带来的"},
    {"D-03", Severity::error, "超过上限", "按所说的上限改短，或者分开写；没有一份报告需要这么长"},
    {"D-04", Severity::error, "JSON 语法错误", "在所指的地方改正；多半是少了逗号、引号或者括号",
     R"({"agency": "云溪县农业农村局", "year": 2023})",
     R"({"agency": "云溪县农业农村局" "year": 2023})"},
    {"D-05", Severity::error, "YAML 语法错误",
     "看冒号后面有没有空格，各行的缩进齐不齐；文字里有冒号的，整个加上引号",
     "agency: 云溪县农业农村局", "agency：云溪县农业农村局"},
    {"D-06", Severity::error, "不支持的 YAML 写法", "不用锚点、别名和标签，直接写出值",
     "agency: 云溪县农业农村局", "agency: &name 云溪县农业农村局"},
    {"D-07", Severity::error, "没有数据", "文件应是一组“字段: 值”；可以从一份待填的空白文件开始"},
};

consteval std::string_view rule(std::string_view code) { return listed(rules, code); }

}  // namespace nianbao::notation
