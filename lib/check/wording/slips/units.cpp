// W-29: the units of what is counted.
#include "check/wording/slips/units.hpp"

#include "check/rules.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace nianbao::wording {
namespace {

/// What stands between a noun and its number, or between a number and its unit.
constexpr CharacterSet before_number(U"共计为约达了近仅各总数量：:有合 ");
constexpr CharacterSet before_unit(U"万亿余多 ");

/// The nouns' ends, and all the units that are wrong for one.
constexpr auto last_of_nouns = [] {
    CharacterFilter all;
    for (const Measured& one : measured)
        all = all | CharacterFilter(one.noun.substr(one.noun.size() - 1));
    return all;
}();
constexpr CharacterSet units(U"件条次篇份人宗元个");

/// The row whose noun ends there and whose wrong unit that is; null: none.
const Measured* row_of(std::u32string_view whole, std::size_t end, char32_t unit) {
    const std::u32string_view before = whole.substr(0, end);
    const auto found =
        std::find_if(std::begin(measured), std::end(measured), [&](const Measured& one) {
            return before.ends_with(one.noun) && is_one_of(unit, one.wrong) &&
                   (one.sentence.empty() ||
                    has(sentence_around(whole, end - 1).of(whole), one.sentence));
        });
    return found == std::end(measured) ? nullptr : &*found;
}

}  // namespace

void check_units(const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    for (std::size_t place = 0; place < whole.size(); ++place) {
        if (!is_any_digit(whole[place])) continue;
        const std::size_t begin = place;
        while (place < whole.size() &&
               (is_any_digit(whole[place]) || is_one_of(whole[place], U".,，．")) &&
               (is_any_digit(whole[place]) || is_any_digit(at(whole, place + 1))))
            ++place;
        std::size_t unit = place;
        while (before_unit.has(at(whole, unit))) ++unit;
        const char32_t next = at(whole, unit + 1);
        // 5条措施, 12件次: it is a unit of something else, or no unit by itself.
        if (!units.has(at(whole, unit)) || (is_han(next) && !is_one_of(next, U"和及与均已全")))
            continue;
        std::size_t noun = begin;
        while (noun > 0) {
            if (last_of_nouns.may_hold(whole[noun - 1])) {
                const Measured* const row = row_of(whole, noun, whole[unit]);
                if (row != nullptr) {
                    findings.push_back((row->custom ? advice_of : doubt_of)(
                        "W-29", text.span(begin, unit + 1),
                        fmt::format("“{}”的单位通常是“{}”，这里写作“{}”", to_utf8(row->noun),
                                    to_utf8(row->right),
                                    to_utf8(whole.substr(begin, unit + 1 - begin))),
                        "请核对数和单位", {}));
                    break;
                }
            }
            if (!before_number.has(whole[noun - 1])) break;
            --noun;
        }
    }
}

}  // namespace nianbao::wording
