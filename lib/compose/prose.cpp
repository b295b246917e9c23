#include "compose/prose.hpp"

#include "report/references.hpp"
#include "text/character.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace nianbao {
namespace {

/// The longest line that is a heading, and the longest run-in heading, in characters (one full line of the page).
constexpr int longest_heading = 28;
constexpr std::size_t longest_numeral = 2;

bool is_blank(char32_t c) { return c == U' ' || c == U'\t' || c == 0x3000 || c == 0xA0 || c == U'\r'; }

/// A character of the composed line, with the code points of the field that it stands for.
struct Composed {
    char32_t character;
    int from, length;
};

std::vector<Composed> composed_line(const Report& report, std::u32string_view line, int offset) {
    while (!line.empty() && is_blank(line.front())) {
        line.remove_prefix(1);
        ++offset;
    }
    while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);

    std::vector<Composed> out;
    out.reserve(line.size());
    const auto references = find_references(report, line);
    auto next = references.begin();
    for (int at = 0; at < static_cast<int>(line.size());) {
        if (next != references.end() && next->begin == at) {
            for (char32_t c : next->text) out.push_back({c, offset + at, next->end - next->begin});
            at = next->end;
            ++next;
            continue;
        }
        out.push_back({line[static_cast<std::size_t>(at)] == U'\t' ? U' ' : line[static_cast<std::size_t>(at)], offset + at, 1});
        ++at;
    }

    // A space typed between Han and a digit or letter is the gap of the layout, not a character.
    std::vector<Composed> kept;
    kept.reserve(out.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (out[i].character == U' ' && !kept.empty()) {
            std::size_t after = i + 1;
            while (after < out.size() && out[after].character == U' ') ++after;
            if (after < out.size()) {
                const auto a = class_of(kept.back().character), b = class_of(out[after].character);
                const auto word = [](CharacterClass c) { return c == CharacterClass::digit || c == CharacterClass::letter; };
                if ((is_wide(a) && word(b)) || ((word(a) || a == CharacterClass::postfix) && is_wide(b))) {
                    i = after - 1;
                    continue;
                }
            }
        }
        kept.push_back(out[i]);
    }
    return kept;
}

bool is_numeral(char32_t c) { return std::u32string_view(U"〇零一二三四五六七八九十百").find(c) != std::u32string_view::npos; }
bool is_digit(char32_t c) { return class_of(c) == CharacterClass::digit; }

/// The level that the line's numbering gives it: 1 for "一、", 2 for "（一）", 3 for "1.", 4 for "（1）", 0 for none.
int level_of(const std::vector<Composed>& line) {
    const auto at = [&](std::size_t i) { return i < line.size() ? line[i].character : U'\0'; };
    // A numbering has few characters: （2022） and 2022. are years.
    const auto run = [&](std::size_t from, auto belongs) {
        std::size_t to = from;
        while (to < from + longest_numeral && belongs(at(to))) ++to;
        return to;
    };
    if (const std::size_t end = run(0, is_numeral); end > 0 && at(end) == U'、') return 1;
    if (at(0) == U'（') {
        if (const std::size_t end = run(1, is_numeral); end > 1 && at(end) == U'）') return 2;
        if (const std::size_t end = run(1, is_digit); end > 1 && at(end) == U'）') return 4;
        return 0;
    }
    if (const std::size_t end = run(0, is_digit); end > 0 && (at(end) == U'.' || at(end) == U'．') && !is_digit(at(end + 1))) return 3;
    return 0;
}

FontRole font_of(int level) { return level == 1 ? FontRole::heading1 : level == 2 ? FontRole::heading2 : FontRole::body; }
ParagraphRole heading_of(int level) {
    return level == 1 ? ParagraphRole::heading1 : level == 2 ? ParagraphRole::heading2 : level == 3 ? ParagraphRole::heading3 : ParagraphRole::heading4;
}

/// Appends composed characters as texts of one font: one text for each stretch that stands in the field as it is, one for each reference.
void append(Paragraph& paragraph, std::string_view field, FontRole font, const Composed* begin, const Composed* end) {
    for (const Composed* at = begin; at != end;) {
        const Composed* to = at + 1;
        if (at->length == 1) {
            while (to != end && to->length == 1 && to->from == (to - 1)->from + 1) ++to;
        } else {
            while (to != end && to->from == at->from && to->length == at->length) ++to;
        }
        Text text;
        text.font = font;
        for (const Composed* c = at; c != to; ++c) text.text += c->character;
        text.from = {std::string(field), at->from, at->length == 1 ? static_cast<int>(to - at) : at->length};
        paragraph.texts.push_back(std::move(text));
        at = to;
    }
}

}  // namespace

Paragraph compose_line(const Report& report, std::string_view field, std::u32string_view line, int offset, ParagraphRole role, FontRole font,
                       std::u32string_view prefix) {
    const auto composed = composed_line(report, line, offset);
    Paragraph paragraph;
    paragraph.role = role;
    const auto starts_with_prefix = [&] {
        return composed.size() >= prefix.size() &&
               std::equal(prefix.begin(), prefix.end(), composed.begin(), [](char32_t p, const Composed& c) { return p == c.character; });
    };
    if (!prefix.empty() && !starts_with_prefix()) paragraph.texts.push_back({font, std::u32string(prefix), {std::string(field), 0, 0}});
    append(paragraph, field, font, composed.data(), composed.data() + composed.size());
    return paragraph;
}

std::vector<Paragraph> compose_prose(const Report& report, std::string_view field, const std::string& text) {
    std::vector<Paragraph> paragraphs;
    const std::u32string whole = to_utf32(text);
    for (std::size_t from = 0; from < whole.size();) {
        const std::size_t end = std::min(whole.find(U'\n', from), whole.size());
        const auto line = composed_line(report, std::u32string_view(whole).substr(from, end - from), static_cast<int>(from));
        from = end + 1;
        if (line.empty()) continue;

        Paragraph paragraph;
        const Composed *begin = line.data(), *last = begin + line.size();
        const int level = level_of(line);
        const auto ends_sentence = [&] { return std::u32string_view(U"。；：，").find(line.back().character) != std::u32string_view::npos; };
        if (level > 0 && static_cast<int>(line.size()) <= longest_heading && !ends_sentence()) {
            paragraph.role = heading_of(level);
            append(paragraph, field, font_of(level), begin, last);
        } else {
            const Composed* stop = level == 0 ? begin : std::find_if(begin, last, [](const Composed& c) { return c.character == U'。'; });
            if (stop == last || stop - begin > longest_heading) stop = begin;
            append(paragraph, field, font_of(level), begin, stop);
            append(paragraph, field, FontRole::body, stop, last);
        }
        paragraphs.push_back(std::move(paragraph));
    }
    return paragraphs;
}

}  // namespace nianbao
