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

struct Character {
    char32_t character;
    int at;
    bool referred;
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

std::vector<Character> characters_of(const Report& report, std::u32string_view text) {
    std::vector<Character> out;
    const auto add = [&](char32_t c, std::size_t i, bool referred) {
        if (c == U'\n') {
            out.push_back({c, static_cast<int>(i), referred});
        } else if (c == U',' && i > 0 && i + 1 < text.size() && is_digit(text[i - 1]) && is_digit(text[i + 1])) {
            out.push_back({U',', static_cast<int>(i), referred});
        } else if (c == U'，' && i > 0 && i + 1 < text.size() && text[i - 1] >= U'０' && text[i - 1] <= U'９' && text[i + 1] >= U'０' && text[i + 1] <= U'９') {
            out.push_back({U',', static_cast<int>(i), referred});
        } else if (const char32_t one = normal(c); one != 0) {
            out.push_back({one, static_cast<int>(i), referred});
        }
    };
    const std::vector<Reference> references = find_references(report, text);
    std::size_t i = 0;
    for (const Reference& reference : references) {
        for (; i < static_cast<std::size_t>(reference.begin); ++i) add(text[i], i, false);
        for (char32_t c : reference.text) out.push_back({c, reference.begin, true});
        i = static_cast<std::size_t>(reference.end);
    }
    for (; i < text.size(); ++i) add(text[i], i, false);
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
    const std::u32string decoded = to_utf32(text);
    const std::vector<Character> all = characters_of(report, decoded);

    std::vector<std::vector<Character>> lines(1);
    for (const Character& one : all) {
        if (one.character == U'\n') lines.emplace_back();
        else lines.back().push_back(one);
    }
    std::erase_if(lines, [](const auto& line) { return line.empty(); });
    const auto text_of = [](const std::vector<Character>& line) {
        std::u32string out;
        for (const Character& one : line) out += one.character;
        return out;
    };

    std::vector<Sentence> sentences;
    std::u32string heading;
    for (std::size_t i = 0; i < lines.size();) {
        std::vector<Character> line = lines[i++];
        if (const std::u32string own = text_of(line); is_heading(own)) {
            heading = own.substr(numbering(own));
            continue;
        }
        while (i < lines.size() && goes_on(line.back().character, text_of(lines[i]))) {
            line.insert(line.end(), lines[i].begin(), lines[i].end());
            ++i;
        }
        bool begins = true;
        Sentence sentence;
        const auto close = [&](int end) {
            if (sentence.text.empty()) return;
            sentence.at.push_back(end);
            const std::size_t numbered = begins ? numbering(sentence.text) : 0;
            const bool run_in = numbered > 0 && sentence.text.size() <= longest_heading && sentence.text.find(U'，') == sentence.text.npos;
            const std::size_t colon = sentence.text.find(U'：');
            if (numbered > 0 && colon < longest_heading) heading = sentence.text.substr(numbered, colon - numbered);
            else if (run_in) heading = sentence.text.substr(numbered);
            sentence.heading = heading;
            sentence.begins = begins;
            begins = run_in;
            sentences.push_back(std::move(sentence));
            sentence = {};
        };
        for (const Character& one : line) {
            sentence.text += one.character;
            sentence.at.push_back(one.at);
            sentence.referred.push_back(one.referred);
            const bool pause = one.character == U'，' || one.character == U'；' || sentence.text.size() > 2 * longest_sentence;
            if (ends_sentence(one.character) || (pause && sentence.text.size() > longest_sentence)) close(one.at + 1);
        }
        close(line.empty() ? 0 : line.back().at + 1);
    }
    return sentences;
}

}  // namespace nianbao::prose
