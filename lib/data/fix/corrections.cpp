#include "data/fix/corrections.hpp"

#include "notation/mending/mended_text.hpp"
#include "notation/mending/mending.hpp"
#include "text/numbering.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace nianbao::data {
namespace {

constexpr std::string_view yaml_blanks = " \t", yaml_breaks = " \t\r\n";

/// Bytes of a text.
struct TypedLine {
    std::size_t begin, end;
};

/// What stands on each line of a scalar, without blanks around it and empty lines.
struct TypedLines {
    std::vector<TypedLine> words;
    std::string folded;    // as YAML makes one text of them
    bool run_on = false;   // two of them stand in one paragraph
    bool returns = false;  // they end with CR LF
};

TypedLines typed_lines(std::string_view text, std::size_t begin, std::size_t end) {
    TypedLines lines;
    int breaks = 0;
    for (std::size_t at = begin; at < end;) {
        const std::size_t feed = std::min(text.find('\n', at), end);
        const std::size_t first =
            std::min(text.substr(0, feed).find_first_not_of(yaml_breaks, at), feed);
        std::size_t last = feed;
        while (last > first && yaml_breaks.find(text[last - 1]) != yaml_breaks.npos) --last;
        lines.returns = lines.returns || (feed > at && feed < end && text[feed - 1] == '\r');
        if (first < last) {
            if (!lines.words.empty() && breaks == 1) lines.folded += ' ';
            if (breaks > 1) lines.folded.append(static_cast<std::size_t>(breaks) - 1, '\n');
            lines.run_on = lines.run_on || (!lines.words.empty() && breaks == 1);
            lines.folded += text.substr(first, last - first);
            lines.words.push_back({first, last});
            breaks = 0;
        }
        ++breaks;
        at = feed + 1;
    }
    return lines;
}

bool ends_paragraph(std::string_view line) {
    for (std::string_view mark : {"”", "’", "）", "》"}) {
        if (line.ends_with(mark)) line.remove_suffix(mark.size());
    }
    constexpr std::string_view ends[] = {"。", "！", "？", "；", "：", "…"};
    return std::any_of(std::begin(ends), std::end(ends),
                       [&](std::string_view end) { return line.ends_with(end); });
}

bool begins_with_number(std::string_view line) {
    constexpr std::size_t most_bytes_of_number = longest_numbering * 4;
    return static_cast<bool>(
        numbering_of(to_utf32(line.substr(0, std::min(line.size(), most_bytes_of_number)))));
}

/// The byte behind the colon of a key, if nothing but that stands before the value.
std::optional<std::size_t> behind_colon(std::string_view text, const Node& key, std::size_t value) {
    const auto from = static_cast<std::size_t>(key.end);
    const std::size_t colon = text.find_first_not_of(yaml_blanks, from);
    if (colon == text.npos || colon >= value || text[colon] != ':') return {};
    if (text.find_first_not_of(yaml_breaks, colon + 1) != value) return {};
    return colon + 1;
}

/// True if nothing stands behind a byte that a text of this indentation would take in: a
/// comment on its line, or below it.
bool ends_there(std::string_view text, std::size_t at, std::size_t indent) {
    const std::size_t next = text.find_first_not_of(yaml_breaks, at);
    if (next == text.npos) return true;
    const std::size_t feed = text.rfind('\n', next);
    return feed != text.npos && feed >= at && next - feed - 1 < indent;
}

}  // namespace

void correct_word(Values& values, const Node& node, const std::string& plainly) {
    const auto begin = static_cast<std::size_t>(node.begin),
               end = static_cast<std::size_t>(node.end);
    const std::string_view written =
        std::string_view(values.source.text()).substr(begin, end - begin);
    const std::size_t quote = written.starts_with('"') || written.starts_with('\'') ? 1 : 0;
    // With escapes, or over several lines, it is no mere slip.
    if (written.size() < 2 * quote ||
        written.substr(quote, written.size() - 2 * quote) != node.text)
        return;
    values.corrections->values.push_back(
        {node.begin + static_cast<int>(quote), node.end - static_cast<int>(quote), plainly});
}

void correct_prose(Values& values, const Node& node) {
    if (values.format != Format::yaml || node.style != Style::plain || node.key < 0) return;
    const std::string_view text = values.source.text();
    const Node& key = values.tree.at(node.key);
    const auto begin = static_cast<std::size_t>(node.begin),
               end = static_cast<std::size_t>(node.end);
    if (text.substr(begin, end - begin).find('\n') == text.npos) return;

    const std::size_t feed = text.rfind('\n', static_cast<std::size_t>(key.begin));
    const std::size_t line = feed == text.npos ? 0 : feed + 1;
    const std::size_t own = static_cast<std::size_t>(key.begin) - line, indent = own + 2;
    const bool block = text.find_first_not_of(' ', line) == line + own;  // not within braces
    const std::optional<std::size_t> value = behind_colon(text, key, begin);
    const TypedLines lines = typed_lines(text, begin, end);
    if (!block || !value || !lines.run_on || lines.folded != node.text ||
        !ends_there(text, end, indent))
        return;
    const auto words = [&](std::size_t i) {
        return text.substr(lines.words[i].begin, lines.words[i].end - lines.words[i].begin);
    };
    if (notation::mistaken_bar(words(0)) == words(0).size()) {
        values.corrections->values.push_back(
            {static_cast<int>(lines.words[0].begin), static_cast<int>(lines.words[0].end), "|"});
        return;
    }
    for (std::size_t i = 1; i < lines.words.size(); ++i) {
        if (!ends_paragraph(words(i - 1)) && !begins_with_number(words(i))) return;
    }
    const std::string next = (lines.returns ? "\r\n" : "\n") + std::string(indent, ' ');
    values.corrections->values.push_back(
        {static_cast<int>(*value), static_cast<int>(begin), " |" + next});
    for (std::size_t i = 1; i < lines.words.size(); ++i)
        values.corrections->values.push_back({static_cast<int>(lines.words[i - 1].end),
                                              static_cast<int>(lines.words[i].begin), next});
}

}  // namespace nianbao::data
