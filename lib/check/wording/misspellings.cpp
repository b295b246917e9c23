#include "check/wording/misspellings.hpp"

#include "check/rules.hpp"
#include "check/wording/alike.hpp"
#include "check/wording/terms.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string_view>

namespace nianbao::wording {
namespace {

/// Entries by the low bits of their characters, so that a character is compared with few
/// of them; most with none.
constexpr std::size_t shelf_count = 512;
constexpr std::size_t shelf_of(char32_t c) { return c % shelf_count; }

template <typename Entry, std::size_t n>
struct Shelves {
    std::array<Entry, n> entries{};
    std::array<std::uint16_t, shelf_count + 1> begins{};

    std::span<const Entry> of(char32_t c) const {
        const std::size_t at = shelf_of(c);
        return std::span(entries).subspan(begins[at], begins[at + 1] - begins[at]);
    }
};

template <typename Entry, std::size_t n>
constexpr Shelves<Entry, n> shelved(const std::array<Entry, n>& entries) {
    Shelves<Entry, n> all;
    for (const Entry& entry : entries) ++all.begins[shelf_of(entry.key) + 1];
    for (std::size_t i = 1; i < all.begins.size(); ++i)
        all.begins[i] = static_cast<std::uint16_t>(all.begins[i] + all.begins[i - 1]);
    std::array<std::uint16_t, shelf_count + 1> next = all.begins;
    for (const Entry& entry : entries) all.entries[next[shelf_of(entry.key)]++] = entry;
    return all;
}

/// A wrong form, by its first character.
struct WrongForm {
    char32_t key = 0;
    std::uint16_t row = 0;
};
constexpr auto wrong_forms = shelved([] {
    std::array<WrongForm, std::size(misspellings)> all{};
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = {misspellings[i].wrong.front(), static_cast<std::uint16_t>(i)};
    return all;
}());

const Misspelling* misspelling_at(std::u32string_view text, std::size_t place) {
    for (const WrongForm& form : wrong_forms.of(text[place])) {
        const Misspelling& one = misspellings[form.row];
        if (form.key == text[place] && stands(text, place, one.wrong)) return &one;
    }
    return nullptr;
}

/// A term, by its first character and by its second one: a slip spoils one of them.
struct TermStart {
    char32_t key = 0;
    std::uint16_t term = 0, at = 0;
};
constexpr auto term_starts = shelved([] {
    std::array<TermStart, 2 * std::size(terms)> all{};
    for (std::size_t i = 0; i < std::size(terms); ++i) {
        const auto term = static_cast<std::uint16_t>(i);
        all[2 * i] = {terms[i][0], term, 0};
        all[2 * i + 1] = {terms[i][1], term, 1};
    }
    return all;
}());

bool are_alike(char32_t right, char32_t wrong) {
    return std::any_of(std::begin(alike), std::end(alike), [&](std::u32string_view row) {
        return is_one_of(right, row) && is_one_of(wrong, row);
    });
}

/// Function words: what stands there begins or ends another word rather.
constexpr CharacterSet free_words(U"不是在有的了以和为与及由向一之而其也将已");
/// Those that begin or end the words around a term: 公开透明都要做到 is no 透明度.
constexpr CharacterSet beside_terms(U"都全同再又多对从到被把可能会要应更最各每自进行");

/// The term of which the text at `begin` is but one character off; null: it is no such
/// slip.
const std::u32string_view* spoilt_at(std::u32string_view text, std::size_t place,
                                     std::size_t& begin) {
    for (const TermStart& start : term_starts.of(text[place])) {
        if (start.key != text[place] || start.at > place) continue;
        const std::u32string_view& term = terms[start.term];
        begin = place - start.at;
        if (begin + term.size() > text.size()) continue;
        std::size_t off = start.at == 1 ? 0 : term.size();
        std::size_t i = start.at + 1;
        for (; i < term.size(); ++i) {
            if (text[begin + i] == term[i]) continue;
            if (off != term.size()) break;
            off = i;
        }
        if (i < term.size() || off == term.size()) continue;
        const char32_t wrong = text[begin + off];
        const bool outermost = off == 0 || off + 1 == term.size();
        if (wrong == term[off] || free_words.has(wrong) ||
            (outermost && term.size() < 4 && beside_terms.has(wrong)))
            continue;
        if (are_alike(term[off], wrong)) return &term;
    }
    return nullptr;
}

/// True between 《 and 》: W-27 tells of titles.
bool in_title(std::u32string_view text, std::size_t place) {
    const std::size_t mark = text.substr(0, place).find_last_of(U"《》\n");
    return mark != text.npos && text[mark] == U'《';
}

}  // namespace

void check_misspellings(const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    std::size_t told = 0;  // behind the last one
    for (std::size_t place = 0; place < whole.size(); ++place) {
        std::size_t begin = place;
        const std::u32string_view* term = spoilt_at(whole, place, begin);
        if (term != nullptr && begin >= told && !in_title(whole, place)) {
            const std::size_t end = begin + term->size();
            findings.push_back(
                finding_of("W-26", text.span(begin, end),
                           fmt::format("“{}”应为“{}”", to_utf8(whole.substr(begin, end - begin)),
                                       to_utf8(*term)),
                           "请改正错别字"));
            told = end;
            place = end - 1;
            continue;
        }
        const Misspelling* found = misspelling_at(whole, place);
        if (found == nullptr && whole[place] == U'截' && stands(whole, place, U"截止") &&
            (is_any_digit(at(whole, place + 2)) || stands(whole, place + 2, U"目前"))) {
            findings.push_back(advice_of("W-26", text.span(place, place + 2),
                                         "“截止”后面跟时间的，宜写作“截至”", "可改为“截至”"));
            place += 1;
            continue;
        }
        if (found == nullptr && whole[place] == U'公' && stands(whole, place, U"公开开") &&
            !is_one_of(at(whole, place + 3), U"展始放设通辟创启门发工会讲办具拓局幕馆")) {
            findings.push_back(finding_of("W-26", text.span(place, place + 3), "“公开开”应为“公开”",
                                          "请改正错别字"));
            told = place + 3;
            place += 2;
            continue;
        }
        if (found == nullptr) continue;
        const std::size_t end = place + found->wrong.size();
        findings.push_back(
            finding_of("W-26", text.span(place, end),
                       fmt::format("“{}”应为“{}”", to_utf8(found->wrong), to_utf8(found->right)),
                       "请改正错别字"));
        told = end;
        place = end - 1;
    }
}

void check_agency_doubled(const Report& report, const FieldText& text,
                          std::vector<Finding>& findings) {
    // “县局局认真”: whoever's it is.
    constexpr std::u32string_view own_words = U"长机党属级直领内各务办";
    for (std::size_t place = text.text.find(U"局局"); place != text.text.npos;
         place = text.text.find(U"局局", place + 2)) {
        if (is_one_of(at(text.text, place + 2), own_words) || at(text.text, place - 1) == U'各' ||
            !is_han(at(text.text, place - 1)))
            continue;
        findings.push_back(
            finding_of("W-20", text.span(place, place + 2), "“局”重复", "请删去一个“局”"));
        return;
    }
    const std::u32string agency = without_blanks(to_utf32(report.agency));
    if (agency.size() < 4 || !is_one_of(agency.back(), U"局厅委处院")) return;
    const std::u32string_view whole = text.text;
    for (std::size_t place = whole.find(agency); place != whole.npos;
         place = whole.find(agency, place + 1)) {
        const std::size_t end = place + agency.size();
        if (at(whole, end) != agency.back() || is_one_of(at(whole, end + 1), own_words)) continue;
        const std::string last = to_utf8(agency.substr(agency.size() - 1));
        findings.push_back(finding_of("W-20", text.span(end - 1, end + 1),
                                      fmt::format("“{}”重复", last),
                                      fmt::format("请删去一个“{}”", last)));
    }
}

}  // namespace nianbao::wording
