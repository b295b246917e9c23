// D: what is told of tables that stand in a text as lines. Codes are stable.
#pragma once

#include "notation/rules.hpp"

namespace nianbao::recognise {

inline constexpr Code printed_rules[] = {
    {"D-45", Severity::error, "文字里的表，有一行的数分不清各是哪一格的",
     "打开原来的文件，照着填这一行"},
    {"D-46", Severity::warning, "PDF 没有附数据，按里面的文字读了",
     "与 PDF 核对一遍；有生成它的 Word 文件（.docx）或者网页的，读那一份"},
};

consteval std::string_view printed_rule(std::string_view code) {
    return listed(printed_rules, notation::rules, code);
}

}  // namespace nianbao::recognise
