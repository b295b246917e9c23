// What the reader refuses or warns about. Codes are stable: people look them up, programs compare them.
#pragma once

#include <string_view>

namespace nianbao::data {

struct Rule {
    std::string_view code, title;
};

inline constexpr Rule rules[] = {
    {"D-01", "文件不是 UTF-8"},     {"D-02", "文字里有控制字符"}, {"D-03", "超过上限"},           {"D-04", "JSON 语法错误"},      {"D-05", "YAML 语法错误"},
    {"D-06", "不支持的 YAML 写法"}, {"D-07", "没有数据"},         {"D-08", "没有这一项"},         {"D-09", "一项写了两次"},       {"D-10", "缺少一项"},
    {"D-11", "空白不是 0"},         {"D-12", "不是规范的数"},     {"D-13", "数的写法已照读"},     {"D-14", "表中一行的写法不对"}, {"D-15", "类型不对"},
    {"D-16", "不能取这个值"},       {"D-17", "不是日期"},         {"D-18", "这一版不支持的格式"},
};

/// The rule of that code; asked while compiling, so that no finding carries a code that is not listed.
consteval std::string_view rule(std::string_view code) {
    for (const Rule& known : rules) {
        if (known.code == code) return known.code;
    }
    throw "no such rule";
}

}  // namespace nianbao::data
