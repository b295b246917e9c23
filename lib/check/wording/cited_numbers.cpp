// W-05, W-27: the numbers of notices, and who gave them, wherever they are cited.
#include "check/rules.hpp"
#include "check/wording/documents.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace nianbao::wording {

std::u32string figures_of(std::u32string_view text) {
    std::u32string out;
    for (const char32_t c : text) {
        if (is_any_digit(c)) out += U'0' + static_cast<char32_t>(digit_value(c));
    }
    return out;
}

namespace {

/// True of the same figures in another order: 2012 30 for 2021 30.
bool are_exchanged(std::u32string one, std::u32string_view other) {
    std::u32string right(other);
    std::sort(one.begin(), one.end());
    std::sort(right.begin(), right.end());
    return one == right;
}

void tell_cited(std::string_view code, const FieldText& text, std::size_t begin, std::size_t end,
                std::string message, std::string hint, std::vector<Finding>& findings) {
    findings.push_back(doubt_of(code, text.span(begin, end), std::move(message), std::move(hint)));
}

/// 〔2021〕30号 in another series, or with its brackets damaged: 国办函〔2021〕30号,
/// 国办公开办涵〔2021〕30号, 国办公开办函〔202130号.
void check_series(const Report& report, const FieldText& text, std::vector<Finding>& findings) {
    constexpr std::u32string_view series = U"国办公开办函";
    const std::u32string_view whole = text.text;
    const auto next = [&](std::size_t from) {
        return std::min(whole.find(U"国办", from), whole.find(U"国公开办", from));
    };
    for (std::size_t place = next(0); place != whole.npos; place = next(place + 1)) {
        std::size_t end = place;
        while (end < whole.size() && is_han(whole[end]) && end - place < 10) ++end;
        const auto name = whole.substr(place, end - place);
        const auto rest = whole.substr(end, 14);
        const std::size_t close = rest.find(U'号');
        if (close == rest.npos || has(rest.substr(0, close), U"\n") || at(whole, end) == U'\n')
            continue;
        const std::u32string figures = figures_of(rest.substr(0, close));
        // 国办发〔2019〕60号, 国办函〔2019〕60号
        if (figures == U"201960" && name != series && text.field == "introduction" &&
            report.year < 2021)
            tell_cited("W-05", text, place, end + close + 1,
                       fmt::format("年度报告的通知是国办公开办函〔2019〕60号，这里写作“{}”",
                                   to_utf8(whole.substr(place, end + close + 1 - place))),
                       "请核对文号", findings);
        if (figures != U"202130") continue;
        std::u32string number = without_blanks(rest.substr(0, close + 1));
        const bool whole_brackets =
            number.size() == 9 && is_one_of(number.front(), U"〔[（(【［「﹝") &&
            is_one_of(number[5], U"〕]）)】］」﹞") && figures_of(number.substr(1, 4)) == U"2021";
        const bool basis = text.field == "introduction" ||
                           has(sentence_around(whole, place).of(whole), U"年度报告");
        if ((name == series && (whole_brackets || has(number, U"第"))) || !basis ||
            report.year < 2021)
            continue;
        tell_cited("W-05", text, place, end + close + 1,
                   fmt::format("年度报告格式的文号是国办公开办函〔2021〕30号，这里写作“{}”",
                               to_utf8(whole.substr(place, end + close + 1 - place))),
                   "请核对文号", findings);
    }
}

/// 国办发〔2020〕109号, 国办函〔2012〕109号 where the fee is spoken of.
void check_fee_notice(const FieldText& text, std::vector<Finding>& findings) {
    constexpr std::u32string_view series = U"国办函";
    const std::u32string_view whole = text.text;
    for (std::size_t place = whole.find(U"国办"); place != whole.npos;
         place = whole.find(U"国办", place + 1)) {
        std::size_t end = place;
        while (end < whole.size() && is_han(whole[end]) && end - place < 10) ++end;
        const auto rest = whole.substr(end, 14);
        const std::size_t close = rest.find(U'号');
        if (close == rest.npos || has(rest.substr(0, close), U"\n")) continue;
        const std::u32string figures = figures_of(rest.substr(0, close));
        const auto name = whole.substr(place, end - place);
        const bool bracketed = at(whole, place - 1) == U'（' && at(whole, place - 2) == U'》';
        const bool exchanged = figures != U"2020109" && are_exchanged(figures, U"2020109");
        if (figures.size() != 7 || (!figures.ends_with(U"109") && !exchanged) ||
            (name == series && !exchanged && (bracketed || figures == U"2020109")) ||
            !has_any(sentence_around(whole, place).of(whole), {U"处理费", U"收费通知"}))
            continue;
        tell_cited(
            "W-05", text, place, end + close + 1,
            fmt::format(
                "《政府信息公开信息处理费管理办法》的文号是国办函〔2020〕109号，这里写作“{}”",
                to_utf8(whole.substr(place, end + close + 1 - place))),
            "请核对文号", findings);
    }
}

/// 格式（试行）: of 2019.
void check_trial(const Report& report, const FieldText& text, std::vector<Finding>& findings) {
    for (const std::u32string_view words : {U"年度报告格式（试行）", U"年度报告格式(试行)"}) {
        const std::size_t place = text.text.find(words);
        if (place == text.text.npos || report.year < 2021) continue;
        tell_cited("W-05", text, place, place + words.size(),
                   "“（试行）”的是2019年的格式，已被国办公开办函〔2021〕30号替代", "请核对依据",
                   findings);
    }
}

/// 国务院办公厅政府信息与政务公开办公厅: the office that asks for the reports.
void check_office(const FieldText& text, std::vector<Finding>& findings) {
    constexpr std::u32string_view above = U"国务院办公厅", right = U"政府信息与政务公开办公室";
    const std::u32string_view whole = text.text;
    for (std::size_t place = whole.find(above); place != whole.npos;
         place = whole.find(above, place + above.size())) {
        const std::size_t begin = place + above.size();
        const auto near = whole.substr(begin, 16);
        const std::size_t named = near.find(U"办公");
        const std::size_t open = near.substr(0, named).rfind(U"公开");
        if (named == near.npos || open == near.npos || named > open + 4 ||
            near.starts_with(right) ||
            has_any(near.substr(0, open), {U"，", U"。", U"、", U"《", U"关于", U"（"}))
            continue;
        const std::size_t end = begin + named + 3;
        tell_cited("W-27", text, begin, end,
                   fmt::format("“国务院办公厅{}”应为“国务院办公厅{}”",
                               to_utf8(whole.substr(begin, end - begin)), to_utf8(right)),
                   "请核对机构名称", findings);
        return;
    }
}

/// What a text may cite, by two characters of each: seen in one pass over it.
struct Cited {
    bool notices = false, trial = false, office = false;
};
Cited cited_in(std::u32string_view text) {
    Cited cited;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const char32_t next = text[i + 1];
        if (text[i] == U'国') {
            cited.notices |= next == U'办' || next == U'公';
            cited.office |= next == U'务';
        } else if (text[i] == U'试') {
            cited.trial |= next == U'行';
        }
    }
    return cited;
}

}  // namespace

void check_cited_numbers(const Report& report, const FieldText& text,
                         std::vector<Finding>& findings) {
    const Cited cited = cited_in(text.text);
    if (cited.notices) {
        check_series(report, text, findings);
        check_fee_notice(text, findings);
    }
    if (cited.trial) check_trial(report, text, findings);
    if (cited.office) check_office(text, findings);
}

}  // namespace nianbao::wording
