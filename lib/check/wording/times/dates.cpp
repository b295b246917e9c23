#include "check/rules.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::wording {
namespace {

/// A date of the text; a part that is left out is 0. `end`: past its last character.
struct WrittenDate {
    int year = 0, month = 0, day = 0;
    std::size_t end = 0;
};

int days_of(int month, int year) {
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

/// “12月0日”: written, and no day.
constexpr int not_a_day = 99;

/// “2023年2月30日”, “2023年13月”, “11月31日”: written with their characters, so that no
/// other number is taken for a date.
std::optional<WrittenDate> read_date(std::u32string_view text, std::size_t place) {
    Scanner scanner{text, place};
    WrittenDate date;
    const Scanner before = scanner;
    if (const auto year = scanner.number(4); year && *year > 1900 && scanner.take(U"年"))
        date.year = *year;
    else scanner = before;
    const auto month = scanner.number(2);
    if (!month || !scanner.take(U"月")) return std::nullopt;
    date.month = *month;
    date.end = scanner.place;
    const Scanner short_of = scanner;
    if (const auto day = scanner.number(2); day && scanner.take_one_of(U"日号")) {
        date.day = *day == 0 ? not_a_day : *day;
        date.end = scanner.place;
    } else {
        scanner = short_of;
    }
    if (date.year == 0 && date.day == 0) return std::nullopt;
    return date;
}

bool exists(const WrittenDate& date) {
    return date.month >= 1 && date.month <= 12 && date.day <= days_of(date.month, date.year);
}

/// True where `b` lies before `a`; both have a year.
template <class Day>
bool is_before(const Day& b, const Day& a) {
    if (b.year != a.year) return b.year < a.year;
    if (b.month != a.month) return b.month < a.month;
    return a.day > 0 && b.day > 0 && b.day < a.day;
}

}  // namespace

void check_dates(const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    for (std::size_t place = 0; place < whole.size(); ++place) {
        if (!is_any_digit(whole[place]) || is_any_digit(at(whole, place - 1)) ||
            at(whole, place - 1) == U'.')
            continue;
        const auto date = read_date(whole, place);
        if (date && !exists(*date)) {
            findings.push_back(finding_of(
                "W-24", text.span(place, date->end),
                fmt::format("没有“{}”这个日期", to_utf8(whole.substr(place, date->end - place))),
                "请核对日期"));
        } else if (date && date->year > 0) {
            Scanner scanner{whole, date->end};
            scanner.take_one_of(U"起始");
            const bool joined = scanner.take_one_of(U"至到—－-–～~");
            while (joined && scanner.take_one_of(U"—－-–")) {
            }
            scanner.blanks();
            auto to = joined ? read_date(whole, scanner.place) : std::nullopt;
            // “10月8日至9月8日”: of the same year, unless 次年 stands there.
            if (to && to->year == 0 && to->day > 0 && date->day > 0) to->year = date->year;
            // The introduction's own period is told by W-04.
            const bool own_period =
                text.field == "introduction" &&
                has_any(sentence_around(whole, place).of(whole),
                        {U"统计", U"期限", U"时限", U"数据", U"所列", U"期间", U"起止", U"报告期"});
            if (to && to->year > 0 && exists(*to) && is_before(*to, *date) && !own_period) {
                findings.push_back(
                    finding_of("W-24", text.span(place, to->end),
                               fmt::format("期间的结束早于开始：“{}”",
                                           to_utf8(whole.substr(place, to->end - place))),
                               "请核对起止日期"));
                place = to->end - 1;
                continue;
            }
        }
        if (date && date->day > 0) {
            place = date->end - 1;
            continue;
        }
        // “12月31止”, “2023年12月31止”
        Scanner scanner{whole, place};
        if (date && scanner.number(4)) scanner.take(U"年");
        const auto month = scanner.number(2);
        if (month && scanner.take(U"月") && scanner.number(2) &&
            (stands(whole, scanner.place, U"止") || stands(whole, scanner.place, U"为止"))) {
            findings.push_back(
                finding_of("W-24", text.span(place, scanner.place + 1),
                           fmt::format("“{}”缺“日”字",
                                       to_utf8(whole.substr(place, scanner.place + 1 - place))),
                           "请补上“日”字"));
            place = scanner.place;
        } else if (date) {
            place = date->end - 1;
        }
    }
}

void check_signature(const Report& report, std::vector<Finding>& findings) {
    if (!report.signature) return;
    const Date& date = report.signature->date;
    if (report.published && report.published->year > report.year &&
        is_before(*report.published, date)) {
        const Date& published = *report.published;
        findings.push_back(doubt_of(
            "W-24", {"signature.date"},
            fmt::format("落款日期{}年{}月{}日，晚于发布日期{}年{}月{}日", date.year, date.month,
                        date.day, published.year, published.month, published.day),
            "请核对落款日期和发布日期"));
        return;
    }
    if (date.year == 0 || date.year > report.year) return;
    findings.push_back(finding_of("W-24", {"signature.date"},
                                  fmt::format("落款日期{}年{}月{}日，早于{}年度结束", date.year,
                                              date.month, date.day, report.year),
                                  "请核对落款日期和年度"));
}

}  // namespace nianbao::wording
