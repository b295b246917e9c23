#include "recognise/cell/number.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace nianbao::recognise {
namespace {

using notation::without_blanks;

bool is_digit_of_either_width(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９');
}

/// True for what a number may be typed with, in either width.
bool belongs_to_number(char32_t c) {
    return is_digit_of_either_width(c) || c == U'.' || c == U'．' || c == U',' || c == U'，' ||
           c == U'+' || c == U'-' || c == U'＋' || c == U'－';
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

constexpr std::string_view counting_units[] = {"件", "个", "项", "宗", "次", "起", "条"};

/// True for what is no remark: another number, a question, a unit that fits no cell.
bool doubts(std::string_view remark) {
    const std::u32string all = to_utf32(without_blanks(remark));
    const bool number = (all.empty() || is_digit_of_either_width(all.front())) &&
                        std::all_of(all.begin(), all.end(), [](char32_t c) {
                            return belongs_to_number(c) || std::u32string_view(U" 　？?").find(c) !=
                                                               std::u32string_view::npos;
                        });
    return number || all.find_first_of(U"？?") != std::u32string::npos || remark == "万件";
}

bool is_unit(std::string_view text) {
    return text == "元" || text == "万元" ||
           std::find(std::begin(counting_units), std::end(counting_units), text) !=
               std::end(counting_units);
}

}  // namespace

std::vector<Amount> parts_listed(std::string_view remark) {
    if (!remark.starts_with("其中") && !remark.starts_with("含")) return {};
    std::vector<Amount> parts;
    while (!remark.empty()) {
        const std::size_t first = remark.find_first_of("0123456789");
        if (first == remark.npos) return {};
        // Years and numbers of documents are none of its parts.
        remark.remove_prefix(first);
        const std::size_t length = std::min(remark.find_first_not_of("0123456789."), remark.size());
        const std::optional<Amount> part = Amount::parse(remark.substr(0, length));
        if (!part) return {};
        parts.push_back(*part);
        remark.remove_prefix(length);
        for (const std::string_view unit : counting_units) {
            if (remark.starts_with(unit)) remark.remove_prefix(unit.size());
        }
        if (remark.empty()) break;
        const auto begins = [&](std::string_view mark) { return remark.starts_with(mark); };
        constexpr std::string_view marks[] = {"、", "，", "；", ",", ";"};
        if (std::none_of(std::begin(marks), std::end(marks), begins)) return {};
    }
    return parts;
}

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

NumberText taken_apart(std::string_view text, Measure measure) {
    const std::string_view typed = without_blanks(text);
    NumberText apart{typed, {}, {}};
    std::string_view body = typed;
    std::string_view remark = take_remark(body);
    const std::size_t length = number_length(body);
    if (length == 0) return apart;
    const std::string_view number = body.substr(0, length);
    std::string_view unit = without_blanks(body.substr(length));
    if (body.size() < typed.size() && doubts(remark)) {
        apart.doubtful = true;
        return apart;
    }
    // A unit in brackets is one all the same.
    if (unit.empty() && is_unit(remark)) unit = std::exchange(remark, {});
    if (measure == Measure::money) {
        // The unit is a part of such a number, if it stands right behind it.
        if (unit.empty() || (body.ends_with(unit) && (unit == "元" || unit == "万元"))) {
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
