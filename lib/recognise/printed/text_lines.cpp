#include "recognise/printed/text_lines.hpp"

#include "notation/text_map.hpp"
#include "text/digits.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace nianbao::recognise {
namespace {

constexpr std::u32string_view number_units[] = {U"件", U"个", U"项", U"宗",  U"次",
                                                U"起", U"条", U"元", U"万元"};
/// What people type where there is no number. It is read as it stands.
constexpr std::u32string_view number_marks[] = {U"/", U"／", U"-", U"－", U"—", U"——", U"无"};

template <std::size_t count>
bool is_one_of(std::u32string_view word, const std::u32string_view (&all)[count]) {
    return std::find(std::begin(all), std::end(all), word) != std::end(all);
}

/// Takes digits with points and commas between them off the front. False: there are none.
bool take_digits(std::u32string_view& rest) {
    std::size_t length = 0;
    for (; length < rest.size(); ++length) {
        const bool between = std::u32string_view(U".,．，").find(rest[length]) != rest.npos &&
                             length > 0 && length + 1 < rest.size() &&
                             digit_value(rest[length + 1]) >= 0;
        if (digit_value(rest[length]) < 0 && !between) break;
    }
    rest.remove_prefix(length);
    return length > 0;
}

/// “12”, “+3”, “96171.6”, “251000元”, “22（其中修订16件）”, “/”.
bool may_fill_cell(std::u32string_view word) {
    if (is_one_of(word, number_marks)) return true;
    if (std::u32string_view(U"+-＋－").find(word.front()) != word.npos) word.remove_prefix(1);
    if (!take_digits(word)) return false;
    const std::size_t open = std::min(word.find_first_of(U"（("), word.size());
    const bool closed = open == word.size() || word.ends_with(U'）') || word.ends_with(U')');
    return closed && (open == 0 || is_one_of(word.substr(0, open), number_units));
}

class CellSplitter {
public:
    explicit CellSplitter(std::string_view text) : text_(text) {}

    TextLine line(int begin, int end, int page) {
        TextLine line{begin, end, page, {}, 0};
        const std::string_view whole = text_.substr(begin, end - begin);
        if (notation::blank(whole)) return line;
        if (whole.find('\t') == whole.npos) split_at_blanks(line);
        else split_at_tabs(line);
        auto last = line.words.rbegin();
        while (last != line.words.rend() && last->number) ++last;
        line.numbers = static_cast<int>(last - line.words.rbegin());
        return line;
    }

private:
    std::u32string word(int begin, int end) const {
        return to_utf32(text_.substr(begin, end - begin));
    }

    void add(TextLine& line, int begin, int end, int column) const {
        const std::u32string own = word(begin, end);
        // Lines of a table that are drawn by characters.
        if (own.find_first_not_of(U"|│┃｜+┼─━-=") == own.npos && (own.size() > 1 || own != U"-"))
            return;
        // “251000 元”: a program may set a blank there.
        if (is_one_of(own, number_units) && !line.words.empty() && line.words.back().number) {
            line.words.back().end = end;
            return;
        }
        line.words.push_back({begin, end, column, may_fill_cell(own)});
    }

    void split_at_blanks(TextLine& line) const {
        int column = 0, from = -1, from_column = 0;
        for (int at = line.begin; at < line.end; ++column) {
            const std::size_t blank = notation::leading_blank(text_.substr(at, line.end - at));
            if (blank > 0 && from >= 0) {
                add(line, from, at, from_column);
                from = -1;
            } else if (blank == 0 && from < 0) {
                from = at;
                from_column = column;
            }
            at += static_cast<int>(blank > 0 ? blank : std::max(decode_at(text_, at).bytes, 1));
        }
        if (from >= 0) add(line, from, line.end, from_column);
    }

    /// A table that was copied out of a page or a workbook: each cell stands between
    /// tabs, blank ones too.
    void split_at_tabs(TextLine& line) const {
        int column = 0;
        for (int at = line.begin; at <= line.end; ++column) {
            int end = at;
            while (end < line.end && text_[end] != '\t') ++end;
            const std::string_view cell = notation::without_blanks(text_.substr(at, end - at));
            const int begin = cell.empty() ? end : static_cast<int>(cell.data() - text_.data());
            const int length = static_cast<int>(cell.size());
            const bool number = cell.empty() || may_fill_cell(to_utf32(cell));
            line.words.push_back({begin, begin + length, column, number});
            at = end + 1;
        }
        // Behind the last cell there may be a tab more, and before the first one some.
        while (line.words.size() > 1 && line.words.front().begin == line.words.front().end)
            line.words.erase(line.words.begin());
    }

    std::string_view text_;
};

}  // namespace

bool TextLine::parted() const {
    constexpr int far = 3;  // bytes of blanks
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (words[i].begin - words[i - 1].end >= far) return true;
    }
    return false;
}

std::string words_of(std::string_view text) {
    std::string words;
    text = notation::without_blanks(text);
    while (!text.empty()) {
        std::size_t blanks = 0;
        while (const std::size_t more = notation::leading_blank(text.substr(blanks)))
            blanks += more;
        if (blanks > 0) words += ' ';
        else words += text.front();
        text.remove_prefix(std::max<std::size_t>(blanks, 1));
    }
    return words;
}

std::vector<TextLine> text_lines(std::string_view text) {
    CellSplitter reader(text);
    std::vector<TextLine> lines;
    int page = 0;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\r\n\f", from), text.size());
        lines.push_back(reader.line(static_cast<int>(from), static_cast<int>(end), page));
        if (end < text.size() && text[end] == '\f') ++page;
        from = end + 1;
        if (from < text.size() && text[end] == '\r' && text[from] == '\n') ++from;
    }
    return lines;
}

}  // namespace nianbao::recognise
