#include "recognise/printed/paragraphs.hpp"

#include "nianbao/report.hpp"
#include "notation/text_map.hpp"
#include "recognise/article/article.hpp"
#include "recognise/printed/page_frames.hpp"
#include "text/letters.hpp"
#include "text/numbering.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <map>

namespace nianbao::recognise {
namespace {

bool is_graphic(char c) { return c > ' ' && c < '\x7F'; }

bool ends_a_sentence(std::string_view text) {
    constexpr std::string_view ends[] = {"。", "：", "；", "！", "？", "。”", "）", ".", ";", ":"};
    return std::any_of(std::begin(ends), std::end(ends),
                       [&](std::string_view end) { return text.ends_with(end); });
}

/// What is known of a page: which lines of text begin and end it.
struct Page {
    int texts = 0, first = 0, last = 0;
    int margin = 0;  // least indent

    /// One line does not tell whether it begins at the margin: the page's edge is one.
    bool has_margin() const { return texts > 1; }
};

class LineParter {
public:
    LineParter(std::string_view text, const std::vector<TextLine>& lines,
               const std::vector<bool>& left)
        : text_(text), lines_(lines), left_(left) {
        std::vector<int> widths;
        int pairs = 0, apart = 0, before = -1;
        for (int i = 0; i < std::ssize(lines_); ++i) {
            if (!is_text(i)) continue;
            widths.push_back(display_width(text_of(i)));
            const int indent = this->indent(i);
            Page& page = pages_[lines_[i].page];
            if (page.texts++ == 0) page.first = i;
            page.last = i;
            page.margin = page.texts == 1 ? indent : std::min(page.margin, indent);
            if (before >= 0 && lines_[before].page == lines_[i].page) {
                ++pairs;
                apart += i - before > 1 ? 1 : 0;
            }
            before = i;
        }
        blank_lines_part_ = 2 * apart < pairs;
        int indented = 0;
        for (int i = 0; i < std::ssize(lines_); ++i) {
            constexpr int least = 2, most = 6;
            if (is_text(i) && indent_within(i) >= least && indent_within(i) <= most) ++indented;
        }
        indented_ = 12 * indented > std::ssize(widths);
        if (widths.empty()) return;
        // A few lines may be longer: they hold an address.
        const std::size_t nearly_all = widths.size() - 1 - widths.size() / 10;
        std::nth_element(widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(nearly_all),
                         widths.end());
        full_ = widths[nearly_all];
    }

    std::vector<bool> begins() const {
        std::vector<bool> begins(lines_.size(), false);
        int before = -1;
        bool parted = false;  // by what is no text
        for (int i = 0; i < std::ssize(lines_); ++i) {
            parted = parted || left_[i];
            if (!is_text(i)) continue;
            begins[i] = before < 0 || parted || parts(before, begins[before], i);
            before = i;
            parted = false;
        }
        return begins;
    }

private:
    bool is_text(int line) const { return !left_[line] && !lines_[line].blank(); }

    std::string_view text_of(int line) const {
        return notation::without_blanks(
            text_.substr(lines_[line].begin, lines_[line].end - lines_[line].begin));
    }

    int indent(int line) const { return lines_[line].words.front().column; }
    const Page& page_of(int line) const { return pages_.at(lines_[line].page); }
    int indent_within(int line) const {
        const Page& page = page_of(line);
        return indent(line) - (page.has_margin() ? page.margin : 0);
    }

    /// A bare number at an end of its page may be the page's: it never joins a text.
    bool may_number_page(int line) const {
        const Page& page = page_of(line);
        return (line == page.first || line == page.last) && bare_number(text_of(line)) >= 0;
    }

    bool is_heading(int line) const {
        Line one;
        one.text = text_of(line);
        for (int section = 0; section < 6; ++section) {
            if (is_section_heading(one, section, section_headings[section])) return true;
        }
        return false;
    }

    /// `first`: a paragraph begins with the line before.
    bool parts(int before, bool first, int line) const {
        constexpr int set_apart = 8;  // characters, of a title or what is signed
        constexpr int first_line = 3, hardly = 2;
        const int indent = indent_within(line);
        if (indent >= set_apart || indent_within(before) >= set_apart) return true;
        if (is_heading(before) || is_heading(line)) return true;
        if (may_number_page(before) || may_number_page(line)) return true;
        const std::string_view last = text_of(before);
        constexpr int widest_indent = 4;
        const int width = display_width(last) + std::min(indent_within(before), widest_indent);
        if (indent >= first_line && (page_of(line).has_margin() || ends_a_sentence(last)))
            return true;
        // Where paragraphs are indented, what follows a short line may be an address.
        const bool is_short = width * 20 < full_ * 17;
        if (is_short &&
            (!indented_ || indent >= hardly || ends_a_sentence(last) || is_numbered(before)))
            return true;
        // A heading may be as long as a line; what follows it has the same indent.
        if (first && indent >= hardly && std::abs(indent - indent_within(before)) < hardly)
            return true;
        if (!ends_a_sentence(last)) return false;
        const bool apart = line - before > 1 && lines_[before].page == lines_[line].page;
        return indent >= hardly || (apart && blank_lines_part_) || is_numbered(line);
    }

    bool is_numbered(int line) const {
        const Numbering numbering = numbering_of(to_utf32(text_of(line)));
        return numbering.level == 1 || numbering.level == 2;
    }

    std::string_view text_;
    const std::vector<TextLine>& lines_;
    const std::vector<bool>& left_;
    std::map<int, Page> pages_;
    int full_ = 0;  // columns of a line that is broken
    bool blank_lines_part_ = true;
    bool indented_ = false;  // paragraphs begin with blanks
};

}  // namespace

std::vector<bool> paragraph_begins(std::string_view text, const std::vector<TextLine>& lines,
                                   const std::vector<bool>& left) {
    return LineParter(text, lines, left).begins();
}

std::string unspaced(std::string_view line) {
    line = notation::without_blanks(line);
    std::string out;
    while (!line.empty()) {
        const std::size_t blank = notation::leading_blank(line);
        if (blank == 0) {
            out += line.front();
            line.remove_prefix(1);
            continue;
        }
        while (const std::size_t more = notation::leading_blank(line)) line.remove_prefix(more);
        if (!out.empty() && is_graphic(out.back()) && !line.empty() && is_graphic(line.front()))
            out += ' ';
    }
    return out;
}

void join_line(std::string& paragraph, std::string_view line) {
    const std::string next = unspaced(line);
    if (!paragraph.empty() && !next.empty() && is_graphic(paragraph.back()) &&
        is_graphic(next.front())) {
        const std::size_t blank = paragraph.find_last_of(' ');
        std::string_view word = paragraph;
        word.remove_prefix(blank == paragraph.npos ? 0 : blank + 1);
        const bool address = word.find("://") != word.npos || word.find('@') != word.npos ||
                             word.find("www.") != word.npos;
        if (!address && is_letter(paragraph.back()) && is_letter(next.front())) paragraph += ' ';
    }
    paragraph += next;
}

}  // namespace nianbao::recognise
