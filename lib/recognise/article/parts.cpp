// The six sections among the lines of a report, its title and what it is signed by.
#include "nianbao/report.hpp"
#include "recognise/article/article.hpp"
#include "recognise/labels.hpp"
#include "report/dates.hpp"
#include "text/numbering.hpp"
#include "text/numerals.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace nianbao::recognise {
namespace {

constexpr int longest_title_line = 60;    // characters
constexpr int longest_heading_line = 32;  // of a section, with its number
constexpr int longest_name = 40;          // of an office

/// How many characters of a heading a line has too, whatever their order.
std::size_t common_characters(std::u32string_view line, std::u32string heading) {
    const std::size_t had = heading.size();
    for (const char32_t c : line) {
        const std::size_t at = heading.find(c);
        if (at != heading.npos) heading.erase(at, 1);
    }
    return had - heading.size();
}

/// True of a line with the number of a page behind it, as a table of contents has them:
/// “一、总体情况⇥1”, “（一）主动公开……2”.
bool names_page(std::string_view text) {
    std::u32string line = to_utf32(text);
    std::size_t end = line.size();
    const auto skip = [&](std::u32string_view any) {
        const std::size_t from = end;
        while (end > 0 && any.find(line[end - 1]) != any.npos) --end;
        return from - end;
    };
    skip(U" \u3000-—");
    if (const std::size_t digits = skip(U"0123456789"); digits == 0 || digits > 3) return false;
    skip(U" \u3000-—");
    const std::size_t leader = skip(U" \u3000\t.…·．");
    const std::u32string_view between = std::u32string_view(line).substr(end, leader);
    return end > 0 && (between.find_first_of(U"\t…") != between.npos || leader > 2);
}

}  // namespace

namespace {

/// A line as numbering_of() takes it: “一.总体情况” and “一，总体情况” are meant as 一、.
std::u32string numbered_rightly(const std::string& line) {
    std::u32string text = to_utf32(line);
    constexpr std::u32string_view numbers = U"一二三四五六", marks = U".．,，。·";
    if (text.size() > 2 && numbers.find(text[0]) != numbers.npos &&
        marks.find(text[1]) != marks.npos)
        text[1] = U'、';
    return text;
}

}  // namespace

/// One that is worded otherwise must have its number and more than half of its
/// characters.
bool is_section_heading(const Line& line, int section, std::string_view heading) {
    constexpr std::size_t most_bytes = 400;  // blanks too
    if (line.text.size() > most_bytes || line.caption) return false;
    const std::u32string characters = numbered_rightly(line.whole());
    const std::string whole = to_utf8(characters);
    if (characters.empty() || std::ssize(characters) > longest_heading_line) return false;
    if (std::u32string_view(U"。；！？，").find(characters.back()) != std::u32string_view::npos)
        return false;
    const Numbering numbering = numbering_of(characters);
    if (numbering.level > 1 || names_page(whole)) return false;
    const std::string plain = plain_label(whole), wanted = plain_label(heading);
    if (plain == wanted) return true;
    if (numbering.level != 1 || numbering.number != section + 1) return false;
    const std::u32string words = to_utf32(plain), sought = to_utf32(wanted);
    const std::size_t shorter = std::min(words.size(), sought.size());
    return shorter > 1 && common_characters(words, sought) * 2 > shorter;
}

namespace {

bool ends_sentence(std::string_view text) {
    return text.ends_with("。") || text.ends_with("；") || text.ends_with("：") ||
           text.ends_with("，");
}

/// A short line without a sentence's mark, as titles and names have.
bool is_short(const std::string& text, int most) {
    return !text.empty() && count_characters(text) <= most && !ends_sentence(text) &&
           text.find("。") == text.npos;
}

}  // namespace

bool is_title_line(const std::string& text) {
    return is_short(text, longest_title_line) && text.find("年度报告") != text.npos;
}

