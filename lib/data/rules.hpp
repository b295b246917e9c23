// D: what the reader refuses or warns about, besides mistakes of the file itself
// (notation/rules.hpp). Codes are stable: people look them up, programs compare them.
#pragma once

#include "notation/rules.hpp"

namespace nianbao::data {

inline constexpr Code rules[] = {
    {"D-08", Severity::error, "没有这一项", "照提示改正字段名；英文名和中文名都可以写",
     "agency: 云溪县农业农村局", "agncy: 云溪县农业农村局"},
    {"D-09", Severity::error, "一项写了两次", "英文名和中文名是同一项，只留一个",
     "agency: 云溪县农业农村局", "agency: 云溪县农业农村局\n单位: 云溪县农业农村局"},
    {"D-10", Severity::error, "缺少一项",
     "补上这一项；表中没有写的都是0时，写 unlisted: 0（其余: 0）",
     "disclosure: {licences: 320, unlisted: 0}", "disclosure: {licences: 320}"},
    {"D-11", Severity::error, "空白不是 0", "没有的写 0；还不知道的，查清了再写",
     "disclosure: {licences: 0, unlisted: 0}", "disclosure: {licences: , unlisted: 0}"},
    {"D-12", Severity::error, "不是规范的数", "写成整数，不带正负号、单位和小数；金额可以有小数",
     "disclosure: {licences: 320, unlisted: 0}", "disclosure: {licences: 320件, unlisted: 0}"},
    {"D-13", Severity::warning, "数或者日期的写法已照读",
     "数改成半角数字，不写千分位的逗号；日期写成 2024-01-31 的样子",
     "disclosure: {licences: 1286, unlisted: 0}", "disclosure: {licences: \"1,286\", unlisted: 0}"},
    {"D-14", Severity::error, "表中一行的写法不对",
     "一行写成各列的名称和数，或者按各列的次序列出六个数，也可以再加总计",
     "applications: {received: [9, 3, 0, 0, 0, 0], unlisted: 0}",
     "applications: {received: [9, 3], unlisted: 0}"},
    {"D-15", Severity::error, "类型不对", "该写文字的写文字，该写一组字段的写一组字段",
     "other: 本年度未收取信息处理费。", "other: [本年度未收取信息处理费。]"},
    {"D-16", Severity::error, "不能取这个值", "取提示中列出的值", "kind: department", "kind: 局"},
    {"D-17", Severity::error, "不是日期", "写成 2024-01-31 的样子，并且历法上有这一天",
     "published: 2024-01-31", "published: 2024-01-32"},
    {"D-18", Severity::error, "这一版不支持的格式",
     "form（格式）写 2019 或 2021；2019 年以前没有全国统一的格式", "form: 2021", "form: 2015"},
    {"D-19", Severity::warning, "汇总过的文件里表中的备注没有带入",
     "重新汇总以后再写进去，或者写进表的“注”"},
    {"D-20", Severity::error, "不是数据文件",
     "数据文件是 .yaml 或 .json 的文本；别的文件照提示处理，文件夹里的移到别处"},
    {"D-21", Severity::warning, "不是 UTF-8，已照读", "用文本编辑器另存为 UTF-8"},
    {"D-22", Severity::warning, "文件名没有数据文件的后缀，已照读",
     "改名，以 .yaml 结尾；里面是 JSON 的以 .json 结尾"},
    {"D-23", Severity::warning, "分行写的文字读成了一段",
     "各是一段的，项目名后面写“|”，文字从下一行写起并缩进；本来是一段的，写在一行里",
     "overview: |\n  全年公开信息286条。\n  收到申请12件。",
     "overview:\n  全年公开信息286条。\n  收到申请12件。"},
    {"D-24", Severity::warning, "“ #”后面的作了注释",
     "是内容的，给值加引号；是注释的，# 后面空一格", "agency: 云溪县农业农村局 # 局机关",
     "agency: 云溪县农业农村局 #局机关"},
    {"D-25", Severity::warning, "名称里有引号、空格、标点、年度、“公章”或者看不见的字符",
     "删去名称前后的引号、年度和“（公章）”、名称里的空格和末尾的标点；看不见的、只是样子像汉字的字符，重新打一遍",
     "agency: 云溪县农业农村局", "agency: 云溪县“农业农村局”"},
};

/// The code itself, from this room's table or that of notation/.
consteval std::string_view rule(std::string_view code) {
    return listed(rules, notation::rules, code);
}

}  // namespace nianbao::data
