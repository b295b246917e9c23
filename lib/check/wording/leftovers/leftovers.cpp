#include "check/rules.hpp"
#include "check/wording/first_look.hpp"
#include "check/wording/leftovers/leftover_words.hpp"
#include "check/wording/leftovers/markdown.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace nianbao::wording {
namespace {

constexpr CharacterSet crosses(U"XxＸｘ×✕╳□○◯"), rings(U"○◯");
constexpr std::u32string_view numbers_in_words = U"一二三四五六七八九〇零十百千两";
constexpr std::u32string_view units = U"年月日件条次个篇期元万人份场部%％";
constexpr std::u32string_view offices = U"省市县区镇乡村局委办街单部科处网公号路电";

constexpr std::u32string_view opening = U"（(《“【〔", closing = U"）)》”】〕";
constexpr CharacterSet blank_opening(U"（(【[“《");
/// Before them a blank stands for a number.
constexpr std::u32string_view measures = U"条件篇次期场份项个名家";

/// The first characters of all that is no word.
constexpr std::u32string_view marks_and_blanks = U"XxＸｘ×✕╳□○◯（(《“【〔[年_＿*＊#某 　？?NＮ";

/// What may begin at a character.
enum Look : std::uint8_t {
    mark = 1,
    first_uncounted = 2,
    second_uncounted = 4,
    first_of_words = 8,
    second_of_words = 16,
    first_of_notes = 32,
    second_of_notes = 64
};
constexpr std::uint8_t begins = mark | first_uncounted | first_of_words;
constexpr auto looks = [] {
    CharacterMarks all;
    all.add(marks_and_blanks, mark);
    all.add_words(uncounted, first_uncounted, second_uncounted);
    all.add_words(instructions, first_of_words, second_of_words);
    all.add_words(machines, first_of_words, second_of_words);
    all.add_words(notes, first_of_notes, second_of_notes);
    return all;
}();

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
    if (rings.has(text[place]) &&  // 二○二三年: a naught
        (is_one_of(before, numbers_in_words) || is_one_of(at(text, end), numbers_in_words)))
        return std::nullopt;
    if (is_latin_letter(before) || is_latin_letter(at(text, end)) || is_any_digit(at(text, end)))
        return std::nullopt;
    if (begin < place) {
        // “20XX年”, “202×年”; “138×××”, “7×24” are none.
        const bool year = place - begin >= 2 && (place - begin) + count == 4 && unit == U'年';
        return year ? std::optional(Crosses{begin, end, true}) : std::nullopt;
    }
    // “0858-XXXXXXX”: a number of an office to be filled in.
    constexpr std::size_t figures_of_a_phone = 6;
    if (before == U'-' && is_any_digit(at(text, static_cast<std::ptrdiff_t>(begin) - 2)) &&
        count >= figures_of_a_phone)
        return Crosses{place, end, true};
    if (is_one_of(before, U"-_/.@") || (before == U'*' && is_one_of(unit, U"*")))
        return std::nullopt;
    if (count == 1 && before == U'第' && is_one_of(unit, U"位名")) return Crosses{place, end, true};
    if (count == 1 && is_one_of(text[place], U"XＸ") && is_one_of(unit, U"。；，") &&
        has_any(text.substr(begin > 3 ? begin - 3 : 0, 3), {U"附件", U"附表"}))
        return Crosses{place, end, true};
    if (count == 1) {
        // One cross: a multiplication, a name (“张×”), or a figure not filled in.
        const bool figure =
            (is_one_of(unit, U"年月日件条次篇场期份项") || stands(text, unit_at, U"人次")) &&
            !is_any_digit(before) && before != U'第';
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
    constexpr std::size_t longest = 16;
    if (!blank_opening.has(text[place])) return std::nullopt;
    const std::size_t length = text.substr(place, longest).find_first_of(U"）)】]”》\n");
    if (length == text.npos || text[place + length] == U'\n') return std::nullopt;
    const std::size_t end = place + length;
    const auto inside = text.substr(place + 1, end - place - 1);
    if (!is_one_of(text[place], U"“《") &&
        std::find(std::begin(blanks), std::end(blanks), inside) != std::end(blanks))
        return Blank{end + 1, true};
    if (inside.starts_with(U"具体") &&
        std::any_of(std::begin(missing), std::end(missing),
                    [&](std::u32string_view word) { return inside.ends_with(word); }))
        return Blank{end + 1, true};
    if (is_one_of(text[place], U"“《")) return std::nullopt;
    if (inside.starts_with(U"待") &&
        std::any_of(std::begin(pending), std::end(pending),
                    [&](std::u32string_view word) { return inside.ends_with(word); }))
        return Blank{end + 1, true};
    const char32_t next = at(text, end + 1);
    const bool label =
        is_han(next) || is_any_digit(next) || is_latin_letter(next) || is_one_of(next, U"：:");
    if (!label && std::find(std::begin(labels), std::end(labels), inside) != std::end(labels))
        return Blank{end + 1, false};
    return std::nullopt;
}

bool may_hold_note(std::u32string_view text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if ((looks.of(text[i]) & first_of_notes) != 0 &&
            (looks.of(text[i + 1]) & second_of_notes) != 0)
            return true;
    }
    return false;
}

