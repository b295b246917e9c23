#include "check/wording/slips/misspellings.hpp"

#include "check/rules.hpp"
#include "check/wording/slips/alike.hpp"
#include "check/wording/slips/shelves.hpp"
#include "check/wording/slips/terms.hpp"
#include "check/wording/slips/word_slips.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace nianbao::wording {
namespace {

/// Of two characters, in a table of so many slots.
constexpr std::size_t pair_slots = 16384;
constexpr std::size_t slot_of(char32_t one, char32_t other) {
    return (one * 0x2F35 + other) % pair_slots;
}

/// A wrong form, by its first two characters.
struct WrongForm {
    char32_t key = 0;
    Misspelling form;
};
constexpr std::size_t wrong_form_count = [] {
    std::size_t count = std::size(misspellings);
    for (const WordSlip& slip : word_slips) count += slip.wrong.size() / 2;
    return count;
}();
constexpr auto wrong_forms = shelved<1024>([] {
    std::array<WrongForm, wrong_form_count> all{};
    std::size_t next = 0;
    const auto add = [&](const Misspelling& form) {
        all[next++] = {static_cast<char32_t>(slot_of(form.wrong[0], form.wrong[1])), form};
    };
    for (const Misspelling& form : misspellings) add(form);
    for (const WordSlip& slip : word_slips) {
        for (std::size_t i = 0; i < slip.wrong.size(); i += 2)
            add({slip.wrong.substr(i, 2), slip.right, slip.not_beside, slip.only_before});
    }
    return all;
}());

/// Null: none. REQUIRES: a character behind the place.
const Misspelling* misspelling_at(std::u32string_view text, std::size_t place) {
    const auto key = static_cast<char32_t>(slot_of(text[place], text[place + 1]));
    for (const WrongForm& one : wrong_forms.of(key)) {
        if (one.key != key || !stands(text, place, one.form.wrong)) continue;
        const std::size_t end = place + one.form.wrong.size();
        const char32_t before = place > 0 ? text[place - 1] : U'\0',
                       behind = end < text.size() ? text[end] : U'\0';
        if (is_one_of(before, one.form.not_beside) || is_one_of(behind, one.form.not_beside))
            continue;
        if (!one.form.only_before.empty() && is_han(behind) &&
            !is_one_of(behind, one.form.only_before))
            continue;
        return &one.form;
    }
    return nullptr;
}

/// A term by its first three or four characters but one, which may be the slip. Of a slip
/// further on any of them tells.
constexpr std::size_t shortest_term = 3, window = 4;

/// A key of so many characters without the one at `left_out`: of a sum, so that all the
/// keys of a window cost one.
constexpr char32_t weights[] = {0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F};
constexpr char32_t sum_of(std::u32string_view text, std::size_t size) {
    char32_t sum = 0;
    for (std::size_t i = 0; i < size; ++i) sum += text[i] * weights[i];
    return sum;
}
constexpr char32_t key_of(char32_t sum, std::u32string_view text, std::size_t size,
                          std::size_t left_out) {
    const auto salt = static_cast<char32_t>(size * 4 + left_out);
    const char32_t key = sum - text[left_out] * weights[left_out] + salt * 0x01000193;
    return key ^ key >> 15;
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
        const std::size_t size = window_of(terms[i]);
        const char32_t sum = sum_of(terms[i], size);
        for (std::size_t k = 0; k < size; ++k)
            all[next++] = {key_of(sum, terms[i], size, k), static_cast<std::uint16_t>(i)};
    }
    return all;
}());

/// What a pair of characters may be, by the bits of a hash: those of a term that a slip
/// leaves as they are, and those that begin a wrong form. So most places of a text are
/// asked nothing else.
enum PairBit : std::uint8_t {
    first_two = 1,  // of a window of four
    last_two_of_window = 2,
    last_two_of_three = 4,
    outer = 8,  // the first and the third
    wrong_form = 16,
    special = 32,
    first_two_of_three = 64,
    middle_two_of_window = 128
};
constexpr auto pair_bits = [] {
    std::array<std::uint8_t, pair_slots> all{};
    for (const std::u32string_view term : terms) {
        if (term.size() >= window) {
            all[slot_of(term[0], term[1])] |= first_two;
            all[slot_of(term[1], term[2])] |= middle_two_of_window;
            all[slot_of(term[2], term[3])] |= last_two_of_window;
        } else {
            all[slot_of(term[0], term[1])] |= first_two_of_three;
            all[slot_of(term[1], term[2])] |= last_two_of_three;
            all[slot_of(term[0], term[2])] |= outer;
        }
    }
    for (const WrongForm& one : wrong_forms.entries)
        all[slot_of(one.form.wrong[0], one.form.wrong[1])] |= wrong_form;
    for (const std::u32string_view word :
         {std::u32string_view(U"截止"), std::u32string_view(U"开开")})
        all[slot_of(word[0], word[1])] |= special;
    return all;
}();
std::uint8_t bits_at(std::u32string_view text, std::size_t place) {
    return place + 1 < text.size() ? pair_bits[slot_of(text[place], text[place + 1])]
                                   : std::uint8_t{0};
}

/// Of a place where something begins.
constexpr std::uint8_t begins = first_two | first_two_of_three | wrong_form | special;

/// `outer` where the character and the second one behind it may be those of a term.
std::uint8_t outer_bit(std::u32string_view text, std::size_t place) {
    if (place + 2 >= text.size()) return 0;
    return pair_bits[slot_of(text[place], text[place + 2])] & outer;
}

/// Function words: what stands there begins or ends another word rather.
constexpr CharacterSet free_words(U"不是在有的了以和为与及由向一之而其也将已");
/// Those that begin or end the words around a term: 公开透明都要做到 is no 透明度.
constexpr CharacterSet beside_terms(U"都全同再又多对从到被把可能会要应更最各每自进行督形听");

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

