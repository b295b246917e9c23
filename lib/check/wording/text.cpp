#include "check/wording/text.hpp"

#include "text/numbering.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <utility>

namespace nianbao::wording {
namespace {

constexpr std::u32string_view numerals = U"一二三四五六七八九";
constexpr std::size_t longest_sentence = 300;  // on either side of what is asked about, so that a
                                               // text without a stop costs no more

/// Puts zeros for references; what is not closed stays as it is.
void hide_references(std::u32string& text) {
    for (std::size_t from = text.find(U"{{"); from != text.npos; from = text.find(U"{{", from)) {
        if (stands(text, from, U"{{{{")) {
            from += 4;
            continue;
        }
        const std::size_t end = text.find(U"}}", from);
        if (end == text.npos ||
            std::u32string_view(text).substr(from, end - from).find(U'\n') != text.npos)
            return;
        std::fill(text.begin() + from, text.begin() + end + 2, U'0');
        from = end + 2;
    }
}

Range around(std::u32string_view text, std::size_t place, std::u32string_view ends) {
    Range range{place, place};
    while (range.begin > 0 && place - range.begin < longest_sentence &&
           !is_one_of(text[range.begin - 1], ends))
        --range.begin;
    while (range.end < text.size() && range.end - place < longest_sentence &&
           !is_one_of(text[range.end], ends))
        ++range.end;
    return range;
}

}  // namespace

bool FieldText::in_address(std::size_t place) const {
    const auto next = std::upper_bound(addresses.begin(), addresses.end(), place,
                                       [](std::size_t wanted, const Address& address) {
                                           return std::cmp_less(wanted, address.begin);
                                       });
    return next != addresses.begin() && std::cmp_less(place, std::prev(next)->end);
}

Span FieldText::span(std::size_t begin, std::size_t end) const {
    return {field, static_cast<int>(begin), static_cast<int>(end - begin)};
}

std::u32string FieldText::printed(std::size_t begin, std::size_t end) const {
    std::u32string out;
    for (const Reference& reference : references) {
        if (std::cmp_less_equal(reference.end, begin)) continue;
        if (std::cmp_greater_equal(reference.begin, end)) break;
        if (std::cmp_less(begin, reference.begin))
            out += std::u32string_view(text).substr(begin, reference.begin - begin);
        out += reference.text;
        begin = reference.end;
    }
    if (begin < end) out += std::u32string_view(text).substr(begin, end - begin);
    return out;
}

std::string FieldText::quote(std::size_t begin, std::size_t end) const {
    return to_utf8(printed(begin, end));
}

FieldText field_text(std::string field, const std::string& text, const Report* report) {
    FieldText out;
    out.field = std::move(field);
    out.text = to_utf32(text);
    if (report != nullptr && text.find("{{") != text.npos)
        out.references = find_references(*report, out.text);
    hide_references(out.text);
    out.addresses = find_addresses(out.text);
    const std::vector<LineRole> roles = line_roles(out.text);
    auto role = roles.begin();
    for (std::size_t from = 0; from < out.text.size(); ++role) {
        const std::size_t end = std::min(out.text.find(U'\n', from), out.text.size());
        TextLine line{from, end};
        line.kind = role->kind;
        while (line.begin < line.end && is_blank(out.text[line.begin])) ++line.begin;
        while (line.end > line.begin && is_blank(out.text[line.end - 1])) --line.end;
        if (line.begin < line.end) {
            const Numbering numbering = numbering_meant(out.view(line));
            line.level = numbering.level;
            line.number = numbering.number;
            line.body = line.begin + numbering.length;
            out.lines.push_back(line);
        }
        from = end + 1;
    }
    return out;
}

Prose::Prose(const Report& report)
    : introduction(field_text("introduction", report.introduction, &report)),
      overview(field_text("overview", report.overview, &report)),
      problems(field_text("problems", report.problems, &report)),
      other(field_text("other", report.other, &report)) {}

std::u32string without_blanks(std::u32string_view text) {
    std::u32string out;
    for (const char32_t c : text) {
        if (!is_blank(c) && c != U'\n') out += c;
    }
    return out;
}

std::u32string han_of(std::u32string_view text) {
    std::u32string out;
    for (const char32_t c : text) {
        if (is_han(c)) out += c;
    }
    return out;
}

Range sentence_around(std::u32string_view text, std::size_t place) {
    return around(text, place, U"。！？；\n");
}
Range clause_around(std::u32string_view text, std::size_t place) {
    return around(text, place, U"。！？；，：\n");
}

void Scanner::blanks() {
    while (place < text.size() && is_blank(text[place])) ++place;
}

bool Scanner::take(std::u32string_view word) {
    const std::size_t before = place;
    blanks();
    if (stands(text, place, word)) {
        place += word.size();
        return true;
    }
    place = before;
    return false;
}

bool Scanner::take_one_of(std::u32string_view set) {
    const std::size_t before = place;
    blanks();
    if (place < text.size() && is_one_of(text[place], set)) {
        ++place;
        return true;
    }
    place = before;
    return false;
}

std::optional<int> Scanner::number(int digits) {
    const std::size_t before = place;
    blanks();
    int value = 0, count = 0;
    for (; place < text.size() && is_any_digit(text[place]) && count <= digits; ++place, ++count) {
        value = value * 10 + digit_value(text[place]);
    }
    if (count > 0 && count <= digits) return value;
    place = before;
    return std::nullopt;
}

int chinese_number(std::u32string_view numeral) {
    const auto digit = [](char32_t c) {
        return static_cast<int>(numerals.find(c) == numerals.npos ? 0 : numerals.find(c) + 1);
    };
    const std::size_t ten = numeral.find(U'十');
    if (ten == numeral.npos) return numeral.size() == 1 ? digit(numeral.front()) : 0;
    if (ten > 1 || numeral.size() > ten + 2) return 0;
    const int tens = ten == 0 ? 1 : digit(numeral.front());
    const int ones = numeral.size() == ten + 1 ? 0 : digit(numeral.back());
    if (tens == 0 || (ones == 0 && numeral.size() > ten + 1)) return 0;
    return tens * 10 + ones;
}

}  // namespace nianbao::wording
