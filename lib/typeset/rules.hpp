// F: what typesetting tells of characters and cells.
#pragma once

#include "nianbao/codes.hpp"

namespace nianbao {

inline constexpr Code layout_rules[] = {
    {"F-01", Severity::error, "没有一种字体有这个字符",
     "核对这个字；确实要用的，安装有这个字的字体，或者指定一种"},
    {"F-02", Severity::warning, "这个字由别的字体代替",
     "字形与前后文略有不同；可以安装收字更全的字体"},
    {"F-03", Severity::warning, "字符不可见，没有排入",
     "删去这个字符；它多半是从网页或文字处理软件中带来的"},
    {"F-04", Severity::error, "单元格中的文字太长，一页排不下", "把说明移到表下的“注”里"},
    {"F-05", Severity::error, "字符不能按公文排印",
     "换成规范的字；从右向左写的、字母相连的文字和自造字都排不了"},
    {"F-06", Severity::error, "报送稿没有加盖印章的位置", "写上署名和成文日期"},
};

consteval std::string_view layout_rule(std::string_view code) { return listed(layout_rules, code); }

}  // namespace nianbao
