#include "check/rules.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::wording {
namespace {

constexpr CharacterSet crosses(U"XxＸｘ×✕╳");
constexpr std::u32string_view units = U"年月日件条次个篇期元万人份场部%％";
constexpr std::u32string_view offices = U"省市县区镇乡村局委办街单部科处网公号路电";

/// What a template says to whoever fills it in.
constexpr std::u32string_view instructions[] = {U"此处填写",
                                                U"在此填写",
                                                U"请填写",
                                                U"请在此",
                                                U"此处插入",
                                                U"待补充",
                                                U"待填写",
                                                U"填写网址",
                                                U"填写单位",
                                                U"填写具体",
                                                U"（文字描述",
                                                U"(文字描述",
                                                U"收取信息处理费情况在此处报告",
                                                U"TODO",
                                                U"TBD",
                                                U"FIXME"};
/// What stands in brackets for itself; the second ones may also be the label of what
/// follows: “（电话）0530-…”.
constexpr std::u32string_view blanks[] = {
    U"具体网址", U"网站地址", U"网站名称", U"单位名称", U"机关名称", U"部门名称",
    U"具体数字", U"具体数据", U"具体时间", U"具体日期", U"具体地址", U"具体电话",
    U"具体名称", U"具体链接", U"具体内容", U"填写",     U"插入网址", U"年份"};
constexpr std::u32string_view labels[] = {U"网址",     U"链接",     U"联系电话", U"办公电话",
                                          U"电子邮箱", U"办公地址", U"地址",     U"电话",
                                          U"数字",     U"具体情况"};
/// What stands before “条” where its number is missing.
constexpr std::u32string_view uncounted[] = {U"信息条", U"公开条", U"发布条"};

constexpr std::u32string_view opening = U"（(《“【〔", closing = U"）)》”】〕";
constexpr CharacterSet blank_opening(U"（(【[");

/// The first characters of all that is looked for.
constexpr CharacterFilter beginnings =
    crosses.filter() | CharacterFilter(opening) | blank_opening.filter() |
    CharacterFilter::beginnings(uncounted) | CharacterFilter::beginnings(instructions) |
    CharacterFilter(U"年_＿*");

const char* const fill_in = "这是模板里待填的内容，请填写或者删去";

/// “XX”, “20XX年”, “×月”: where crosses stand for what is not filled in. Returns where
/// they end; `place` itself where they are none.
struct Crosses {
    std::size_t begin = 0, end = 0;
    bool sure = false;
};
std::optional<Crosses> crosses_at(std::u32string_view text, std::size_t place) {
    if (!crosses.has(text[place]) || crosses.has(at(text, place - 1))) return std::nullopt;
    std::size_t end = place;
    while (end < text.size() && crosses.has(text[end])) ++end;
    std::size_t begin = place;
    while (begin > 0 && is_any_digit(text[begin - 1])) --begin;
    const char32_t before = at(text, begin - 1);
    std::size_t unit_at = end;
    while (is_blank(at(text, unit_at))) ++unit_at;
    const char32_t unit = at(text, unit_at);
    const std::size_t count = end - place;
    if (is_latin_letter(before) || is_latin_letter(at(text, end)) || is_any_digit(at(text, end)))
        return std::nullopt;
    if (begin < place) {
        // “20XX年”, “202×年”; “138×××”, “7×24” are none.
        const bool year = place - begin >= 2 && (place - begin) + count == 4 && unit == U'年';
        return year ? std::optional(Crosses{begin, end, true}) : std::nullopt;
    }
    if (is_one_of(before, U"*-_/.@")) return std::nullopt;
    if (count == 1) {
        // One cross: a multiplication, a name (“张×”), or a figure not filled in.
        const bool figure =
            is_one_of(unit, U"年月日件条次篇") && !is_any_digit(before) && before != U'第';
        return figure ? std::optional(Crosses{place, end, true}) : std::nullopt;
    }
    return Crosses{place, end, is_one_of(unit, units)};
}

/// A bracket that holds nothing, or no more than “/”: where it ends.
std::size_t empty_bracket(std::u32string_view text, std::size_t place) {
    const std::size_t kind = opening.find(text[place]);
    if (kind == opening.npos) return 0;
    std::size_t end = place + 1;
    while (end < text.size() && (is_blank(text[end]) || is_one_of(text[end], U"/／"))) ++end;
    const std::size_t closes = end < text.size() ? closing.find(text[end]) : closing.npos;
    if (closes == closing.npos || (closes != kind && closes + kind != 1)) return 0;
    return end + 1;
}

/// “（具体网址）”: a bracket that holds the name of what is missing.
struct Blank {
    std::size_t end = 0;
    bool sure = false;
};
std::optional<Blank> named_blank(std::u32string_view text, std::size_t place) {
    constexpr std::size_t longest = 10;
    if (!blank_opening.has(text[place])) return std::nullopt;
    const std::size_t length = text.substr(place, longest).find_first_of(U"）)】]\n");
    if (length == text.npos || text[place + length] == U'\n') return std::nullopt;
    const std::size_t end = place + length;
    const auto inside = text.substr(place + 1, end - place - 1);
    if (std::find(std::begin(blanks), std::end(blanks), inside) != std::end(blanks))
        return Blank{end + 1, true};
    const char32_t next = at(text, end + 1);
    const bool label =
        is_han(next) || is_any_digit(next) || is_latin_letter(next) || is_one_of(next, U"：:");
    if (!label && std::find(std::begin(labels), std::end(labels), inside) != std::end(labels))
        return Blank{end + 1, false};
    return std::nullopt;
}

/// “发布信息条。”, “共主动公开条，”: the number before 条 is missing.
std::size_t missing_number(std::u32string_view text, std::size_t place) {
    if (!is_one_of(at(text, place + 3), U"。，；、")) return 0;
    for (std::u32string_view word : uncounted) {
        if (text.substr(place, 3) == word) return place + 3;
    }
    return 0;
}

/// “年  月  日” with no figure in it.
std::size_t empty_date(std::u32string_view text, std::size_t place) {
    if (text[place] != U'年' || !is_blank(at(text, place + 1))) return 0;
    Scanner scanner{text, place + 1};
    return scanner.take(U"月") && is_blank(at(text, scanner.place)) && scanner.take(U"日")
               ? scanner.place
               : 0;
}

}  // namespace

