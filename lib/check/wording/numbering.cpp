#include "check/rules.hpp"
#include "check/wording/wording.hpp"
#include "text/headings.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace nianbao::wording {
namespace {

constexpr std::size_t deepest = 8;  // series within series
constexpr int deepest_level = 4;    // that has an order of its own
constexpr std::string_view level_names[] = {"", "“一、”", "“（一）”", "“1.”", "“（1）”"};

std::string chinese(int number) {
    constexpr std::string_view figures[] = {"",   "一", "二", "三", "四",
                                            "五", "六", "七", "八", "九"};
    const int tens = number / 10, ones = number % 10;
    return (tens == 0 ? "" : (tens == 1 ? "" : std::string(figures[tens])) + "十") +
           std::string(figures[ones]);
}

/// “（三）”, “4.”: a number as it is written at a level.
std::string numbered(int level, int number) {
    switch (level) {
        case 1:
            return chinese(number) + "、";
        case 2:
            return "（" + chinese(number) + "）";
        case 3:
            return fmt::format("{}.", number);
        default:
            return fmt::format("（{}）", number);
    }
}

/// True for a line without numbering that opens a part: “改进措施：”, “存在的主要问题”.
bool opens_part(const FieldText& text, const TextLine& line) {
    const auto view = text.view(line);
    return line.level == 0 &&
           (is_one_of(view.back(), U"：:") ||
            (view.size() <= longest_heading && !is_one_of(view.back(), U"。；，！？")));
}

bool has_level(const FieldText& text, int level) {
    return std::any_of(text.lines.begin(), text.lines.end(),
                       [&](const TextLine& line) { return line.level == level; });
}

/// The series of numbers that are open, level by level.
struct Series {
    int last[deepest_level + 1] = {};  // of each level; 0: not begun
};

void check_lines(const FieldText& text, std::vector<Finding>& findings) {
    Series series;
    bool told_level = false, new_part = true;
    int above = 1;  // the level of the last numbering; the section's own heading is “一、”
    for (const TextLine& line : text.lines) {
        if (line.level == 0) {
            new_part = new_part || opens_part(text, line);
            continue;
        }
        if (line.level > deepest_level) continue;  // “①” may stand below any of them
        const auto marker = [&] {
            return to_utf8(
                std::u32string_view(text.text).substr(line.begin, line.body - line.begin));
        };
        int& last = series.last[line.level];
        const bool restarts = line.number == 1 && (last != 1 || new_part);
        if (line.number == last + 1 || restarts) {
            // in order
        } else if (line.number == last || (line.number == 1 && last == 1)) {
            findings.push_back(finding_of(
                "W-15", text.span(line.begin, line.body), fmt::format("序号“{}”重复", marker()),
                fmt::format("前一个已经是“{}”，这里应为“{}”", numbered(line.level, last),
                            numbered(line.level, last + 1))));
        } else if (last == 0) {
            findings.push_back(
                finding_of("W-15", text.span(line.begin, line.body),
                           fmt::format("序号“{}”之前没有“{}”", marker(),
                                       numbered(line.level, line.number - 1)),
                           fmt::format("第一个序号应为“{}”", numbered(line.level, 1))));
        } else {
            findings.push_back(finding_of(
                "W-15", text.span(line.begin, line.body),
                fmt::format("序号“{}”接在“{}”之后，不连续", marker(), numbered(line.level, last)),
                fmt::format("这里应为“{}”", numbered(line.level, last + 1))));
        }

        // Two levels are enough for a short section: “五、” and “1.” below it, where
        // there is no “（一）” at all.
        const bool short_section =
            text.field != "overview" && line.level == 3 && above == 1 && !has_level(text, 2);
        if (!told_level && !short_section && (line.level == 1 || line.level > above + 1)) {
            // Many sections have “1.” alone, and read well.
            const bool custom = line.level == 3 && above == 1 && !has_level(text, 2);
            findings.push_back((custom ? advice_of : doubt_of)(
                "W-16", text.span(line.begin, line.body),
                line.level == 1
                    ? fmt::format("节内用了序号“{}”，与节的标题同级", marker())
                    : fmt::format("序号“{}”直接用在{}之下", marker(), level_names[above]),
                "层次依次为“一、”“（一）”“1.”“（1）”，节的标题是“一、”", {}));
            told_level = true;
        }
        last = line.number;
        // A numbering of its own begins below each number of a higher level.
        for (int lower = line.level + 1; lower <= deepest_level; ++lower) series.last[lower] = 0;
        above = line.level;
        new_part = false;
    }
}

/// “一是…二是…三是”, “一要…二要”: a series inside a text.
struct Item {
    int number = 0;
    std::size_t begin = 0, end = 0;
};

/// “第一，…第二，…”, at the numeral.
std::optional<Item> ordinal_at(std::u32string_view text, std::size_t place) {
    const char32_t before = at(text, static_cast<std::ptrdiff_t>(place) - 2);
    std::size_t end = place;
    while (end < text.size() && small_numerals.has(text[end])) ++end;
    if ((place > 1 && !is_one_of(before, U"，。；：\n")) || at(text, end) != U'，' ||
        end - place > 2)
        return std::nullopt;
    const int number = chinese_number(text.substr(place, end - place));
    return number == 0 ? std::nullopt : std::optional(Item{number, place - 1, end});
}

/// “三是”“四是”之类的序号, “三是、四是等”: the numbering is spoken of, and begins nothing.
bool is_named(std::u32string_view text, std::size_t end) {
    const std::size_t begin = end;
    while (is_one_of(at(text, end), U"”’")) ++end;
    // but “一是‘双随机’……”
    const bool quoted = end > begin && at(text, end) == U'“';
    return quoted || at(text, end) == U'、' || stands(text, end, U"之类") ||
           stands(text, end, U"一类") || stands(text, end, U"等序号");
}

std::optional<Item> item_at(std::u32string_view text, std::size_t place) {
    if (!small_numerals.has(text[place])) return std::nullopt;
    const char32_t before = at(text, static_cast<std::ptrdiff_t>(place) - 1);
    if (before == U'第') return ordinal_at(text, place);
    const bool starts = place == 0 || is_pause(before) || is_one_of(before, U"\n“（(,;:") ||
                        is_blank(before) || before == U'”' || before == U'）';
    if (!starts) return std::nullopt;
    std::size_t end = place;
    while (end < text.size() && small_numerals.has(text[end])) ++end;
    if (end - place > 2 || !is_one_of(at(text, static_cast<std::ptrdiff_t>(end)), U"是要"))
        return std::nullopt;
    const int number = chinese_number(text.substr(place, end - place));
    if (number == 0 || stands(text, end + 1, text.substr(place, end - place)))
        return std::nullopt;  // “一是一，二是二”
    if (is_named(text, end + 1)) return std::nullopt;
    return Item{number, place, end + 1};
}

void check_items(const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    std::vector<int> open;  // the last number of every series that may still go on, inner ones last
    auto line = text.lines.begin();
    for (std::size_t place = 0; place < whole.size(); ++place) {
        while (line != text.lines.end() && line->begin <= place) {
            if (line->level == 1 || line->level == 2) open.clear();
            ++line;
        }
        const auto item = item_at(whole, place);
        if (!item) continue;
        place = item->end - 1;
        const auto goes_on = std::find(open.rbegin(), open.rend(), item->number - 1);
        if (item->number == 1) {
            // A series of one item is no series: “一是…，一是…” begins twice.
            if (open.size() == deepest) open.erase(open.begin());
            open.push_back(1);
        } else if (goes_on != open.rend()) {
            open.erase(goes_on.base(), open.end());
            open.back() = item->number;
        } else {
            const std::string written = to_utf8(whole.substr(item->begin, item->end - item->begin));
            const bool repeated = !open.empty() && open.back() == item->number;
            const bool ordinal = whole[item->begin] == U'第';
            const std::string mark = ordinal ? "" : to_utf8(whole.substr(item->end - 1, 1));
            const auto numbered = [&](int number) {
                return (ordinal ? "第" : "") + chinese(number) + mark;
            };
            std::string message, hint;
            if (open.empty()) {
                message = fmt::format("“{}”之前没有“{}”", written, numbered(item->number - 1));
                hint = fmt::format("请补上“{}”，或者改正这里的序号", numbered(item->number - 1));
            } else {
                message = repeated ? fmt::format("“{}”重复", written)
                                   : fmt::format("“{}”接在“{}”之后，不连续", written,
                                                 numbered(open.back()));
                hint = fmt::format("这里应为“{}”", numbered(open.back() + 1));
            }
            findings.push_back(
                finding_of("W-15", text.span(item->begin, item->end), message, hint));
            if (open.empty()) open.push_back(item->number);
            else open.back() = item->number;
        }
    }
}

/// “（四）（四）平台建设”, “一、一、主动公开”: a number behind a number of its kind.
void check_second_number(const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    for (const TextLine& line : text.lines) {
        if (line.level != 1 && line.level != 2) continue;
        std::size_t end = line.body;
        if (line.level == 2 && at(whole, static_cast<std::ptrdiff_t>(end)) != U'（') continue;
        if (line.level == 2) ++end;
        const std::size_t numeral = end;
        while (end < line.end && small_numerals.has(whole[end])) ++end;
        if (end == numeral ||
            at(whole, static_cast<std::ptrdiff_t>(end)) != (line.level == 2 ? U'）' : U'、'))
            continue;
        findings.push_back(
            finding_of("W-15", text.span(line.begin, end + 1),
                       fmt::format("序号写了两次：“{}”",
                                   to_utf8(whole.substr(line.begin, end + 1 - line.begin))),
                       "请只留一个序号"));
    }
}

/// “1.……；2.……”, “（1）……（2）……” inside a line: a number that is no part of another.
std::optional<Item> figure_at(std::u32string_view text, std::size_t place) {
    if (!is_any_digit(text[place])) return std::nullopt;
    const char32_t before = at(text, static_cast<std::ptrdiff_t>(place) - 1);
    const bool bracket = before == U'（' || before == U'(';
    std::size_t end = place;
    int number = 0;
    constexpr std::size_t most_figures = 2;
    while (end < text.size() && is_any_digit(text[end])) {
        if (end - place == most_figures) return std::nullopt;
        number = number * 10 + digit_value(text[end++]);
    }
    if (number == 0) return std::nullopt;
    const char32_t mark = at(text, static_cast<std::ptrdiff_t>(end));
    const char32_t next = at(text, static_cast<std::ptrdiff_t>(end) + 1);
    if (!is_han(next) && next != U'“' && next != U'《') return std::nullopt;
    const bool begins =
        bracket ? is_one_of(at(text, static_cast<std::ptrdiff_t>(place) - 2), U"。；：，\n")
                : before == U'\0' || is_one_of(before, U"。；：）\n ");
    const bool marked = bracket ? is_one_of(mark, U"）)") : is_one_of(mark, U".．、");
    if (!begins || !marked) return std::nullopt;
    return Item{bracket ? -number : number, bracket ? place - 1 : place, end + 1};
}

/// Series of figures inside the lines; those at their beginnings are the lines' numbers.
void check_figures(const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    for (const TextLine& line : text.lines) {
        int last = line.level == 3 ? line.number : 0;
        int last_bracketed = line.level == 4 ? line.number : 0;
        for (std::size_t place = line.body; place < line.end; ++place) {
            const auto item = figure_at(whole, place);
            if (!item) continue;
            place = item->end - 1;
            const bool bracketed = item->number < 0;
            const int number = bracketed ? -item->number : item->number;
            int& before = bracketed ? last_bracketed : last;
            if (number != 1 && before != 0 && number != before + 1) {
                const std::string written =
                    to_utf8(whole.substr(item->begin, item->end - item->begin));
                const int level = bracketed ? 4 : 3;
                findings.push_back(
                    finding_of("W-15", text.span(item->begin, item->end),
                               number == before ? fmt::format("序号“{}”重复", written)
                                                : fmt::format("序号“{}”接在“{}”之后，不连续",
                                                              written, numbered(level, before)),
                               fmt::format("这里应为“{}”", numbered(level, before + 1))));
            }
            before = number;
        }
    }
}

}  // namespace

void check_numbering(const FieldText& text, std::vector<Finding>& findings) {
    check_lines(text, findings);
    check_items(text, findings);
    check_second_number(text, findings);
    check_figures(text, findings);
}

}  // namespace nianbao::wording
