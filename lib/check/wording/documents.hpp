// The laws, rules and notices that reports name, with what became of each: one table for
// the basis of a report and for names that are a character off.
#pragma once

#include "check/wording/text.hpp"
#include "nianbao/check.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::wording {

/// `title` stands between 《 and 》, without 中华人民共和国. `number`: as it is cited;
/// empty where offices do not cite it. `until`: the last year whose reports may rest on
/// it; 0 while it is in force. `below`: provinces make 条例 of the same name.
struct Document {
    std::u32string_view title, number = {};
    int until = 0;
    bool below = false;
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
    {U"义务教育法", {}, 0, true},
    {U"民办教育促进法", {}, 0, true},
    {U"家庭教育促进法", {}, 0, true},
    {U"未成年人保护法", {}, 0, true},
    {U"妇女权益保障法", {}, 0, true},
    {U"老年人权益保障法", {}, 0, true},
    {U"残疾人保障法", {}, 0, true},
    {U"消费者权益保护法", {}, 0, true},
    {U"食品安全法", {}, 0, true},
    {U"产品质量法", {}, 0, true},
    {U"药品管理法", {}, 0, true},
    {U"疫苗管理法", {}, 0, true},
    {U"农产品质量安全法", {}, 0, true},
    {U"特种设备安全法", {}, 0, true},
    {U"安全生产法", {}, 0, true},
    {U"环境保护法", {}, 0, true},
    {U"大气污染防治法", {}, 0, true},
    {U"水污染防治法", {}, 0, true},
    {U"土壤污染防治法", {}, 0, true},
    {U"固体废物污染环境防治法", {}, 0, true},
    {U"噪声污染防治法", {}, 0, true},
    {U"城乡规划法", {}, 0, true},
    {U"城市房地产管理法", {}, 0, true},
    {U"道路交通安全法", {}, 0, true},
    {U"治安管理处罚法", {}, 0, true},
    {U"人民调解法", {}, 0, true},
    {U"法律援助法", {}, 0, true},
    {U"社区矫正法", {}, 0, true},
    {U"社会保险法", {}, 0, true},
    {U"劳动合同法", {}, 0, true},
    {U"就业促进法", {}, 0, true},
    {U"农村土地承包法", {}, 0, true},
    {U"乡村振兴促进法", {}, 0, true},
    {U"村民委员会组织法", {}, 0, true},
    {U"城市居民委员会组织法", {}, 0, true},
    {U"传染病防治法", {}, 0, true},
    {U"基本医疗卫生与健康促进法", {}, 0, true},
    {U"精神卫生法", {}, 0, true},
    {U"突发事件应对法", {}, 0, true},
    {U"反不正当竞争法", {}, 0, true},
    {U"中小企业促进法", {}, 0, true},
    {U"电子商务法", {}, 0, true},
    {U"税收征收管理法", {}, 0, true},
    {U"水土保持法", {}, 0, true},
    {U"野生动物保护法", {}, 0, true},
    {U"文物保护法", {}, 0, true},
    {U"公共文化服务保障法", {}, 0, true},
    {U"统计法实施条例", {}, 0, true},
    {U"土地管理法实施条例", {}, 0, true},
    {U"食品安全法实施条例", {}, 0, true},
    {U"预算法实施条例", {}, 0, true},
    {U"国有土地上房屋征收与补偿条例", {}, 0, true},
    {U"建设工程质量管理条例", {}, 0, true},
    {U"物业管理条例", {}, 0, true},
    {U"保障农民工工资支付条例", {}, 0, true},
    {U"企业信息公示暂行条例", {}, 0, true},
    {U"社会救助暂行办法", {}, 0, true},
    {U"城市居民最低生活保障条例", {}, 0, true},
    {U"党政机关公文处理工作条例", {}, 0, true},
    {U"政府督查工作条例", {}, 0, true},
    {U"行政法规制定程序条例", {}, 0, true},
    {U"政府投资条例", {}, 0, true},
    {U"关于加强数字政府建设的指导意见", {}, 0, true},
    {U"国务院关于加强数字政府建设的指导意见", {}, 0, true},
    {U"关于加强行政规范性文件制定和监督管理工作的通知", {}, 0, true},
    {U"关于推进政务新媒体健康有序发展的意见", {}, 0, true},
    {U"保守国家秘密法实施条例", {}, 0, true},
    {U"档案法实施条例", {}, 0, true},
    {U"档案法实施办法", {}, 0, true},
    {U"退役军人保障法", {}, 0, true},
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

/// What is cited by a name that lost its words.
struct Misnamed {
    std::u32string_view title, right;
};
inline constexpr Misnamed misnamed[] = {
    {U"政府信息处理费管理办法", U"政府信息公开信息处理费管理办法"},
    {U"信息公开处理费管理办法", U"政府信息公开信息处理费管理办法"},
    {U"政府信息公开费管理办法", U"政府信息公开信息处理费管理办法"},
    {U"政府信息公开收费管理办法", U"政府信息公开信息处理费管理办法"},
    {U"政府信息公开处理费征收管理办法", U"政府信息公开信息处理费管理办法"},
    {U"政府信息公开信息处理费征收办法", U"政府信息公开信息处理费管理办法"},
    {U"政府信息公开信息处理费收费办法", U"政府信息公开信息处理费管理办法"},
};

/// What titles end in by a slip, whatever they are titles of.
struct TitleEnd {
    std::u32string_view wrong, right;
    bool of_laws = false;  // only behind 中华人民共和国
};
inline constexpr TitleEnd title_ends[] = {
    {U"法法", U"法", true},     {U"发", U"法", true},       {U"条列", U"条例"},
    {U"条倒", U"条例"},         {U"条例例", U"条例"},       {U"办法例", U"办法"},
    {U"暂定办法", U"暂行办法"}, {U"暂定规定", U"暂行规定"}, {U"暂定条例", U"暂行条例"},
    {U"规订", U"规定"},         {U"管理方法", U"管理办法"}, {U"实施方法", U"实施办法"},
    {U"考核方法", U"考核办法"}, {U"暂行方法", U"暂行办法"}, {U"试行方法", U"试行办法"},
    {U"的通之", U"的通知"},     {U"的意件", U"的意见"},     {U"指导意件", U"指导意见"},
    {U"实施意件", U"实施意见"}, {U"实施细测", U"实施细则"}, {U"实施细责", U"实施细则"},
    {U"工作要典", U"工作要点"}, {U"工作方按", U"工作方案"}, {U"实施方按", U"实施方案"},
    {U"决定定", U"决定"},       {U"规定定", U"规定"},       {U"办法法", U"办法"},
    {U"通知知", U"通知"},       {U"意见见", U"意见"},       {U"条例法", U"条例"},
    {U"年度告报", U"年度报告"}};

/// What is cited and was never made.
inline constexpr std::u32string_view no_documents[] = {
    U"政务公开条例",         U"政务公开工作条例",
    U"政府信息公开工作条例", U"信息公开工作条例",
    U"政府信息条例",         U"政府信息公开暂行条例",
    U"政府信息公开管理条例", U"政府信息公开公开条例",
    U"政府信息公开公示条例", U"政府信息公开条例实施细则",
    U"政务信息公开条例",     U"政府信息公开实施条例",
    U"政府信息公开法",       U"政府信息公开条例（试行）",
    U"档案管理法",           U"保守国家秘密法实施细则",
    U"保密法实施细则"};

/// The figures of a text, one behind the other: “20211” of 〔2021〕1号.
std::u32string figures_of(std::u32string_view text);

/// The numbers of notices in a text, and the office that gave them.
void check_cited_numbers(const Report& report, const FieldText& text,
                         std::vector<Finding>& findings);

}  // namespace nianbao::wording
