#include "recognise/number.hpp"

#include "nianbao/amount.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>

namespace nianbao::recognise {
namespace {

using notation::without_blanks;

/// True for what a number may be typed with, in either width.
bool belongs_to_number(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９') || c == U'.' || c == U'．' ||
           c == U',' || c == U'，' || c == U'+' || c == U'-' || c == U'＋' || c == U'－';
}

/// How long the number is that a text begins with.
std::size_t number_length(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const Decoded next = decode_at(text, at);
        if (!next.character || !belongs_to_number(*next.character)) break;
        at += next.bytes;
    }
    return at;
}

/// The remark in brackets at the end of a text, which is cut off.
std::string_view take_remark(std::string_view& text) {
    for (const auto& [open, close] :
         {std::pair{"（", "）"}, std::pair{"(", ")"}, std::pair{"（", ")"}, std::pair{"(", "）"}}) {
        const std::string_view begin = open, end = close;
        const std::size_t at = text.find(begin);
        if (at == text.npos || !text.ends_with(end)) continue;
        const std::size_t from = at + begin.size();
        if (text.size() - end.size() < from) continue;
        const std::string_view remark = text.substr(from, text.size() - end.size() - from);
        text = without_blanks(text.substr(0, at));
        return remark;
    }
    return {};
}

/// 元 as 万元; empty if it takes more decimals than an amount has.
std::string in_ten_thousands(std::string_view yuan) {
    std::optional<Amount> amount = Amount::parse(yuan);
    if (!amount) return {};
    amount->decimals += 4;
    while (amount->decimals > 0 && amount->digits % 10 == 0) {
        amount->digits /= 10;
        --amount->decimals;
    }
    const std::string text = amount->to_string();
    return Amount::parse(text) ? text : std::string();
}

constexpr std::string_view counting_units[] = {"件", "个", "项", "宗", "次", "起", "条"};

}  // namespace

NumberText taken_apart(std::string_view text, Measure measure) {
    const std::string_view typed = without_blanks(text);
    NumberText apart{typed, {}, {}};
    std::string_view body = typed;
    const std::string_view remark = take_remark(body);
    const std::size_t length = number_length(body);
    if (length == 0) return apart;
    const std::string_view number = body.substr(0, length);
    const std::string_view unit = without_blanks(body.substr(length));
    if (measure == Measure::money) {
        if (unit.empty() || unit == "元" || unit == "万元") {
            apart.number = body;
            apart.remark = remark;
        }
        return apart;
    }
    const bool counted = std::find(std::begin(counting_units), std::end(counting_units), unit) !=
                         std::end(counting_units);
    const bool fits = unit.empty() || (measure == Measure::amount ? unit == "万元" : counted);
    if (fits) return {number, unit, remark};
    if (measure == Measure::amount && unit == "元") {
        std::string converted = in_ten_thousands(number);
        if (!converted.empty()) return {number, unit, remark, std::move(converted)};
    }
    return apart;
}

}  // namespace nianbao::recognise
