// D: what is told of tables that were recognised by what stands in them. Codes are
// stable: people look them up, programs compare them.
#pragma once

#include "notation/rules.hpp"

namespace nianbao::recognise {

inline constexpr Code rules[] = {
    {"D-26", Severity::error, "工作簿或者 Word 文件读不了",
     "用 WPS 打开，另存一份；打不开的，请报送单位重发"},
    {"D-27", Severity::warning, "不是按单元格的名称找到的",
     "核对所说的表是不是要报的那一张；用 nianbao new 写出的工作簿填写，就不必猜"},
    {"D-28", Severity::warning, "该填数的格里是公式，按保存的结果读了",
     "复制这些格，选择性粘贴为数值", "5", "=2+3"},
    {"D-29", Severity::error, "公式没有可用的结果", "打开工作簿，重新计算并保存，或者直接填数", "5",
     "#REF!"},
    {"D-30", Severity::error, "数成了日期", "把这一格设为常规格式，重新填数", "5", "1900年1月5日"},
    {"D-31", Severity::warning, "数后面有单位，已照读", "格里只填数", "5", "5件"},
    {"D-32", Severity::error, "几格合并了，只有一个数", "取消合并，各格分别填数",
     "自然人“3”、商业企业“2”，各占一格", "自然人、商业企业两格合并，写“5”"},
    {"D-33", Severity::warning, "隐藏的行或者列里的数也读了", "取消隐藏，核对这些数",
     "三张表的各行各列都看得见", "“（三）不予公开”的一行隐藏了，里面有数"},
    {"D-34", Severity::warning, "表上没有的行，没有读",
     "按表上的文字改正这一行的名称，或者删去这一行", "三（五）1.信访举报投诉类申请",
     "三（五）6.撤回的申请"},
    {"D-35", Severity::warning, "有两张一样的表，或者两份年报",
     "只留要报的那一张；一个文件只写一份年报", "一张“收到和处理政府信息公开申请情况”",
     "两张“收到和处理政府信息公开申请情况”"},
    {"D-36", Severity::warning, "填写的与发放时的不同", "核对单位和年度；没有错就不必改",
     "发放时是云溪县农业农村局，填写的也是", "发放时是云溪县农业农村局，填写的是云溪县水利局"},
    {"D-37", Severity::warning, "表前面有文字，没有读",
     "要印在表下的写到表后面；其他的写到第一部分或者第六部分",
     "“二、主动公开政府信息情况”的标题下面就是表",
     "“二、主动公开政府信息情况”的标题下面先有一段文字"},
    {"D-38", Severity::warning, "标题前面没有编号，或者编号缺了", "照格式写上编号", "一、总体情况",
     "总体情况"},
    {"D-39", Severity::warning, "Word 文件、工作簿或者网页里还有没有读的内容",
     "照提示处理，再存一份", "没有批注、没有图片", "“收到申请12件”旁边有批注“此处待核”"},
    {"D-40", Severity::warning, "标题前面、落款后面有文字，有目录或者别的表，没有读",
     "要写进年报的，写到六个部分里；目录不必有", "第一行是标题", "标题前面有一页目录"},
    {"D-41", Severity::warning, "机关是从网页的发布机构读出的", "核对是不是编制这份年报的机关"},
    {"D-42", Severity::warning, "Word 文件里有没有接受的修订，按全部接受读了",
     "在 Word 或 WPS 的“审阅”里接受或者拒绝修订，再存一份"},
};

consteval std::string_view rule(std::string_view code) {
    return listed(rules, notation::rules, code);
}

}  // namespace nianbao::recognise
