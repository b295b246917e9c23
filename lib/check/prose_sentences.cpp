// From a field's text to sentences: lines joined where one sentence was pasted in several, headings kept apart.
#include "check/prose.hpp"
#include "report/references.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>

namespace nianbao::prose {
namespace {

constexpr std::size_t longest_sentence = 1500;  // what is longer is cut: the passes look at a sentence as a whole
constexpr std::size_t longest_heading = 28;     // data-file contract: a numbered line of at most so many characters is a heading

/// The characters of a field, line after line, without line ends. Parallel arrays, from which sentences are cut.
struct Characters {
    std::u32string text;
    std::vector<int> at;
    std::vector<bool> referred;
    std::vector<std::size_t> ends;  // of the lines; none is empty

    void put(char32_t c, std::size_t place, bool from_reference) {
        if (c == U'\n') return end_line();
        text += c;
        at.push_back(static_cast<int>(place));
        referred.push_back(from_reference);
    }
    void end_line() {
        if (text.size() > begin(ends.size())) ends.push_back(text.size());
    }
    std::size_t begin(std::size_t i) const { return i == 0 ? 0 : ends[i - 1]; }
    std::u32string_view line(std::size_t i) const { return std::u32string_view(text).substr(begin(i), ends[i] - begin(i)); }
};

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// One form for digits, letters and marks; nothing for blanks and quotation marks.
char32_t normal(char32_t c) {
    if ((c >= U'０' && c <= U'９') || (c >= U'Ａ' && c <= U'Ｚ') || (c >= U'ａ' && c <= U'ｚ') || c == U'％' || c == U'．') return c - 0xFEE0;
    switch (c) {
        case U' ':
        case U'\t':
        case U'\r':
        case 0xA0:
        case 0x3000:
        case 0x200B:
        case 0xFEFF:
        case 0x2002:
        case 0x2003:
        case 0x2009:
        case 0x202F:
        case U'“':
        case U'”':
        case U'"':
        case U'‘':
        case U'’':
        case U'\'':
        case U'「':
        case U'」':
        case U'『':
        case U'』':
        case U'*':
            return 0;
        case U'(':
        case U'[':
        case U'［':
        case U'【':
            return U'（';
        case U')':
        case U']':
        case U'］':
        case U'】':
            return U'）';
        case U',':
            return U'，';
        case U';':
            return U'；';
        case U':':
            return U'：';
        case U'!':
            return U'！';
        case U'?':
            return U'？';
        case U'﹪':
            return U'%';
        default:
            return c;
    }
}

Characters characters_of(const Report& report, std::u32string_view text) {
    Characters out;
    out.text.reserve(text.size());
    out.at.reserve(text.size());
    out.referred.reserve(text.size());
    const auto add = [&](char32_t c, std::size_t i) {
        if (c == U',' && i > 0 && i + 1 < text.size() && is_digit(text[i - 1]) && is_digit(text[i + 1])) {
            out.put(U',', i, false);
        } else if (c == U'，' && i > 0 && i + 1 < text.size() && text[i - 1] >= U'０' && text[i - 1] <= U'９' && text[i + 1] >= U'０' && text[i + 1] <= U'９') {
            out.put(U',', i, false);
        } else if (const char32_t one = normal(c); one != 0) {
            out.put(one, i, false);
        }
    };
    std::size_t i = 0;
    for (const Reference& reference : find_references(report, text)) {
        for (; i < static_cast<std::size_t>(reference.begin); ++i) add(text[i], i);
        for (char32_t c : reference.text) out.put(c, i, true);
        i = static_cast<std::size_t>(reference.end);
    }
    for (; i < text.size(); ++i) add(text[i], i);
    out.end_line();
    return out;
}

/// Length of the numbering at the start of a line: 一、 （一） 1. 1、 （1） ① 第一，; 0 where there is none.
std::size_t numbering(std::u32string_view line) {
    constexpr std::u32string_view han = U"一二三四五六七八九十";
    std::size_t i = 0;
    const bool bracket = line.starts_with(U"（");
    if (bracket) ++i;
    if (!line.empty() && line[0] >= U'①' && line[0] <= U'⑳') return 1;
    const std::size_t first = i;
    while (i < line.size() && han.find(line[i]) != han.npos) ++i;
    const bool chinese = i > first;
    if (!chinese) {
        while (i < line.size() && is_digit(line[i])) ++i;
    }
    if (i == first || i - first > 3 || i >= line.size()) return 0;
    if (bracket) return line[i] == U'）' ? i + 1 : 0;
    if (line[i] == U'、') return i + 1;
    if (!chinese && line[i] == U'.' && i + 1 < line.size() && !is_digit(line[i + 1])) return i + 1;
    return 0;
}

bool ends_sentence(char32_t c) { return c == U'。' || c == U'！' || c == U'？'; }

bool is_heading(std::u32string_view line) {
    if (line.empty()) return false;
    const char32_t last = line.back();
    if (ends_sentence(last) || last == U'；' || last == U'，' || last == U'、') return false;
    if (numbering(line) > 0) return line.size() <= longest_heading && line.find(U'，') == line.npos;
    constexpr std::u32string_view ends[] = {U"情况", U"方面", U"建设", U"管理", U"保障"};
    return line.size() <= 16 && line.find_first_of(U"，、；。：0123456789") == line.npos &&
           std::any_of(std::begin(ends), std::end(ends), [&](std::u32string_view end) { return line.ends_with(end); });
}

/// True where a line that ends so goes on in the next: it has no end mark, and the next begins nothing of its own.
bool goes_on(char32_t last, std::u32string_view next) {
    return !ends_sentence(last) && last != U'；' && last != U'：' && numbering(next) == 0 && !is_heading(next);
}

}  // namespace

std::vector<Sentence> sentences_of(const Report& report, std::string_view text) {
    const Characters all = characters_of(report, to_utf32(text));
    const std::u32string_view whole = all.text;
    std::vector<Sentence> sentences;
    std::u32string heading;
    for (std::size_t line = 0; line < all.ends.size();) {
        const std::u32string_view own = all.line(line);
        const std::size_t begin = all.begin(line);
        std::size_t end = all.ends[line++];
        if (is_heading(own)) {
            heading = own.substr(numbering(own));
            continue;
        }
        while (line < all.ends.size() && goes_on(whole[end - 1], all.line(line))) end = all.ends[line++];
        bool begins = true;
        std::size_t from = begin;
        const auto close = [&](std::size_t to) {
            if (from == to) return;
            const auto first = static_cast<std::ptrdiff_t>(from), last = static_cast<std::ptrdiff_t>(to);
            Sentence sentence;
            sentence.text = whole.substr(from, to - from);
            sentence.at.reserve(to - from + 1);
            sentence.at.assign(all.at.begin() + first, all.at.begin() + last);
            sentence.at.push_back(all.at[to - 1] + 1);
            sentence.referred.assign(all.referred.begin() + first, all.referred.begin() + last);
            const std::size_t numbered = begins ? numbering(sentence.text) : 0;
            const bool run_in = numbered > 0 && sentence.text.size() <= longest_heading && sentence.text.find(U'，') == sentence.text.npos;
            const std::size_t colon = sentence.text.find(U'：');
            if (numbered > 0 && colon < longest_heading) heading = sentence.text.substr(numbered, colon - numbered);
            else if (run_in) heading = sentence.text.substr(numbered);
            sentence.heading = heading;
            sentence.begins = begins;
            begins = run_in;
            sentences.push_back(std::move(sentence));
            from = to;
        };
        for (std::size_t i = begin; i < end; ++i) {
            const std::size_t length = i + 1 - from;
            const bool pause = whole[i] == U'，' || whole[i] == U'；' || length > 2 * longest_sentence;
            if (ends_sentence(whole[i]) || (pause && length > longest_sentence)) close(i + 1);
        }
        close(end);
    }
    return sentences;
}

}  // namespace nianbao::prose
