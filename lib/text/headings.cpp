#include "text/headings.hpp"

#include "text/blanks.hpp"
#include "text/character_set.hpp"
#include "text/digits.hpp"

#include <algorithm>
#include <array>

namespace nianbao {
namespace {

constexpr std::size_t levels = 5;

constexpr CharacterSet counters(U"件条次个份人篇期场项元%％"), ends_of_clauses(U"，。、；（("),
    multiples(U"余多万亿"), ends_of_text(U"；：，");

/// How many characters of a text are no blanks.
std::size_t inked(std::u32string_view text) {
    return std::count_if(text.begin(), text.end(), [](char32_t c) { return !is_typed_blank(c); });
}

/// “收到申请5件，”, “金额12万元”: a clause that ends with a count says something. “26个领域”
/// and “第20条” count nothing.
bool states_count(std::u32string_view text) {
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (!counters.has(text[i])) continue;
        if (i + 1 < text.size() && !ends_of_clauses.has(text[i + 1])) continue;
        std::size_t end = i;
        while (end > 0 && multiples.has(text[end - 1])) --end;
        std::size_t begin = end;
        while (begin > 0 && digit_value(text[begin - 1]) >= 0) --begin;
        if (begin < end && (begin == 0 || text[begin - 1] != U'第')) return true;
    }
    return false;
}

/// How a line looks by itself.
enum class Look {
    text,
    run_in,   // a phrase, a 。 and more
    brief,    // a phrase of at most 28 characters
    full,     // a longer one
    stopped,  // a phrase and a 。
};

struct SeenLine {
    std::u32string_view text;  // without blanks around it
    Look look = Look::text;
    std::size_t length = 0;  // without blanks
    std::size_t phrase = 0;  // characters, blanks too
    bool below = false;      // something stands below it
    int series = -1;
};

Look look_of(SeenLine& line, const Numbering& numbering) {
    const std::u32string_view text = line.text, words = text.substr(numbering.length);
    if (!numbering || begins_item(words)) return Look::text;
    line.length = inked(text);
    const std::size_t stop = text.find(U'。');
    line.phrase = std::min(stop, text.size());
    if (states_count(text.substr(0, line.phrase))) return Look::text;
    if (stop == text.npos) {
        if (ends_of_text.has(text.back())) return Look::text;
        if (line.length <= longest_heading) return Look::brief;
        return text.find_first_of(U"；！？") == text.npos ? Look::full : Look::text;
    }
    if (stop == numbering.length) return Look::text;  // “1.。”: of no words
    if (stop + 1 < text.size())
        return inked(text.substr(0, stop)) <= longest_heading ? Look::run_in : Look::text;
    return text.find_first_of(U"；！？") == text.npos ? Look::stopped : Look::text;
}

/// The lines of one level below one line of a higher one, and those of them that count as
/// headings.
struct Series {
    int lines = 0, headings = 0;
    int last_number = 0;
    bool list = false;  // the line before ends in ；
};

/// True for one that has no ， in it.
bool is_one_clause(const SeenLine& line) { return line.text.find(U'，') == line.text.npos; }

/// True for a line that its siblings take for a heading.
bool counts(const SeenLine& line) {
    switch (line.look) {
        case Look::run_in:
        case Look::brief:
            return true;
        case Look::full:
            return line.below && is_one_clause(line);
        case Look::stopped:
            return line.below && (line.length <= longest_heading || is_one_clause(line));
        case Look::text:
            break;
    }
    return false;
}

/// Finds the siblings of each line.
std::vector<Series> find_series(std::vector<SeenLine>& lines, std::span<const LineRole> roles) {
    std::vector<Series> all;
    std::array<int, levels + 1> open;  // by level: the series that may go on
    open.fill(-1);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Numbering& numbering = roles[i].numbering;
        if (!numbering) continue;
        int& own = open[numbering.level];
        if (own < 0 || numbering.number <= all[own].last_number) {
            own = static_cast<int>(all.size());
            all.emplace_back();
        }
        std::fill(open.begin() + numbering.level + 1, open.end(), -1);
        Series& series = all[own];
        series.last_number = numbering.number;
        ++series.lines;
        if (counts(lines[i])) ++series.headings;
        lines[i].series = own;
    }
    return all;
}

LineKind kind_of(const SeenLine& line, const Series& series) {
    const int others = series.lines - 1;
    const int headings = series.headings - (counts(line) ? 1 : 0);
    const bool among_headings = 2 * headings >= others;
    switch (line.look) {
        case Look::run_in:
            return LineKind::run_in;
        case Look::brief:
            return series.list && !line.below ? LineKind::text : LineKind::heading;
        case Look::full:
            return others > 0 && among_headings && (line.below || is_one_clause(line))
                       ? LineKind::heading
                       : LineKind::text;
        case Look::stopped:
            return line.below && among_headings && (others > 0 || line.length <= longest_heading)
                       ? LineKind::heading
                       : LineKind::text;
        case Look::text:
            break;
    }
    return LineKind::text;
}

}  // namespace

std::vector<LineRole> line_roles(std::span<const std::u32string_view> lines) {
    std::vector<LineRole> roles(lines.size());
    std::vector<SeenLine> seen(lines.size());
    // Each line by itself; from behind, as what stands below it comes later.
    int next = -1;  // the level of the line that follows, 0 for an unnumbered one
    for (std::size_t i = lines.size(); i-- > 0;) {
        SeenLine& line = seen[i];
        line.text = trimmed(lines[i]);
        if (line.text.empty()) continue;
        const Numbering& numbering = roles[i].numbering = numbering_of(line.text);
        line.below = next == 0 || next > numbering.level;
        line.look = look_of(line, numbering);
        next = numbering.level;
    }
    std::vector<Series> series = find_series(seen, roles);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const SeenLine& line = seen[i];
        if (line.series < 0) continue;
        Series& own = series[line.series];
        LineRole& role = roles[i];
        role.kind = kind_of(line, own);
        if (role.kind == LineKind::heading) role.heading = line.text.size();
        if (role.kind == LineKind::run_in) role.heading = line.phrase;
        own.list = line.text.back() == U'；';
    }
    return roles;
}

std::vector<LineRole> line_roles(std::u32string_view text) {
    std::vector<std::u32string_view> lines;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find(U'\n', from), text.size());
        lines.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return line_roles(lines);
}

bool begins_item(std::u32string_view text) {
    const std::size_t end = text.find_first_not_of(U"一二三四五六七八九十");
    return end != text.npos && end >= 1 && end <= 2 && (text[end] == U'是' || text[end] == U'要');
}

}  // namespace nianbao
