// The article of a page, and what a portal puts about it: menus, the line of its date and
// source, links to print and share.
#include "recognise/article/article.hpp"
#include "recognise/labels.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>

namespace nianbao::recognise {
namespace {

using notation::Draft;
using notation::DraftFact;
using notation::DraftParagraph;
using notation::Grid;
using notation::GridCell;

/// Before a colon, of the line below a title and of the table above it.
struct Byline {
    std::string_view words, fact;  // fact: what the words after the colon are, by its name
};
constexpr Byline bylines[] = {
    {"发布机构", "publisher"},
    {"发布单位", "publisher"},
    {"公开机构", "publisher"},
    {"发文机关", "publisher"},
    {"信息来源", "publisher"},
    {"文章来源", "publisher"},
    {"来源", "publisher"},
    {"发布日期", "published"},
    {"发布时间", "published"},
    {"公开日期", "published"},
    {"公开时间", "published"},
    {"发文日期", ""},
    {"成文日期", ""},
    {"生成日期", ""},
    {"索引号", ""},
    {"信息索引", ""},
    {"信息分类", ""},
    {"主题分类", ""},
    {"公开方式", ""},
    {"公开范围", ""},
    {"有效性", ""},
    {"信息名称", ""},
    {"浏览次数", ""},
    {"浏览量", ""},
    {"点击数", ""},
    {"点击量", ""},
    {"点击次数", ""},
    {"阅读次数", ""},
    {"阅读量", ""},
    {"访问量", ""},
    {"访问次数", ""},
    {"字体", ""},
    {"字号", ""},
    {"字体大小", ""},
    {"作者", ""},
    {"编辑", ""},
    {"责任编辑", ""},
    {"责编", ""},
    {"审核", ""},
    {"上一篇", ""},
    {"下一篇", ""},
    {"上一条", ""},
    {"下一条", ""},
    {"分享到", ""},
    {"分享", ""},
};

/// Words that links of a frame consist of.
constexpr std::string_view buttons[] = {
    "打印本页",   "打印",     "关闭窗口", "关闭本页",
    "关闭",       "分享到",   "分享",     "微信",
    "微博",       "QQ空间",   "收藏",     "字号",
    "字体",       "大",       "中",       "小",
    "默认",       "放大",     "缩小",     "我要纠错",
    "纠错",       "返回顶部", "返回首页", "返回",
    "首页",       "上一篇",   "下一篇",   "扫一扫在手机打开当前页",
    "保护视力色", "扫一扫"};

/// Words that only the foot of a portal has.
constexpr std::string_view feet[] = {"版权所有",     "网站标识码", "ICP备",    "公网安备",
                                     "网站主办单位", "技术支持：", "网站地图", "承办单位："};

constexpr int longest_byline = 200;  // characters

/// The characters of a line without blanks, brackets and marks between its words.
std::string words_only(std::string_view text) {
    std::string out;
    for (const char32_t c : to_utf32(text)) {
        if (std::u32string_view(U" \t\u3000\u00A0【】[]「」（）()|丨｜·/").find(c) ==
            std::u32string_view::npos)
            append_utf8(out, c);
    }
    return out;
}

bool only_buttons(std::string_view text) {
    const std::string words = words_only(text);
    std::string_view rest = words;
    while (!rest.empty()) {
        const auto begins = [&](std::string_view word) { return rest.starts_with(word); };
        const auto* const found = std::find_if(std::begin(buttons), std::end(buttons), begins);
        if (found == std::end(buttons)) return false;
        rest.remove_prefix(found->size());
    }
    return !words.empty();
}

/// What follows a label and its colon, up to the next blank; nothing if it is not there.
std::optional<std::string_view> after_label(std::string_view text, std::string_view label) {
    for (std::size_t at = text.find(label); at != text.npos; at = text.find(label, at + 1)) {
        std::string_view rest = text.substr(at + label.size());
        while (const std::size_t bytes = notation::leading_blank(rest)) rest.remove_prefix(bytes);
        const std::size_t colon = rest.starts_with("：") ? 3 : rest.starts_with(":") ? 1 : 0;
        if (colon == 0) continue;
        rest.remove_prefix(colon);
        while (const std::size_t bytes = notation::leading_blank(rest)) rest.remove_prefix(bytes);
        std::size_t end = 0;
        while (end < rest.size() && notation::leading_blank(rest.substr(end)) == 0) ++end;
        return rest.substr(0, end);
    }
    return {};
}

/// A line of what a portal says of an article.
bool is_byline(const std::string& text) {
    if (count_characters(text) > longest_byline || text.find("。") != text.npos) return false;
    if (only_buttons(text)) return true;
    const auto labelled = [&](const Byline& one) {
        return after_label(text, one.words).has_value();
    };
    if (std::any_of(std::begin(bylines), std::end(bylines), labelled)) return true;
    return std::any_of(std::begin(feet), std::end(feet),
                       [&](std::string_view foot) { return text.find(foot) != text.npos; });
}

/// Finds the article among the boxes of a page.
class Frame {
public:
    Frame(Draft& draft, const std::array<std::string_view, 6>& headings)
        : draft_(draft), headings_(headings) {
        for (const Form* form : edition_2021().forms) {
            for (const Box& box : form->boxes) labels_.insert(plain_label(box.text));
        }
    }

