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
template <typename Entry, std::size_t n, std::size_t shelf_count>
struct Shelves {
    std::array<Entry, n> entries{};
    std::array<std::uint16_t, shelf_count + 1> begins{};

    static constexpr std::size_t shelf_of(char32_t key) { return key % shelf_count; }
    std::span<const Entry> of(char32_t key) const {
        const std::size_t at = shelf_of(key);
        return std::span(entries).subspan(begins[at], begins[at + 1] - begins[at]);
    }
};

template <std::size_t shelf_count, typename Entry, std::size_t n>
constexpr Shelves<Entry, n, shelf_count> shelved(const std::array<Entry, n>& entries) {
    Shelves<Entry, n, shelf_count> all;
    for (const Entry& entry : entries) ++all.begins[all.shelf_of(entry.key) + 1];
    for (std::size_t i = 1; i < all.begins.size(); ++i)
        all.begins[i] = static_cast<std::uint16_t>(all.begins[i] + all.begins[i - 1]);
    std::array<std::uint16_t, shelf_count + 1> next = all.begins;
    for (const Entry& entry : entries) all.entries[next[all.shelf_of(entry.key)]++] = entry;
    return all;
}

/// A wrong form, by its first character.
struct WrongForm {
    char32_t key = 0;
    std::uint16_t row = 0;
};
constexpr auto wrong_forms = shelved<512>([] {
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

/// A term by its first three or four characters but one, which may be the slip. Of a slip
/// further on any of them tells.
constexpr std::size_t shortest_term = 3, window = 4;

/// Of so many characters without the one at `left_out`.
constexpr char32_t key_of(std::u32string_view text, std::size_t size, std::size_t left_out) {
    char32_t key = static_cast<char32_t>(size * 0x9E5 + left_out * 0x3D);
    for (std::size_t i = 0; i < size; ++i) {
        if (i != left_out) key = key * 0x2F35 + text[i];
    }
    return key;
}

constexpr std::size_t window_of(std::u32string_view term) {
    return term.size() < window ? shortest_term : window;
}

struct TermStart {
    char32_t key = 0;
    std::uint16_t term = 0;
};

constexpr std::size_t term_start_count = [] {
    std::size_t count = 0;
    for (const std::u32string_view term : terms) count += window_of(term);
    return count;
}();
constexpr auto term_starts = shelved<8192>([] {
    std::array<TermStart, term_start_count> all{};
    std::size_t next = 0;
    for (std::size_t i = 0; i < std::size(terms); ++i) {
        for (std::size_t k = 0; k < window_of(terms[i]); ++k)
            all[next++] = {key_of(terms[i], window_of(terms[i]), k), static_cast<std::uint16_t>(i)};
    }
    return all;
}());

/// Which pairs of characters a slip leaves as they are, by the bits of a hash: so that
/// most places of a text are asked nothing else.
enum KeptPair : std::uint8_t {
    first_two = 1,
    last_two_of_window = 2,
    last_two_of_three = 4,
    outer = 8
};
constexpr std::size_t pair_slots = 8192;
constexpr std::size_t slot_of(char32_t one, char32_t other) {
    return (one * 0x2F35 + other) % pair_slots;
}
constexpr auto kept_pairs = [] {
    std::array<std::uint8_t, pair_slots> all{};
    for (const std::u32string_view term : terms) {
        all[slot_of(term[0], term[1])] |= first_two;
        if (term.size() >= window) {
            all[slot_of(term[2], term[3])] |= last_two_of_window;
        } else {
            all[slot_of(term[1], term[2])] |= last_two_of_three;
            all[slot_of(term[0], term[2])] |= outer;
        }
    }
    return all;
}();

/// False: no term begins at that place, spoilt or not.
bool may_begin(std::u32string_view text, std::size_t place) {
    if (place + shortest_term > text.size()) return false;
    const char32_t* const own = text.data() + place;
    if ((kept_pairs[slot_of(own[0], own[1])] & first_two) != 0) return true;
    if ((kept_pairs[slot_of(own[1], own[2])] & last_two_of_three) != 0 ||
        (kept_pairs[slot_of(own[0], own[2])] & outer) != 0)
        return true;
    return place + window <= text.size() &&
           (kept_pairs[slot_of(own[2], own[3])] & last_two_of_window) != 0;
}

bool are_alike(char32_t right, char32_t wrong) {
    return std::any_of(std::begin(alike), std::end(alike), [&](std::u32string_view row) {
        return is_one_of(right, row) && is_one_of(wrong, row);
    });
}

/// Function words: what stands there begins or ends another word rather.
constexpr CharacterSet free_words(U"不是在有的了以和为与及由向一之而其也将已");
/// Those that begin or end the words around a term: 公开透明都要做到 is no 透明度.
constexpr CharacterSet beside_terms(U"都全同再又多对从到被把可能会要应更最各每自进行督形");

/// The one character in which the text at `begin` differs from a term of its length; the
/// length: there is none, or more than one.
std::size_t difference(std::u32string_view text, std::size_t begin, std::u32string_view term) {
    std::size_t off = term.size();
    for (std::size_t i = 0; i < term.size(); ++i) {
        if (text[begin + i] == term[i]) continue;
        if (off != term.size()) return term.size();
        off = i;
    }
    return off;
}

/// The term that the text from `begin` on spoils; null: none.
const std::u32string_view* spoilt_at(std::u32string_view text, std::size_t begin) {
    if (!may_begin(text, begin)) return nullptr;
    for (std::size_t size = std::min(window, text.size() - begin); size >= shortest_term; --size) {
        const std::u32string_view own = text.substr(begin, size);
        for (std::size_t k = 0; k < size; ++k) {
            const char32_t key = key_of(own, size, k);
            for (const TermStart& start : term_starts.of(key)) {
                const std::u32string_view& term = terms[start.term];
                if (start.key != key || begin + term.size() > text.size()) continue;
                const std::size_t off = difference(text, begin, term);
                if (off == term.size()) continue;
                const char32_t wrong = text[begin + off];
                const bool outermost = off == 0 || off + 1 == term.size();
                // 办公室信息科: the term begins in the middle of a word.
                if (off == 1 && wrong == U'室' && at(text, begin - 1) == U'办') continue;
                if (free_words.has(wrong) ||
                    (outermost && term.size() < window && beside_terms.has(wrong)))
                    continue;
                if (are_alike(term[off], wrong)) return &term;
            }
        }
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
        const std::u32string_view* term = spoilt_at(whole, place);
        if (term != nullptr && place >= told && !in_title(whole, place)) {
            const std::size_t end = place + term->size();
            findings.push_back(
                finding_of("W-26", text.span(place, end),
                           fmt::format("“{}”应为“{}”", to_utf8(whole.substr(place, end - place)),
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
