// Findings as people read them.
#include "nianbao/read.hpp"

#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace nianbao {
namespace {

constexpr int widest = 100;       // columns of a line that are shown
constexpr int before_place = 40;  // columns before the place, if the line is cut
constexpr int most_shown = 400;   // characters of a line that are looked at: some have no width

/// One character as it is shown: blanks for tabs and line ends within a cell, U+FFFD for
/// what would disturb a terminal.
char32_t printable(const Decoded& decoded) {
    const char32_t c = decoded.character.value_or(U'\uFFFD');
    if (c == U'\t' || c == U'\n') return U' ';
    const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c >= 0x200E && c <= 0x200F) ||
                         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return control || c == 0xFEFF ? U'\uFFFD' : c;
}

/// A line's part that is shown, from byte `begin` on, and the padding before the carets.
struct Window {
    std::string text;
    int caret_at = 0, carets = 0;
};

/// The byte from which at most `columns` columns lie before `at`.
std::size_t columns_back(std::string_view line, std::size_t at, int columns) {
    for (int i = 0; at > 0 && i < most_shown; ++i) {
        std::size_t previous = at - 1;
        while (previous > 0 && continues_character(line[previous])) --previous;
        columns -= display_width(printable(decode_at(line, previous)));
        if (columns < 0) break;
        at = previous;
    }
    return at;
}

bool fits(std::string_view line) {
    int width = 0;
    std::size_t at = 0;
    for (int i = 0; at < line.size() && i < most_shown; ++i) {
        const Decoded next = decode_at(line, at);
        width += display_width(printable(next));
        if (width > widest) return false;
        at += next.bytes;
    }
    return at >= line.size();
}

/// `place` and `end`: bytes of the line between which the carets stand.
Window window(std::string_view line, std::size_t place, std::size_t end) {
    const bool whole = fits(line);
    std::size_t at = whole ? 0 : columns_back(line, place, before_place);
    Window shown;
    if (at > 0) shown.text = "…";
    int width = display_width(shown.text);
    shown.caret_at = width;
    for (int i = 0; at < line.size(); ++i) {
        const Decoded next = decode_at(line, at);
        const char32_t c = printable(next);
        const int columns = display_width(c);
        if (!whole && (width + columns > widest || i == most_shown)) {
            shown.text += "…";
            break;
        }
        append_utf8(shown.text, c);
        width += columns;
        if (at < place) {
            shown.caret_at = width;
        } else if (at < end) {
            shown.carets += columns;
        }
        at += next.bytes;
    }
    return shown;
}

/// How a line is numbered beside it: "17", "D7", "12", "5,3".
std::string label_of(const Place& place) {
    switch (place.kind) {
        case Place::Kind::cell:
            return cell_address(place);
        case Place::Kind::table:
            return fmt::format("{},{}", place.row, place.column);
        case Place::Kind::text:
        case Place::Kind::paragraph:
            break;
    }
    return std::to_string(place.row);
}

}  // namespace

std::string message(const Finding& finding) {
    const std::string at = place_text(finding.place);
    const std::string reason =
        finding.waived.empty() ? "" : fmt::format("（豁免理由：{}）", finding.waived);
    return fmt::format("{}{}{} {}: {}{}", at, at.empty() ? "" : ": ", level_of(finding),
                       finding.rule, finding.message, reason);
}

std::string excerpt(const Source& source, const Place& place) {
    const std::string_view line = source.line(place);
    if (line.data() == nullptr) return {};
    const int begin = line.data() - source.text().data();
    const auto byte = [&](int characters) {
        return std::min(static_cast<std::size_t>(source.byte_after(begin, characters) - begin),
                        line.size());
    };
    const bool text = place.kind == Place::Kind::text;
    const int first = text ? place.column : std::max(place.character, 1);
    const bool whole = !text && place.character == 0;
    const std::size_t from = byte(first - 1),
                      to = whole ? line.size() : byte(first - 1 + std::max(place.length, 1));
    const Window shown = window(line, from, to);
    const std::string label = label_of(place);
    const std::size_t margin = std::max<std::size_t>(label.size(), 5);
    return fmt::format("{:>{}} | {}\n{:>{}} | {}{}", label, margin, shown.text, "", margin,
                       std::string(shown.caret_at, ' '),
                       std::string(std::max(shown.carets, 1), '^'));
}

std::string report_text(const Finding& finding, const Source& source) {
    std::string text = message(finding) + "\n";
    if (const std::string lines = excerpt(source, finding.place); !lines.empty())
        text += lines + "\n";
    if (!finding.hint.empty() && finding.waived.empty())
        text += fmt::format("   提示: {}\n", finding.hint);
    if (!finding.reviewed.empty()) text += fmt::format("   核过: {}\n", finding.reviewed);
    return text;
}

}  // namespace nianbao