namespace {

/// 文号 and the like stand above a title: “×政办〔2023〕1号”.
bool is_document_number(const std::string& text) {
    return text.ends_with("号") && text.find("〔") != text.npos;
}

/// The title is the first line that calls itself a report, with the short lines before it
/// that begin it: the office's name.
Parts::Range title_among(const std::vector<Line>& lines, int end) {
    for (int i = 0; i < end; ++i) {
        const std::string text = lines[i].whole();
        if (!is_title_line(text)) {
            if (count_characters(text) > longest_title_line) return {};
            continue;
        }
        int begin = i;
        const TitleWords own = words_of_title(text);
        while (begin > 0 && own.agency.empty()) {
            const std::string before = lines[begin - 1].whole();
            if (!is_short(before, longest_name) || is_document_number(before)) break;
            --begin;
        }
        return {begin, i + 1};
    }
    return {};
}

bool is_numbered(const Line& line) { return bool(numbering_of(numbered_rightly(line.whole()))); }

/// The line of a heading that stands again above its table, without its number, as a
/// caption does: “二、主动公开政府信息情况”, “主动公开政府信息情况”.
int before_caption(const std::vector<Line>& lines, int found, int section,
                   std::string_view heading) {
    const bool has_table = section >= 1 && section <= 3;
    if (!has_table || is_numbered(lines[found])) return found;
    int before = found - 1;
    while (before >= 0 && lines[before].blank()) --before;
    const bool stands_again = before >= 0 && is_numbered(lines[before]) &&
                              lines[before].tables_before == lines[found].tables_before &&
                              is_section_heading(lines[before], section, heading);
    return stands_again ? before : found;
}

void find_headings(const std::vector<Line>& lines, const std::array<std::string_view, 6>& headings,
                   Parts& parts) {
    int end = std::ssize(lines);
    for (int section = 5; section >= 0; --section) {
        int found = end - 1;
        while (found >= 0 && !is_section_heading(lines[found], section, headings[section])) --found;
        if (found < 0) continue;
        found = before_caption(lines, found, section, headings[section]);
        parts.headings[section] = found;
        if (!is_numbered(lines[found])) parts.unnumbered.push_back(found);
        end = found;
    }
    std::reverse(parts.unnumbered.begin(), parts.unnumbered.end());
}

/// Before the first section stand no headings but those of a table of contents.
void find_contents(const std::vector<Line>& lines, int end,
                   const std::array<std::string_view, 6>& headings, Parts& parts) {
    for (int i = 0; i < end; ++i) {
        if (i >= parts.title.begin && i < parts.title.end) continue;
        bool heading = false;
        for (int section = 0; section < 6; ++section)
            heading = heading || is_section_heading(lines[i], section, headings[section]);
        const std::string text = lines[i].whole();
        if (heading || names_page(text) || plain_label(text) == "目录") parts.contents.push_back(i);
    }
}

/// True if the lines of a title name an office, whatever their blanks.
bool names(const std::vector<Line>& lines, const Parts::Range& title, const std::string& office) {
    std::string all;
    for (int i = title.begin; i < title.end; ++i) all += plain_name(lines[i].whole());
    return !office.empty() && all.find(plain_name(office)) != all.npos;
}

/// True of a line that is a date, whatever stands between its numbers: “2027.1.8”.
bool is_like_day(std::string_view text) {
    std::u32string line = to_utf32(text);
    std::erase_if(line, [](char32_t c) { return c == U' ' || c == U'\u3000' || c == U'\u00A0'; });
    std::vector<std::size_t> lengths{0};
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] >= U'0' && line[i] <= U'9') ++lengths.back();
        else if (std::u32string_view(U".．/／-－年月日号、").find(line[i]) == line.npos)
            return false;
        else if (i + 1 < line.size()) lengths.push_back(0);
    }
    const auto few = [](std::size_t digits) { return digits == 1 || digits == 2; };
    return lengths.size() == 3 && lengths[0] == 4 && few(lengths[1]) && few(lengths[2]);
}

bool is_day(const Line& line) {
    const std::string text = line.whole();
    return is_like_day(text) || day_of(text);
}

/// The line that names an office above the date; -1 if none does.
int name_above(const std::vector<Line>& lines, const Parts::Range& section, int date) {
    int at = date - 1;
    while (at >= section.begin && lines[at].blank()) --at;
    return at >= section.begin && !is_numbered(lines[at]) ? at : -1;
}

/// The line of the date below the last text. A few short lines may follow it (抄送, 附件),
/// if the title's own office stands above it. -1: none is.
int date_of(const std::vector<Line>& lines, const Parts& parts, const Parts::Range& section) {
    constexpr int most_behind = 6, longest_behind = 60;
    int behind = 0;
    for (int at = section.end - 1; at >= section.begin && behind <= most_behind; --at) {
        if (lines[at].blank()) continue;
        const std::string text = lines[at].whole();
        if (is_day(lines[at])) {
            if (behind == 0) return at;
            const int above = name_above(lines, section, at);
            return above >= 0 && names(lines, parts.title, lines[above].whole()) ? at : -1;
        }
        if (count_characters(text) > longest_behind) return -1;
        ++behind;
    }
    return -1;
}

