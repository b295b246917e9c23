#include "text/sentences.hpp"

#include "text/character_set.hpp"

#include <algorithm>
#include <utility>

namespace nianbao {
namespace {

constexpr std::size_t longest_heading = 28, longest_numeral = 2;

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }
constexpr CharacterSet blanks(U" \t\n\r\u3000\u00A0");
constexpr CharacterSet end_marks(U"。！？；");
constexpr CharacterSet closing(U"”’）》〉」』】〕");

bool is_numeral(char32_t c) { return is_one_of(c, U"〇零一二三四五六七八九十百"); }
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

std::u32string_view trimmed(std::u32string_view line) {
    while (!line.empty() && blanks.has(line.front())) line.remove_prefix(1);
    while (!line.empty() && blanks.has(line.back())) line.remove_suffix(1);
    return line;
}

}  // namespace

std::size_t numbering_length(std::u32string_view line) {
    const auto at = [&](std::size_t i) { return i < line.size() ? line[i] : U'\0'; };
    const auto run = [&](std::size_t from, auto belongs) {
        std::size_t to = from;
        while (to < from + longest_numeral && belongs(at(to))) ++to;
        return to;
    };
    if (at(0) >= U'①' && at(0) <= U'⑳') return 1;
    if (const std::size_t end = run(0, is_numeral); end > 0 && at(end) == U'、') return end + 1;
    if (at(0) == U'（' || at(0) == U'(') {
        for (const auto belongs : {is_numeral, is_digit}) {
            const std::size_t end = run(1, belongs);
            if (end > 1 && (at(end) == U'）' || at(end) == U')')) return end + 1;
        }
        return 0;
    }
    if (const std::size_t end = run(0, is_digit); end > 0 && is_one_of(at(end), U".．、") && !is_digit(at(end + 1))) return end + 1;
    return 0;
}

bool is_heading_line(std::u32string_view line) {
    line = trimmed(line);
    return numbering_length(line) > 0 && line.size() <= longest_heading && !is_one_of(line.back(), U"。；：，");
}

std::vector<Sentence> sentences(std::u32string_view text) {
    std::vector<Sentence> out;
    Sentence sentence{0, 0, {}, false};
    bool ended = false;  // an end mark was met, and nothing since but what closes
    const auto finish = [&] {
        if (!sentence.text.empty()) out.push_back(std::move(sentence));
        sentence = {0, 0, {}, false};
        ended = false;
    };
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find(U'\n', from), text.size());
        const std::u32string_view line = trimmed(text.substr(from, end - from));
        if (numbering_length(line) > 0) finish();
        for (std::size_t i = from; i < end; ++i) {
            if (blanks.has(text[i])) continue;
            if (sentence.text.empty()) sentence.offset = static_cast<int>(i);
            sentence.length = static_cast<int>(i) + 1 - sentence.offset;
            sentence.text += text[i];
            if (end_marks.has(text[i])) ended = true;
            else if (ended && !closing.has(text[i])) ended = false;
            const char32_t next = i + 1 < end ? text[i + 1] : U'\0';
            if (ended && !closing.has(next) && !end_marks.has(next)) finish();
        }
        if (is_heading_line(line)) {
            sentence.heading = true;
            finish();
        }
        from = end + 1;
    }
    finish();
    return out;
}

}  // namespace nianbao
