#include "compose/prose.hpp"

#include "compose/line.hpp"
#include "compose/lists.hpp"
#include "text/headings.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace nianbao {
namespace {

/// A line with what was found of it.
struct ProseLine {
    ComposedLine line;
    LineRole role;

    /// As a heading: “①” is of the deepest level, as “（1）” is.
    int level() const { return std::min(role.numbering.level, deepest_level); }
};

std::vector<ProseLine> lines_of(const Report& report, const std::string& text) {
    std::vector<ProseLine> lines;
    const std::u32string whole = to_utf32(text);
    each_line(whole, [&](std::u32string_view line, int offset) {
        ComposedLine made = compose_line(report, line, offset);
        if (!made.text.empty()) lines.push_back({std::move(made), {}});
    });
    std::vector<std::u32string_view> printed;
    printed.reserve(lines.size());
    for (const ProseLine& line : lines) printed.emplace_back(line.line.text);
    const std::vector<LineRole> roles = line_roles(printed);
    for (std::size_t i = 0; i < lines.size(); ++i) lines[i].role = roles[i];
    return lines;
}

Heading heading_of(const ProseLine& line, std::string_view field) {
    Heading heading;
    heading.level = line.level();
    heading.content = inline_of(line.line, field);
    return heading;
}

/// A paragraph or an item, with its run-in heading, and its label if it has one.
template <class Made>
Made numbered(const ProseLine& line, std::string_view field, std::size_t label) {
    Made made;
    if (line.role.kind == LineKind::run_in) made.run_in = line.level();
    made.content = inline_of(line.line, field,
                             {{label, TextRole::label},
                              {line.role.heading, TextRole::heading},
                              {line.line.text.size(), TextRole::plain}});
    return made;
}

/// REQUIRES: list_length() of the numbers is all of them, one for each line.
List list_of(std::span<const ProseLine> lines, std::span<const ItemNumber> numbers,
             std::string_view field) {
    List list;
    list.labels = numbers.front().labels;
    list.first = numbers.front().value;
    for (std::size_t i = 0; i < lines.size();) {
        if (numbers[i].labels == list.labels) {
            list.items.push_back(numbered<ListItem>(lines[i], field, numbers[i].length));
            ++i;
            continue;
        }
        const std::size_t below = list_length(numbers.subspan(i));
        list.items.back().below.push_back(
            list_of(lines.subspan(i, below), numbers.subspan(i, below), field));
        i += below;
    }
    return list;
}

}  // namespace

void compose_prose(const Report& report, std::string_view field, const std::string& text,
                   std::vector<Section>& sections) {
    const std::vector<ProseLine> lines = lines_of(report, text);
    std::vector<ItemNumber> numbers;
    numbers.reserve(lines.size());
    for (const ProseLine& line : lines) numbers.push_back(item_number(line.role));
    if (!lines.empty() && sections.empty()) sections.emplace_back();

    for (std::size_t i = 0; i < lines.size();) {
        const ProseLine& line = lines[i];
        const std::size_t items = list_length(std::span(numbers).subspan(i));
        std::vector<Block>& blocks = sections.back().blocks;
        if (line.role.kind == LineKind::heading && line.level() == 1) {
            sections.push_back({heading_of(line, field), -1, {}});
        } else if (line.role.kind == LineKind::heading) {
            blocks.emplace_back(heading_of(line, field));
        } else if (items > 0) {
            blocks.emplace_back(list_of(std::span(lines).subspan(i, items),
                                        std::span(numbers).subspan(i, items), field));
        } else {
            blocks.emplace_back(numbered<Paragraph>(line, field, 0));
        }
        i += std::max<std::size_t>(items, 1);
    }
}

}  // namespace nianbao
