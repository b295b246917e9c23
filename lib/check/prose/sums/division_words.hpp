// The words by which a list is said to divide a whole.
#pragma once

#include <string_view>

namespace nianbao::prose {

/// 按载体分, 按申请方式划分, 从内容看
bool divides(std::u32string_view words);
/// 分别为, 来源为: before the first part.
bool divides_here(std::u32string_view label);
/// 渠道, 办理结果: before a colon.
bool names_division(std::u32string_view clause);
/// 其中, 包括
bool begins_list(std::u32string_view label);

/// How many kinds there are of which one or the other is true of each; whether the words
/// of a part name one of that kind: 新建, 改造; 失效, 保留; 90分以上, 80至89分.
inline constexpr int kinds_of_parts = 10;
bool is_of_kind(std::u32string_view label, int kind);

}  // namespace nianbao::prose