/// Which characters of a term that begins at a place may be the slip, by a bit for each,
/// of windows of three and of four; 0: no term begins there, spoilt or not.
struct Slips {
    unsigned of_three = 0, of_four = 0;
};
Slips slips_of(std::uint8_t here, std::uint8_t next, std::uint8_t third, std::uint8_t across) {
    Slips may_be;
    if ((here & first_two_of_three) != 0) may_be.of_three |= 0b100;
    if ((here & first_two) != 0) may_be.of_four |= 0b1100;
    if ((next & last_two_of_three) != 0) may_be.of_three |= 0b001;
    if ((third & last_two_of_window) != 0) may_be.of_four |= 0b0011;
    if ((next & middle_two_of_window) == 0) may_be.of_four &= 0b0110;
    if (across != 0) may_be.of_three |= 0b010;
    return may_be;
}

/// The term of that window that the text from `begin` on spoils; null: none.
const std::u32string_view* spoilt_at(std::u32string_view text, std::size_t begin, std::size_t size,
                                     unsigned slips) {
    if (slips == 0 || begin + size > text.size()) return nullptr;
    const std::u32string_view own = text.substr(begin, size);
    const char32_t sum = sum_of(own, size);
    for (std::size_t k = 0; k < size; ++k) {
        if ((slips >> k & 1) == 0) continue;
        const char32_t key = key_of(sum, own, size, k);
        for (const TermStart& start : term_starts.of(key)) {
            const std::u32string_view& term = terms[start.term];
            if (start.key != key || begin + term.size() > text.size()) continue;
            const std::size_t off = difference(text, begin, term);
            if (off == term.size()) continue;
            const char32_t wrong = text[begin + off];
            const bool outermost = off == 0 || off + 1 == term.size();
            // 群众反应强烈: it is no 反映.
            if (wrong == U'应' && term[off] == U'映' &&
                is_one_of(at(text, begin + term.size()), U"强热良平冷较"))
                continue;
            // 权威信息: it is no 权威性.
            if (wrong == U'信' && off + 1 == term.size() && at(text, begin + off + 1) == U'息')
                continue;
            // 办公室信息科: the term begins in the middle of a word.
            if (off == 1 && wrong == U'室' && at(text, begin - 1) == U'办') continue;
            if (free_words.has(wrong) ||
                (outermost && term.size() < window && beside_terms.has(wrong)))
                continue;
            if (are_alike(term[off], wrong)) return &term;
        }
    }
    return nullptr;
}

/// True between 《 and 》: W-27 tells of titles.
bool in_title(std::u32string_view text, std::size_t place) {
    const std::size_t mark = text.substr(0, place).find_last_of(U"《》\n");
    return mark != text.npos && text[mark] == U'《';
}

/// True where W-27 told of the title around the place.
bool is_told(const FieldText& text, std::size_t place, const std::vector<Finding>& findings) {
    return in_title(text.text, place) &&
           std::any_of(findings.begin(), findings.end(), [&](const Finding& one) {
               const Span slip = text.span(place, place + 1);
               return one.rule == "W-27" && one.where.field == slip.field &&
                      one.where.offset <= slip.offset &&
                      slip.offset < one.where.offset + one.where.length;
           });
}

}  // namespace

void check_misspellings(const Report& report, const FieldText& text,
                        std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    const std::u32string agency = to_utf32(report.agency);
    std::size_t told = 0;  // behind the last one
    const auto tell = [&](std::size_t begin, std::size_t end, std::u32string_view right) {
        if (has(agency, whole.substr(begin, end - begin))) return;  // 大申清河县农业农村局
        findings.push_back(finding_of(
            "W-26", text.span(begin, end),
            fmt::format("“{}”应为“{}”", to_utf8(whole.substr(begin, end - begin)), to_utf8(right)),
            "请改正错别字"));
        told = end;
    };
    std::uint8_t here = 0, next = bits_at(whole, 0), third = bits_at(whole, 1);
    for (std::size_t place = 0; place < whole.size(); ++place) {
        here = next;
        next = third;
        third = bits_at(whole, place + 2);
        const std::uint8_t across = outer_bit(whole, place);
        if (((here & begins) | (next & last_two_of_three) | (third & last_two_of_window) |
             across) == 0)
            continue;
        if (place < told) continue;
        if ((here & wrong_form) != 0) {
            const Misspelling* const found = misspelling_at(whole, place);
            if (found != nullptr && !is_told(text, place, findings)) {
                tell(place, place + found->wrong.size(), found->right);
                continue;
            }
        }
        if ((here & special) != 0) {
            if (stands(whole, place, U"截止") &&
                (is_any_digit(at(whole, place + 2)) || stands(whole, place + 2, U"目前"))) {
                findings.push_back(advice_of("W-26", text.span(place, place + 2),
                                             "“截止”后面跟时间的，宜写作“截至”", "可改为“截至”"));
                told = place + 2;
                continue;
            }
            if (stands(whole, place, U"开开") && at(whole, place - 1) == U'公' &&
                !is_one_of(at(whole, place + 2), U"展始放设通辟创启门发工会讲办具拓局幕馆")) {
                tell(place - 1, place + 2, U"公开");
                continue;
            }
        }
        const Slips slips = slips_of(here, next, third, across);
        const std::u32string_view* term = spoilt_at(whole, place, window, slips.of_four);
        if (term == nullptr) term = spoilt_at(whole, place, shortest_term, slips.of_three);
        if (term != nullptr && !in_title(whole, place)) tell(place, place + term->size(), *term);
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
