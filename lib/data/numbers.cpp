#include "data/numbers.hpp"

#include "data/rules.hpp"
#include "data/values.hpp"
#include "notation/text_map.hpp"
#include "text/digits.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::data {

using notation::leading_blank;
using notation::trailing_blank;

namespace {

constexpr std::string_view most_count = "999,999,999,999";
constexpr std::size_t most_whole_digits = 12, most_decimals = 6;

std::size_t leading_digits(std::string_view text) {
    return std::find_if_not(text.begin(), text.end(), [](char c) { return is_digit(c); }) -
           text.begin();
}

/// True if commas part the whole part into groups of three digits, and there are no
/// others.
bool grouped(std::string_view text) {
    const std::string_view whole = text.substr(0, text.find('.'));
    const std::size_t first = whole.find(',');
    if (first == whole.npos || first == 0 || first > 3 || text.find(',', whole.size()) != text.npos)
        return false;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const bool comma = i >= first && (i - first) % 4 == 0;
        if (comma ? whole[i] != ',' : !is_digit(whole[i])) return false;
    }
    return (whole.size() - first) % 4 == 0;
}

Number refused(std::string_view rule, std::string message, std::string hint = {}) {
    return {{}, rule, std::move(message), std::move(hint)};
}

std::string without_zeros(std::string_view digits) {
    while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
    return std::string(digits);
}

/// Says why a text is refused that Amount cannot parse, or that is no count. `typed`: as
/// in the file; `text`: narrowed, without commas.
Number refuse(std::string_view typed, std::string_view text, Measure measure) {
    const std::string_view code = rule("D-12");
    const std::string quoted = fmt::format("“{}”", shown(typed));
    const bool count = measure == Measure::count || measure == Measure::change;
    const char sign = text.front();
    std::string_view body = sign == '-' || sign == '+' ? text.substr(1) : text;
    const std::size_t whole = leading_digits(body);
    if (whole == 0) {
        if (body.starts_with('.') && leading_digits(body.substr(1)) + 1 == body.size() &&
            body.size() > 1)
            return refused(code, quoted + "小数点前面没有数字",
                           count ? "" : fmt::format("写成 {}", shown("0" + std::string(body))));
        return refused(code, quoted + "不是数",
                       measure == Measure::change ? "写成 +3、-2 或 0" : "只写阿拉伯数字");
    }
    std::string_view fraction, rest = body.substr(whole);
    if (rest.starts_with('.')) {
        fraction = rest.substr(1, leading_digits(rest.substr(1)));
        rest.remove_prefix(1 + fraction.size());
    }
    const std::string digits = without_zeros(body.substr(0, whole));
    const bool zeros =
        std::all_of(fraction.begin(), fraction.end(), [](char c) { return c == '0'; });
    if (!rest.empty()) {
        const std::string_view power = rest.substr(
            1, rest.substr(1).starts_with('-') || rest.substr(1).starts_with('+') ? 1 : 0);
        const std::string_view exponent = rest.substr(1 + power.size());
        if ((rest.front() == 'e' || rest.front() == 'E') && !exponent.empty() &&
            leading_digits(exponent) == exponent.size())
            return refused(code, quoted + "是科学记数法", "把数完整地写出来");
        if (rest.starts_with("（") || rest.starts_with("(")) {
            Number number = refused(code, quoted + "里有说明");
            number.remarked = shown(body.substr(0, body.size() - rest.size()));
            return number;
        }
        if (rest.front() == ',') return refused(code, quoted + "里的逗号不在千位上", "去掉逗号");
        if (measure == Measure::money)
            return refused(code, quoted + "不是写了单位的数", "数后面写 元 或 万元");
        return refused(code, quoted + "不只是数字", "只写数字，不写单位和别的字");
    }
    if (digits.size() > most_whole_digits)
        return refused(rule("D-03"), fmt::format("{}超过上限 {}", quoted, most_count));
    if (sign == '-' && digits == "0" && zeros) return refused(code, quoted + "带负号", "写成 0");
    if (sign == '-') return refused(code, quoted + "是负数", count ? "件数从 0 起" : "金额从 0 起");
    if (sign == '+') return refused(code, quoted + "带加号", fmt::format("写成 {}", shown(body)));
    if (whole > 1 && body.front() == '0')
        return refused(code, quoted + "前面有多余的 0",
                       fmt::format("写成 {}", shown(digits + std::string(body.substr(whole)))));
    if (body.ends_with('.'))
        return refused(code, quoted + "小数点后面没有数字", fmt::format("写成 {}", digits));
    if (count)
        return refused(code, quoted + "是小数，这里应是整数",
                       zeros ? fmt::format("写成 {}", digits) : "");
    return refused(rule("D-03"), fmt::format("{}的小数超过 {} 位", quoted, most_decimals));
}

