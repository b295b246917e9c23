// From a field's text to sentences: lines joined where one sentence was pasted in
// several, headings kept apart.
#include "check/prose/prose.hpp"
#include "report/references.hpp"
#include "text/character.hpp"
#include "text/digits.hpp"
#include "text/headings.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace nianbao::prose {
namespace {

constexpr std::size_t longest_sentence =
    1500;  // what is longer is cut: the passes look at a sentence as a whole

/// The characters of a field, line after line, without line ends. Parallel arrays, from
/// which sentences are cut.
struct Characters {
    std::u32string text;
    std::vector<int> at;
    std::vector<bool> referred;        // up to the last character of a reference
    std::vector<std::size_t> ends;     // of the lines; none is empty
    std::u32string printed;            // all lines as they are printed
    std::vector<std::size_t> numbers;  // of the lines among those printed
    std::size_t number = 0;

    /// `one`: the character's one form, 0 for nothing.
    void put(char32_t c, char32_t one, std::size_t place, bool from_reference) {
        printed += c;
        if (c == U'\n') return end_line();
        if (one == 0) return;
        text += one;
        at.push_back(static_cast<int>(place));
        if (!from_reference) return;  // most fields have no reference
        referred.resize(text.size());
        referred.back() = true;
    }
    void end_line() {
        if (text.size() > begin(ends.size())) {
            ends.push_back(text.size());
            numbers.push_back(number);
        }
        ++number;
    }
    std::size_t begin(std::size_t i) const { return i == 0 ? 0 : ends[i - 1]; }
    std::u32string_view line(std::size_t i) const {
        return std::u32string_view(text).substr(begin(i), ends[i] - begin(i));
    }
};

/// One form for digits, letters and marks; nothing for blanks and quotation marks.
char32_t normal(char32_t c) {
    if (is_han(c)) return c;  // nearly all
    if ((c >= U'０' && c <= U'９') || (c >= U'Ａ' && c <= U'Ｚ') || (c >= U'ａ' && c <= U'ｚ') ||
        c == U'％' || c == U'．')
        return c - 0xFEE0;
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
    out.printed.reserve(text.size() + 1);
    const auto digits_around = [&](std::size_t i, auto is_one) {
        return i > 0 && i + 1 < text.size() && is_one(text[i - 1]) && is_one(text[i + 1]);
    };
    const auto add = [&](char32_t c, std::size_t i) {
        const bool thousands =
            (c == U',' && digits_around(i, [](char32_t d) { return is_digit(d); })) ||
            (c == U'，' && digits_around(i, [](char32_t d) { return d >= U'０' && d <= U'９'; }));
        out.put(c, thousands ? U',' : normal(c), i, false);
    };
    std::size_t i = 0;
    for (const Reference& reference : find_references(report, text)) {
        for (; std::cmp_less(i, reference.begin); ++i) add(text[i], i);
        for (char32_t c : reference.text) out.put(c, c, i, true);
        i = reference.end;
    }
    for (; i < text.size(); ++i) add(text[i], i);
    out.end_line();
    return out;
}

bool ends_sentence(char32_t c) { return c == U'。' || c == U'！' || c == U'？'; }

/// True for an unnumbered line that names what stands below it: “主动公开情况”.
bool names_part(std::u32string_view line) {
    constexpr std::u32string_view ends[] = {U"情况", U"方面", U"建设", U"管理", U"保障"};
    return line.size() <= 16 && !numbering_of(line) && !begins_item(line) &&
           line.find_first_of(U"，、；。：0123456789") == line.npos &&
           std::any_of(std::begin(ends), std::end(ends),
                       [&](std::u32string_view end) { return line.ends_with(end); });
}

/// True where a line that ends so goes on in the next: it has no end mark, and the next
/// begins nothing of its own.
bool goes_on(char32_t last, std::u32string_view next) {
    return !ends_sentence(last) && last != U'；' && last != U'：' && !numbering_of(next) &&
           !names_part(next);
}

/// The heading above a sentence. “1.数量。” below “（二）依申请公开” is that of applications.
struct Headings {
    std::u32string heading, of_applications;
    int level = 0;

    void begin(int of_level, std::u32string_view words) {
        heading = words;
        if (has_any(words, {U"依申请", U"申请公开", U"公开申请"})) {
            of_applications = words;
            level = of_level;
        } else if (of_level <= level) {
            of_applications.clear();
        } else if (!of_applications.empty() &&
                   has_any(words, {U"数量", U"结果", U"申请人", U"渠道", U"方式", U"途径", U"收件",
                                   U"办理", U"答复", U"受理", U"处理情况"}) &&
                   !has_any(words, {U"建议", U"提案", U"信访", U"热线", U"留言"})) {
            heading = of_applications + U'：' + heading;
        }
    }
};

}  // namespace

std::vector<Sentence> sentences_of(const Report& report, std::string_view text) {
    const Characters all = characters_of(report, to_utf32(text));
    const std::u32string_view whole = all.text;
    std::vector<Sentence> sentences;
    const std::vector<LineRole> roles = line_roles(all.printed);
    Headings headings;
    for (std::size_t line = 0; line < all.ends.size();) {
        std::u32string_view own = all.line(line);
        const LineKind kind = roles[all.numbers[line]].kind;
        const std::size_t begin = all.begin(line);
        std::size_t end = all.ends[line++];
        if (kind == LineKind::heading || names_part(own)) {
            const Numbering numbering = numbering_of(own);
            own.remove_prefix(numbering.length);
            if (own.ends_with(U'。')) own.remove_suffix(1);
            headings.begin(numbering.level, own);
            continue;
        }
        while (line < all.ends.size() && goes_on(whole[end - 1], all.line(line)))
            end = all.ends[line++];
        bool begins = true;
        std::size_t from = begin;
        const auto close = [&](std::size_t to) {
            if (from == to) return;
            const std::ptrdiff_t first = from, last = to;
            Sentence sentence;
            sentence.text = whole.substr(from, to - from);
            sentence.at.reserve(to - from + 1);
            sentence.at.assign(all.at.begin() + first, all.at.begin() + last);
            sentence.at.push_back(all.at[to - 1] + 1);
            sentence.referred.resize(to - from);
            for (std::size_t i = from; i < std::min(to, all.referred.size()); ++i)
                sentence.referred[i - from] = all.referred[i];
            const Numbering numbering = begins ? numbering_of(sentence.text) : Numbering{};
            const std::size_t numbered = numbering.length;
            const bool run_in = numbered > 0 && kind == LineKind::run_in;
            const std::size_t colon = sentence.text.find(U'：');
            const auto words = std::u32string_view(sentence.text).substr(numbered);
            if (numbered > 0 && colon < longest_heading)
                headings.begin(numbering.level, words.substr(0, colon - numbered));
            else if (run_in) headings.begin(numbering.level, words);
            sentence.heading = headings.heading;
            sentence.begins = begins;
            begins = run_in;
            sentences.push_back(std::move(sentence));
            from = to;
        };
        for (std::size_t i = begin; i < end; ++i) {
            const std::size_t length = i + 1 - from;
            const bool pause =
                whole[i] == U'，' || whole[i] == U'；' || length > 2 * longest_sentence;
            if (ends_sentence(whole[i]) || (pause && length > longest_sentence)) close(i + 1);
        }
        close(end);
    }
    return sentences;
}

}  // namespace nianbao::prose
