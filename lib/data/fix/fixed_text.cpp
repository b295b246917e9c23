// The changes of fix() as people see them.
#include "nianbao/fix.hpp"

#include "notation/mending/mending.hpp"
#include "text/character.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace nianbao {
namespace {

constexpr std::size_t shown_before = 60, shown_in_all = 240;  // bytes of a line

bool inside_character(std::string_view text, std::size_t at) {
    return at < text.size() && continues_character(text[at]);
}

/// Bytes of a line that differ from those of the other one.
struct Differing {
    std::size_t begin, end;
};

Differing differing(std::string_view line, std::string_view other) {
    const std::size_t shorter = std::min(line.size(), other.size());
    const auto unlike = std::mismatch(
        line.begin(), line.begin() + static_cast<std::ptrdiff_t>(shorter), other.begin());
    auto begin = static_cast<std::size_t>(unlike.first - line.begin());
    std::size_t same = 0;
    while (same < shorter - begin && line[line.size() - same - 1] == other[other.size() - same - 1])
        ++same;
    while (begin > 0 && (inside_character(line, begin) || inside_character(other, begin))) --begin;
    std::size_t end = line.size() - same;
    while (inside_character(line, end)) ++end;
    return {begin, end};
}

/// The line, with what cannot be seen named where it differs, cut to what is near.
std::string shown_line(std::string_view line, Differing differs) {
    std::size_t at = differs.begin > shown_before ? differs.begin - shown_before : 0;
    if (line.size() <= shown_in_all) at = 0;
    while (inside_character(line, at)) ++at;
    std::string shown = at > 0 ? "…" : "";
    const std::size_t end = at + shown_in_all;
    while (at < line.size()) {
        if (at >= end) return shown + "…";
        const Decoded next = decode_at(line, at);
        const char32_t c = next.character.value_or(U'\uFFFD');
        const notation::OddBlank odd = notation::odd_blank_at(line, at);
        const bool here = at >= differs.begin && at < differs.end;
        if (here && c == U'\t') shown += "⟨制表符⟩";
        else if (here && odd.bytes > 0) shown += fmt::format("⟨{}⟩", odd.name);
        else append_utf8(shown, c == U'\t' ? U' ' : forbidden(c) ? U'\uFFFD' : c);
        at += static_cast<std::size_t>(next.bytes);
    }
    return shown;
}

}  // namespace

std::string fixed_text(const Fixed& fixed, std::string_view name) {
    std::string text;
    for (const std::string& change : fixed.throughout)
        text += fmt::format("{}: {}\n", name, change);
    for (const FixedLines& lines : fixed.lines) {
        text += fmt::format("{}:{}\n", name, lines.first);
        const auto add = [&](std::string_view sign, const std::vector<std::string>& own,
                             const std::vector<std::string>& others) {
            for (std::size_t i = 0; i < own.size(); ++i)
                text += fmt::format(
                    "{} {}\n", sign,
                    shown_line(own[i],
                               differing(own[i], i < others.size() ? others[i] : std::string())));
        };
        add("-", lines.before, lines.after);
        add("+", lines.after, lines.before);
    }
    return text;
}

}  // namespace nianbao
