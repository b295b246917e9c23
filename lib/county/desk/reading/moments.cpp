#include "county/desk/reading/moments.hpp"

#include "report/dates.hpp"
#include "text/digits.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <tuple>
#include <utility>
#include <vector>

namespace nianbao {

std::string moment_text(const Moment& moment) {
    if (moment.date.month == 0) return {};
    std::string text = fmt::format("{}月{}日", moment.date.month, moment.date.day);
    if (moment.hour >= 0) text += fmt::format("{}:{:02}", moment.hour, moment.minute);
    return text;
}

}  // namespace nianbao

namespace nianbao::desk {
namespace {

/// A number and the marks up to the next one.
struct Group {
    int number = 0;
    int digits = 0;
    std::u32string after;
};

/// The groups of a text; none if something stands before the first number.
std::vector<Group> groups_of(std::string_view text) {
    std::vector<Group> groups;
    bool in_number = false;
    for (const char32_t c : to_utf32(text)) {
        const int value = digit_value(c);
        if (value >= 0) {
            if (!in_number) groups.emplace_back();
            in_number = true;
            Group& group = groups.back();
            if (++group.digits > 4) return {};
            group.number = group.number * 10 + value;
            continue;
        }
        in_number = false;
        if (c == U' ' || c == U'\u3000') {
            if (!groups.empty() && groups.back().after.empty()) groups.back().after = U" ";
            continue;
        }
        if (groups.empty()) return {};
        std::u32string& after = groups.back().after;
        if (after == U" ") after.clear();
        after += c;
    }
    return groups;
}

bool is_one_of(const std::u32string& mark, std::initializer_list<std::u32string_view> marks) {
    for (const std::u32string_view known : marks) {
        if (mark == known) return true;
    }
    return false;
}

bool ends_number(const std::u32string& mark) {
    return is_one_of(mark, {U"-", U".", U"/", U"－", U"．", U"／"});
}

/// Parts of the day that stand before an hour, or alone. `afternoon`: 3 is 15 there.
struct PartOfDay {
    std::u32string_view word;
    bool afternoon = false;
};
constexpr PartOfDay parts_of_day[] = {{U"上午"},       {U"早上"},       {U"早晨"},
                                      {U"凌晨"},       {U"中午", true}, {U"下午", true},
                                      {U"傍晚", true}, {U"晚上", true}, {U"晚", true}};

/// Takes the part of the day from the marks that follow a day: 日下午.
const PartOfDay* take_part_of_day(std::u32string& after) {
    for (const PartOfDay& part : parts_of_day) {
        if (!after.ends_with(part.word)) continue;
        after.resize(after.size() - part.word.size());
        return &part;
    }
    return nullptr;
}

/// The day of a number as workbooks keep days, which a cell shows that lost its format.
std::optional<Moment> of_serial(std::string_view text) {
    constexpr int first = 43831, last = 73050;  // 2020-01-01, 2099-12-31
    const auto digits = [](std::string_view part) {
        return std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    if (text.size() < 5 || !digits(text.substr(0, 5))) return {};
    int number = 0;
    for (const char c : text.substr(0, 5)) number = number * 10 + (c - '0');
    const bool rest = text.size() == 5 || (text[5] == '.' && digits(text.substr(6)));
    if (number < first || number > last || !rest) return {};
    const auto days = std::chrono::sys_days(std::chrono::year(1899) / 12 / 30);
    const std::chrono::year_month_day day(days + std::chrono::days(number));
    return Moment{{static_cast<int>(day.year()),
                   static_cast<int>(static_cast<unsigned>(day.month())),
                   static_cast<int>(static_cast<unsigned>(day.day()))}};
}

/// An hour in the last groups: 17:00, 17时, 17时30分, 17点.
bool read_hour(const std::vector<Group>& groups, std::size_t at, Moment& moment) {
    if (at == groups.size()) return true;
    const Group& hour = groups[at];
    const bool whole = is_one_of(hour.after, {U"时", U"点"});
    moment.hour = hour.number;
    if (at + 1 == groups.size()) return whole && hour.number < 25;
    const Group& minute = groups[at + 1];
    moment.minute = minute.number;
    const bool parted = whole || is_one_of(hour.after, {U":", U"："});
    const bool seconds = at + 3 == groups.size() && is_one_of(minute.after, {U":", U"："});
    const bool ends = at + 2 == groups.size() && is_one_of(minute.after, {U"", U" ", U"分"});
    return parted && (ends || seconds) && hour.number < 24 && minute.number < 60;
}

}  // namespace

std::optional<Moment> moment_of(std::string_view text, int year) {
    if (const std::optional<Moment> serial = of_serial(text)) return serial;
    std::vector<Group> groups = groups_of(text);
    Moment moment;
    std::size_t at = 0;
    const bool with_year = !groups.empty() && groups[0].digits == 4;
    if (with_year) {
        if (groups[0].after != U"年" && !ends_number(groups[0].after)) return {};
        moment.date.year = groups[at++].number;
    }
    if (groups.size() < at + 2) return {};
    const Group& month = groups[at];
    Group& day = groups[at + 1];
    const PartOfDay* part = take_part_of_day(day.after);
    if (month.after != U"月" && !ends_number(month.after)) return {};
    if (!is_one_of(day.after, {U"", U" ", U"日", U"号", U"T"})) return {};
    moment.date.month = month.number;
    moment.date.day = day.number;
    if (!with_year) moment.date.year = month.number >= 10 ? year : year + 1;
    if (!exists(moment.date) || !read_hour(groups, at + 2, moment)) return {};
    if (part == nullptr || moment.hour < 0) return moment;
    constexpr int noon = 12;
    const bool at_noon = part->word == U"中午";
    // Nobody can say which day 晚上12点 is of.
    if (moment.hour == noon && !at_noon && part->word != U"下午") return {};
    if (part->afternoon && moment.hour > 0 && moment.hour < noon - (at_noon ? 1 : 0))
        moment.hour += noon;
    return moment;
}

std::string written(const Moment& moment) {
    if (moment.date.month == 0) return {};
    if (moment.hour < 0) return date_text(moment.date);
    return fmt::format("{} {:02}:{:02}", date_text(moment.date), moment.hour, moment.minute);
}

bool after(const Moment& moment, const Moment& deadline) {
    const auto day = [](const Moment& m) {
        return std::tuple(m.date.year, m.date.month, m.date.day);
    };
    if (day(moment) != day(deadline)) return day(moment) > day(deadline);
    if (deadline.hour < 0 || moment.hour < 0) return false;
    return std::pair(moment.hour, moment.minute) > std::pair(deadline.hour, deadline.minute);
}

}  // namespace nianbao::desk
