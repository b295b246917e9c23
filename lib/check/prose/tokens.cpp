// A sentence as figures, words and marks.
#include "check/prose/other_words.hpp"
#include "check/prose/prose.hpp"
#include "check/prose/scope_words.hpp"
#include "check/prose/words.hpp"
#include "text/search.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <utility>

namespace nianbao::prose {
namespace {

constexpr std::size_t word_count =
    std::size(table_words) + std::size(other_words) + std::size(scope_words);

/// Words are looked for among those whose first characters have the same low bits.
constexpr std::size_t shelves = 256;
constexpr std::size_t shelf_of(char32_t first) { return first % shelves; }

/// All words by their shelf and first character, the longest first.
constexpr std::array<Word, word_count> sorted_words() {
    std::array<Word, word_count> all{};
    std::size_t n = 0;
    for (const Word& word : table_words) all[n++] = word;
    for (const Word& word : other_words) all[n++] = word;
    for (const Word& word : scope_words) all[n++] = word;
    std::sort(all.begin(), all.end(), [](const Word& a, const Word& b) {
        if (shelf_of(a.text[0]) != shelf_of(b.text[0]))
            return shelf_of(a.text[0]) < shelf_of(b.text[0]);
        if (a.text[0] != b.text[0]) return a.text[0] < b.text[0];
        return a.text.size() > b.text.size();
    });
    return all;
}

constexpr auto lexicon = sorted_words();

/// Where each shelf begins; one more for the end of the last.
constexpr auto shelf_begins = [] {
    std::array<std::uint16_t, shelves + 1> begins{};
    for (const Word& entry : lexicon) ++begins[shelf_of(entry.text[0]) + 1];
    for (std::size_t i = 1; i < begins.size(); ++i)
        begins[i] = static_cast<std::uint16_t>(begins[i] + begins[i - 1]);
    return begins;
}();

constexpr bool words_differ() {
    for (std::size_t i = 1; i < lexicon.size(); ++i) {
        for (std::size_t j = i; j-- > 0 && lexicon[j].text[0] == lexicon[i].text[0] &&
                                lexicon[j].text.size() == lexicon[i].text.size();) {
            if (lexicon[j].text == lexicon[i].text) return false;
        }
    }
    return true;
}
static_assert(words_differ());

const Word* word_at(std::u32string_view text, std::size_t at) {
    const std::size_t shelf = shelf_of(text[at]);
    for (std::size_t i = shelf_begins[shelf]; i < shelf_begins[shelf + 1]; ++i) {
        const Word& word = lexicon[i];
        if (word.text[0] == text[at] && stands(text, at, word.text)) return &word;
    }
    return nullptr;
}

Role mark(char32_t c) {
    switch (c) {
        case U'，':
            return Role::comma;
        case U'、':
            return Role::pause;
        case U'；':
        case U'。':
        case U'！':
        case U'？':
            return Role::semicolon;
        case U'：':
            return Role::colon;
        case U'（':
            return Role::open;
        case U'）':
            return Role::close;
        default:
            return Role::unknown;
    }
}

/// 通过网站、邮寄等途径共收到20件: by all the ways there are, and so no part of the
/// whole.
void read_ways(std::u32string_view text, std::vector<Token>& tokens) {
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (tokens[i].role != Role::etc) continue;
        const std::u32string_view behind = text.substr(tokens[i].end, 4);
        bool ways = false;
        for (std::u32string_view word : {U"途径", U"渠道", U"方式", U"形式", U"多种", U"各种"})
            ways = ways || behind.starts_with(word);
        if (!ways) continue;
        std::size_t from = i;
        while (from > 0 && tokens[from - 1].role != Role::comma &&
               tokens[from - 1].role != Role::semicolon && tokens[from - 1].role != Role::figure &&
               tokens[from - 1].role != Role::verb && tokens[from - 1].role != Role::colon &&
               tokens[from - 1].role != Role::open)
            --from;
        const std::u32string_view said =
            text.substr(tokens[from].begin, tokens[i].begin - tokens[from].begin);
        const auto through = said.find(U"通过");
        std::size_t figure = i;
        while (figure < tokens.size() && tokens[figure].role != Role::figure &&
               tokens[figure].role != Role::comma)
            ++figure;
        const std::size_t end = figure < tokens.size() ? tokens[figure].begin : tokens.back().end;
        const std::size_t start = tokens[from > 2 ? from - 2 : 0].begin;
        const std::u32string_view clause = text.substr(start, end - start);
        const bool summed = clause.find(U'共') != clause.npos ||
                            clause.find(U"合计") != clause.npos ||
                            clause.find(U"累计") != clause.npos;
        if (through == said.npos || !summed) continue;
        const int begin = tokens[from].begin + static_cast<int>(through);
        for (std::size_t k = from;
             k < tokens.size() && (k <= i + 1 || tokens[k].role == Role::subset); ++k) {
            if (tokens[k].end > begin && tokens[k].role != Role::comma)
                tokens[k].role = Role::filler;
        }
    }
}

/// Makes the last characters of an unknown token one of their own; returns its index.
std::size_t split(std::vector<Token>& tokens, std::size_t i, std::size_t size) {
    const int at = tokens[i].end - static_cast<int>(size);
    if (tokens[i].begin == at) return i;
    Token last = tokens[i];
    last.begin = at;
    tokens[i].end = at;
    tokens.insert(tokens.begin() + static_cast<std::ptrdiff_t>(i + 1), last);
    return i + 1;
}

/// 转2024年办理, 顺延至2024年: the year says which way (Meaning::carried).
void read_carries(std::u32string_view text, std::vector<Token>& tokens) {
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (tokens[i].role != Role::unknown || tokens[i + 1].role != Role::figure) continue;
        const std::u32string_view word =
            text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
        for (std::u32string_view carry :
             {U"顺延至", U"顺延到", U"转至", U"转到", U"转入", U"延至", U"顺延", U"转"}) {
            if (word.ends_with(carry)) {
                i = split(tokens, i, carry.size());  // 因情况复杂转入2026年办理
                tokens[i].role = Role::verb;
                tokens[i].cells = cells_carried;
                break;
            }
        }
    }
}

