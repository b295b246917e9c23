// B: what a published file says otherwise than its data. Codes are stable: people look
// them up, programs compare them.
#pragma once

#include "nianbao/codes.hpp"

namespace nianbao::data {

inline constexpr Code verify_rules[] = {
    {"B-01", Severity::error, "公布的标题、机关、年度、日期或者落款与数据不同",
     "核对哪一边对，改公布的或者改数据"},
    {"B-02", Severity::error, "公布的数与数据不同", "核对哪一边对，改公布的或者改数据"},
    {"B-03", Severity::error, "公布的句子与数据不同", "核对哪一边对，改公布的或者改数据"},
    {"B-04", Severity::error, "公布的少了一句", "补到公布的里面；是有意删去的，数据里也删去"},
    {"B-05", Severity::error, "公布的多了一句", "写进数据；不该公布的，从公布的里面删去"},
    {"B-06", Severity::error, "公布的里面没有这张表", "补上这张表；表是图片的，换成文字的表"},
    {"B-07", Severity::error, "公布的与数据不能配成对", "核对机关的名称和年度"},
};

consteval std::string_view verify_rule(std::string_view code) { return listed(verify_rules, code); }

}  // namespace nianbao::data