/// “（请各部门补充）”, “（同2023年）”: a bracket with a word to whoever writes the report.
std::size_t note_in_brackets(std::u32string_view text, std::size_t place) {
    constexpr std::size_t longest = 32;
    if (!is_one_of(text[place], U"（(【[")) return 0;
    const std::size_t length = text.substr(place, longest).find_first_of(U"）)】]\n");
    if (length == text.npos || text[place + length] == U'\n') return 0;
    const auto inside = text.substr(place + 1, length - 1);
    const bool same_as = inside.starts_with(U"同") && inside.size() <= 8 &&
                         (inside.ends_with(U"年") || inside.ends_with(U"年度"));
    const auto whole = text.substr(place, length + 1);
    const auto holds = [](std::u32string_view words, const auto& list) {
        return std::any_of(std::begin(list), std::end(list),
                           [&](std::u32string_view word) { return has(words, word); });
    };
    if (!same_as && !may_hold_note(inside)) return 0;
    const bool note = same_as || (holds(inside, notes) && !holds(whole, instructions));
    return note ? place + length + 1 : 0;
}

/// “全年公开信息 条，”: a blank where the number before a measure word was to be.
std::size_t blank_number(std::u32string_view text, std::size_t place) {
    const char32_t before = at(text, place - 1);
    if (!is_blank(text[place]) || !is_han(before) ||
        is_one_of(before, U"一二三四五六七八九十百千万亿两几数多每这那各首第余"))
        return 0;
    std::size_t end = place;
    while (is_blank(at(text, end))) ++end;
    const bool measured =
        is_one_of(at(text, end), measures) && is_one_of(at(text, end + 1), U"。，；、（");
    return measured ? end + 1 : 0;
}

/// 页面上“××局”一类的占位文字已清除: what a page had is spoken of, in quotation marks.
bool is_quoted_find(std::u32string_view text, std::size_t begin) {
    constexpr std::size_t longest = 12;
    const std::size_t from = begin > longest ? begin - longest : 0;
    const auto before = text.substr(from, begin - from);
    const std::size_t open = before.find_last_of(U"“”\n");
    return open != before.npos && before[open] == U'“' &&
           has_any(sentence_around(text, begin).of(text),
                   {U"必填", U"填报项", U"表单", U"输入框", U"的形式", U"隐去", U"代替", U"登记为",
                    U"占位", U"字样", U"模板文字", U"测试信息", U"测试文字", U"形如", U"命名",
                    U"标题"});
}

/// “累计？篇，”, “培训N次。”: a mark or a letter where the number was to be; “1+N项” is none.
std::size_t letter_number(std::u32string_view text, std::size_t place) {
    constexpr std::u32string_view more_measures = U"条件篇次期场份项个名家台位人天户部处";
    std::size_t end = place + 1;
    if (is_one_of(text[place], U"＊")) {  // “在＊＊个工作日内”
        while (is_one_of(at(text, end), U"＊")) ++end;
        if (is_one_of(at(text, end), more_measures)) return end + 1;
    }
    const bool stands_in = is_one_of(text[place], U"？?NＮ*＊") && is_han(at(text, place - 1)) &&
                           is_one_of(at(text, place + 1), more_measures) &&
                           is_one_of(at(text, place + 2), U"。，；、（");
    return stands_in ? place + 2 : 0;
}

