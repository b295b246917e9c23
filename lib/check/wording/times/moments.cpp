// W-24: quarters, months and days that the calendar has not, limits that are passed, and
// what is told as past and lies ahead.
#include "check/rules.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

namespace nianbao::wording {
namespace {

void tell_moment(const FieldText& text, std::size_t begin, std::size_t end, std::string message,
                 std::string hint, std::vector<Finding>& findings) {
    findings.push_back(
        finding_of("W-24", text.span(begin, end), std::move(message), std::move(hint)));
}

/// “第五季度”, “5季度”.
void check_quarters(const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    for (std::size_t place = whole.find(U"季度"); place != whole.npos;
         place = whole.find(U"季度", place + 2)) {
        if (place == 0 || !is_one_of(whole[place - 1], U"五六七八九56789")) continue;
        const char32_t before = at(whole, static_cast<std::ptrdiff_t>(place) - 2);
        if (small_numerals.has(before) || is_any_digit(before)) continue;
        const std::size_t begin = before == U'第' ? place - 2 : place - 1;
        tell_moment(text, begin, place + 2,
                    fmt::format("没有“{}”：一年有四个季度",
                                to_utf8(whole.substr(begin, place + 2 - begin))),
                    "请核对季度", findings);
    }
}

/// “6月、13月各1次”, “每月35日”: behind what shows that a month of the calendar is meant.
void check_months(const FieldText& text, std::vector<Finding>& findings) {
    constexpr int none = -1;
    const std::u32string_view whole = text.text;
    for (std::size_t place = whole.find(U'月'); place != whole.npos;
         place = whole.find(U'月', place + 1)) {
        std::size_t begin = place;
        while (begin > 0 && is_any_digit(whole[begin - 1])) --begin;
        Scanner scanner{whole, begin};
        const int month = begin < place ? scanner.number(2).value_or(none) : none;
        const char32_t before = at(whole, static_cast<std::ptrdiff_t>(begin) - 1);
        const bool listed = is_one_of(before, U"、至和") &&
                            at(whole, static_cast<std::ptrdiff_t>(begin) - 2) == U'月';
        if (month != none && (month > 12 || month == 0) && listed &&
            !is_one_of(at(whole, place + 1), U"龄大的")) {
            tell_moment(text, begin, place + 1,
                        fmt::format("没有“{}”：一年有十二个月",
                                    to_utf8(whole.substr(begin, place + 1 - begin))),
                        "请核对月份", findings);
            continue;
        }
        // A month by its number is told with the date.
        if (month != none || !is_one_of(before, U"每当次本")) continue;
        Scanner day{whole, place + 1};
        const auto number = day.number(2);
        if (!number || *number <= 31 || !day.take_one_of(U"日号")) continue;
        tell_moment(text, place + 1, day.place,
                    fmt::format("没有“{}”：一个月最多31日",
                                to_utf8(whole.substr(place + 1, day.place - place - 1))),
                    "请核对日期", findings);
    }
}

/// “于45个工作日内答复，符合20个工作日的法定时限”: more days than the law gives, and said to be
/// in time.
void check_limits(const FieldText& text, std::vector<Finding>& findings) {
    constexpr int limit = 20;
    const std::u32string_view whole = text.text;
    constexpr std::u32string_view unit = U"个工作日";
    for (std::size_t place = whole.find(unit); place != whole.npos;
         place = whole.find(unit, place + unit.size())) {
        std::size_t begin = place;
        while (begin > 0 && is_any_digit(whole[begin - 1])) --begin;
        Scanner scanner{whole, begin};
        const auto days = begin < place ? scanner.number(3) : std::nullopt;
        if (!days || *days <= limit || begin == 0) continue;
        const auto sentence = sentence_around(whole, place).of(whole);
        const bool in_time = has_any(
            sentence, {U"法定时限", U"法定期限", U"规定时限", U"规定期限", U"期限内", U"时限内",
                       U"20个工作日的", U"时限之内", U"期限之内", U"按期", U"按时"});
        const bool answers = has_any(sentence, {U"答复", U"办结", U"用时", U"办理"});
        if (!in_time || !answers ||
            has_any(sentence,
                    {U"延长", U"延期", U"征求", U"扣除", U"不计", U"超", U"逾", U"复议", U"诉讼",
                     U"许可", U"审批", U"合计", U"累计", U"共", U"压缩", U"缩短"}))
            continue;
        tell_moment(text, begin, place + unit.size(),
                    fmt::format("“{}”超过条例规定的{}个工作日，这里说在期限之内",
                                to_utf8(whole.substr(begin, place + unit.size() - begin)), limit),
                    "条例第三十三条：20个工作日内答复，延长的不超过20个工作日；请核对天数",
                    findings);
    }
}

/// “最短20个工作日，最长2个工作日”.
void check_extremes(const FieldText& text, std::vector<Finding>& findings) {
    struct Pair {
        std::u32string_view least, most;
    };
    constexpr Pair pairs[] = {
        {U"最短", U"最长"}, {U"最少", U"最多"}, {U"最低", U"最高"}, {U"最快", U"最慢"}};
    const std::u32string_view whole = text.text;
    const auto number_behind = [&](std::size_t place) -> std::optional<int> {
        constexpr std::size_t near = 10;
        for (std::size_t i = place; i < std::min(place + near, whole.size()); ++i) {
            if (is_one_of(whole[i], U"，。；\n")) break;
            if (!is_any_digit(whole[i])) continue;
            Scanner scanner{whole, i};
            const auto number = scanner.number(4);
            if (is_one_of(at(whole, scanner.place), U".％%万亿月")) return std::nullopt;
            return number;
        }
        return std::nullopt;
    };
    for (std::size_t place = whole.find(U'最'); place != whole.npos;
         place = whole.find(U'最', place + 1)) {
        for (const Pair& pair : pairs) {
            const bool first = stands(whole, place, pair.least);
            if (!first && !stands(whole, place, pair.most)) continue;
            const auto sentence = sentence_around(whole, place);
            const std::size_t other = whole.find(first ? pair.most : pair.least, place + 2);
            constexpr std::size_t near = 20;
            if (other >= sentence.end || other - place > near) continue;
            const auto one = number_behind(place + 2), two = number_behind(other + 2);
            if (!one || !two || (first ? *one <= *two : *one >= *two)) continue;
            tell_moment(text, place, other + 2,
                        fmt::format("{}的是{}，{}的是{}", to_utf8(first ? pair.least : pair.most),
                                    *one, to_utf8(first ? pair.most : pair.least), *two),
                        "请核对两个数", findings);
            return;
        }
    }
}

bool is_later(const Date& a, int year, int month) {
    return year != a.year ? year > a.year : month > a.month;
}

/// “已于2024年8月完成”, “截至2024年12月31日” in a report that was published before.
void check_ahead(const Report& report, const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    const Date written = report.published   ? *report.published
                         : report.signature ? report.signature->date
                                            : Date{report.year + 1, 12, 31};
    if (written.year == 0) return;
    for (const std::u32string_view word : {U"已于", U"已在", U"已从", U"已自", U"截至", U"截止"}) {
        for (std::size_t place = whole.find(word); place != whole.npos;
             place = whole.find(word, place + word.size())) {
            Scanner scanner{whole, place + word.size()};
            scanner.take_one_of(U"到至");
            const auto year = scanner.number(4);
            if (!year || *year < 2000 || !scanner.take(U"年")) continue;
            const auto month = scanner.number(2);
            if (!month || !scanner.take(U"月") || !is_later(written, *year, *month)) continue;
            tell_moment(text, place, scanner.place,
                        fmt::format("“{}”在报告写成之后：{}年{}月{}日",
                                    to_utf8(whole.substr(place, scanner.place - place)),
                                    written.year, written.month, written.day),
                        "请核对年月", findings);
        }
    }
}

}  // namespace

void check_moments(const Report& report, const FieldText& text, std::vector<Finding>& findings) {
    check_quarters(text, findings);
    check_months(text, findings);
    check_limits(text, findings);
    check_extremes(text, findings);
    check_ahead(report, text, findings);
}

}  // namespace nianbao::wording
