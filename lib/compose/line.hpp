// A line of a field as it will be printed, and as running text.
#pragma once

#include "nianbao/document.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// The code points of the field that a printed character stands for.
struct Origin {
    int from = 0, length = 0;
    bool reference = false;  // a {{cell}} printed the character
    bool operator==(const Origin&) const = default;
};

/// `origins` has one for each character of `text`.
struct ComposedLine {
    std::u32string text;
    std::vector<Origin> origins;

    void add(char32_t character, const Origin& origin) {
        text += character;
        origins.push_back(origin);
    }
};

/// Composes a line that begins at `offset` of its field: blanks at its ends dropped,
/// references replaced, spaces that are gaps of the layout or follow a number left out.
/// `prefix` is put before it, unless it begins so (“注：”).
ComposedLine compose_line(const Report& report, std::u32string_view line, int offset,
                          std::u32string_view prefix = {});

/// The characters of a line from where the last stretch ended up to `end`.
struct Stretch {
    std::size_t end;
    TextRole role;
};

/// A line as running text: a text for each piece of one role, origin and link. The
/// stretches cover the line.
Inline inline_of(const ComposedLine& line, std::string_view field,
                 std::initializer_list<Stretch> stretches);

/// The same, all of it plain.
Inline inline_of(const ComposedLine& line, std::string_view field);

/// Calls `each(line, offset)` for every line of a field's text, empty ones too.
template <class Each>
void each_line(std::u32string_view text, Each each) {
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = text.find(U'\n', from);
        each(text.substr(from, end - from), static_cast<int>(from));
        from = end == text.npos ? text.size() : end + 1;
    }
}

}  // namespace nianbao
