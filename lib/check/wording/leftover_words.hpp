// The words that are left of a template, a draft or a program where a report goes out.
#pragma once

#include <string_view>

namespace nianbao::wording {

/// What a template says to whoever fills it in.
inline constexpr std::u32string_view instructions[] = {U"此处填写",
                                                       U"在此填写",
                                                       U"请填写",
                                                       U"请在此",
                                                       U"此处插入",
                                                       U"待补充",
                                                       U"待填写",
                                                       U"填写网址",
                                                       U"填写单位",
                                                       U"填写具体",
                                                       U"（文字描述",
                                                       U"(文字描述",
                                                       U"收取信息处理费情况在此处报告",
                                                       U"TODO",
                                                       U"TBD",
                                                       U"FIXME",
                                                       U"【请",
                                                       U"【区/",
                                                       U"【县/",
                                                       U"【市/",
                                                       U"【镇/",
                                                       U"【单位",
                                                       U"【机关",
                                                       U"【部门",
                                                       U"【地名",
                                                       U"【数字",
                                                       U"【填",
                                                       U"%%",
                                                       U"（请填",
                                                       U"（请补",
                                                       U"（请核",
                                                       U"（请办公室",
                                                       U"请办公室核",
                                                       U"请办公室补",
                                                       U"请办公室填",
                                                       U"请科室核",
                                                       U"请科室补",
                                                       U"请法规科核",
                                                       U"请财务核",
                                                       U"（数字待",
                                                       U"（数据待",
                                                       U"（待核",
                                                       U"【此处",
                                                       U"【待",
                                                       U"（请根据",
                                                       U"（照抄",
                                                       U"（照搬",
                                                       U"（抄自",
                                                       U"（套用上年",
                                                       U"（套用去年",
                                                       U"（参照去年格式",
                                                       U"（参照上年格式",
                                                       U"（批注",
                                                       U"(批注",
                                                       U"【批注",
                                                       U"[批注",
                                                       U"（待核实",
                                                       U"（待定",
                                                       U"根据实际情况填写",
                                                       U"请根据实际情况",
                                                       U"请结合实际",
                                                       U"请按实际",
                                                       U"请自行",
                                                       U"参考模板",
                                                       U"模板填写",
                                                       U"具体重大",
                                                       U"？？条",
                                                       U"？？件",
                                                       U"？？次",
                                                       U"？？篇",
                                                       U"？？期",
                                                       U"??条",
                                                       U"??件",
                                                       U"??次",
                                                       U"&nbsp;",
                                                       U"<br>",
                                                       U"</p>",
                                                       U"<p>",
                                                       U"<span"};
/// What a program leaves: a broken reference of a word processor, a machine that writes.
inline constexpr std::u32string_view machines[] = {U"Error! Reference",
                                                   U"Error!Reference",
                                                   U"错误!未找到引用源",
                                                   U"错误！未找到引用源",
                                                   U"错误!未定义书签",
                                                   U"错误！未定义书签",
                                                   U"#REF!",
                                                   U"#VALUE!",
                                                   U"#DIV/0!",
                                                   U"#N/A",
                                                   U"作为一名AI",
                                                   U"我可以继续",
                                                   U"我将为您",
                                                   U"为您完善",
                                                   U"为您撰写",
                                                   U"参考范文",
                                                   U"如需进一步修改",
                                                   U"希望对您有",
                                                   U"根据您的要求",
                                                   U"根据要求生成",
                                                   U"以下是为您",
                                                   U"生成的内容如下",
                                                   U"希望以上内容",
                                                   U"作为AI",
                                                   U"作为一个AI",
                                                   U"作为一个人工智能",
                                                   U"好的，以下是",
                                                   U"以下是根据您",
                                                   U"以上内容仅供参考"};
/// What stands in brackets for itself; the second ones may also be the label of what
/// follows: “（电话）0530-…”.
inline constexpr std::u32string_view blanks[] = {
    U"具体网址", U"网站地址", U"网站名称", U"单位名称", U"机关名称", U"部门名称",
    U"具体数字", U"具体数据", U"具体时间", U"具体日期", U"具体地址", U"具体电话",
    U"具体名称", U"具体链接", U"具体内容", U"填写",     U"插入网址", U"年份"};
/// What “具体…” in quotes or brackets names: “具体重大政策名称”.
inline constexpr std::u32string_view missing[] = {U"名称", U"数字", U"数据", U"数量",
                                                  U"内容", U"日期", U"时间", U"金额"};
inline constexpr std::u32string_view labels[] = {U"网址",     U"链接",     U"联系电话", U"办公电话",
                                                 U"电子邮箱", U"办公地址", U"地址",     U"电话",
                                                 U"数字",     U"具体情况"};
/// A verb and the measure word whose number is missing.
inline constexpr std::u32string_view uncounted[] = {
    U"信息条", U"公开条", U"发布条", U"更新条", U"推送条", U"回复条", U"通报次", U"培训次",
    U"召开次", U"举办次", U"开展次", U"组织次", U"检查次", U"抽查次", U"通报期", U"编发期",
    U"刊发期", U"推送期", U"培训场", U"举办场", U"召开场", U"开展场", U"组织场", U"解读篇",
    U"发布篇", U"推送篇", U"刊发篇", U"制作篇", U"发放份", U"印发份", U"发放册", U"印发册"};

/// What a bracket holds that tells the one who writes what to do: “（请各部门补充）”.
inline constexpr std::u32string_view notes[] = {
    U"请各",     U"请相关",   U"请有关",   U"请补",     U"请填",     U"请核",     U"请根据",
    U"请结合",   U"请按",     U"请参照",   U"请自行",   U"请更新",   U"请修改",   U"请确认",
    U"补充完整", U"核实后",   U"可再展开", U"可展开",   U"字数不足", U"字数不够", U"一致即可",
    U"照抄",     U"照搬",     U"照写",     U"套用",     U"仅供参考", U"示例文字", U"样例",
    U"待补",     U"待填",     U"待核",     U"待定",     U"根据实际", U"按实际",   U"具体次数",
    U"具体数字", U"后续补充", U"格式同",   U"内容同",   U"是否保留", U"可删",     U"再核",
    U"参照上年", U"参照去年", U"沿用上年", U"沿用去年", U"这里写",   U"此处写",   U"此处填",
    U"此处补",   U"此处加",   U"此处插",   U"自行补充", U"自行填",   U"稍后补"};

/// What a bracket “（待…）” ends in: what someone was to do before the report goes out.
inline constexpr std::u32string_view pending[] = {U"确认", U"核实", U"核对", U"复核", U"补充",
                                                  U"提供", U"补齐", U"填报", U"审定", U"修改"};

}  // namespace nianbao::wording
