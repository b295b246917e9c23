#include "check/wording/misspellings.hpp"

#include "check/rules.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

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

/// A term with one of its characters confused, by the wrong one: which term, and where in
/// it.
struct Spoilt {
    char32_t key = 0;
    std::uint16_t term = 0, at = 0;
};

template <typename Take>
constexpr void each_spoilt(Take take) {
    for (const Confused& one : confused_characters) {
        for (const char32_t wrong : one.wrong) {
            for (std::size_t t = 0; t < std::size(terms); ++t) {
                for (std::size_t k = 0; k < terms[t].size(); ++k) {
                    if (terms[t][k] == one.right)
                        take(Spoilt{wrong, static_cast<std::uint16_t>(t),
                                    static_cast<std::uint16_t>(k)});
                }
            }
        }
    }
}
constexpr std::size_t spoilt_count = [] {
    std::size_t count = 0;
    each_spoilt([&](Spoilt) { ++count; });
    return count;
}();
constexpr auto spoilt_terms = shelved([] {
    std::array<Spoilt, spoilt_count> all{};
    std::size_t next = 0;
    each_spoilt([&](Spoilt slip) { all[next++] = slip; });
    return all;
}());

/// The term that the character at `place` spoils; null: it spoils none.
const Spoilt* spoilt_at(std::u32string_view text, std::size_t place) {
    for (const Spoilt& slip : spoilt_terms.of(text[place])) {
        if (slip.key != text[place] || slip.at > place) continue;
        const std::u32string_view term = terms[slip.term];
        if (text.substr(place - slip.at, slip.at) == term.substr(0, slip.at) &&
            stands(text, place + 1, term.substr(slip.at + 1)))
            return &slip;
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
        const Spoilt* slip = spoilt_at(whole, place);
        if (slip != nullptr && place - slip->at >= told && !in_title(whole, place)) {
            const std::size_t begin = place - slip->at, end = begin + terms[slip->term].size();
            findings.push_back(
                finding_of("W-26", text.span(begin, end),
                           fmt::format("“{}”应为“{}”", to_utf8(whole.substr(begin, end - begin)),
                                       to_utf8(terms[slip->term])),
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
