// W-27: the terms that the form fixes, and short names that are given.
#include "check/wording/slips/form_terms.hpp"

#include "check/rules.hpp"
#include "check/wording/first_look.hpp"
#include "check/wording/slips/shelves.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

namespace nianbao::wording {
namespace {

/// What may begin at a character.
enum Look : std::uint8_t {
    first_of_term = 1,
    second_of_term = 2,
    first_of_row = 4,
    second_of_row = 8,
    first_of_name = 16,
    before_session = 32,
    number_of_session = 64
};
constexpr std::uint8_t any_first = first_of_term | first_of_row | first_of_name | before_session;
constexpr auto looks = [] {
    CharacterMarks all;
    for (const FormTerm& term : form_terms) {
        all.add(term.wrong[0], first_of_term);
        all.add(term.wrong[1], second_of_term);
    }
    all.add_words(form_rows, first_of_row, second_of_row);
    all.add(U'习', first_of_name);
    all.add(U"届大", before_session);
    all.add(U"一二三四五六七八九十", number_of_session);
    return all;
}();

/// The places of a text where a term or a row may begin; whether it may have the name of
/// a thought, or of a session.
struct Places {
    std::vector<std::size_t> of_terms, of_rows;
    bool thoughts = false, sessions = false;
};
Places places_of(std::u32string_view whole) {
    Places places;
    for (std::size_t place = 0; place + 1 < whole.size(); ++place) {
        const std::uint8_t here = looks.of(whole[place]);
        if ((here & any_first) == 0) continue;
        const std::uint8_t next = looks.of(whole[place + 1]);
        if ((here & first_of_term) != 0 && (next & second_of_term) != 0)
            places.of_terms.push_back(place);
        if ((here & first_of_row) != 0 && (next & second_of_row) != 0)
            places.of_rows.push_back(place);
        places.thoughts |= (here & first_of_name) != 0;
        places.sessions |= (here & before_session) != 0 && (next & number_of_session) != 0;
    }
    return places;
}

/// A term by its first two characters.
struct TermOfForm {
    char32_t key = 0;
    std::uint16_t term = 0;
};
constexpr char32_t key_of_two(char32_t one, char32_t other) { return one * 0x2F35 + other; }
constexpr auto terms_by_two = shelved<512>([] {
    std::array<TermOfForm, std::size(form_terms)> all{};
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::u32string_view wrong = form_terms[i].wrong;
        all[i] = {key_of_two(wrong[0], wrong[1]), static_cast<std::uint16_t>(i)};
    }
    return all;
}());

void check_terms(const FieldText& text, const Places& places, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    const bool introduction = text.field == "introduction";
    std::size_t told = 0;  // behind the last one
    for (const std::size_t place : places.of_terms) {
        if (place < told) continue;
        for (const TermOfForm& one : terms_by_two.of(key_of_two(whole[place], whole[place + 1]))) {
            const FormTerm& term = form_terms[one.term];
            if ((term.of_introduction && !introduction) || !stands(whole, place, term.wrong))
                continue;
            told = place + term.wrong.size();
            findings.push_back((term.custom ? advice_of : doubt_of)(
                "W-27", text.span(place, told),
                fmt::format("格式的用语是“{}”，这里写作“{}”", to_utf8(term.right),
                            to_utf8(term.wrong)),
                "请核对用语", {}));
            break;
        }
    }
}

/// True where a text and a row of one length differ in one character, or in two beside
/// each other, behind the first two: 属于行政咨询事项.
bool is_near_row(std::u32string_view said, std::u32string_view row) {
    constexpr std::size_t long_enough = 8;  // for two
    std::size_t first = row.size(), count = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (said[i] == row[i]) continue;
        const std::size_t either = row_synonyms.find(row[i]);
        const bool synonym = either != row_synonyms.npos && row_synonyms[either ^ 1U] == said[i];
        if (i < 2 || !is_han(said[i]) || synonym) return false;
        if (count == 0) first = i;
        if (++count > 2 || i > first + 1 || (count == 2 && i + 1 == row.size())) return false;
    }
    return count == 1 || (count == 2 && row.size() >= long_enough);
}

void check_rows(const FieldText& text, const Places& places, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    std::size_t behind = 0;  // the last one that was told
    for (const std::size_t place : places.of_rows) {
        if (place < behind) continue;
        for (const std::u32string_view row : form_rows) {
            if (whole[place] != row[0] || whole[place + 1] != row[1] ||
                place + row.size() > whole.size())
                continue;
            const auto said = whole.substr(place, row.size());
            const auto told = [&](const Finding& one) {  // by the table of terms
                return one.rule == "W-27" && one.where.field == text.field &&
                       std::cmp_less(one.where.offset, place + row.size()) &&
                       std::cmp_less(place, one.where.offset + one.where.length);
            };
            if (!is_near_row(said, row) || std::any_of(findings.begin(), findings.end(), told))
                continue;
            findings.push_back(
                doubt_of("W-27", text.span(place, place + row.size()),
                         fmt::format("格式的用语是“{}”，这里写作“{}”", to_utf8(row), to_utf8(said)),
                         "请核对用语", {}));
            behind = place + row.size();
            break;
        }
    }
}

