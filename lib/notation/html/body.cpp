#include "notation/html/body.hpp"

#include "notation/draft.hpp"
#include "notation/html/characters.hpp"
#include "notation/html/layout_tables.hpp"
#include "text/digits.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::notation {
namespace {

using enum ElementKind;

constexpr std::size_t deepest = 256;  // elements in each other; those below are passed through

constexpr std::size_t most_named = 256;  // meta tags

/// Boxes hold paragraphs.
bool is_box(ElementKind kind) {
    return kind == block || kind == list || kind == cell || kind == table;
}

/// By what stands in the tag itself: style sheets are not read.
bool hides(const Tag& tag) {
    if (tag.has("hidden")) return true;
    std::string style = small_letters(tag.value("style"));
    std::erase_if(style, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
    return style.find("display:none") != style.npos ||
           style.find("visibility:hidden") != style.npos ||
           style.find("mso-hide:all") != style.npos;
}

int span_of(const Tag& tag, std::string_view attribute, int least) {
    const std::string value = tag.value(attribute);
    const std::size_t end = std::min(value.find_first_not_of("0123456789"), value.size());
    const int number = number_of(std::string_view(value).substr(0, end));
    return number < least ? 1 : number;
}

/// Characters between which a line end of the page's text is no blank.
bool is_wide(char32_t character) { return display_width(character) > 1; }

bool is_caption(const WebBlock& block) {
    const auto* paragraph = std::get_if<WebParagraph>(&block);
    return paragraph != nullptr && paragraph->caption;
}

char32_t last_character(std::string_view text) {
    std::size_t at = text.size();
    while (at > 0 && continues_character(text[at - 1])) --at;
    return at == 0 ? U'\0' : decode_at(text, at - 1).character.value_or(U'\0');
}

}  // namespace

template <class Is, class Border>
std::size_t PageReader::innermost(Is is, Border border) const {
    for (std::size_t i = open_.size(); i-- > 1;) {
        if (is(open_[i])) return i;
        if (border(open_[i])) break;
    }
    return open_.size();
}

template <class Is, class Border>
void PageReader::end_all(Is is, Border border) {
    for (std::size_t i = innermost(is, border); i < open_.size(); i = innermost(is, border))
        pop_to(i);
}

/// The innermost table is open outside of its cells.
bool PageReader::in_table() const {
    for (std::size_t i = open_.size(); i-- > 1;) {
        if (open_[i].kind == cell || open_[i].kind == caption) return false;
        if (open_[i].kind == table) return true;
    }
    return false;
}

void PageReader::push(const Tag& tag, ElementKind kind) {
    Open one;
    one.name = tag.name;
    one.kind = kind;
    one.hidden = within().hidden || hides(tag);
    one.spaced = within().spaced || tag.name == "pre" || tag.name == "listing";
    one.box = within().box;
    if (is_box(kind)) {
        one.box = static_cast<int>(boxes.size());
        boxes.push_back(within().box);
    }
    if (tag.name == "ol") {
        const std::string start = tag.value("start");
        one.number = start.empty() ? 1 : std::max(number_of(start), 0);
        // Other kinds of numbers are letters and such, which no report has.
        const std::string type = tag.value("type");
        if (!type.empty() && type != "1") one.number = -1;
    }
    open_.push_back(std::move(one));
    if (kind == unseen) ++unseen_;
}

void PageReader::pop_to(std::size_t first) {
    while (open_.size() > std::max<std::size_t>(first, 1)) {
        const ElementKind kind = within().kind;
        if (kind == unseen) --unseen_;
        // A paragraph ends within its element, which says what it is.
        if (kind != words && kind != unseen && kind != row && kind != rows) end_paragraph();
        const Open last = std::move(open_.back());
        open_.pop_back();
        if (last.name == "a" && !links_open_.empty()) links_open_.pop_back();
        if (last.kind == item) flows_.back().own.number.clear();
        if (last.kind == cell) end_cell();
        if (last.kind == table) end_table();
        if (last.name == "title") title_ = false;
    }
}

/// Closes what cannot hold an element of this kind.
void PageReader::close_before(ElementKind kind) {
    const auto of = [](ElementKind sought) {
        return [sought](const Open& one) { return one.kind == sought; };
    };
    const auto cell_or_table = [](const Open& one) {
        return one.kind == cell || one.kind == caption || one.kind == table;
    };
    switch (kind) {
        case block:
        case paragraph:
        case heading:
        case list:
        case table:
            if (kind == table && in_table()) pop_to(innermost(of(table), of(table)));
            pop_to(innermost(of(paragraph), [&](const Open& one) {
                return is_box(one.kind) || cell_or_table(one);
            }));
            if (kind == heading) pop_to(innermost(of(heading), [](const Open&) { return true; }));
            return;
        case item:
        case term:
            pop_to(innermost(of(kind), [&](const Open& one) {
                return one.kind == list || one.name == "dl" || cell_or_table(one);
            }));
            return close_before(paragraph);
        case row:
            return end_all(
                [](const Open& one) {
                    return one.kind == row || one.kind == cell || one.kind == caption;
                },
                of(table));
        case rows:
        case caption:
            return end_all(
                [](const Open& one) {
                    return one.kind == row || one.kind == rows || one.kind == cell ||
                           one.kind == caption;
                },
                of(table));
        case cell:
            return end_all([](const Open& one) { return one.kind == cell || one.kind == caption; },
                           of(table));
        default:
            return;
    }
}

void PageReader::open(const Tag& tag) {
    const ElementKind kind = kind_of_element(tag.name);
    if (kind == outer) return;
    if (kind == empty) return note_empty(tag);
    if (unseen_ > 0 && kind != unseen) return;
    if (kind == row || kind == rows || kind == cell || kind == caption) {
        const bool any = std::any_of(open_.begin(), open_.end(),
                                     [](const Open& one) { return one.kind == table; });
        if (!any) return;
    }
    close_before(kind);
    if (open_.size() >= deepest) return;
    if (kind != words && kind != unseen && kind != row && kind != rows) end_paragraph();
    if (kind == cell) return open_cell(tag);
    if (kind == row) tables_.back()->rows.emplace_back();
    push(tag, kind);
    if (tag.name == "title") title_ = unseen_ == 1;
    if (kind == table) {
        tables_.push_back(std::make_unique<WebTable>());
        tables_.back()->box = within().box;
    }
    if (kind == item) {
        const std::size_t of_list = innermost([](const Open& one) { return one.kind == list; },
                                              [](const Open& one) { return one.kind == table; });
        if (of_list < open_.size() && open_[of_list].number >= 0) {
            const std::string value = tag.value("value");
            if (number_of(value) >= 0) open_[of_list].number = number_of(value);
            flows_.back().own.number = fmt::format("{}.", open_[of_list].number);
            ++open_[of_list].number;
        }
    }
    if (tag.name == "a" && tag.has("href")) {
        links_open_.push_back(links.size());
        links.push_back({tag.value("href"), {}, within().box});
    } else if (tag.name == "a") {
        links_open_.push_back(static_cast<std::size_t>(-1));
    }
}

void PageReader::open_cell(const Tag& tag) {
    WebTable& own = *tables_.back();
    // A cell outside of rows begins one, also behind the end of another.
    const std::size_t of_row = innermost([](const Open& one) { return one.kind == row; },
                                         [](const Open& one) { return one.kind == table; });
    if (own.rows.empty() || of_row == open_.size()) {
        own.rows.emplace_back();
        push(Tag{"tr", {}}, row);
    }
    too_many = too_many || ++count_ > most_paragraphs;
    push(tag, cell);
    if (!too_many)
        own.rows.back().push_back(
            {span_of(tag, "rowspan", 0), span_of(tag, "colspan", 1), within().hidden, {}});
    flows_.emplace_back();
}

/// Elements that have nothing within them.
void PageReader::note_empty(const Tag& tag) {
    if (tag.name == "meta") {
        std::string name = tag.value("name");
        if (!name.empty() && named.size() < most_named)
            named.emplace_back(std::move(name), tag.value("content"));
    }
    if (unseen_ > 0 || within().hidden) return;
    if (tag.name == "hr") end_paragraph();
    if (tag.name == "br") {
        Flow& flow = flows_.back();
        flow.own.text += '\n';
        flow.begun = true;
        flow.blank = flow.line_end = false;
    }
    if (tag.name == "img" || tag.name == "image") {
        ++flows_.back().own.pictures;
        flows_.back().begun = true;
    }
}

void PageReader::close(std::string_view name) {
    const ElementKind kind = kind_of_element(name);
    // Browsers make a line end of it.
    if (kind == empty && name == "br") return note_empty(Tag{"br", {}});
    if (kind == empty || kind == outer) return;
    if (unseen_ > 0 && kind != unseen) return;
    const auto border = [&](const Open& one) {
        switch (kind) {
            case table:
                return false;
            case words:
            case unseen:
                return one.kind != words && one.kind != unseen;
            case cell:
            case caption:
            case row:
            case rows:
                return one.kind == table;
            case item:
                return one.kind == list || one.kind == cell || one.kind == table;
            default:
                return one.kind == cell || one.kind == caption || one.kind == table;
        }
    };
    // A heading's end tag ends any heading.
    const std::size_t found = innermost(
        [&](const Open& one) { return kind == heading ? one.kind == heading : one.name == name; },
        border);
    if (found < open_.size()) pop_to(found);
    else if (kind == paragraph) end_paragraph();
    else if (name == "tbody") {  // browsers put rows of the table itself into one
        const std::size_t own = innermost([](const Open& one) { return one.kind == row; }, border);
        if (own < open_.size() && open_[own - 1].kind != rows) pop_to(own);
    }
}

void PageReader::text(std::string_view raw) {
    std::string decoded;
    if (title_) {
        append_decoded(decoded, raw, Within::text);
        if (named.size() < most_named) named.emplace_back("title", std::move(decoded));
        title_ = false;
        return;
    }
    if (unseen_ > 0 || within().hidden) return;
    append_decoded(decoded, raw, Within::text);
    put(decoded, within().spaced);
}

void PageReader::put(std::string_view decoded, bool spaced) {
    Flow& flow = flows_.back();
    std::string& to = flow.own.text;
    const std::size_t before = to.size();
    for (std::size_t at = 0; at < decoded.size();) {
        const Decoded next = decode_at(decoded, at);
        const char32_t character = next.character.value_or(U'\uFFFD');
        const std::string_view bytes = decoded.substr(at, next.bytes);
        at += next.bytes;
        if (character == U'\u200B' || character == U'\uFEFF' || character == U'\u00AD') continue;
        if (spaced && character == U'\n') {
            to += '\n';
            flow.begun = true;
            continue;
        }
        if (character <= U' ' || character == U'\u007F') {
            flow.blank = true;
            if (character == U'\n' || character == U'\r') flow.line_end = true;
            continue;
        }
        if (flow.blank && !to.empty() && to.back() != '\n') {
            const bool folded =
                flow.line_end && (is_wide(last_character(to)) || is_wide(character));
            if (!folded) to += ' ';
        }
        flow.blank = flow.line_end = false;
        flow.begun = true;
        const bool odd = character == U'\u00A0' || (character >= 0x2002 && character <= 0x200A);
        if (odd) to += ' ';
        else to += bytes;
    }
    if (!links_open_.empty() && links_open_.back() < links.size())
        links[links_open_.back()].text += to.substr(std::min(before, to.size()));
}

/// Blanks around lines are how pages indent.
void PageReader::end_paragraph() {
    Flow& flow = flows_.back();
    flow.blank = flow.line_end = false;
    if (!flow.begun) return;
    std::string text;
    std::string_view rest = flow.own.text;
    for (;;) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        while (const std::size_t bytes = leading_blank(line)) line.remove_prefix(bytes);
        while (const std::size_t bytes = trailing_blank(line)) line.remove_suffix(bytes);
        text += line;
        if (end == rest.size()) break;
        text += '\n';
        rest.remove_prefix(end + 1);
    }
    WebParagraph own = std::move(flow.own);
    flow.own = {};
    flow.begun = false;
    own.text = std::move(text);
    if (blank(own.text) && own.pictures == 0) return;
    const std::size_t of_heading =
        innermost([](const Open& one) { return one.kind == heading; },
                  [](const Open& one) { return one.kind == cell || one.kind == table; });
    if (of_heading < open_.size()) own.level = open_[of_heading].name[1] - '0';
    own.caption = std::any_of(open_.begin(), open_.end(),
                              [](const Open& one) { return one.kind == caption; });
    own.box = within().box;
    too_many = too_many || ++count_ > most_paragraphs;
    if (too_many) return;
    // What stands between rows goes before the table, with its caption.
    auto at = flow.blocks.end();
    while (in_table() && at != flow.blocks.begin() && is_caption(*(at - 1))) --at;
    flow.blocks.insert(at, std::move(own));
}

void PageReader::end_cell() {
    Flow flow = std::move(flows_.back());
    flows_.pop_back();
    std::vector<std::vector<WebCell>>& rows = tables_.back()->rows;
    if (!rows.empty() && !rows.back().empty()) rows.back().back().blocks = std::move(flow.blocks);
}

void PageReader::end_table() {
    std::unique_ptr<WebTable> table = std::move(tables_.back());
    tables_.pop_back();
    std::vector<WebBlock>& to = flows_.back().blocks;
    if (!only_arranges(*table)) {
        to.emplace_back(std::move(table));
        return;
    }
    for (std::vector<WebCell>& row : table->rows) {
        for (WebCell& cell : row) {
            for (WebBlock& block : cell.blocks) to.push_back(std::move(block));
        }
    }
}

void PageReader::finish() {
    pop_to(1);
    end_paragraph();
    for (WebBlock& block : flows_.front().blocks) blocks.push_back(std::move(block));
    flows_.front().blocks.clear();
    unseen_ = 0;
    title_ = false;
}

}  // namespace nianbao::notation
