// W-26: what is no word between two words, and nearly one that these reports are written
// in.
#include "check/rules.hpp"
#include "check/wording/slips/alike.hpp"
#include "check/wording/slips/likelihood.hpp"
#include "check/wording/slips/near_words.hpp"
#include "check/wording/slips/terms.hpp"
#include "check/wording/slips/words.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace nianbao::wording::near_misses {
namespace {

/// What is nearly a word: code points [begin, end), and the word; of a character that
/// stands twice, the character.
struct NearMiss {
    std::size_t begin = 0, end = 0;
    std::u32string_view right;
    bool twice = false;
};

constexpr bool is_listed(std::u32string_view list, std::u32string_view two) {
    if (two.size() != 2) return false;
    for (std::size_t i = 0; i < list.size(); i += 2) {
        if (list[i] == two[0] && list[i + 1] == two[1]) return true;
    }
    return false;
}

/// True if no other parting of the words explains what stands there, and its neighbours
/// bear it out: most of what is no word here is a name, or a word of another trade.
bool is_clear(std::u32string_view text, const NearMiss& miss) {
    const auto pair = [&](std::size_t place) {
        return place + 1 < text.size() && pairs.may_hold(text[place], text[place + 1]);
    };
    const auto own = text.substr(miss.begin, miss.end - miss.begin);
    if (miss.right.size() == 3) {  // 误公开, 权威信|息
        const bool first = own[0] != miss.right[0], last = own[2] != miss.right[2];
        return !(first && pair(miss.begin + 1)) && !(last && pair(miss.begin + 2));
    }
    // 主发布, 网络全|覆盖: what is left of four characters is too little.
    if (miss.right.size() > 3) return own.size() > 3;
    const auto before = text.substr(miss.begin < 2 ? 0 : miss.begin - 2, miss.begin < 2 ? 0 : 2);
    const auto after = text.substr(miss.end, 2);
    const std::u32string behind = std::u32string(before) + std::u32string(miss.right),
                         ahead = std::u32string(miss.right) + std::u32string(after);
    for (const std::u32string_view term : terms) {
        if ((before.size() == 2 && has(term, behind)) || (after.size() == 2 && has(term, ahead)))
            return true;
    }
    const bool exchanged = own[0] == miss.right[1] && own[1] == miss.right[0];
    return !exchanged && is_listed(words_of_two, before) && is_listed(words_of_two, after) &&
           !pair(miss.begin - 1) && !pair(miss.end - 1);
}

class Words {
public:
    explicit Words(std::u32string_view text) : text_(text) {}

    /// The next one; none: the text is read.
    std::optional<NearMiss> next();

private:
    Alone alone_at(std::size_t place) const {
        return is_common_han(text_[place]) ? alone[text_[place] - first_han] : Alone::no;
    }
    bool is_word_character(std::size_t place) const {
        return place < text_.size() && is_common_han(text_[place]);
    }
    /// Characters of the word of two or three that begins there; 0: none does.
    std::size_t word_at(std::size_t place) const {
        if (place + 1 >= text_.size()) return 0;
        const char32_t one = text_[place], other = text_[place + 1];
        if (beginnings_of_three.may_hold(one, other) && is_three(text_, place)) return 3;
        return pairs.may_hold(one, other) ? 2 : 0;
    }
    /// True where a word, or no word at all, begins: what stands before it is whole.
    /// `surely`: no word of one character, either.
    bool begins(std::size_t place, bool surely) const {
        constexpr std::u32string_view behind_words = U"等的和与及了";
        if (surely && is_word_character(place) &&
            (is_one_of(text_[place], behind_words) ||
             (alone_at(place) == Alone::often && word_at(place + 1) > 0)))
            return true;
        return !is_word_character(place) || (!surely && alone_at(place) != Alone::no) ||
               word_at(place) > 0;
    }
    void go_on(std::size_t characters) {
        before_ = place_;
        place_ += characters;
    }

    std::optional<NearMiss> near_miss();
    std::optional<NearMiss> twice() const;
    std::optional<NearMiss> of_two() const;
    std::optional<NearMiss> of_three(std::size_t begin) const;
    std::optional<NearMiss> of_term(std::size_t begin) const;

