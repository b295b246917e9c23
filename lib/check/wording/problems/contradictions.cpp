// W-09: what the fifth section says against itself.
#include "check/rules.hpp"
#include "check/wording/problems/problems.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace nianbao::wording {
namespace {

/// “主要问题：暂无”, “不足之处是没有”, “问题在于：基本没有”: nothing, where a problem is to stand.
std::optional<Range> none_named(std::u32string_view text) {
    constexpr std::u32string_view of_what[] = {U"问题", U"不足", U"不足之处", U"差距",
                                               U"短板", U"存在", U"困难"};
    constexpr std::u32string_view joints[] = {U"主要", U"如下", U"在于", U"有：", U"有",
                                              U"是",   U"为",   U"：",   U":",    U"一",
                                              U"二",   U"三",   U"四"};
    constexpr std::u32string_view nothing[] = {
        U"无",       U"暂无",     U"没有",     U"暂时没有", U"基本没有",
        U"基本无",   U"未发现",   U"暂未发现", U"尚未发现", U"不存在",
        U"并无",     U"均无",     U"目前没有", U"目前无",   U"无明显问题",
        U"没有发现", U"没有问题", U"尚无",     U"无问题",   U"实际上不存在"};
    for (const std::u32string_view what : of_what) {
        for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) {
            std::size_t end = at + what.size();
            bool joined = false;
            for (bool more = true; more;) {
                more = false;
                for (const std::u32string_view joint : joints) {
                    if (!stands(text, end, joint)) continue;
                    end += joint.size();
                    joined = more = true;
                }
            }
            if (!joined) continue;
            for (const std::u32string_view no : nothing) {
                if (!stands(text, end, no)) continue;
                std::size_t last = end + no.size();
                for (const std::u32string_view rest :
                     {U"明显", U"突出", U"重大", U"大的", U"其他", U"什么", U"问题", U"不足",
                      U"差距", U"短板"}) {
                    if (stands(text, last, rest)) last += rest.size();
                }
                const bool ends = last >= text.size() || is_one_of(text[last], U"。；，\n");
                if (ends) return Range{at, last};
            }
        }
    }
    return std::nullopt;
}

/// “一是；二是。”, “（略）”: an item, and nothing of it.
std::optional<Range> empty_item(std::u32string_view text) {
    for (std::size_t at = text.find(U'是'); at != text.npos; at = text.find(U'是', at + 1)) {
        if (at > 0 && small_numerals.has(text[at - 1]) &&
            is_one_of(wording::at(text, static_cast<std::ptrdiff_t>(at) + 1), U"；。") &&
            (at == 1 || is_one_of(text[at - 2], U"\n。；：，、")))
            return Range{at - 1, at + 1};
    }
    const std::size_t left_out = text.find(U"（略）");
    if (left_out != text.npos) return Range{left_out, left_out + 3};
    return std::nullopt;
}

/// “没有发现问题，主要问题有三个”, “（不存在挤占答复资源的问题）” among what is listed.
std::optional<Range> denied_item(std::u32string_view text) {
    for (const std::u32string_view no :
         {U"不存在", U"没有发现", U"未发现", U"没有其他", U"不存在其他"}) {
        for (std::size_t at = text.find(no); at != text.npos; at = text.find(no, at + no.size())) {
            const auto clause = clause_around(text, at);
            const auto said = clause.of(text);
            const auto behind = text.substr(at, clause.end - at);
            if (!behind.ends_with(U"问题") && !behind.ends_with(U"问题）") &&
                !behind.ends_with(U"差距"))
                continue;
            if (has_any(said,
                        {U"已",   U"整改后", U"上年", U"去年", U"复查", U"检查", U"抽查", U"反映",
                         U"确保", U"做到",   U"力争", U"实现", U"核查", U"是否", U"经",   U"对",
                         U"督查", U"巡查",   U"监测", U"普查", U"后",   U"“"}))
                continue;
            return Range{at, clause.end};
        }
    }
    return std::nullopt;
}