    void leave() {
        std::vector<Line> lines = lines_of(draft_);
        kept_.assign(draft_.parts.size(), true);
        if (draft_.boxes.size() > 1) leave_boxes(lines);
        take_bylines(lines);
        take_index_tables();
        std::vector<std::variant<Grid, DraftParagraph>> parts;
        if (title_) parts.emplace_back(std::move(*title_));
        for (std::size_t i = 0; i < kept_.size(); ++i) {
            if (kept_[i]) parts.push_back(std::move(draft_.parts[i]));
        }
        draft_.parts = std::move(parts);
    }

private:
    /// What stands in a box and in those within it.
    struct Content {
        int headings = 0;  // a bit for each section
        int tables = 0;
        long bytes = 0;
        bool whole_within = false;  // a box within it has all of it
    };

    int box_of(std::size_t part) const {
        return std::visit([](const auto& one) { return one.box; }, draft_.parts[part]);
    }

    int headings_in(const Line& line) const {
        int found = 0;
        for (int section = 0; section < 6; ++section)
            found |= is_section_heading(line, section, headings_[section]) ? 1 << section : 0;
        return found;
    }

    /// A table with several labels of the forms is one of a report's.
    bool has_labels_of_forms(const Grid& grid) const {
        constexpr int several = 4;
        constexpr std::size_t longest = 200;  // bytes
        int found = 0;
        for (const GridCell& cell : grid.cells) {
            if (cell.text().empty() || cell.text().size() > longest) continue;
            if (labels_.count(plain_label(cell.text())) > 0 && ++found == several) return true;
        }
        return false;
    }

    /// The innermost box with all headings and tables of the page.
    int box_of_article(const std::vector<Line>& lines) const {
        std::vector<Content> content(draft_.boxes.size());
        for (const Line& line : lines) {
            Content& own = content[box_of(line.part)];
            own.headings |= headings_in(line);
            own.bytes += static_cast<long>(line.text.size());
        }
        for (std::size_t i = 0; i < draft_.parts.size(); ++i) {
            const auto* grid = std::get_if<Grid>(&draft_.parts[i]);
            if (grid != nullptr && has_labels_of_forms(*grid)) ++content[grid->box].tables;
        }
        for (std::size_t i = content.size(); i-- > 1;) {
            Content& around = content[draft_.boxes[i]];
            around.headings |= content[i].headings;
            around.tables += content[i].tables;
            around.bytes += content[i].bytes;
        }
        const Content& all = content.front();
        if (all.headings == 0 && all.tables == 0) return 0;
        int best = 0;
        for (std::size_t i = content.size(); i-- > 0;) {
            const Content& own = content[i];
            if (own.headings != all.headings || own.tables != all.tables) continue;
            if (i > 0) content[draft_.boxes[i]].whole_within = true;
            if (!own.whole_within && (best == 0 || own.bytes > content[best].bytes))
                best = static_cast<int>(i);
        }
        return best;
    }

    void leave_boxes(const std::vector<Line>& lines) {
        const int article = box_of_article(lines);
        std::vector<bool> inside(draft_.boxes.size());
        for (std::size_t i = 0; i < inside.size(); ++i)
            inside[i] = static_cast<int>(i) == article || (i > 0 && inside[draft_.boxes[i]]);
        for (std::size_t i = 0; i < kept_.size(); ++i) kept_[i] = inside[box_of(i)];
        keep_signature(lines);
        keep_title(lines);
    }

    /// The date, and what stands before it, may stand just behind the box.
    void keep_signature(const std::vector<Line>& lines) {
        constexpr int close = 4;  // lines
        const int count = static_cast<int>(lines.size());
        int last = count - 1;
        while (last >= 0 && !kept_[lines[last].part]) --last;
        for (int i = std::max(last - 2 * close, 0); i <= last; ++i) {
            if (day_of(lines[i].whole())) return;
        }
        for (int i = last + 1; i < std::min(last + 1 + close, count); ++i) {
            if (!day_of(lines[i].whole())) continue;
            for (int k = last + 1; k <= i; ++k) kept_[lines[k].part] = true;
            return;
        }
    }

