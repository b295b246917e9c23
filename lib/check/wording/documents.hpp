// The laws, rules and notices that reports name, with what became of each: one table for
// the basis of a report and for names that are a character off.
#pragma once

#include <string_view>

namespace nianbao::wording {

/// `title` stands between 《 and 》, without 中华人民共和国. `number`: as it is cited;
/// empty where offices do not cite it. `until`: the last year whose reports may rest on
/// it; 0 while it is in force.
struct Document {
    std::u32string_view title, number = {};
    int until = 0;
};

inline constexpr Document documents[] = {
    {U"政府信息公开条例", U"国务院令第711号"},
    {U"政府信息公开工作年度报告格式", U"国办公开办函〔2021〕30号"},
    {U"关于政府信息公开工作年度报告有关事项的通知", U"国办公开办函〔2019〕60号", 2020},
    {U"政府信息公开信息处理费管理办法", U"国办函〔2020〕109号"},
    {U"公共企事业单位信息公开规定制定办法"},
    {U"关于全面推进政务公开工作的意见"},
    {U"关于全面推进基层政务公开标准化规范化工作的指导意见"},
    {U"政府网站发展指引"},
    {U"优化营商环境条例"},
    {U"重大行政决策程序暂行条例"},
    {U"规章制定程序条例"},
    {U"信访工作条例"},
    {U"行政复议法实施条例"},
    {U"保障中小企业款项支付条例"},
    {U"行政许可法"},
    {U"行政处罚法"},
    {U"行政强制法"},
    {U"行政复议法"},
    {U"行政诉讼法"},
    {U"国家赔偿法"},
    {U"个人信息保护法"},
    {U"网络安全法"},
    {U"数据安全法"},
    {U"保守国家秘密法"},
    {U"政府采购法"},
    {U"招标投标法"},
    {U"土地管理法"},
    {U"公务员法"},
    {U"监察法"},
    {U"档案法"},
    {U"预算法"},
    {U"民法典"},
};

/// What is cited and was never made.
inline constexpr std::u32string_view no_documents[] = {
    U"政务公开条例", U"政务公开工作条例", U"政府信息公开工作条例", U"信息公开工作条例"};

}  // namespace nianbao::wording
