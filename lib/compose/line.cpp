#include "compose/line.hpp"

#include "report/references.hpp"
#include "text/address.hpp"
#include "text/character.hpp"
#include "text/digits.hpp"
#include "text/english.hpp"
#include "text/numbering.hpp"

#include <algorithm>
#include <utility>

namespace nianbao {
namespace {

bool is_blank(char32_t c) {
    return c == U' ' || c == U'\t' || c == 0x3000 || c == 0xA0 || c == U'\r';
}

/// `{{{{` prints two braces: no reference.
constexpr std::u32string_view escaped_braces = U"{{{{";

/// The line with its references replaced.
ComposedLine with_references(const Report& report, std::u32string_view line, int offset) {
    ComposedLine out;
    out.text.reserve(line.size());
    out.origins.reserve(line.size());
    const auto references = find_references(report, line);
    auto next = references.begin();
    for (int at = 0; at < static_cast<int>(line.size());) {
        const std::u32string_view rest = line.substr(at);
        if (next != references.end() && next->begin == at) {
            const Origin origin{offset + at, next->end - next->begin,
                                !rest.starts_with(escaped_braces)};
            for (char32_t c : next->text) out.add(c, origin);
            at = next->end;
            ++next;
            continue;
        }
        out.add(rest.front() == U'\t' ? U' ' : rest.front(), {offset + at, 1});
        ++at;
    }
    return out;
}

bool is_word(CharacterClass c) { return c == CharacterClass::digit || c == CharacterClass::letter; }

/// Drops spaces typed between Han and a digit or letter: they are the gap of the layout,
/// not characters.
void drop_gaps(ComposedLine& line) {
    std::u32string& text = line.text;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == U' ' && kept > 0) {
            const std::size_t after = text.find_first_not_of(U' ', i);
            if (after != text.npos) {
                const CharacterClass a = class_of(text[kept - 1]), b = class_of(text[after]);
                if ((is_wide(a) && is_word(b)) ||
                    ((is_word(a) || a == CharacterClass::postfix) && is_wide(b))) {
                    i = after - 1;
                    continue;
                }
            }
        }
        text[kept] = text[i];
        line.origins[kept] = line.origins[i];
        ++kept;
    }
    text.resize(kept);
    line.origins.resize(kept);
}

/// Drops blanks typed behind a number: “（一） 总体情况”. “1. 2023年” keeps its own, as
/// “1.2023” would be another number.
void drop_blanks_after_number(ComposedLine& line) {
    const std::size_t number = numbering_of(line.text).length;
    const std::ptrdiff_t begin = number;
    auto end = begin;
    while (number > 0 && end < std::ssize(line.text) && is_blank(line.text[end])) ++end;
    if (end == begin || (end < std::ssize(line.text) && digit_value(line.text[end]) >= 0)) return;
    line.text.erase(number, end - begin);
    line.origins.erase(line.origins.begin() + begin, line.origins.begin() + end);
}

/// The addresses of a text; those of a title go over its line ends.
std::vector<Address> addresses_of(std::u32string_view text) {
    if (text.find(U'\n') == text.npos) return find_addresses(text);
    std::u32string plain;
    std::vector<int> places;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == U'\n') continue;
        plain += text[i];
        places.push_back(static_cast<int>(i));
    }
    std::vector<Address> found = find_addresses(plain);
    for (Address& address : found) {
        address.begin = places[address.begin];
        address.end = places[address.end - 1] + 1;
    }
    return found;
}

/// Where the piece of one origin that begins at `first` ends, at most at `limit`: what
/// stands in the field as it is, or what one reference printed.
std::size_t end_of_piece(const std::vector<Origin>& origins, std::size_t first, std::size_t limit) {
    const Origin& origin = origins[first];
    std::size_t end = first + 1;
    if (origin.length == 1) {
        while (end < limit && origins[end].length == 1 &&
               origins[end].from == origins[end - 1].from + 1)
            ++end;
    } else {
        while (end < limit && origins[end] == origin) ++end;
    }
    return end;
}

}  // namespace

ComposedLine compose_line(const Report& report, std::u32string_view line, int offset,
                          std::u32string_view prefix) {
    while (!line.empty() && is_blank(line.front())) {
        line.remove_prefix(1);
        ++offset;
    }
    while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
    ComposedLine composed = with_references(report, line, offset);
    drop_gaps(composed);
    drop_blanks_after_number(composed);
    if (!prefix.empty() && !std::u32string_view(composed.text).starts_with(prefix)) {
        composed.text.insert(0, prefix);
        composed.origins.insert(composed.origins.begin(), prefix.size(), Origin{});
    }
    return composed;
}

Inline inline_of(const ComposedLine& line, std::string_view field,
                 std::initializer_list<Stretch> stretches) {
    Inline content;
    std::vector<Address> addresses = addresses_of(line.text);
    auto address = addresses.begin();
    const std::vector<WordRange> english = english_words(line.text);
    auto words = english.begin();
    std::size_t at = 0;
    for (const Stretch& stretch : stretches) {
        while (at < stretch.end) {
            std::size_t limit = stretch.end;
            bool linked = false;
            if (address != addresses.end()) {
                const std::size_t begin = address->begin, end = address->end;
                linked = at >= begin;
                limit = std::min(limit, linked ? end : begin);
                if (at == begin) content.links.push_back(std::move(address->uri));
            }
            while (words != english.end() && words->end <= at) ++words;
            const bool begun = words != english.end() && at >= words->begin;
            if (words != english.end() && !linked)
                limit = std::min(limit, begun ? words->end : words->begin);
            const std::size_t to = end_of_piece(line.origins, at, limit);
            const Origin& origin = line.origins[at];
            Text text;
            text.text = line.text.substr(at, to - at);
            text.from = {std::string(field), origin.from,
                         origin.length == 1 ? static_cast<int>(to - at) : origin.length};
            text.role = stretch.role;
            text.reference = origin.reference;
            if (begun && !linked) text.language = "en";
            if (linked) text.link = static_cast<int>(content.links.size()) - 1;
            content.texts.push_back(std::move(text));
            at = to;
            if (linked && std::cmp_equal(at, address->end)) ++address;
        }
    }
    return content;
}

Inline inline_of(const ComposedLine& line, std::string_view field) {
    return inline_of(line, field, {{line.text.size(), TextRole::plain}});
}

}  // namespace nianbao
