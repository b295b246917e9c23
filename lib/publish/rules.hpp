// G: what a file holds that must not be published with it. Codes are stable: people look
// them up, programs compare them.
#pragma once

#include "nianbao/codes.hpp"

namespace nianbao::publish {

inline constexpr Code rules[] = {
    {"G-01", Severity::error, "有没有接受的修订",
     "在“审阅”里接受或者拒绝全部修订，关上修订，再存一份", "本年新收5件",
     "本年新收〔删去：4〕〔加上：5〕件"},
    {"G-02", Severity::error, "有批注", "照批注改好以后，删去全部批注，再存一份", "本年新收5件",
     "本年新收5件〔批注：与台账不符，请核实〕"},
    {"G-03", Severity::error, "有隐藏的文字、行、列、工作表或者图层",
     "取消隐藏看一看，不该公布的删去", "本年新收5件", "本年新收5件〔隐藏的文字：其中2件是张某的〕"},
    {"G-04", Severity::warning, "文件的属性里有人名",
     "在“文件—信息—检查文档”（WPS：文件—文件信息—属性）里删去作者等个人信息，再存一份",
     "作者：云溪县农业农村局", "作者：张某某"},
    {"G-05", Severity::warning, "表格里有填报人等人的姓名", "公布的一份里删去这几格", "填报人：",
     "填报人：张某某"},
    {"G-06", Severity::error, "文件里带着别的数据", "删去所说的部分；确实要公布的，单独公布一份",
     "一份只有年报的文件", "嵌着一份工作簿的 Word 文件"},
    {"G-07", Severity::error, "没有看成：不是所看的种类，坏了，或者加了密码",
     "另存为 .docx、.xlsx、.pdf 或 .html 再看"},
    {"G-08", Severity::warning, "PDF 里还存着改动以前的内容",
     "用“打印成 PDF”或者“另存为”重新生成一份；有电子签名的，签名以前看过就不必"},
    {"G-09", Severity::error, "是审签单，或者带着检查意见的一页，只在单位里用",
     "审签单不公布；检查意见的一页删去，再存一份", "一份只有年报的文件", "最后一页是检查意见"},
};

consteval std::string_view rule(std::string_view code) { return listed(rules, code); }

}  // namespace nianbao::publish
