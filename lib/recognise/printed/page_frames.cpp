#include "recognise/printed/page_frames.hpp"

#include "nianbao/report.hpp"
#include "notation/text_map.hpp"
#include "recognise/article/article.hpp"
#include "recognise/printed/form_rows.hpp"
#include "text/digits.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace nianbao::recognise {
namespace {

/// The characters of a line without blanks; digits as one, if `alike`.
std::u32string characters_of(std::string_view line, bool alike) {
    std::u32string text = to_utf32(line);
    std::erase_if(text, [](char32_t c) { return c == U' ' || c == U'\u3000' || c == U'\u00A0'; });
    if (!alike) return text;
    for (char32_t& c : text) c = digit_value(c) >= 0 ? U'#' : c;
    return text;
}

constexpr std::u32string_view dashes = U"-－—–―─·";

/// “—1—”, “- 1 -”, “第1页”, “第1页共6页”, “1/6”.
bool is_page_number(std::string_view line) {
    const std::u32string text = characters_of(line, true);
    constexpr std::size_t longest = 16;
    if (text.size() > longest || text.find(U'#') == text.npos) return false;
    std::u32string shape;
    for (const char32_t c : text) {
        const char32_t one = dashes.find(c) != dashes.npos ? U'-' : c;
        if (shape.empty() || one != shape.back() || (one != U'#' && one != U'-')) shape += one;
    }
    return shape == U"-#-" || shape == U"第#页" || shape == U"第#页共#页" ||
           shape == U"第#页，共#页" || shape == U"第#页/共#页" || shape == U"#/#";
}

class PageEnds {
public:
    PageEnds(std::string_view text, std::vector<TextLine>& lines) : text_(text), lines_(lines) {
        for (int i = 0; i < std::ssize(lines_); ++i) {
            if (lines_[i].blank()) continue;
            if (pages_.empty() || lines_[pages_.back().front()].page != lines_[i].page)
                pages_.emplace_back();
            pages_.back().push_back(i);
        }
    }

    std::vector<std::string> leave() {
        leave_numbers();
        constexpr int most = 3;  // lines of a running head
        for (int i = 0; i < most; ++i) {
            const bool head = leave_running(true), foot = leave_running(false);
            const bool any = head || foot;
            if (!any) break;
            leave_numbers();
        }
        return std::move(left_);
    }

private:
    std::string_view text_of(int line) const {
        return notation::without_blanks(
            text_.substr(lines_[line].begin, lines_[line].end - lines_[line].begin));
    }

    static int end_of(const std::vector<int>& page, bool top) {
        return top ? page.front() : page.back();
    }

    void leave_out(std::vector<int>& page, bool top) {
        TextLine& line = lines_[end_of(page, top)];
        line.end = line.begin;
        line.words.clear();
        line.numbers = 0;
        page.erase(top ? page.begin() : page.end() - 1);
    }

    void leave_numbers() {
        for (const bool top : {false, true}) {
            const bool bare = bare_numbers_count(top);
            for (std::vector<int>& page : pages_) {
                if (page.empty()) continue;
                const std::string_view line = text_of(end_of(page, top));
                if (is_page_number(line) || (bare && bare_number(line) >= 0)) leave_out(page, top);
            }
        }
    }

    /// True if bare numbers at the ends of pages go up with them.
    bool bare_numbers_count(bool top) const {
        int found = 0, difference = 0;
        for (const std::vector<int>& page : pages_) {
            if (page.empty()) continue;
            const int line = end_of(page, top), number = bare_number(text_of(line));
            if (number < 0) continue;
            const int own = number - lines_[line].page;
            if (found > 0 && own != difference) return false;
            difference = own;
            ++found;
        }
        return found > 1;
    }

    /// What stands at the same end of nearly every page. False if nothing does.
    bool leave_running(bool top) {
        std::map<std::u32string, int> found;
        int pages = 0;
        for (const std::vector<int>& page : pages_) {
            if (page.empty()) continue;
            ++pages;
            ++found[characters_of(text_of(end_of(page, top)), true)];
        }
        bool any = false;
        for (const auto& [running, count] : found) {
            if (count < 2 || 3 * count < 2 * pages) continue;
            for (std::vector<int>& page : pages_) {
                if (page.empty()) continue;
                const int line = end_of(page, top);
                if (characters_of(text_of(line), true) != running || belongs(page, line)) continue;
                if (std::find(told_.begin(), told_.end(), running) == told_.end()) {
                    told_.push_back(running);
                    left_.emplace_back(text_of(line));
                }
                leave_out(page, top);
                any = true;
            }
        }
        return any;
    }

    /// The head of a table stands again on its next page; and the first page may begin
    /// with the title that runs above the others.
    bool belongs(const std::vector<int>& page, int line) const {
        for (const Edition* edition : editions()) {
            for (const Form* form : edition->forms) {
                if (only_words_of(*form, text_of(line))) return true;
            }
        }
        if (lines_[line].page != lines_[pages_.front().front()].page) return false;
        const auto is_title = [&](int one) {
            return one != line && is_title_line(std::string(text_of(one)));
        };
        return is_title_line(std::string(text_of(line))) &&
               std::none_of(page.begin(), page.end(), is_title);
    }

    std::string_view text_;
    std::vector<TextLine>& lines_;
    std::vector<std::vector<int>> pages_;  // lines that are not blank
    std::vector<std::u32string> told_;
    std::vector<std::string> left_;
};

}  // namespace

int bare_number(std::string_view line) {
    const std::u32string text = characters_of(line, false);
    constexpr std::size_t longest = 3;
    return text.size() > longest ? -1 : number_of(to_utf8(text));
}

std::vector<std::string> leave_page_frames(std::string_view text, std::vector<TextLine>& lines) {
    return PageEnds(text, lines).leave();
}

}  // namespace nianbao::recognise
