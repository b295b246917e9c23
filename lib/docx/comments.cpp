#include "docx/comments.hpp"

#include "docx/styles.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nianbao::docx {
namespace {

/// A text of the document, and what it stands in.
struct Placed {
    const Text* text;
    int section;  // -1: the title
    bool whole;   // a finding about its whole field is about it: a cell, title, signature
};

/// A stretch of a text.
struct Stretch {
    const Placed* placed;
    int begin, end;
};

/// Every text in reading order, and which section each belongs to.
class Texts {
public:
    explicit Texts(const Document& document) {
        add(document.title, -1, true);
        for (int i = 0; i < std::ssize(document.sections); ++i) {
            const Section& section = document.sections[static_cast<std::size_t>(i)];
            if (section.heading) add(section.heading->content, i, false);
            for (const Block& block : section.blocks)
                std::visit([&](const auto& own) { add_block(own, i); }, block);
        }
        const int last = static_cast<int>(document.sections.size()) - 1;
        if (document.signature) {
            add(document.signature->agency, last, true);
            add(document.signature->date, last, true);
        }
    }

    std::vector<Placed> all;

private:
    void add(const std::vector<Text>& texts, int section, bool whole) {
        for (const Text& text : texts) {
            if (!text.text.empty()) all.push_back({&text, section, whole});
        }
    }
    void add(const Inline& content, int section, bool whole) { add(content.texts, section, whole); }
    void add_block(const Paragraph& own, int section) { add(own.content, section, false); }
    void add_block(const Heading& own, int section) { add(own.content, section, false); }
    void add_block(const List& own, int section) {
        for (const ListItem& item : own.items) {
            add(item.content, section, false);
            for (const List& below : item.below) add_block(below, section);
        }
    }
    void add_block(const Table& own, int section) {
        for (const TableCell& cell : own.cells) add(cell.texts, section, true);
        for (const Inline& note : own.notes) add(note, section, false);
    }
};

/// The characters of a text that a span is about; end 0: none.
Stretch stretch_of(const Placed& placed, const Span& span) {
    const Text& text = *placed.text;
    const Span& from = text.from;
    const int length = static_cast<int>(text.text.size());
    if (from.field != span.field) return {&placed, 0, 0};
    if (span.length == 0) return {&placed, 0, placed.whole ? length : 0};
    const int begin = std::max(span.offset, from.offset),
              end = std::min(span.offset + span.length, from.offset + from.length);
    // A text that stands for its whole field is meant with any part of it.
    if (from.length == 0) return {&placed, 0, length};
    if (begin >= end) return {&placed, 0, 0};
    const bool one_to_one = !text.reference && from.length == length;
    return one_to_one ? Stretch{&placed, begin - from.offset, end - from.offset}
                      : Stretch{&placed, 0, length};
}

bool is_within(std::string_view field, std::string_view part) {
    return field.starts_with(part) && (field.size() == part.size() || field[part.size()] == '.');
}

/// The section that has a field's part of the report, by the longest part that one has;
/// -1: none.
int section_of(std::string_view field, const Document& document, const std::vector<Placed>& texts) {
    for (std::string_view part = field; !part.empty();) {
        for (const Placed& placed : texts) {
            if (is_within(placed.text->from.field, part)) return placed.section;
        }
        const std::size_t dot = part.rfind('.');
        if (dot == part.npos) break;
        part = part.substr(0, dot);
    }
    for (int i = 0; i < std::ssize(document.sections); ++i) {
        for (const Block& block : document.sections[static_cast<std::size_t>(i)].blocks) {
            const auto* table = std::get_if<Table>(&block);
            if (table != nullptr && is_within(field, table->key)) return i;
        }
    }
    return -1;
}

std::u32string heading_of(const Document& document, int section) {
    if (section < 0) return U"标题";
    const Section& own = document.sections[static_cast<std::size_t>(section)];
    return own.heading ? own.heading->content.text() : U"引言";
}

/// The heading of a section, else the title, else the first text that there is.
std::vector<Stretch> heading_texts(const Document& document, int section,
                                   const std::vector<Placed>& texts) {
    const auto all_of = [&](const Inline& content) {
        std::vector<Stretch> all;
        for (const Placed& placed : texts) {
            const bool own = std::any_of(content.texts.begin(), content.texts.end(),
                                         [&](const Text& text) { return &text == placed.text; });
            if (own) all.push_back({&placed, 0, static_cast<int>(placed.text->text.size())});
        }
        return all;
    };
    std::vector<Stretch> all;
    if (section >= 0) {
        const Section& own = document.sections[static_cast<std::size_t>(section)];
        if (own.heading) all = all_of(own.heading->content);
    }
    if (all.empty()) all = all_of(document.title);
    if (all.empty() && !texts.empty())
        all = {{&texts.front(), 0, static_cast<int>(texts.front().text->text.size())}};
    return all;
}

}  // namespace