/// Removes the sign of a change, and returns it.
std::string take_sign(std::string& text) {
    if (!text.starts_with('+') && !text.starts_with('-')) return {};
    const std::string sign = text.substr(0, 1);
    text.erase(0, 1);
    return sign;
}

/// Removes 元 or 万元, and the blanks before it, from a sum of money. Returns the unit.
std::string_view take_unit(std::string& text) {
    for (std::string_view unit : {"万元", "元"}) {
        if (!text.ends_with(unit)) continue;
        text.resize(text.size() - unit.size());
        while (const std::size_t bytes = trailing_blank(text)) text.resize(text.size() - bytes);
        return unit;
    }
    return {};
}

Number changed(std::string_view typed, const std::string& sign, const Amount& amount) {
    if (!sign.empty() && amount.digits == 0)
        return refused(rule("D-12"), fmt::format("“{}”带正负号", shown(typed)), "写成 0");
    return {Amount{sign == "-" ? -amount.digits : amount.digits, 0},
            {},
            {},
            {},
            sign + amount.to_string()};
}

/// A sum of money in 元, printed with the unit it was typed with. Zero needs no unit.
Number with_unit(std::string_view typed, const std::string& plain, std::string_view unit,
                 const Amount& amount) {
    if (unit.empty() && amount.digits == 0) return {amount, {}, {}, {}};
    if (unit.empty())
        return refused(rule("D-12"), fmt::format("“{}”没有写单位", shown(typed)),
                       fmt::format("写成 {}元 或 {}万元", plain, plain));
    Amount yuan = amount;
    for (int place = 0; unit == "万元" && place < 4; ++place) {
        if (yuan.decimals > 0) --yuan.decimals;
        else yuan.digits *= 10;
    }
    if (compare(yuan, {999'999'999'999, 0}) > 0)
        return refused(rule("D-03"), fmt::format("“{}”超过上限 {} 元", shown(typed), most_count));
    return {yuan, {}, {}, {}, plain + std::string(unit)};
}

}  // namespace

std::string narrowed(std::string_view text, bool& any) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode_at(text, at);
        const char32_t c = next.character.value_or(U'\uFFFD');
        const bool wide = (c >= U'０' && c <= U'９') || c == U'．' || c == U'，' || c == U'－' ||
                          c == U'＋' || c == U'−';
        any = any || wide;
        append_utf8(out, c == U'−' ? U'-' : wide ? c - 0xFEE0 : c);
        at += next.bytes;
    }
    return out;
}

bool says_nothing(std::string_view text) {
    constexpr std::string_view nothings[] = {"",  "-", "—",  "——", "–",  "－",
                                             "−", "/", "／", "无", "空", "\\"};
    return std::find(std::begin(nothings), std::end(nothings), text) != std::end(nothings);
}

Number parse_number(std::string_view text, Measure measure) {
    const std::size_t typed = text.size();
    while (const std::size_t bytes = leading_blank(text)) text.remove_prefix(bytes);
    while (const std::size_t bytes = trailing_blank(text)) text.remove_suffix(bytes);
    const bool blanks = text.size() < typed;
    if (says_nothing(text))
        return refused(rule("D-11"),
                       text.empty() ? "是空白，空白不是 0" : fmt::format("“{}”不是 0", text),
                       "没有就写 0");
    bool wide = false;
    std::string plain = narrowed(text, wide);
    const std::string_view unit = measure == Measure::money ? take_unit(plain) : std::string_view{};
    const std::string sign = measure == Measure::change ? take_sign(plain) : std::string{};
    const bool commas = grouped(plain);
    if (commas) std::erase(plain, ',');
    const std::optional<Amount> amount = Amount::parse(plain);
    const bool whole = measure == Measure::count || measure == Measure::change;
    if (!amount || (whole && amount->decimals > 0))
        return refuse(text, plain.empty() ? std::string(text) : plain, measure);
    Number number{amount, {}, {}, {}};
    if (measure == Measure::change) number = changed(text, sign, *amount);
    if (measure == Measure::money) number = with_unit(text, plain, unit, *amount);
    if (number.amount && number.text == number.amount->to_string()) number.text.clear();
    if (number.amount && blanks) number.plainly = text;
    if (number.amount && (wide || commas)) {
        const std::string read = sign + plain + std::string(unit);
        number.plainly = read;
        number.rule = rule("D-13");
        number.message = fmt::format(
            "“{}”{}，读作 {}", text,
            wide ? (commas ? "是全角数字并有千分位逗号" : "是全角数字") : "有千分位逗号", read);
        number.hint = fmt::format("写成 {}", read);
    }
    return number;
}

}  // namespace nianbao::data