/// “5个园区办中7个未设专栏”, “3起中有4起晚于规定时间”: more than there are.
struct Exceeding {
    Range where;
    int whole = 0, part = 0;
};
std::optional<Exceeding> more_than_all(std::u32string_view text) {
    constexpr std::u32string_view units = U"个件条家项起名人次份篇期处宗部户村所";
    for (std::size_t at = text.find(U'中'); at != text.npos; at = text.find(U'中', at + 1)) {
        // Before 中: a number, its unit, and few Han of what is counted.
        constexpr std::size_t longest_noun = 8;
        std::size_t unit_at = at;
        while (unit_at > 0 && at - unit_at < longest_noun && is_han(text[unit_at - 1])) --unit_at;
        if (unit_at == at || unit_at == 0 || !is_any_digit(text[unit_at - 1])) continue;
        const char32_t unit = text[unit_at];
        if (!is_one_of(unit, units)) continue;
        std::size_t begin = unit_at;
        while (begin > 0 && is_any_digit(text[begin - 1])) --begin;
        if (begin > 0 && is_one_of(text[begin - 1], U".．,第至—-前近")) continue;
        std::size_t part_at = at + 1;
        if (is_one_of(wording::at(text, static_cast<std::ptrdiff_t>(part_at)), U"有仅只的"))
            ++part_at;
        if (is_one_of(wording::at(text, static_cast<std::ptrdiff_t>(part_at)), U"有")) ++part_at;
        Scanner whole{text, begin}, part{text, part_at};
        const auto all = whole.number(5), some = part.number(5);
        if (!all || !some || part.place >= text.size() || text[part.place] != unit ||
            *some <= *all ||
            is_one_of(wording::at(text, static_cast<std::ptrdiff_t>(part.place) + 1), U"次"))
            continue;
        return Exceeding{{begin, part.place + 1}, *all, *some};
    }
    return std::nullopt;
}

/// “由4.5个工作日缩短到6个”, “由95%提升到90%”: the other way than the word says. Only where both
/// ends stand together.
std::optional<Range> backwards(std::u32string_view text) {
    constexpr std::u32string_view up[] = {U"提高到", U"提升到", U"提高至", U"提升至", U"增加到",
                                          U"增加至", U"增至",   U"扩大到", U"升至"};
    constexpr std::u32string_view down[] = {U"缩短到", U"缩短至", U"压缩到", U"压缩至", U"减少到",
                                            U"减少至", U"降到",   U"降至",   U"降低到", U"压减到"};
    const auto look = [&](const auto& words, bool rises) -> std::optional<Range> {
        for (const std::u32string_view word : words) {
            for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
                const auto clause = clause_around(text, at);
                const auto before = text.substr(clause.begin, at - clause.begin);
                std::size_t from = before.find_last_of(U"由从");
                if (from == before.npos) continue;
                ++from;
                const auto value = [](std::u32string_view digits) -> std::optional<double> {
                    double number = 0, place = 0;
                    bool any = false;
                    for (const char32_t c : digits) {
                        if (is_any_digit(c)) {
                            any = true;
                            if (place == 0) number = number * 10 + digit_value(c);
                            else {
                                number += digit_value(c) * place;
                                place /= 10;
                            }
                        } else if (c == U'.' && place == 0 && any) place = 0.1;
                        else break;
                    }
                    return any ? std::optional(number) : std::nullopt;
                };
                const auto unit = [](std::u32string_view digits) {
                    std::size_t end = 0;
                    while (end < digits.size() &&
                           (is_any_digit(digits[end]) || digits[end] == U'.'))
                        ++end;
                    return end < digits.size() ? digits[end] : U'\0';
                };
                const auto first = before.substr(from);
                const auto last = text.substr(at + word.size());
                const auto a = value(first), b = value(last);
                if (!a || !b || unit(first) != unit(last) || (rises ? *b >= *a : *b <= *a))
                    continue;
                if (is_any_digit(unit(first)) || is_one_of(unit(first), U"年月日")) continue;
                return Range{clause.begin + from, at + word.size() + 1};
            }
        }
        return std::nullopt;
    };
    if (const auto found = look(up, true)) return found;
    return look(down, false);
}

}  // namespace

void check_contradictions(const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    const auto said = [&](const Range& where) { return text.quote(where.begin, where.end); };
    if (const auto none = none_named(whole))
        findings.push_back(doubt_of("W-09", text.span(none->begin, none->end),
                                    fmt::format("写问题的地方没有写问题：“{}”", said(*none)),
                                    "请写明存在的主要问题，以及怎样改进"));
    else if (const auto denied = denied_item(whole))
        findings.push_back(
            doubt_of("W-09", text.span(denied->begin, denied->end),
                     fmt::format("第五部分写问题和改进，这里又说没有：“{}”", said(*denied)),
                     "请核对：前后矛盾的，改正一处"));
    if (const auto empty = empty_item(whole))
        findings.push_back(doubt_of("W-09", text.span(empty->begin, empty->end),
                                    fmt::format("“{}”后面没有内容", said(*empty)),
                                    "请补上内容，或者删去"));
    if (const auto more = more_than_all(whole))
        findings.push_back(doubt_of(
            "W-09", text.span(more->where.begin, more->where.end),
            fmt::format("“{}”：其中的{}多于总数{}", said(more->where), more->part, more->whole),
            "请核对两个数"));
    if (const auto wrong = backwards(whole))
        findings.push_back(doubt_of("W-09", text.span(wrong->begin, wrong->end),
                                    fmt::format("“{}”：数字的大小与所说的升降相反", said(*wrong)),
                                    "请核对两个数"));
}

}  // namespace nianbao::wording
