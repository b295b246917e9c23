// W-05: by which order 条例 was made, and what is called 《条例》 for short.
#include "check/rules.hpp"
#include "check/wording/documents.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace nianbao::wording {
namespace {

constexpr int order_of_regulations = 711, order_of_2007 = 492;

void tell_order(const FieldText& text, std::size_t begin, std::size_t end, std::string message,
                std::vector<Finding>& findings) {
    const auto known = [&](const Finding& one) {
        return one.rule == "W-05" && one.where.field == text.field;
    };
    if (std::any_of(findings.begin(), findings.end(), known)) return;
    findings.push_back(doubt_of("W-05", text.span(begin, end), std::move(message), "请核对文号"));
}

/// 国务院令第592号, 国务院发第711号, 国务院第711号公告: where the introduction names what the
/// report rests on.
void check_numbers_of_orders(const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    for (std::size_t place = whole.find(U"第"); place != whole.npos;
         place = whole.find(U"第", place + 1)) {
        Scanner scanner{whole, place + 1};
        scanner.blanks();
        const auto number = scanner.number(3);
        if (!number || *number < 100 || !scanner.take(U"号")) continue;
        const std::size_t from = place > 6 ? place - 6 : 0;
        const auto before = whole.substr(from, place - from);
        const std::size_t council =
            std::max(before.rfind(U"国务院") + 1, before.rfind(U"国令") + 1);
        if (council == 0) continue;
        const auto sentence = sentence_around(whole, place).of(whole);
        if (!has(sentence, U"信息公开条例") ||
            has_any(sentence, {U"取代", U"替代", U"修订", U"原"}))
            continue;
        const std::size_t begin = from + council - 1;
        const std::string said = to_utf8(whole.substr(begin, scanner.place - begin));
        if (*number != order_of_regulations && *number != order_of_2007)
            tell_order(text, begin, scanner.place,
                       fmt::format("《政府信息公开条例》的文号是国务院令第711号，这里是“{}”", said),
                       findings);
        else if (!is_one_of(before.back(), U"令 "))
            tell_order(text, begin, scanner.place,
                       fmt::format("“{}”应为“国务院令第711号”：条例由国务院令公布", said),
                       findings);
    }
}

/// 国办公开办函〔2021〕30号（国务院令第711号）: a notice is no order.
void check_conflated(const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    for (std::size_t place = whole.find(U"30号"); place != whole.npos;
         place = whole.find(U"30号", place + 3)) {
        const auto near = whole.substr(place + 3, 14);
        const std::size_t order = near.find(U"国务院令");
        if (order == near.npos ||
            has_any(near.substr(0, order), {U"《", U"条例", U"和", U"及", U"、"}))
            continue;
        tell_order(text, place, place + 3 + order + 4,
                   "国办公开办函〔2021〕30号是通知，不是国务院令；国务院令第711号公布的是条例",
                   findings);
    }
}

/// 《中华人民共和国保守国家秘密法》（以下简称《条例》）.
void check_short_name(const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    for (const std::u32string_view words : {U"简称《条例》", U"简称条例", U"简称“《条例》”"}) {
        const std::size_t place = whole.find(words);
        if (place == whole.npos) continue;
        const std::size_t open = whole.find_last_of(U"（(", place);
        const bool titled = open != whole.npos && open > 1 && whole[open - 1] == U'》';
        if (!titled || is_one_of(whole[open - 2], U"例〉》")) return;
        const std::size_t begin = whole.rfind(U'《', open);
        if (begin == whole.npos) return;
        tell_order(text, begin, open,
                   fmt::format("{}简称《条例》，名称里没有“条例”",
                               to_utf8(whole.substr(begin, open - begin))),
                   findings);
        return;
    }
}

/// “（国办公开办函〔2021〕30号，2019年印发）”: a number is of the year in which it was given.
void check_year_of_number(const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    for (std::size_t place = whole.find(U'〔'); place != whole.npos;
         place = whole.find(U'〔', place + 1)) {
        Scanner scanner{whole, place + 1};
        const auto year = scanner.number(4);
        if (!year || !scanner.take(U"〕") || !scanner.number(3) || !scanner.take(U"号，")) continue;
        const auto given = scanner.number(4);
        if (!given || *given == *year || *given < 1990 || !scanner.take(U"年")) continue;
        if (!scanner.take(U"印发") && !scanner.take(U"发布")) continue;
        tell_order(text, place, scanner.place,
                   fmt::format("文号是{}年的，这里说{}年印发", *year, *given), findings);
    }
}

}  // namespace

void check_orders(const FieldText& introduction, std::vector<Finding>& findings) {
    check_numbers_of_orders(introduction, findings);
    check_conflated(introduction, findings);
    check_short_name(introduction, findings);
    check_year_of_number(introduction, findings);
}

}  // namespace nianbao::wording
