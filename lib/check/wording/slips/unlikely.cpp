// W-26: two characters that are hardly a word of these reports, and alike to one that is
// far likelier in the words around.
#include "check/rules.hpp"
#include "check/wording/slips/alike.hpp"
#include "check/wording/slips/likelihood.hpp"
#include "check/wording/slips/near_words.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace nianbao::wording::likely {
namespace {

using near_misses::is_common_han;
using near_misses::pairs;

/// By how much a word must be likelier to be told, in the costs of likelihood.hpp: e^6.5
/// times for one that reports are full of and that sounds the same.
constexpr int least_gain = 13;
/// And how much more if the characters only look alike, or sound nearly so, or stand in
/// each other's place.
constexpr int more_of_nearly_one = 6, more_of_looks = 4, more_of_exchanged = 5, more_of_rarer = 2;
constexpr int more_of(Likeness likeness) {
    return likeness == Likeness::sound    ? 0
           : likeness == Likeness::nearly ? more_of_nearly_one
                                          : more_of_looks;
}
constexpr int more_of(Tier tier) { return tier == Tier::frequent ? 0 : more_of_rarer; }

/// What a character costs at most that may well be a word between two others.
constexpr int cheap = 15;

/// What may be meant: two characters, and how much likelier they are.
struct Meant {
    std::array<char32_t, 2> word{};
    int gain = -1;
};

class Places {
public:
    explicit Places(std::u32string_view text) : text_(text) {}

    /// What the two characters from a place on may be meant to be; none: they are right.
    std::optional<Meant> meant_at(std::size_t place);
    /// True where the two characters may be no word: what is asked first.
    bool is_doubtful(std::size_t place) const {
        return is_common_han(text_[place]) && is_common_han(text_[place + 1]) && !is_pair(place) &&
               !are_parted(place);
    }

private:
    bool is_pair(std::size_t place) const {
        return place + 1 < text_.size() && is_common_han(text_[place + 1]) &&
               pairs.may_hold(text_[place], text_[place + 1]);
    }
    /// True if the words before and behind may part between the two.
    bool are_parted(std::size_t place) const {
        const bool before = cost_alone(text_[place]) <= cheap || (place > 0 && is_pair(place - 1));
        return before && (cost_alone(text_[place + 1]) <= cheap || is_pair(place + 1));
    }
    void look_around(std::size_t place);
    void compare(char32_t one, char32_t other, const Word& word, int more);