    std::u32string_view text_;
    std::size_t place_ = 0, before_ = 0;  // and where the word before it begins
    bool in_step_ = true;                 // a word, of whatever length, ends here
    bool behind_word_ = true;             // and it has two characters or is none
};

std::optional<NearMiss> Words::next() {
    while (place_ < text_.size()) {
        if (!is_common_han(text_[place_])) {
            go_on(1);
            before_ = place_;
            in_step_ = behind_word_ = true;
            continue;
        }
        if (const std::size_t characters = word_at(place_)) {
            go_on(characters);
            in_step_ = behind_word_ = true;
            continue;
        }
        if (in_step_) {
            if (const auto found = near_miss()) {
                before_ = place_ = found->end;
                behind_word_ = true;
                return found;
            }
        }
        in_step_ = alone_at(place_) != Alone::no;
        behind_word_ = false;
        go_on(1);
    }
    return std::nullopt;
}

std::optional<NearMiss> Words::near_miss() {
    if (!is_word_character(place_ + 1)) return std::nullopt;
    const auto clear = [&](const std::optional<NearMiss>& found) {
        return found && is_clear(text_, *found);
    };
    if (const auto found = twice()) return found;
    if (const auto found = of_two(); clear(found)) return found;
    if (alone_at(place_) != Alone::no) return std::nullopt;
    for (const std::size_t begin : {place_, before_}) {
        if (const auto found = of_three(begin); clear(found)) return found;
        if (const auto found = of_term(begin); clear(found)) return found;
        if (before_ == place_) break;
    }
    return std::nullopt;
}

/// True of words that are not rare anywhere: 水泵, no 查察.
bool is_likely(char32_t one, char32_t other) {
    constexpr int rare = 28;
    const auto word = likely::word_of(one, other);
    return word && word->cost < rare;
}

/// “督查察整改”: a character more than the word before has, alike to its last one. Equal
/// ones are told by check_doubled.
std::optional<NearMiss> Words::twice() const {
    const char32_t c = text_[place_];
    if (!behind_word_ || alone_at(place_) != Alone::no) return std::nullopt;
    const auto found = [&](std::size_t begin) {
        return NearMiss{begin, begin + 2, text_.substr(begin, 1), true};
    };
    // “抽排水泵”, “邀请青少年”: a word of other reports.
    if (place_ > 0 && (is_likely(text_[place_ - 1], c) ||
                       (place_ + 1 < text_.size() && is_likely(c, text_[place_ + 1]))))
        return std::nullopt;
    if (place_ > 1 && is_word_character(place_ - 1) && is_word_character(place_ - 2) &&
        text_[place_ - 2] != c && word_at(place_ + 1) > 0 && text_[place_ - 1] != c &&
        are_alike(text_[place_ - 1], c))
        return found(place_ - 1);
    return std::nullopt;
}

/// “工开” between 政务 and 工作.
std::optional<NearMiss> Words::of_two() const {
    const char32_t one = text_[place_], other = text_[place_ + 1];
    const Alone first = alone_at(place_), second = alone_at(place_ + 1);
    constexpr std::u32string_view places = U"乡镇村县市区路街";  // 民意乡
    if (one == other || first == Alone::always || second == Alone::always ||
        is_one_of(other, places))
        return std::nullopt;
    const bool words_alone = first != Alone::no || second != Alone::no;
    if ((words_alone && !behind_word_) || !begins(place_ + 2, words_alone)) return std::nullopt;
    const auto found = [&](std::size_t begin) {
        return NearMiss{place_, place_ + 2, words_of_two.substr(begin, 2)};
    };
    for (const ByCharacter& word : two_by<1>.of(other)) {
        if (word.key == other && are_alike(words_of_two[word.begin], one)) return found(word.begin);
    }
    for (const ByCharacter& word : two_by<0>.of(one)) {
        if (word.key == one && are_alike(words_of_two[word.begin + 1U], other))
            return found(word.begin);
    }
    for (const ByCharacter& word : two_by<0>.of(other)) {
        if (word.key == other && words_of_two[word.begin + 1U] == one) return found(word.begin);
    }
    return std::nullopt;
}

/// 公中号, 知情全.
std::optional<NearMiss> Words::of_three(std::size_t begin) const {
    if (begin + 3 > text_.size() || begin + 3 <= place_ || !begins(begin + 3, begin != place_))
        return std::nullopt;
    for (std::size_t slip = 0; slip < 3; ++slip) {
        const char32_t key =
            key_of(text_[slip == 0 ? begin + 1 : begin], text_[slip == 2 ? begin + 1 : begin + 2],
                   static_cast<char32_t>(slip));
        for (const ByCharacter& one : three_by.of(key)) {
            const auto word = words_of_three.substr(one.begin, 3);
            const bool office = slip == 2 && word[2] == U'局';  // 流动服务车
            if (one.key == key && !office && are_alike(word[slip], text_[begin + slip]))
                return NearMiss{begin, begin + 3, word};
        }
    }
    return std::nullopt;
}

/// 政府信公开, 信公息开.
std::optional<NearMiss> Words::of_term(std::size_t begin) const {
    if (begin + 3 > text_.size()) return std::nullopt;
    const char32_t key = key_of(text_[begin], text_[begin + 1], 0) ^ text_[begin + 2] * 0x9E37;
    for (const Damaged& one : damaged.of(key)) {
        if (one.key != key) continue;
        const std::u32string_view term = terms[one.term];
        const std::size_t size = term.size() - (one.swapped ? 0 : 1), end = begin + size;
        if (end > text_.size() || end <= place_ || !begins(end, false)) continue;
        std::size_t same = 0;
        while (same < size &&
               damaged_character(term, one.at, one.swapped, same) == text_[begin + same])
            ++same;
        if (same == size) return NearMiss{begin, end, term};
    }
    return std::nullopt;
}

/// True where the office's own name shows through: 通过|平度 is no slip for 过半.
bool is_of_name(std::u32string_view agency, std::u32string_view text, const NearMiss& miss) {
    const std::size_t begin = miss.begin > 0 ? miss.begin - 1 : 0;
    for (std::size_t i = begin; i < miss.end && i + 1 < text.size(); ++i) {
        if (has(agency, text.substr(i, 2))) return true;
    }
    return false;
}

/// True where another rule of the wording told of it.
bool is_told(const FieldText& text, const NearMiss& miss, const std::vector<Finding>& findings) {
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& one) {
        return one.where.field == text.field &&
               (one.rule == "W-26" || one.rule == "W-20" || one.rule == "W-27" ||
                one.rule == "W-14") &&
               std::cmp_less(one.where.offset, miss.end) &&
               std::cmp_less(miss.begin, one.where.offset + one.where.length);
    });
}

}  // namespace
}  // namespace nianbao::wording::near_misses