void check_leftovers(const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    const auto tell = [&](bool sure, std::size_t begin, std::size_t end, std::string_view what) {
        std::string message =
            fmt::format("{}“{}”", what, to_utf8(whole.substr(begin, end - begin)));
        findings.push_back(
            sure ? finding_of("W-21", text.span(begin, end), std::move(message), fill_in)
                 : doubt_of("W-21", text.span(begin, end), std::move(message), fill_in));
    };
    for (std::size_t place = 0; place < whole.size(); ++place) {
        if (!beginnings.may_hold(whole[place]) || text.in_address(place)) continue;
        if (const auto found = crosses_at(whole, place)) {
            const char32_t next = at(whole, found->end);
            const bool office = is_one_of(next, offices);
            tell(found->sure, found->begin, found->end,
                 office && !found->sure ? "名称没有填写：" : "没有填写：");
            place = found->end - 1;
            continue;
        }
        if (const std::size_t end = empty_bracket(whole, place)) {
            tell(false, place, end, "括号里没有内容：");
            place = end - 1;
            continue;
        }
        if (const auto blank = named_blank(whole, place)) {
            tell(blank->sure, place, blank->end, "没有填写：");
            place = blank->end - 1;
            continue;
        }
        if (const std::size_t end = missing_number(whole, place)) {
            tell(false, place, end, "数字没有填写：");
            place = end - 1;
            continue;
        }
        if (const std::size_t end = empty_date(whole, place)) {
            tell(true, place, end, "日期没有填写：");
            place = end - 1;
            continue;
        }
        if (is_one_of(whole[place], U"_＿") && is_one_of(at(whole, place + 1), U"_＿")) {
            std::size_t end = place;
            while (end < whole.size() && is_one_of(whole[end], U"_＿")) ++end;
            tell(true, place, end, "没有填写：");
            place = end - 1;
            continue;
        }
        if (whole[place] == U'*' && at(whole, place + 1) == U'*') {
            std::size_t end = place;
            while (end < whole.size() && whole[end] == U'*') ++end;
            const char32_t before = at(whole, place - 1);
            // “138****1234” is masked, “共**件” is not filled in.
            if (!is_any_digit(before) && is_one_of(at(whole, end), units))
                tell(true, place, end, "没有填写：");
            place = end - 1;
            continue;
        }
        for (const std::u32string_view words : instructions) {
            if (!stands(whole, place, words)) continue;
            tell(true, place, place + words.size(), "模板的说明没有删去：");
            place += words.size() - 1;
            break;
        }
    }
}

}  // namespace nianbao::wording
