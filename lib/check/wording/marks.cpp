#include "check/rules.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

namespace nianbao::wording {
namespace {

/// What is set like Han: ideographs and Chinese marks.
bool is_chinese(char32_t c) {
    return is_han(c) || is_one_of(c, U"，。；：、！？（）《》〈〉“”‘’【】〔〕「」—…");
}

/// The next character that is no blank, before (step -1) or after (1) a place, on the
/// same line.
char32_t beside(std::u32string_view text, std::size_t place, int step) {
    std::ptrdiff_t next = place + step;
    while (is_blank(at(text, next))) next += step;
    return at(text, next);
}

struct Mark {
    char32_t half, full;
};
constexpr Mark marks[] = {{U',', U'，'}, {U';', U'；'}, {U':', U'：'}, {U'?', U'？'}, {U'!', U'！'},
                          {U'(', U'（'}, {U')', U'）'}, {U'[', U'〔'}, {U']', U'〕'}};

/// The full-width mark that belongs where a half-width one stands; U+0000 where that is
/// right.
char32_t full_width(std::u32string_view text, std::size_t place) {
    const char32_t mark = text[place], before = beside(text, place, -1),
                   after = beside(text, place, 1);
    if (mark == U'.') {
        // “工作.”: the end of a sentence. “1.” and “www.” stand after other characters.
        return (is_han(before) || is_one_of(before, U"”）》")) &&
                       (after == U'\0' || after == U'\n' || is_han(after))
                   ? U'。'
                   : U'\0';
    }
    if (mark == U'"') return is_han(before) || is_han(after) ? U'“' : U'\0';
    if (mark == U'<') return is_han(after) ? U'〈' : U'\0';
    if (mark == U'>') return is_han(before) ? U'〉' : U'\0';
    const auto known = std::find_if(std::begin(marks), std::end(marks),
                                    [&](const Mark& one) { return one.half == mark; });
    if (known == std::end(marks)) return U'\0';
    switch (mark) {
        case U'(':
        case U'[':
        case U')':
        case U']': {
            // Outside and inside: “局(所)”, “函[2021]30号”; “f(x)” and “(1)” at a line's
            // start are none.
            const bool numbering =
                mark == U'(' && is_any_digit(after) && (before == U'\0' || before == U'\n');
            const bool closes_numbering = mark == U')' && is_any_digit(before);
            if (numbering) return U'\0';
            if (closes_numbering) {
                std::size_t begin = place;
                while (begin > 0 && is_any_digit(text[begin - 1])) --begin;
                const char32_t opening = at(text, begin - 1);
                if (opening != U'(' && opening != U'（') return U'\0';  // “1)”
                if (opening == U'(' && full_width(text, begin - 1) == U'\0') return U'\0';
            }
            if (mark == U'[')
                return is_chinese(before) ? known->full : U'\0';  // “函[2021]”; “A[正式]” is a code
            if (mark == U']') {
                constexpr std::size_t longest = 8;
                const std::size_t from = place > longest ? place - longest : 0;
                const std::size_t opening = text.substr(from, place - from).rfind(U'[');
                return opening != text.npos && full_width(text, from + opening) != U'\0'
                           ? known->full
                           : U'\0';
            }
            return is_chinese(before) || is_chinese(after) ? known->full : U'\0';
        }
        case U':':
            return is_chinese(before) ? known->full : U'\0';  // “10:30”
        default:
            if (is_any_digit(before) && is_any_digit(after)) return U'\0';  // “5,500”
            return is_chinese(before) || is_han(after) ? known->full : U'\0';
    }
}

/// A pair of marks, and what both are called.
struct Pair {
    char32_t open, close;
    std::string_view name;
};
constexpr Pair pairs[] = {
    {U'（', U'）', "括号"}, {U'《', U'》', "书名号"}, {U'〈', U'〉', "书名号"},
    {U'【', U'】', "括号"}, {U'〔', U'〕', "括号"},   {U'“', U'”', "引号"},
    {U'‘', U'’', "引号"},   {U'「', U'」', "引号"},   {U'『', U'』', "引号"}};

/// The marks of the pairs, half-width ones too.
constexpr CharacterFilter paired = [] {
    CharacterFilter filter(U"()");
    for (const Pair& pair : pairs)
        filter = filter | CharacterFilter(std::u32string_view(&pair.open, 1)) |
                 CharacterFilter(std::u32string_view(&pair.close, 1));
    return filter;
}();

int pair_of(char32_t c, char32_t Pair::*side) {
    // A half-width bracket pairs with one of either width: that it is half-width is said
    // elsewhere.
    if (c == U'(') c = U'（';
    if (c == U')') c = U'）';
    for (int i = 0; i < std::ssize(pairs); ++i) {
        if (pairs[i].*side == c) return i;
    }
    return -1;
}

/// “1）” and “a)”, with which the items of a list begin.
bool is_item_mark(std::u32string_view text, std::size_t place) {
    std::size_t begin = place;
    while (begin > 0 && place - begin < 2 && is_any_digit(text[begin - 1])) --begin;
    if (begin == place && place > 0 &&
        (is_latin_letter(text[place - 1]) || (text[place - 1] >= U'①' && text[place - 1] <= U'⑳') ||
         is_one_of(text[place - 1], U"一二三四五六七八九十")))
        begin = place - 1;
    if (begin == place) return false;
    const char32_t before = at(text, begin - 1);
    return before == U'\0' || before == U'\n' || is_pause(before) || is_blank(before) ||
           is_one_of(before, U";:,.");
}

bool is_apostrophe(std::u32string_view text, std::size_t place) {
    if (text[place] != U'’') return false;
    const char32_t before = at(text, place - 1), after = at(text, place + 1);
    return (is_latin_letter(before) || is_any_digit(before)) &&
           (is_latin_letter(after) || after == U' ');
}

/// True where the text goes on over the line's end at that place: the line was cut by a
/// paste.
bool runs_on(std::u32string_view text, std::size_t line_end) {
    const char32_t last = beside(text, line_end, -1);
    return !is_one_of(last, U"。！？；");
}

}  // namespace

void check_half_width(const FieldText& text, std::vector<Finding>& findings) {
    std::size_t first = 0;
    std::string list;
    int count = 0;
    const std::u32string_view whole = text.text;
    std::u32string told;
    for (std::size_t place = 0; place < whole.size(); ++place) {
        if (whole[place] >= 0x80 || is_any_digit(whole[place]) || is_latin_letter(whole[place]) ||
            text.in_address(place))
            continue;
        const char32_t full = full_width(whole, place);
        if (full == U'\0') continue;
        if (count++ == 0) first = place;
        if (!is_one_of(whole[place], told)) {
            told += whole[place];
            list +=
                fmt::format("{}“{}”", list.empty() ? "" : "、", to_utf8(whole.substr(place, 1)));
        }
    }
    if (count == 0) return;
    findings.push_back(
        finding_of("W-18", text.span(first, first + 1),
                   count == 1 ? fmt::format("汉字之间用了半角的{}", list)
                              : fmt::format("汉字之间用了半角标点，共{}处：{}", count, list),
                   fmt::format("请改为全角，这里应为“{}”",
                               to_utf8(std::u32string(1, full_width(whole, first)))),
                   {{"found", std::to_string(count)}}));
}

void check_pairs(const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    struct Open {
        int pair;
        std::size_t place;
    };
    std::vector<Open> open;
    constexpr Open none = {-1, 0};
    Open lonely = none;  // the last closing mark of this line without a partner; its
                         // place is that of its finding
    const auto tell = [&](std::size_t place, std::string message) {
        findings.push_back(finding_of("W-19", text.span(place, place + 1), std::move(message),
                                      "请补上，或者删去多余的"));
    };
    const auto tell_open = [&] {
        for (std::size_t i = 0; i < open.size(); ++i) {
            const Pair& pair = pairs[open[i].pair];
            const std::string opening = to_utf8(std::u32string(1, pair.open)),
                              closing = to_utf8(std::u32string(1, pair.close));
            if (i + 1 < open.size() && open[i + 1].pair == open[i].pair) {
                ++i;
                tell(open[i].place,
                     fmt::format("{0} {1} 用了两次，后一个应为 {2}", pair.name, opening, closing));
            } else {
                tell(open[i].place,
                     fmt::format("前{0} {1} 没有对应的后{0} {2}", pair.name, opening, closing));
            }
        }
        open.clear();
    };
    for (std::size_t place = 0; place < whole.size(); ++place) {
        const char32_t c = whole[place];
        if (c == U'\n') {
            if (runs_on(whole, place)) continue;
            tell_open();
            lonely = none;
            continue;
        }
        if (!paired.may_hold(c) || text.in_address(place) || is_apostrophe(whole, place)) continue;
        if (const int pair = pair_of(c, &Pair::open); pair >= 0) {
            open.push_back({pair, place});
        } else if (const int closes = pair_of(c, &Pair::close); closes >= 0) {
            constexpr std::ptrdiff_t deepest = 16;
            const auto partner =
                std::find_if(open.rbegin(), open.rbegin() + std::min(deepest, std::ssize(open)),
                             [&](const Open& one) { return one.pair == closes; });
            if (partner != open.rbegin() + std::min(deepest, std::ssize(open))) {
                open.erase(std::next(partner).base());
            } else if (!((c == U'）' || c == U')') && is_item_mark(whole, place))) {
                const Pair& one = pairs[closes];
                const std::string opening = to_utf8(std::u32string(1, one.open)),
                                  closing = to_utf8(std::u32string(1, one.close));
                if (lonely.pair == closes) {
                    findings[lonely.place].message =
                        fmt::format("{0} {1} 用了两次，前一个应为 {2}", one.name, closing, opening);
                    lonely = none;
                } else {
                    lonely = {closes, findings.size()};
                    tell(place,
                         fmt::format("后{0} {1} 没有对应的前{0} {2}", one.name, closing, opening));
                }
            }
        }
    }
    tell_open();
}

void check_bracketed_numbers(const FieldText& text, std::vector<Finding>& findings) {
    constexpr std::size_t longest_number = 5;  // “（十二）”
    for (const TextLine& line : text.lines) {
        const auto view = text.view(line);
        if (line.level == 0 || !is_one_of(view.front(), U"（(")) continue;
        const std::size_t close = view.substr(0, longest_number).find_first_of(U"）)");
        if (close == view.npos || !is_one_of(at(view, close + 1), U"、，,．.")) continue;
        const std::size_t begin = line.begin, end = line.begin + close + 2;
        findings.push_back(finding_of(
            "W-28", text.span(begin, end),
            fmt::format("带括号的序号后面不加标点：“{}”", to_utf8(view.substr(0, close + 2))),
            "请删去序号后面的标点"));
        return;
    }
}

}  // namespace nianbao::wording
