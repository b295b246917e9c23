// Findings as people read them.
#include "nianbao/read.hpp"

#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace nianbao {
namespace {

constexpr int widest = 100;      // columns of a line that are shown
constexpr int before = 40;       // columns before the place, where the line is cut
constexpr int most_shown = 400;  // characters of a line that are looked at: some have no width

/// One character as it is shown: blanks for tabs, U+FFFD for what would disturb a terminal.
char32_t printable(const Decoded& decoded) {
    const char32_t c = decoded.character.value_or(U'\uFFFD');
    if (c == U'\t') return U' ';
    const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c >= 0x200E && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
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
        while (previous > 0 && (static_cast<unsigned char>(line[previous]) & 0xC0) == 0x80) --previous;
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
        at += static_cast<std::size_t>(next.bytes);
    }
    return at >= line.size();
}

/// `place` and `end`: bytes of the line between which the carets stand.
Window window(std::string_view line, std::size_t place, std::size_t end) {
    const bool whole = fits(line);
    std::size_t at = whole ? 0 : columns_back(line, place, before);
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
        at += static_cast<std::size_t>(next.bytes);
    }
    return shown;
}

}  // namespace

std::string message(const Finding& finding) {
    const Place& place = finding.place;
    std::string at = place.file;
    if (!place.sheet.empty()) at += fmt::format("{}{}", at.empty() ? "" : ":", place.sheet);
    if (place.row > 0) at += fmt::format("{}{}:{}", at.empty() ? "" : ":", place.row, place.column);
    const std::string_view level = !finding.waived.empty() ? "豁免" : finding.severity == Severity::error ? "错误" : "警告";
    const std::string reason = finding.waived.empty() ? "" : fmt::format("（豁免理由：{}）", finding.waived);
    return fmt::format("{}{}{} {}: {}{}", at, at.empty() ? "" : ": ", level, finding.rule, finding.message, reason);
}

std::string excerpt(const Source& source, const Place& place) {
    if (place.row < 1 || place.file != source.file() || !place.sheet.empty() || source.text().empty()) return {};
    const std::string_view line = source.line(place.row);
    if (line.data() == nullptr) return {};
    const int begin = static_cast<int>(line.data() - source.text().data());
    const auto byte = [&](int columns) { return std::min(static_cast<std::size_t>(source.byte_after(begin, columns) - begin), line.size()); };
    const std::size_t from = byte(place.column - 1), to = byte(place.column - 1 + std::max(place.length, 1));
    const Window shown = window(line, from, to);
    return fmt::format("{:>5} | {}\n{:>5} | {}{}", place.row, shown.text, "", std::string(static_cast<std::size_t>(shown.caret_at), ' '),
                       std::string(static_cast<std::size_t>(std::max(shown.carets, 1)), '^'));
}

std::string report_text(const Finding& finding, const Source& source) {
    std::string text = message(finding) + "\n";
    if (const std::string lines = excerpt(source, finding.place); !lines.empty()) text += lines + "\n";
    if (!finding.hint.empty() && finding.waived.empty()) text += fmt::format("   提示: {}\n", finding.hint);
    return text;
}

}  // namespace nianbao