/// 习近平新时代中国特色社会主义理论, 习近平生态文明建设思想: no such name.
void check_thoughts(const FieldText& text, std::vector<Finding>& findings) {
    constexpr std::u32string_view name = U"习近平", era = U"新时代", thought = U"思想";
    constexpr std::size_t longest = 20;
    const std::u32string_view whole = text.text;
    for (std::size_t place = whole.find(name); place != whole.npos;
         place = whole.find(name, place + 1)) {
        const std::size_t begin = place + name.size();
        const auto rest = whole.substr(begin, longest);
        if (std::any_of(std::begin(thoughts), std::end(thoughts),
                        [&](std::u32string_view one) { return rest.starts_with(one); }))
            continue;
        const auto words =
            rest.substr(0, std::min(rest.find_first_of(U"，。、；：（）“”《》\n的"), rest.size()));
        const std::size_t end = words.find(thought);
        const bool other = has_any(words, {U"总书记", U"同志", U"主席", U"关于", U"重要"});
        if (other || (end == words.npos && !words.starts_with(era))) continue;
        const std::size_t length = end == words.npos ? words.size() : end + thought.size();
        findings.push_back(doubt_of(
            "W-27", text.span(place, begin + length),
            fmt::format("“{}”不是固定的提法", to_utf8(whole.substr(place, name.size() + length))),
            "请核对，例如“习近平新时代中国特色社会主义思想”", {}));
    }
}

/// 十二届二中全会, 二十大三中全会: sessions are of a committee, and these are the ones of today.
void check_sessions(const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    for (std::size_t place = whole.find(U'中', 2); place != whole.npos;
         place = whole.find(U'中', place + 1)) {
        if (place < 4 || !small_numerals.has(whole[place - 1])) continue;
        const char32_t of = whole[place - 2];
        if (!is_one_of(of, U"届大") ||
            !(stands(whole, place + 1, U"全会") || stands(whole, place + 1, U"、") ||
              stands(whole, place + 1, U"和")))
            continue;
        std::size_t begin = place - 2;
        while (begin > 0 && small_numerals.has(whole[begin - 1])) --begin;
        const int number = chinese_number(whole.substr(begin, place - 2 - begin));
        constexpr int first = 18, last = 21;  // committees that reports of today speak of
        if (number == 0 || (of == U'届' && number >= first && number <= last) ||
            has_any(sentence_around(whole, place).of(whole), {U"十一届三中全会"}))
            continue;
        const auto said = to_utf8(whole.substr(begin, place + 1 - begin));
        findings.push_back(doubt_of("W-27", text.span(begin, place + 1),
                                    of == U'大' ? fmt::format("“{}”：全会写作“…届…中全会”", said)
                                                : fmt::format("“{}”：届次可能写错", said),
                                    "请核对会议的名称", {}));
    }
}

/// What a name ends in, which its short form shares: 《…条例》 is no 《办法》 for short.
std::u32string_view kind_at_end(std::u32string_view name) {
    for (const std::u32string_view kind :
         {U"条例", U"办法", U"规定", U"细则", U"意见", U"通知", U"报告"}) {
        if (name.ends_with(kind)) return kind;
    }
    return {};
}

/// What is spoken of as the report itself.
constexpr std::u32string_view report_names[] = {U"报告", U"年报", U"年度报告"};

/// 《…条例》（以下简称《办法》）; （以下简称《报告》） of which later 《年报》 is said.
void check_short_names(const Prose& prose, std::vector<Finding>& findings) {
    constexpr std::u32string_view given = U"以下简称《";
    const FieldText& text = prose.introduction;
    const std::u32string_view whole = text.text;
    const auto stands_behind = [&](std::u32string_view name, std::size_t from) {
        const std::u32string quoted = U"《" + std::u32string(name) + U"》";
        return whole.find(quoted, from) != whole.npos || has(prose.overview.text, quoted) ||
               has(prose.problems.text, quoted) || has(prose.other.text, quoted);
    };
    for (std::size_t place = whole.find(given); place != whole.npos;
         place = whole.find(given, place + 1)) {
        const std::size_t begin = place + given.size(), end = whole.find(U'》', begin);
        if (end == whole.npos || end - begin > 12) continue;
        const auto name = whole.substr(begin, end - begin);
        const std::size_t open = whole.find_last_of(U"（(", place);
        if (open != whole.npos && open > 0 && whole[open - 1] == U'》') {
            const std::size_t title = whole.find_last_of(U'《', open);
            const auto full = title == whole.npos ? std::u32string_view{}
                                                  : whole.substr(title + 1, open - 2 - title);
            const auto kind = kind_at_end(full), of_short = kind_at_end(name);
            if (!kind.empty() && !of_short.empty() && kind != of_short && !has(full, of_short)) {
                findings.push_back(doubt_of(
                    "W-27", text.span(begin - 1, end + 1),
                    fmt::format("《{}》简称《{}》，不是同一种文件", to_utf8(full), to_utf8(name)),
                    "请核对简称"));
                continue;
            }
        }
        const bool of_report = std::find(std::begin(report_names), std::end(report_names), name) !=
                               std::end(report_names);
        if (!of_report || stands_behind(name, end)) continue;
        for (const std::u32string_view other : report_names) {
            if (other == name || !stands_behind(other, end)) continue;
            findings.push_back(
                doubt_of("W-27", text.span(begin - 1, end + 1),
                         fmt::format("简称《{}》，后文用的是《{}》", to_utf8(name), to_utf8(other)),
                         "请使简称前后一致"));
            break;
        }
    }
}

}  // namespace

void check_form_terms(const Prose& prose, std::vector<Finding>& findings) {
    for (const FieldText* text : prose.all()) {
        const Places places = places_of(text->text);
        check_terms(*text, places, findings);
        check_rows(*text, places, findings);
        if (places.thoughts) check_thoughts(*text, findings);
        if (places.sessions) check_sessions(*text, findings);
    }
    check_short_names(prose, findings);
}

}  // namespace nianbao::wording
