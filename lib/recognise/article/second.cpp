// A file that holds two reports: one behind the other, by their titles or their tables.
#include "recognise/article/article.hpp"
#include "text/numbering.hpp"
#include "text/utf8.hpp"

#include <bitset>
#include <string>

namespace nianbao::recognise {
namespace {

using Sections = std::bitset<6>;

Sections sections_headed(const Line& line, const std::array<std::string_view, 6>& headings) {
    Sections own;
    for (int section = 0; section < 6; ++section)
        own[section] = is_section_heading(line, section, headings[section]);
    return own;
}

/// Of each section whether its heading stands at that line, with something of it behind:
/// lines of a table of contents follow each other, or are numbered.
Sections begun_at(const std::vector<Line>& lines, int at,
                  const std::array<std::string_view, 6>& headings) {
    const Sections own = sections_headed(lines[at], headings);
    if (own.none()) return own;
    int next = at + 1;
    while (next < std::ssize(lines) && lines[next].blank()) ++next;
    if (next == std::ssize(lines)) return {};
    if (lines[next].tables_before > lines[at].tables_before) return own;
    const std::string text = lines[next].whole();
    const bool body = !is_title_line(text) && !numbering_of(to_utf32(text));
    return body ? own : Sections();
}

}  // namespace

int second_title(const std::vector<Line>& lines, const std::array<std::string_view, 6>& headings) {
    std::vector<int> titles;
    for (int i = 0; i < std::ssize(lines); ++i) {
        if (is_title_line(lines[i].whole())) titles.push_back(i);
    }
    if (titles.size() < 2) return -1;
    constexpr std::size_t enough = 3;  // sections that both reports have
    const int count = static_cast<int>(lines.size());
    std::vector<Sections> begun(count), behind(count + 1);
    for (int i = count - 1; i >= 0; --i) {
        begun[i] = begun_at(lines, i, headings);
        behind[i] = behind[i + 1] | begun[i];
    }
    Sections before;
    int from = titles.front();
    for (std::size_t i = 1; i < titles.size(); ++i) {
        for (; from < titles[i]; ++from) before |= begun[from];
        if ((before & behind[titles[i]]).count() >= enough) return titles[i];
    }
    return -1;
}

}  // namespace nianbao::recognise