/// 去年未办完的1件, 2022年跨年件5件, 上年留存的1件: what was left is told by how it was left,
/// behind last year's name.
void read_left_over(std::u32string_view text, std::vector<Token>& tokens,
                    const std::vector<Figure>& figures) {
    constexpr std::u32string_view left[] = {
        U"未办理完毕", U"未办理完", U"尚未办结", U"未办结", U"未办完", U"未完成", U"未答复",
        U"跨年件",     U"跨年",     U"留存",     U"遗留",   U"留下",   U"结存",   U"转来",
        U"转接",       U"延续",     U"顺延",     U"转入",   U"结转"};
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        const bool past =
            tokens[i].role == Role::time && (text.substr(tokens[i].begin, 2) == U"上年" ||
                                             text.substr(tokens[i].begin, 2) == U"去年" ||
                                             text.substr(tokens[i].begin, 3) == U"上一年");
        const bool year =
            tokens[i].role == Role::figure && figures[tokens[i].figure].kind == FigureKind::year;
        if ((!past && !year) || tokens[i + 1].role == Role::verb) continue;
        const std::u32string_view behind = text.substr(tokens[i].end);
        for (const std::u32string_view word : left) {
            if (!behind.starts_with(word)) continue;
            const int end = tokens[i].end + static_cast<int>(word.size());
            std::size_t k = i + 1;
            while (k < tokens.size() && tokens[k].end <= end) ++k;
            if (k < tokens.size() && tokens[k].begin < end) {
                if (tokens[k].role != Role::unknown) break;
                tokens[k].begin = end;
            }
            // 去年未办完 is one word, as 上年结转 is; a year stays one of its own.
            const std::size_t first = past ? i : i + 1;
            Token verb{
                .role = Role::verb, .begin = past ? tokens[i].begin : tokens[i].end, .end = end};
            verb.cells = past ? cells_carried_in : cells_carried;
            tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(first),
                         tokens.begin() + static_cast<std::ptrdiff_t>(k));
            tokens.insert(tokens.begin() + static_cast<std::ptrdiff_t>(first), verb);
            break;
        }
    }
}

/// 零复议、零诉讼: none of what stands behind it.
void read_noughts(std::u32string_view text, std::vector<Token>& tokens) {
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (tokens[i].role != Role::unknown || tokens[i + 1].role != Role::procedure ||
            text[static_cast<std::size_t>(tokens[i].end) - 1] != U'零')
            continue;
        i = split(tokens, i, 1);
        tokens[i].role = Role::never;
    }
}

}  // namespace

std::vector<Token> tokens_of(const Sentence& sentence, const std::vector<Figure>& figures) {
    const std::u32string_view text = sentence.text;
    std::vector<Token> tokens;
    tokens.reserve(text.size() / 2 + 1);  // most words have two characters or more
    const auto add = [&](Role role, std::size_t begin, std::size_t end, int figure = -1) {
        if (role == Role::unknown && !tokens.empty() && tokens.back().role == Role::unknown &&
            tokens.back().end == static_cast<int>(begin)) {
            tokens.back().end = static_cast<int>(end);
            return;
        }
        tokens.push_back({.role = role,
                          .begin = static_cast<int>(begin),
                          .end = static_cast<int>(end),
                          .figure = figure});
    };
    std::size_t next = 0;
    for (std::size_t i = 0; i < text.size();) {
        while (next < figures.size() && std::cmp_less(figures[next].numeral.begin, i)) ++next;
        const bool number = next < figures.size() && std::cmp_equal(figures[next].numeral.begin, i);
        // A title is one unknown thing, whatever words and numbers stand in it.
        if (text[i] == U'《') {
            const std::size_t close = text.find(U'》', i);
            const std::size_t end = close == text.npos ? i + 1 : close + 1;
            const std::u32string_view before = text.substr(i > 2 ? i - 2 : 0, i > 2 ? 2 : i);
            const bool basis =
                before == U"按照" || before == U"根据" || before == U"依据" || before == U"依照";
            add(basis ? Role::filler : Role::unknown, i, end);
            i = end;
            continue;
        }
        if (number && (figures[next].kind != FigureKind::none || !figures[next].numeral.han)) {
            const Figure& figure = figures[next];
            add(Role::figure, i, figure.end, static_cast<int>(next));
            i = figure.end;
            continue;
        }
        if (const Role role = mark(text[i]); role != Role::unknown) {
            add(role, i, i + 1);
            ++i;
            continue;
        }
        if (const Word* word = word_at(text, i)) {
            add(word->role, i, i + word->text.size());
            tokens.back().column = word->column;
            tokens.back().act = word->act;
            tokens.back().cells = word->cells;
            i += word->text.size();
            continue;
        }
        add(Role::unknown, i, i + 1);
        ++i;
    }
    read_ways(text, tokens);
    read_carries(text, tokens);
    read_left_over(text, tokens, figures);
    read_noughts(text, tokens);
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
        tokens[i].counts = tokens[i].role == Role::unknown && tokens[i + 1].role == Role::figure &&
                           tokens[i].end == tokens[i].begin + 1 &&
                           text[static_cast<std::size_t>(tokens[i].begin)] == U'计';
    return tokens;
}

}  // namespace nianbao::prose