    /// The title may stand above the box; else it is what the page calls itself.
    void keep_title(const std::vector<Line>& lines) {
        int first = 0;
        const int count = static_cast<int>(lines.size());
        while (first < count && !kept_[lines[first].part]) ++first;
        for (int i = first; i < count && headings_in(lines[i]) == 0; ++i) {
            if (kept_[lines[i].part] && is_title_line(lines[i].whole())) return;
        }
        int title = -1;
        for (int i = first - 1; i >= 0; --i) {
            if (!is_title_line(lines[i].whole())) continue;
            if (level_of(lines[i]) > 0) {
                title = i;
                break;
            }
            if (title < 0) title = i;
        }
        if (title >= 0) {
            kept_[lines[title].part] = true;
            return;
        }
        for (const std::string_view name : {"ArticleTitle", "title"}) {
            for (const DraftFact& fact : draft_.facts) {
                if (fact.name != name) continue;
                std::string_view text = fact.text();
                text = text.substr(0, text.find_first_of("_-|"));
                while (const std::size_t bytes = notation::trailing_blank(text))
                    text.remove_suffix(bytes);
                if (!is_title_line(std::string(text))) continue;
                title_.emplace().placed = notation::placed(text, fact.placed.begin);
                return;
            }
        }
    }

    int level_of(const Line& line) const {
        return std::get<DraftParagraph>(draft_.parts[line.part]).level;
    }

    void add_fact(std::string_view name, std::string_view text, int begin) {
        if (name.empty() || text.empty()) return;
        const bool known = std::any_of(draft_.facts.begin(), draft_.facts.end(),
                                       [&](const DraftFact& fact) { return fact.name == name; });
        if (!known) draft_.facts.push_back({std::string(name), notation::placed(text, begin)});
    }

    /// REQUIRES: `line` is a byline.
    void add_facts(const Line& line) {
        for (const Byline& one : bylines) {
            if (const auto value = after_label(line.text, one.words))
                add_fact(one.fact, *value,
                         line.begin + static_cast<int>(value->data() - line.text.data()));
        }
    }

    /// Bylines before the first heading and behind all else, in the article and outside.
    void take_bylines(const std::vector<Line>& lines) {
        const int count = static_cast<int>(lines.size());
        int first = 0;
        while (first < count && (!kept_[lines[first].part] || headings_in(lines[first]) == 0))
            ++first;
        for (int i = 0; i < first; ++i) {
            if (is_byline(lines[i].whole())) take(lines[i], lines[i].part);
        }
        for (int i = count - 1; i > first; --i) {
            const bool kept = kept_[lines[i].part];
            const bool byline = is_byline(lines[i].whole());
            if (byline) take(lines[i], lines[i].part);
            else if (kept && !lines[i].blank()) break;
        }
    }

    /// Leaves a line out, if it is a whole paragraph.
    void take(const Line& line, std::size_t part) {
        add_facts(line);
        const auto* paragraph = std::get_if<DraftParagraph>(&draft_.parts[part]);
        if (paragraph != nullptr && paragraph->text().size() == line.text.size())
            kept_[part] = false;
    }

    /// Tables that say what a portal knows of an article, label beside value.
    void take_index_tables() {
        for (std::size_t i = 0; i < draft_.parts.size(); ++i) {
            const auto* grid = std::get_if<Grid>(&draft_.parts[i]);
            if (grid == nullptr) continue;
            int labels = 0;
            for (const GridCell& cell : grid->cells) {
                const std::string plain = plain_label(cell.text());
                for (const Byline& one : bylines) {
                    if (plain != one.words) continue;
                    ++labels;
                    const GridCell* value = grid->at(cell.row, cell.column + cell.columns);
                    if (value != nullptr) add_fact(one.fact, value->text(), value->placed.begin);
                }
                constexpr std::size_t enough = 64;  // cells; these tables are small
                if (grid->cells.size() > enough) break;
            }
            if (labels > 1) kept_[i] = false;
        }
    }

    Draft& draft_;
    const std::array<std::string_view, 6>& headings_;
    std::vector<bool> kept_;               // by part
    std::optional<DraftParagraph> title_;  // what the page calls itself, if nothing else does
    std::set<std::string> labels_;         // plain ones, of every form
};

}  // namespace

void leave_frame(Draft& draft, const std::array<std::string_view, 6>& headings) {
    Frame(draft, headings).leave();
}

const DraftFact* fact_of(const Draft& draft, std::string_view name) {
    const auto found = std::find_if(
        draft.facts.begin(), draft.facts.end(),
        [&](const DraftFact& one) { return one.name == name && !notation::blank(one.text()); });
    return found == draft.facts.end() ? nullptr : &*found;
}

}  // namespace nianbao::recognise
