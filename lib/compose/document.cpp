// What can be asked of any document, composed or made by hand.
#include "nianbao/document.hpp"

#include <algorithm>

namespace nianbao {
namespace {

using EachText = std::function<void(Role role, int run_in, const Text& text)>;

void each_text_of(const std::vector<Text>& texts, Role role, int run_in, const EachText& each) {
    for (const Text& text : texts) each(role, run_in, text);
}

void each_text_of(const Paragraph& paragraph, const EachText& each) {
    each_text_of(paragraph.content.texts, Role::paragraph, paragraph.run_in, each);
}

void each_text_of(const Heading& heading, const EachText& each) {
    each_text_of(heading.content.texts, heading_role(heading.level), 0, each);
}

void each_text_of(const List& list, const EachText& each) {
    for (const ListItem& item : list.items) {
        for (const Text& text : item.content.texts)
            each(text.role == TextRole::label ? Role::label : Role::item_body, item.run_in, text);
        for (const List& below : item.below) each_text_of(below, each);
    }
}

/// Calls `each` with the level of each run-in heading of a list.
void each_run_in(const List& list, const std::function<void(int level)>& each) {
    for (const ListItem& item : list.items) {
        if (item.run_in > 0) each(item.run_in);
        for (const List& below : item.below) each_run_in(below, each);
    }
}

/// The same of any block.
void each_run_in(const Block& block, const std::function<void(int level)>& each) {
    if (const auto* list = std::get_if<List>(&block)) each_run_in(*list, each);
    const auto* paragraph = std::get_if<Paragraph>(&block);
    if (paragraph != nullptr && paragraph->run_in > 0) each(paragraph->run_in);
}

void each_text_of(const Table& table, const EachText& each) {
    for (const TableCell& cell : table.cells)
        each_text_of(cell.texts, cell.label ? Role::header : Role::cell, 0, each);
    for (const Inline& note : table.notes) each_text_of(note.texts, Role::note, 0, each);
}

}  // namespace

std::u32string Inline::text() const {
    std::u32string whole;
    for (const Text& text : texts) whole += text.text;
    std::erase(whole, U'\n');
    return whole;
}

void outline_depths(Document& document) {
    std::vector<int> open;  // the levels of the headings that a place is under
    const auto depth_of = [&](int level) {
        while (!open.empty() && open.back() >= level) open.pop_back();
        open.push_back(level);
        return static_cast<int>(open.size()) + 1;
    };
    for (Section& section : document.sections) {
        if (section.heading) section.heading->depth = depth_of(section.heading->level);
        for (Block& block : section.blocks) {
            if (auto* heading = std::get_if<Heading>(&block))
                heading->depth = depth_of(heading->level);
            each_run_in(block, depth_of);
        }
    }
}

void each_text(const Document& document, const EachText& each) {
    each_text_of(document.title.texts, Role::title, 0, each);
    for (const Section& section : document.sections) {
        if (section.heading) each_text_of(*section.heading, each);
        for (const Block& block : section.blocks)
            std::visit([&](const auto& own) { each_text_of(own, each); }, block);
    }
    if (!document.signature) return;
    each_text_of(document.signature->agency.texts, Role::paragraph, 0, each);
    each_text_of(document.signature->date.texts, Role::paragraph, 0, each);
}

}  // namespace nianbao