Anchors::Anchors(const Document& document, const std::vector<Finding>& findings) {
    const std::vector<Placed> texts = Texts(document).all;
    struct Found {
        Anchored anchored;
        std::vector<Stretch> on;
    };
    std::vector<Found> found;
    for (const Finding& finding : findings) {
        if (!finding.waived.empty()) continue;
        Found one{{&finding}, {}};
        for (const Placed& placed : texts) {
            const Stretch stretch = stretch_of(placed, finding.where);
            if (!finding.where.field.empty() && stretch.end > stretch.begin)
                one.on.push_back(stretch);
        }
        one.anchored.exact = !one.on.empty();
        const int section = one.on.empty() ? section_of(finding.where.field, document, texts)
                                           : one.on.front().placed->section;
        if (one.on.empty()) one.on = heading_texts(document, section, texts);
        one.anchored.section = heading_of(document, section);
        for (const Stretch& stretch : one.on)
            one.anchored.on += stretch.placed->text->text.substr(
                static_cast<std::size_t>(stretch.begin),
                static_cast<std::size_t>(stretch.end - stretch.begin));
        found.push_back(std::move(one));
    }
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        if (a.on.empty() || b.on.empty()) return a.on.size() > b.on.size();
        return std::pair(a.on.front().placed, a.on.front().begin) <
               std::pair(b.on.front().placed, b.on.front().begin);
    });
    for (Found& one : found) {
        const int comment = static_cast<int>(all_.size());
        all_.push_back(std::move(one.anchored));
        if (one.on.empty()) continue;
        marks_[one.on.front().placed->text].push_back({one.on.front().begin, comment, false});
        marks_[one.on.back().placed->text].push_back({one.on.back().end, comment, true});
    }
    for (auto& [text, marks] : marks_)
        std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
            return std::pair(a.at, !a.ends) < std::pair(b.at, !b.ends);
        });
}

std::span<const Anchors::Mark> Anchors::marks(const Text& text) const {
    const auto found = marks_.find(&text);
    return found == marks_.end() ? std::span<const Mark>() : std::span<const Mark>(found->second);
}

void put_mark(XmlWriter& xml, const Anchors::Mark& mark) {
    const std::string id = number(mark.comment);
    xml.empty(mark.ends ? "w:commentRangeEnd" : "w:commentRangeStart", {{"w:id", id}});
    if (mark.ends) xml.open("w:r").empty("w:commentReference", {{"w:id", id}}).close();
}

std::vector<std::string> comment_paragraphs(const Finding& finding) {
    std::vector<std::string> texts{
        fmt::format("{} {}：{}", level_of(finding.severity), finding.rule, finding.message)};
    if (!finding.hint.empty()) texts.push_back("提示：" + finding.hint);
    return texts;
}

std::string comments_xml(const Anchors& anchors, std::string_view author) {
    XmlWriter xml;
    xml.open("w:comments", {{"xmlns:w", word_namespace}});
    const auto paragraph = [&](std::string_view text) {
        xml.open("w:p").open("w:pPr").empty("w:pStyle", {{"w:val", comment_style}}).close();
        xml.open("w:r");
        put_text(xml, to_utf32(text));
        xml.close().close();
    };
    int id = 0;
    for (const Anchors::Anchored& one : anchors.all()) {
        xml.open("w:comment",
                 {{"w:id", number(id++)}, {"w:author", author}, {"w:initials", comment_initials}});
        for (const std::string& text : comment_paragraphs(*one.finding)) paragraph(text);
        xml.close();
    }
    return xml.finish();
}

}  // namespace nianbao::docx
