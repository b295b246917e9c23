#include "text/numerals.hpp"

#include "text/character_set.hpp"
#include "text/digits.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace nianbao {
namespace {

constexpr int longest_number = 12, most_decimals = 4;
constexpr std::int64_t too_large = 1'000'000'000'000'000;

int han_digit(char32_t c) {
    constexpr std::u32string_view digits = U"〇一二三四五六七八九";
    if (c == U'零' || c == U'○') return 0;
    if (c == U'两') return 2;
    const auto at = digits.find(c);
    return at == digits.npos ? -1 : static_cast<int>(at);
}

/// 十 百 千: 1, 2, 3.
int han_power(char32_t c) { return c == U'十' ? 1 : c == U'百' ? 2 : c == U'千' ? 3 : 0; }

std::int64_t power_of_ten(int exponent) {
    std::int64_t power = 1;
    for (int i = 0; i < exponent; ++i) power *= 10;
    return power;
}

bool is_letter(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z'); }

/// What a number begins with, and a percentage in words.
constexpr CharacterFilter numeral_beginnings(
    U"0123456789０１２３４５６７８９〇零○一二两三四五六七八九十百千万半");

/// Walks over one number; nothing where none begins here.
class Scanner {
public:
    explicit Scanner(std::u32string_view text) : text_(text) {}

    char32_t at(std::size_t i) const { return i < text_.size() ? text_[i] : U'\0'; }

    /// Digits with thousands commas and decimals, from `i` on, which is moved behind
    /// them.
    std::optional<Numeral> arabic(std::size_t& i) const {
        if (digit_value(at(i)) < 0) return std::nullopt;
        std::size_t n = i;
        int count = 0;
        std::int64_t value = 0;
        const auto take = [&] {
            value = count < longest_number ? value * 10 + digit_value(at(n)) : value;
            ++count;
            ++n;
        };
        while (digit_value(at(n)) >= 0) take();
        if (count <= 3) {
            while (is_group(n)) {
                ++n;
                for (int k = 0; k < 3; ++k) take();
            }
        }
        int decimals = 0;
        if ((at(n) == U'.' || at(n) == U'．') && digit_value(at(n + 1)) >= 0) {
            ++n;
            while (digit_value(at(n)) >= 0) {
                take();
                ++decimals;
            }
        }
        const std::size_t begin = i;
        i = n;
        if (count > longest_number || decimals > most_decimals) return std::nullopt;
        Numeral numeral;
        numeral.digits_begin = static_cast<int>(begin);
        numeral.value = {value, decimals};
        numeral.last_digit = -decimals;
        return numeral;
    }

    /// 一百二十三, 三千零五, 二〇二三, 十二, 三点五; from `i` on, which is moved behind
    /// it. Estimates are no numbers: 二三十, 十二三, 七八.
    std::optional<Numeral> han(std::size_t& i) const {
        std::size_t n = i;
        std::int64_t total = 0;
        int pending = -1, count = 0, last = 0;
        bool listed = false;
        std::int64_t list = 0;
        for (;; ++n) {
            const char32_t c = at(n);
            if (const int digit = han_digit(c); digit >= 0) {
                if (pending >= 0 && pending != 0) listed = true;
                list = list * 10 + digit;
                pending = digit;
                last = 0;
            } else if (const int power = han_power(c); power > 0) {
                if (listed || (pending < 0 && (count > 0 || power != 1))) break;
                total += (pending <= 0 ? 1 : pending) * power_of_ten(power);
                pending = -1;
                last = power;
            } else {
                break;
            }
            if (++count > longest_number) break;
        }
        if (count == 0) return std::nullopt;
        const std::size_t begin = i;
        i = n;
        if (count > longest_number) return std::nullopt;
        const bool two = count == 2 && list > 10 && list % 10 != 0;
        if (listed && (total > 0 || two || han_power(at(n)) > 0)) {
            while (han_digit(at(i)) >= 0 || han_power(at(i)) > 0) ++i;
            return std::nullopt;
        }
        if (total == 0 && count > 1) listed = true;  // 二〇二三, 〇三
        Numeral numeral;
        numeral.han = true;
        numeral.digits_begin = static_cast<int>(begin);
        numeral.value = {listed ? list : total + std::max(pending, 0), 0};
        numeral.last_digit = listed || pending >= 0 ? 0 : last;
        if (at(i) == U'点' && han_digit(at(i + 1)) >= 0) {
            ++i;
            while (han_digit(at(i)) >= 0 && numeral.value.decimals < most_decimals) {
                numeral.value.digits = numeral.value.digits * 10 + han_digit(at(i++));
                ++numeral.value.decimals;
            }
            numeral.last_digit = -numeral.value.decimals;
        }
        return numeral;
    }

    bool ends_with(std::size_t end, std::u32string_view word) const {
        return end >= word.size() && text_.substr(end - word.size(), word.size()) == word;
    }

private:
    /// A comma and exactly three digits.
    bool is_group(std::size_t n) const {
        if (at(n) != U',' && at(n) != U'，') return false;
        if (at(n) == U'，' && digit_value(at(n - 1)) == static_cast<int>(at(n - 1) - U'0'))
            return false;  // a comma of the sentence: 123，456
        return digit_value(at(n + 1)) >= 0 && digit_value(at(n + 2)) >= 0 &&
               digit_value(at(n + 3)) >= 0 && digit_value(at(n + 4)) < 0;
    }

    std::u32string_view text_;
};

bool is_among(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

/// What goes on from 半: 近半年 is no half of anything.
constexpr std::u32string_view behind_half = U"年月天小日个载路程成";

/// 六成, 八成五, 一半, 三分之二: a Chinese numeral that is a share with what stands behind
/// it at `i`, which is moved behind that.
void read_share(const Scanner& in, std::size_t& i, Numeral& numeral) {
    constexpr std::u32string_view behind_become =
        U"为功立果员本效都长绩交熟就因分品型套形人语文年不对批群片家名";
    constexpr int tenth = 10, part = 6, exact = 2;  // points of percent
    if (!numeral.han || numeral.value.decimals > 0) return;
    const std::int64_t value = numeral.value.digits;
    if (in.at(i) == U'成' && value > 0 && value < 10 && !is_among(in.at(i + 1), behind_become)) {
        numeral.value.digits = 10 * value;
        numeral.last_digit = 1;
        numeral.rough = tenth;
        ++i;
        if (const int half = han_digit(in.at(i)); half > 0 && han_digit(in.at(i + 1)) < 0) {
            numeral.value.digits += half;
            numeral.last_digit = 0;
            numeral.rough = exact;
            ++i;
        }
    } else if (in.at(i) == U'半' && value == 1 && !is_among(in.at(i + 1), behind_half)) {
        numeral.value.digits = 50;
        numeral.rough = part;
        ++i;
    } else if (in.at(i) == U'分' && in.at(i + 1) == U'之' && value > 1 && value <= 10) {
        std::size_t next = i + 2;
        const auto share = in.han(next);
        if (!share || share->value.decimals > 0 || share->value.digits == 0 ||
            share->value.digits >= value)
            return;
        numeral.value = {(2000 * share->value.digits + value) / (2 * value), 1};
        numeral.last_digit = -1;
        numeral.rough = part;
        i = next;
    }
    numeral.percent = numeral.percent || numeral.rough > 0;
}

/// 过半, 近半, 半数: where 半 stands.
std::optional<Numeral> half_at(const Scanner& in, std::size_t& i) {
    const std::size_t begin = i;
    const bool number = in.at(i + 1) == U'数';
    const bool over = in.ends_with(i, U"过") && !in.ends_with(i, U"通过") &&
                      !in.ends_with(i, U"经过") && !in.ends_with(i, U"不过");
    const bool hedged =
        over || in.ends_with(i, U"近") || in.ends_with(i, U"超") || in.ends_with(i, U"逾");
    if (!number && (!hedged || is_among(in.at(i + 1), behind_half))) return std::nullopt;
    i += number ? 2 : 1;
    Numeral numeral;
    numeral.digits_begin = static_cast<int>(begin);
    numeral.value = {50, 0};
    numeral.han = numeral.percent = true;
    numeral.rough = 6;
    return numeral;
}

/// 万, 亿 and 万亿 behind a number.
void scale(const Scanner& in, std::size_t& i, Numeral& numeral) {
    for (;;) {
        // “3万余”: the hedge may stand between a number and nothing else, so it is looked
        // for by the caller
        const int power = in.at(i) == U'万' ? 4 : in.at(i) == U'亿' ? 8 : 0;
        if (power == 0 || numeral.value.digits >= too_large / power_of_ten(power)) return;
        const int taken = std::min(power, numeral.value.decimals);
        numeral.value.decimals -= taken;
        numeral.value.digits *= power_of_ten(power - taken);
        numeral.last_digit += power;
        numeral.scaled = true;
        ++i;
        if (numeral.han) {  // 三万五千: the rest is added
            std::size_t next = i;
            if (const auto rest = in.han(next); rest && rest->value.digits > 0 &&
                                                rest->value.decimals == 0 &&
                                                rest->value.digits < power_of_ten(power)) {
                numeral.value.digits += rest->value.digits * power_of_ten(numeral.value.decimals);
                numeral.last_digit = rest->last_digit;
                i = next;
            }
        }
    }
}

struct HedgeWord {
    std::u32string_view word;
    Hedge hedge;
};

constexpr HedgeWord before[] = {
    {U"大约", Hedge::about}, {U"将近", Hedge::less}, {U"接近", Hedge::less}, {U"超过", Hedge::more},
    {U"多达", Hedge::none},  {U"近", Hedge::less},   {U"约", Hedge::about},  {U"逾", Hedge::more},
    {U"超", Hedge::more},    {U"不足", Hedge::less}, {U"不到", Hedge::less}};
constexpr HedgeWord after[] = {{U"余", Hedge::more}, {U"多", Hedge::more}, {U"来", Hedge::about}};
constexpr HedgeWord far_after[] = {
    {U"左右", Hedge::about}, {U"上下", Hedge::about}, {U"以上", Hedge::more}};

}  // namespace

std::vector<Numeral> find_numerals(std::u32string_view text) {
    std::vector<Numeral> found;
    const Scanner in(text);
    for (std::size_t i = 0; i < text.size();) {
        if (!numeral_beginnings.may_hold(text[i])) {
            ++i;
            continue;
        }
        const bool part = in.at(i) == U'百' || in.at(i) == U'千' || in.at(i) == U'万';
        if (part && text.substr(i + 1, 2) == U"分之") {
            std::size_t next = i + 3;
            auto numeral = in.arabic(next);
            if (!numeral) numeral = in.han(next);
            if (numeral && in.at(i) != U'万') {
                if (in.at(i) == U'千') {
                    ++numeral->value.decimals;
                    --numeral->last_digit;
                }
                numeral->percent = true;
                numeral->begin = static_cast<int>(i);
                numeral->end = static_cast<int>(next);
                found.push_back(*numeral);
            }
            i = std::max(next, i + 3);
            continue;
        }
        const std::size_t begin = i;
        auto numeral = in.at(i) == U'半' ? half_at(in, i) : in.arabic(i);
        if (!numeral && i == begin) numeral = in.han(i);
        if (numeral) read_share(in, i, *numeral);
        if (i == begin) {
            ++i;
            continue;
        }
        const bool lettered = is_letter(in.at(i)) || (begin > 0 && is_letter(in.at(begin - 1)));
        if (!numeral || lettered) continue;

        const auto hedge_behind = [&] {
            for (const auto& [word, hedge] : after) {
                if (numeral->hedge != Hedge::none || text.substr(i, word.size()) != word) continue;
                numeral->hedge = hedge;
                i += word.size();
            }
        };
        hedge_behind();
        scale(in, i, *numeral);
        hedge_behind();
        if (in.at(i) == U'%' || in.at(i) == U'％' || in.at(i) == U'‰') {
            if (in.at(i) == U'‰') {
                ++numeral->value.decimals;
                --numeral->last_digit;
            }
            numeral->percent = true;
            ++i;
        }
        numeral->begin = static_cast<int>(begin);
        for (const auto& [word, hedge] : before) {
            if (numeral->hedge != Hedge::none || !in.ends_with(begin, word)) continue;
            numeral->hedge = hedge;
            numeral->begin -= static_cast<int>(word.size());
            break;
        }
        if (numeral->rough > 0 && numeral->hedge == Hedge::none && in.ends_with(begin, U"过")) {
            numeral->hedge = Hedge::more;
            --numeral->begin;
        }
        for (const auto& [word, hedge] : far_after) {
            for (std::size_t unit = 0; unit <= 1; ++unit) {
                if (numeral->hedge == Hedge::none && i + unit <= text.size() &&
                    text.substr(i + unit, word.size()) == word)
                    numeral->hedge = hedge;
            }
        }
        numeral->end = static_cast<int>(i);
        found.push_back(*numeral);
    }
    return found;
}

bool may_be_written(const Amount& exact, const Numeral& written) {
    const Amount& value = written.value;
    const auto wide = [&](const Amount& amount) {  // too many digits to be set beside the
                                                   // other: no figure of a report is
        const int decimals = std::max(exact.decimals, value.decimals);
        return amount.digits / 100 >= power_of_ten(15 - (decimals - amount.decimals));
    };
    if (wide(exact) || wide(value)) return false;
    if (written.hedge == Hedge::none && !written.scaled) return exact == value;

    // One unit of the last digit that is not zero: 3000 stands for thousands, 3100 for
    // hundreds, 3.5万 for thousands.
    const auto place = [](int exponent) {
        return exponent >= 0 ? Amount{power_of_ten(exponent), 0} : Amount{1, -exponent};
    };
    Amount step = place(written.last_digit);
    if (written.hedge != Hedge::none && value.decimals == 0 && value.digits > 0) {
        for (std::int64_t digits = value.digits / std::max<std::int64_t>(step.digits, 1);
             digits % 10 == 0; digits /= 10)
            step.digits *= 10;
    }
    const auto tenth = [](Amount amount) {
        ++amount.decimals;
        return amount;
    };
    const Amount lowest = value - step, highest = value + step;
    switch (written.hedge) {
        case Hedge::none:
            return compare(exact, lowest) > 0 && compare(exact, highest) < 0;
        case Hedge::more:
            return compare(exact, value) >= 0 && compare(exact, highest) < 0;
        case Hedge::less:
            return compare(exact, lowest) >= 0 && compare(exact, value) <= 0;
        case Hedge::about: {
            const Amount room = compare(step, tenth(value)) > 0 ? step : tenth(value);
            return compare(exact, value - room) >= 0 && compare(exact, value + room) <= 0;
        }
    }
    return false;
}

}  // namespace nianbao
