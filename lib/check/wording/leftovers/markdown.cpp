#include "check/wording/leftovers/markdown.hpp"

#include "check/wording/text.hpp"

#include <algorithm>

namespace nianbao::wording {
namespace {

/// Of whom a name is masked with stars: “张**”.
constexpr std::u32string_view masked_surnames =
    U"张王李赵刘陈杨黄吴徐孙朱马胡郭林何高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程"
    U"苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万"
    U"钱严覃武戴莫孔向汤某";

}  // namespace

std::size_t markdown(std::u32string_view text, std::size_t place) {
    if (text[place] == U'#' &&
        (place == 0 || text[place - 1] == U'\n' ||
         (is_one_of(text[place - 1], U"。；") && at(text, place + 1) == U'#'))) {
        std::size_t end = place;
        while (at(text, end) == U'#') ++end;
        return end - place <= 6 && (at(text, end) == U' ' || is_han(at(text, end))) ? end : 0;
    }
    if (stands(text, place, U"**") && is_han(at(text, place - 1)) &&
        !is_one_of(at(text, place - 1), masked_surnames) && is_han(at(text, place + 2))) {
        // “公开了**教育**信息”: words between two pairs; “张**” is a name that is masked.
        constexpr std::size_t longest = 20;
        const auto rest = text.substr(place + 2, longest + 2);
        const std::size_t close = rest.find(U"**");
        const bool words =
            close != rest.npos && close > 1 &&
            std::all_of(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(close), is_han);
        return words && rest.substr(close + 2, 1) != U"*" ? place + 2 : 0;
    }
    if (!stands(text, place, U"**") || at(text, place + 2) == U'*' ||
        (!is_han(at(text, place + 2)) && !is_latin_letter(at(text, place + 2))) ||
        is_han(at(text, place - 1)) || is_any_digit(at(text, place - 1)))
        return 0;
    const std::size_t line = std::min(text.find(U'\n', place), text.size());
    return text.substr(0, line).find(U"**", place + 2) != text.npos ? place + 2 : 0;
}

}  // namespace nianbao::wording
