#include "recognise/article/lost_heading.hpp"

#include "notation/text_map.hpp"
#include "text/numbering.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace nianbao::recognise {

bool lost_its_number(std::string_view line, std::string_view next) {
    constexpr std::size_t longest = 20;  // characters
    constexpr std::u32string_view endings[] = {U"情况", U"问题", U"措施", U"打算", U"管理", U"建设",
                                               U"保障", U"公开", U"方面", U"不足", U"计划"};
    const std::u32string text = to_utf32(notation::without_blanks(line)),
                         behind = to_utf32(notation::without_blanks(next));
    if (text.empty() || text.size() > longest || behind.size() <= text.size()) return false;
    const bool words = std::all_of(text.begin(), text.end(), [](char32_t c) {
        return (c >= 0x3400 && c <= 0x9FFF) || c == U'“' || c == U'”' || c == U'、';
    });
    const bool ends = std::any_of(std::begin(endings), std::end(endings),
                                  [&](std::u32string_view one) { return text.ends_with(one); });
    return words && ends && !numbering_of(text) && behind.back() == U'。';
}

}  // namespace nianbao::recognise