    std::u32string_view text_;
    std::array<char32_t, longest_run> around_{};  // the characters around the two
    std::size_t at_ = 0, size_ = 0;               // where they stand there, and their number
    int cost_ = 0;
    Meant best_;
};

void Places::look_around(std::size_t place) {
    constexpr std::size_t far = 5;
    std::size_t begin = place, end = place + 2;
    while (begin > 0 && place - begin < far && is_common_han(text_[begin - 1])) --begin;
    while (end < text_.size() && end - place < far + 2 && is_common_han(text_[end])) ++end;
    size_ = end - begin;
    at_ = place - begin;
    std::copy_n(text_.begin() + static_cast<std::ptrdiff_t>(begin), size_, around_.begin());
    cost_ = -1;
}

void Places::compare(char32_t one, char32_t other, const Word& word, int more) {
    if (word.tier == Tier::none) return;
    if (cost_ < 0) cost_ = cost_of_all({around_.data(), size_});
    const char32_t own_one = std::exchange(around_[at_], one);
    const char32_t own_other = std::exchange(around_[at_ + 1], other);
    const int gain = cost_ - cost_of_all({around_.data(), size_}) - more - more_of(word.tier);
    around_[at_] = own_one;
    around_[at_ + 1] = own_other;
    if (gain > best_.gain) best_ = {{one, other}, gain};
}

std::optional<Meant> Places::meant_at(std::size_t place) {
    const char32_t one = text_[place], other = text_[place + 1];
    constexpr std::u32string_view numerals = U"一二三四五六七八九十百千万亿两几半";
    constexpr std::u32string_view of_places = U"市县区镇乡村州旗盟";
    if (is_one_of(one, numerals) || is_one_of(other, numerals) || is_one_of(other, of_places) ||
        is_one_of(at(text_, static_cast<std::ptrdiff_t>(place) + 2), of_places))
        return std::nullopt;
    look_around(place);
    best_ = {};
    for (const char32_t c : before(other)) {
        if (c == one || !are_alike(c, one)) continue;
        compare(c, other, *word_of(c, other), more_of(likeness(c, one)));
    }
    const Behind others = behind(one);
    for (std::size_t i = 0; i < others.characters.size(); ++i) {
        const char32_t c = others.characters[i];
        if (tier_of(others.ranks[i]) == Tier::none || c == other || !are_alike(c, other)) continue;
        compare(one, c, *word_of(one, c), more_of(likeness(c, other)));
    }
    if (one != other) {
        if (const auto word = word_of(other, one)) compare(other, one, *word, more_of_exchanged);
    }
    if (best_.gain < least_gain) return std::nullopt;
    return best_;
}

/// True where the two characters, or one of them and its neighbour, stand in the agency's
/// name.
bool is_of_name(std::u32string_view agency, std::u32string_view text, std::size_t place) {
    for (std::size_t i = place > 0 ? place - 1 : 0; i < place + 2 && i + 1 < text.size(); ++i) {
        if (has(agency, text.substr(i, 2))) return true;
    }
    return false;
}

/// True where what stands beside the two shows that they are no word: a number, whose
/// unit the first is (12月31日止), the number of a document (云农字〔2023〕), the same
/// character again, which W-20 tells, and the end of a line that was cut by pasting.
bool is_of_other_words(std::u32string_view text, std::size_t place) {
    const auto character = [&](std::size_t i) { return i < text.size() ? text[i] : U'\0'; };
    std::size_t begin = place;
    while (begin > 0 && is_blank(text[begin - 1])) --begin;
    const char32_t before = begin > 0 ? text[begin - 1] : U'\0', behind = character(place + 2);
    const bool cut = (before == U'\n' && begin > 1 && is_han(text[begin - 2])) || behind == U'\n';
    constexpr std::u32string_view stems = U"甲乙丙丁戊庚辛壬癸";  // 丙己 is a name
    return cut || is_any_digit(before) || is_one_of(before, stems) ||
           is_one_of(text[place], stems) || is_one_of(behind, U"〔[路街巷桥岛") ||
           before == text[place] || behind == text[place + 1] ||
           is_one_of(text[place + 1], U"不都也就还均已先又再仍未居各每") ||
           is_one_of(text[place], U"净各每经所已先");
}

/// True within a name of one's own: behind a place's (云溪县智惠农业园; but 全县, 我县 are
/// none), and before 村.
bool is_of_place(std::u32string_view text, std::size_t place) {
    constexpr std::u32string_view places = U"县市区镇乡旗", no_names = U"全我本该各省市县区级辖两";
    if (place > 1 && is_one_of(text[place - 1], places) && is_han(text[place - 2]) &&
        !is_one_of(text[place - 2], no_names))
        return true;
    constexpr std::size_t longest = 3;  // characters between the two and 村
    const auto behind = text.substr(std::min(place + 2, text.size()), longest);
    return behind.find(U'村') != behind.npos;
}

/// True between marks that make a name of the two characters: “群控”.
bool is_quoted(std::u32string_view text, std::size_t place) {
    return place > 0 && is_one_of(text[place - 1], U"“‘《") &&
           is_one_of(at(text, static_cast<std::ptrdiff_t>(place) + 2), U"”’》");
}

bool is_told(const FieldText& text, std::size_t place, const std::vector<Finding>& findings) {
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& one) {
        return one.where.field == text.field &&
               (one.rule == "W-26" || one.rule == "W-20" || one.rule == "W-27" ||
                one.rule == "W-14") &&
               std::cmp_less(one.where.offset, place + 2) &&
               std::cmp_less(place, one.where.offset + one.where.length);
    });
}

}  // namespace
}  // namespace nianbao::wording::likely

namespace nianbao::wording {

void check_unlikely_words(const Report& report, const FieldText& text,
                          std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    const std::u32string agency = to_utf32(report.agency);
    likely::Places places(whole);
    for (std::size_t place = 0; place + 1 < whole.size(); ++place) {
        if (!places.is_doubtful(place) || likely::is_of_other_words(whole, place) ||
            likely::is_of_place(whole, place))
            continue;
        const auto meant = places.meant_at(place);
        if (!meant || likely::is_quoted(whole, place) || likely::is_of_name(agency, whole, place) ||
            likely::is_told(text, place, findings))
            continue;
        // “集体汇商”: 体汇 is nearly a word too.
        if (place + 2 < whole.size() && places.is_doubtful(place + 1)) {
            const auto next = places.meant_at(place + 1);
            if (next && next->gain > meant->gain) continue;
        }
        findings.push_back(doubt_of("W-26", text.span(place, place + 2),
                                    fmt::format("“{}”可能应为“{}”", to_utf8(whole.substr(place, 2)),
                                                to_utf8({meant->word.data(), 2})),
                                    "请核对；确是这样写的，不必改", {}));
    }
}

}  // namespace nianbao::wording