namespace nianbao::wording {

void check_near_misses(const Report& report, const FieldText& text,
                       std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    const std::u32string agency = to_utf32(report.agency);
    near_misses::Words words(whole);
    while (const auto miss = words.next()) {
        // A line that was cut by pasting ends within a word.
        const bool cut = (miss->begin > 0 && whole[miss->begin - 1] == U'\n') ||
                         (miss->end < whole.size() && whole[miss->end] == U'\n');
        if (cut || near_misses::is_told(text, *miss, findings) ||
            near_misses::is_of_name(agency, whole, *miss))
            continue;
        if (miss->twice) {
            const std::string both = to_utf8(whole.substr(miss->begin, miss->end - miss->begin));
            findings.push_back(finding_of("W-20", text.span(miss->begin, miss->end),
                                          fmt::format("“{}”多了一个字", both),
                                          "请删去一个字；确是两个词的，不必理会"));
            continue;
        }
        findings.push_back(
            doubt_of("W-26", text.span(miss->begin, miss->end),
                     fmt::format("“{}”可能应为“{}”",
                                 to_utf8(whole.substr(miss->begin, miss->end - miss->begin)),
                                 to_utf8(miss->right)),
                     "请核对；确是这样写的，不必改", {}));
    }
}

}  // namespace nianbao::wording
