#include "recognise/article/article.hpp"
#include "recognise/article/lost_heading.hpp"
#include "recognise/rules.hpp"
#include "text/numbering.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace nianbao::recognise {

std::vector<NumberGap> number_gaps(const std::vector<Line>& lines, Parts::Range range, int section,
                                   const std::vector<int>& contents) {
    struct Last {
        int number = 0;
        std::string written = {};
    };
    constexpr int deepest = 4;  // “①” may stand below any of them
    std::array<Last, deepest + 1> series;
    std::vector<NumberGap> gaps;
    for (int i = range.begin; i < range.end; ++i) {
        if (std::binary_search(contents.begin(), contents.end(), i)) continue;
        const std::u32string line = to_utf32(lines[i].whole());
        const Numbering own = numbering_meant(line);
        if (!own || own.level > deepest) continue;
        // The next section's heading, worded so that it was not known for one.
        if (own.level == 1 && own.number == section + 2) continue;
        Last& last = series[own.level];
        if (own.number > last.number + 1) gaps.push_back({i, last.written});
        last = {own.number, to_utf8(std::u32string_view(line).substr(0, own.length))};
        std::fill(series.begin() + own.level + 1, series.end(), Last{});
    }
    return gaps;
}

namespace {

/// Lines of a section that look like headings without their numbers. A program that
/// numbers headings by itself does not always give the numbers away.
std::vector<int> lost_headings(const std::vector<Line>& lines, const Parts& parts, int section) {
    std::vector<int> lost;
    int before = -1;
    for (int i = parts.sections[section].begin; i < parts.sections[section].end; ++i) {
        if (lines[i].blank() || std::binary_search(parts.contents.begin(), parts.contents.end(), i))
            continue;
        if (before >= 0 && lines[before].number.empty() &&
            lost_its_number(lines[before].text, lines[i].whole()))
            lost.push_back(before);
        before = i;
    }
    return lost;
}

}  // namespace

void tell_lost_numbers(const notation::Draft& draft, const std::vector<Line>& lines,
                       const Parts& parts, notation::Findings& findings) {
    const auto tell = [&](int line, std::string message, const char* hint) {
        const Bytes where = lines[line].bytes();
        findings.tell(Severity::warning, rule("D-38"), {},
                      draft.source.place_between(where.begin, where.end), std::move(message), hint);
    };
    const auto shown = [&](int line) { return notation::shown(lines[line].whole()); };
    for (const int i : parts.unnumbered)
        tell(i, fmt::format("“{}”前面没有编号，按标题读了", shown(i)), "照格式写上编号");
    for (int section = 0; section < std::ssize(parts.sections); ++section) {
        const bool has_headings = section == 0 || section >= 4;  // the others are tables
        const std::vector<int> lost =
            has_headings ? lost_headings(lines, parts, section) : std::vector<int>();
        for (const int i : lost)
            tell(i, fmt::format("“{}”像是标题，前面没有编号，按正文读了", shown(i)),
                 "请核实；是标题的，写上编号，例如“（一）”");
        if (!draft.may_lack_numbers) continue;
        for (const NumberGap& gap :
             number_gaps(lines, parts.sections[section], section, parts.contents)) {
            // The number is that of a heading that was told.
            if (!lost.empty() && lost.front() < gap.line) continue;
            tell(gap.line,
                 gap.before.empty()
                     ? fmt::format("“{}”是这里的第一个编号，前面的可能丢了", shown(gap.line))
                     : fmt::format("“{}”接在“{}”之后，中间的编号可能丢了", shown(gap.line),
                                   gap.before),
                 "照原来的文件补上编号");
        }
    }
}

}  // namespace nianbao::recognise