/// “联系人：张某某”: whom one is to ask has a name.
std::size_t nameless_contact(std::u32string_view text, std::size_t place) {
    if (!stands(text, place, U"某某")) return 0;
    const std::size_t from = place > 6 ? place - 6 : 0;
    const auto before = text.substr(from, place - from);
    const std::size_t label = before.find(U"联系人");
    if (label == before.npos) return 0;
    const auto rest = before.substr(label + 3);
    return rest.find_first_of(U"，。；、（）") == rest.npos ? place + 2 : 0;
}

/// “某某局”: an office without its name; “张某某”, “某某村” hide one on purpose.
std::size_t nameless_office(std::u32string_view text, std::size_t place) {
    if (!stands(text, place, U"某某") || is_one_of(at(text, place - 1), U"某") ||
        at(text, place + 2) == U'某')
        return 0;
    const char32_t before = at(text, place - 1);
    if (is_han(before) && !is_one_of(before, U"与由请和向对是为、在受被经到县市区镇")) return 0;
    for (const std::u32string_view office :
         {U"局", U"委员会", U"办公室", U"单位", U"部门", U"厅", U"中心", U"街道办"}) {
        if (stands(text, place + 2, office)) return place + 2 + office.size();
    }
    return 0;
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
        const std::uint8_t here = looks.of(whole[place]);
        if ((here & begins) == 0) continue;
        const std::uint8_t second = looks.of(at(whole, place + 1));
        const bool counts = (here & first_uncounted) != 0 && (second & second_uncounted) != 0;
        const bool says = (here & first_of_words) != 0 && (second & second_of_words) != 0;
        if (((here & mark) == 0 && !counts && !says) || text.in_address(place)) continue;
        if (const auto found = crosses_at(whole, place)) {
            const char32_t next = at(whole, found->end);
            const bool office = is_one_of(next, offices);
            if (!is_quoted_find(whole, found->begin))
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
        if (whole[place] == U'《' && is_blank(at(whole, place + 1)) &&
            is_blank(at(whole, place + 2))) {
            tell(false, place, place + 3, "名称没有填写：");
            place += 2;
            continue;
        }
        if (const auto blank = named_blank(whole, place)) {
            tell(blank->sure, place, blank->end, "没有填写：");
            place = blank->end - 1;
            continue;
        }
        if (const std::size_t end = note_in_brackets(whole, place)) {
            tell(false, place, end, "编写的说明没有删去：");
            place = end - 1;
            continue;
        }
        if (const std::size_t end = missing_number(whole, place)) {
            tell(false, place, end, "数字没有填写：");
            place = end - 1;
            continue;
        }
        if (const std::size_t end = blank_number(whole, place)) {
            tell(false, place - 1, end, "数字没有填写：");
            place = end - 1;
            continue;
        }
        if (const std::size_t end = letter_number(whole, place)) {
            tell(false, place, end, "数字没有填写：");
            place = end - 1;
            continue;
        }
        if (const std::size_t end = nameless_contact(whole, place)) {
            tell(false, place - 1, end, "姓名没有填写：");
            place = end - 1;
            continue;
        }
        if (const std::size_t end = nameless_office(whole, place)) {
            if (!is_quoted_find(whole, place)) tell(false, place, end, "名称没有填写：");
            place = end - 1;
            continue;
        }
        if (const std::size_t end = markdown(whole, place)) {
            tell(true, place, end, "排版标记没有删去：");
            const std::size_t line = std::min(whole.find(U'\n', place), whole.size());
            place = line - 1;
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
            // “138****1234” is masked, “共**件” and “20**年” are not filled in.
            const bool year =
                end - place == 2 && stands(whole, place - 2, U"20") && at(whole, end) == U'年';
            if (year) tell(true, place - 2, end, "没有填写：");
            else if (!is_any_digit(before) && is_one_of(at(whole, end), units))
                tell(true, place, end, "没有填写：");
            place = end - 1;
            continue;
        }
        if (!says) continue;
        for (const std::u32string_view words : instructions) {
            // “TODO清单”, “TODO应用”: a name
            if (!stands(whole, place, words) ||
                (is_latin_letter(words.back()) &&
                 is_one_of(at(whole, place + words.size()), U"清列表事任应软平系")) ||
                is_quoted_find(whole, place))
                continue;
            tell(true, place, place + words.size(), "模板的说明没有删去：");
            place += words.size() - 1;
            break;
        }
        for (const std::u32string_view words : machines) {
            if (!stands(whole, place, words)) continue;
            tell(true, place, place + words.size(), "软件留下的字样没有删去：");
            place += words.size() - 1;
            break;
        }
    }
}

}  // namespace nianbao::wording
