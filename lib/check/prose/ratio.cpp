#include "check/prose/ratio.hpp"

#include <algorithm>
#include <cstdint>

namespace nianbao::prose {
namespace {

using Wide = long double;  // 64 bits of mantissa: counts of up to 12 digits and their
                           // percentages to 4 decimals are told apart

Wide number(const Amount& amount) {
    Wide value = static_cast<Wide>(amount.digits);
    for (int i = 0; i < amount.decimals; ++i) value /= 10;
    return value;
}

Wide unit_of(const Numeral& said) {
    Wide unit = 1;
    for (int i = 0; i < said.value.decimals; ++i) unit /= 10;
    return unit;
}

/// 六成, 一半: half as much below as above, as such words are cut rather than rounded; where
/// they are a bound (过半, 三成以上), the bound is kept.
bool near_words(Wide exact, const Numeral& said) {
    constexpr int tenth = 10;
    const Wide value = number(said.value), room = said.rough, crumb = Wide{1} / 1000000;
    switch (said.hedge) {
        case Hedge::none:
            return exact > value - room / 2 + crumb && exact < value + room - crumb;
        case Hedge::more:
            return exact >= value - crumb && (said.rough != tenth || exact < value + 2 * room);
        case Hedge::less:
            return exact <= value + crumb &&
                   exact > value - (said.rough == tenth ? room : 2 * room);
        case Hedge::about:
            return exact > value - room && exact < value + room;
    }
    return false;
}

bool near(Wide exact, const Numeral& said) {
    if (said.rough > 0) return near_words(exact, said);
    const Wide unit = unit_of(said), value = number(said.value), crumb = unit / 1000000;
    switch (said.hedge) {
        case Hedge::none:
            return exact > value - unit + crumb && exact < value + unit - crumb;
        case Hedge::more:
            return exact >= value - crumb && exact < value + 10 * unit;
        case Hedge::less:
            return exact <= value + crumb && exact > value - 10 * unit;
        case Hedge::about:
            return exact > value - 10 * unit && exact < value + 10 * unit;
    }
    return false;
}

}  // namespace

bool is_ratio(const Amount& part, const Amount& whole, const Numeral& said) {
    return whole.digits > 0 && near(number(part) * 100 / number(whole), said);
}

bool is_multiple(const Amount& part, const Amount& whole, const Numeral& said) {
    if (whole.digits <= 0) return false;
    const Wide exact = number(part) / number(whole);
    // 2倍 is rounded or cut, but never 1.25倍.
    if (said.hedge == Hedge::none && said.value.decimals == 0 &&
        exact < number(said.value) - Wide{1} / 2)
        return false;
    return near(exact, said);
}

std::string ratio_text(const Amount& part, const Amount& whole, const Numeral& said) {
    const int decimals = std::max(1, std::min(said.value.decimals, 4));
    Wide scaled = number(part) * 100 / number(whole);
    for (int i = 0; i < decimals; ++i) scaled *= 10;
    return Amount{static_cast<std::int64_t>(scaled + Wide{1} / 2), decimals}.to_string();
}

}  // namespace nianbao::prose