/// Takes the date and the name below the last text off its lines, and what follows them.
void find_signature(const std::vector<Line>& lines, Parts& parts) {
    for (int section = 5; section >= 0; --section) {
        Parts::Range& last = parts.sections[section];
        if (parts.headings[section] < 0) continue;
        const int date = date_of(lines, parts, last);
        if (date < 0) return;
        for (int i = date + 1; i < last.end; ++i) {
            if (!lines[i].blank()) parts.behind.push_back(i);
        }
        parts.dated = {date, date + 1};
        last.end = date;
        const int at = name_above(lines, last, date);
        if (at < 0) return;
        // The title's own office may have a longer name.
        const std::string name = lines[at].whole();
        if (!is_short(name, longest_name) && !names(lines, parts.title, name)) return;
        parts.signed_by = {at, at + 1};
        last.end = at;
        return;
    }
}

/// The number that a text is, 三十一 as well as 31; -1 if it is anything else.
int number_in(std::u32string_view text) {
    // Zeros of dates are often typed as a circle or a letter.
    std::u32string plain(text);
    for (char32_t& c : plain) c = c == U'○' || c == U'O' || c == U'Ｏ' ? U'〇' : c;
    const std::vector<Numeral> all = find_numerals(plain);
    if (all.size() != 1) return -1;
    const Numeral& one = all.front();
    const bool whole = one.begin == 0 && one.end == std::ssize(plain);
    if (!whole || one.percent || one.scaled || one.hedge != Hedge::none || one.value.decimals > 0)
        return -1;
    return one.value.digits <= 9999 ? static_cast<int>(one.value.digits) : -1;
}

}  // namespace

Parts parts_of(const std::vector<Line>& lines, const std::array<std::string_view, 6>& headings) {
    Parts parts;
    find_headings(lines, headings, parts);
    int next = std::ssize(lines);
    for (int section = 5; section >= 0; --section) {
        if (parts.headings[section] < 0) continue;
        parts.sections[section] = {parts.headings[section] + 1, next};
        next = parts.headings[section];
    }
    parts.title = title_among(lines, next);
    find_contents(lines, next, headings, parts);
    parts.introduction = {parts.title.end, next};
    find_signature(lines, parts);
    return parts;
}

TitleWords words_of_title(std::string_view title) {
    std::u32string text = to_utf32(title);
    std::erase_if(text, [](char32_t c) {
        return c == U' ' || c == U'\t' || c == U'\u3000' || c == U'\u00A0' || c == U'《' ||
               c == U'》' || c == U'\n';
    });
    TitleWords words;
    for (std::size_t i = 0; i + 4 < text.size(); ++i) {
        const std::u32string_view year = std::u32string_view(text).substr(i, 4);
        const int number = text[i + 4] == U'年' ? number_in(year) : -1;
        if (number < 1000) continue;
        words.year = number;
        std::u32string_view before = std::u32string_view(text).substr(0, i);
        std::u32string_view after = std::u32string_view(text).substr(i + 5);
        if (after.starts_with(U'度')) after.remove_prefix(1);
        if (before.starts_with(U"关于")) before.remove_prefix(2);
        if (before.empty()) before = after.substr(0, after.find(U"政府信息公开"));
        words.agency = to_utf8(before);
        return words;
    }
    return words;
}

std::optional<std::string> day_of(std::string_view line) {
    std::u32string text = to_utf32(line);
    std::erase_if(text, [](char32_t c) { return c == U' ' || c == U'\u3000' || c == U'\u00A0'; });
    if (const std::optional<Date> date = parse_date(to_utf8(text))) return date_text(*date);
    const std::size_t year = text.find(U'年'), month = text.find(U'月');
    if (year == text.npos || month == text.npos || month < year || !text.ends_with(U'日'))
        return {};
    const std::u32string_view all = text;
    const Date date{number_in(all.substr(0, year)),
                    number_in(all.substr(year + 1, month - year - 1)),
                    number_in(all.substr(month + 1, all.size() - month - 2))};
    if (!exists(date)) return {};
    return date_text(date);
}

}  // namespace nianbao::recognise
