#include "typeset/page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "text/utf8.hpp"

namespace nianbao {
namespace {

/// Where a character's box stands on its baseline: 0.88 above, 0.12 below.
Length above_baseline(Length em) { return em * 88 / 100; }

class PageFiller {
public:
    explicit PageFiller(const Layout& layout) : layout_(layout) { new_page(); }

    /// Puts chunks that stay together on the page, or on the next where they do not fit.
    void put(const std::vector<Chunk*>& chunks) {
        // A landscape table has a page of its own, with the heading it stays with.
        const bool landscape = std::any_of(chunks.begin(), chunks.end(), [](const Chunk* chunk) { return chunk->table && chunk->table->landscape; });
        if (landscape || landscape_) {
            if (!at_top()) new_page();
            landscape_ = landscape;
        }
        if (!at_top() && !fits(chunks)) new_page();
        for (Chunk* chunk : chunks) {
            if (chunk->table) put_table(*chunk);
            else put_lines(*chunk);
        }
    }

    std::vector<Page> take() { return std::move(pages_); }

private:
    bool at_top() const { return filled_ == Length{}; }

    /// The height of what is filled: the text area's, or its width where the page is turned.
    Length height() const { return landscape_ ? layout_.width : layout_.height; }

    void new_page() {
        Page page;
        page.number = static_cast<int>(pages_.size()) + 1;
        page.width = layout_.page_width;
        page.height = layout_.page_height;
        pages_.push_back(std::move(page));
        filled_ = {};
    }

    /// The next free row: what is filled already ends in or above the row before.
    int next_row(Length filled) const { return static_cast<int>((filled.units + layout_.pitch.units - 1) / layout_.pitch.units); }

    int rows_of_page() const { return static_cast<int>((height() - layout_.em()) / layout_.pitch) + 1; }

    /// Half the blank between two lines: between a line and a table's rule.
    Length gap() const { return (layout_.pitch - layout_.em()) / 2; }

    Length table_top(Length filled) const { return filled == Length{} ? Length{} : filled - gap(); }

    /// The filled height after the chunks, or more than the page's where they do not fit. A table taller than a page needs room for
    /// its head and two rows only.
    bool fits(const std::vector<Chunk*>& chunks) const {
        Length filled = filled_;
        for (const Chunk* chunk : chunks) {
            if (!chunk->table) {
                const int row = next_row(filled) + (filled == Length{} ? 0 : chunk->blank_rows);
                if (row + chunk->rows > rows_of_page()) return false;
                filled = layout_.pitch * (row + chunk->rows);
                continue;
            }
            const Length top = table_top(filled);
            const int least = std::min(chunk->table->table->head_rows + 2, chunk->table->table->rows);
            // A table that a page can hold is not divided; only its notes may go on.
            const Length whole = chunk->table->height(), with_notes = whole + chunk->notes_height();
            const bool may_divide = whole > chunk->table->room;
            const Length needed = may_divide ? chunk->table->height(0, least) : with_notes > chunk->table->room ? whole : with_notes;
            if (top + needed > height()) return false;
            filled = top + with_notes + gap();
        }
        return true;
    }

    void put_lines(Chunk& chunk) {
        const int row = next_row(filled_) + (at_top() ? 0 : chunk.blank_rows);
        const Length top = layout_.pitch * row;
        for (std::size_t i = 0; i < chunk.lines.size(); ++i) {
            SetLine& line = chunk.lines[i];
            const Length pitch = chunk.own_pitch.value_or(layout_.pitch);
            add(line.marks, chunk.lefts[i], top + pitch * static_cast<std::int64_t>(i) + above_baseline(chunk.own_pitch ? line.em : layout_.em()));
        }
        filled_ = layout_.pitch * (row + chunk.rows);
    }

    void put_table(Chunk& chunk) {
        SetTable& table = *chunk.table;
        const int rows = table.table->rows;
        for (int first = 0; first < rows;) {
            const bool head = first > 0 && first >= table.table->head_rows;
            const Length top = table_top(filled_);
            int count = rows_that_fit(table, first, head, height() - top);
            // The notes of a divided table stay with its last rows.
            if (first > 0 && first + count == rows && count > 1 &&
                top + table.height(first, rows) + (head ? table.height(0, table.table->head_rows) : Length{}) + chunk.notes_height() > height())
                --count;
            std::vector<Mark> marks;
            const Length height = draw_rows(table, first, first + count, head, marks);
            add(marks, {}, top);
            first += count;
            filled_ = top + height + gap();
            if (first < rows) new_page();
            else put_notes(chunk, top + height);
        }
    }

    void put_notes(Chunk& chunk, Length top) {
        if (chunk.notes.empty()) return;
        top += chunk.note_pitch / 3;
        for (SetLine& line : chunk.notes) {
            if (top + line.em > height()) {
                new_page();
                top = {};
            }
            add(line.marks, {}, top + above_baseline(line.em));
            top += chunk.note_pitch;
        }
        filled_ = top + gap() / 2;
    }

    /// Puts marks on the page, `right` and `down` of the text area's upper left corner. On a landscape page that is its lower left corner:
    /// the head of the table lies at the binding edge of odd pages and at the outer edge of even ones (GB/T 9704 8).
    void add(std::vector<Mark>& marks, Length right, Length down) {
        Page& page = pages_.back();
        move(marks, right, down);
        if (landscape_) turn_left(marks, layout_.height);
        move(marks, layout_.left_of(page.number), layout_.top);
        std::move(marks.begin(), marks.end(), std::back_inserter(page.marks));
        marks.clear();
    }

    const Layout& layout_;
    std::vector<Page> pages_;
    Length filled_;           // of the text area, from its top
    bool landscape_ = false;  // the page is turned
};

}  // namespace

std::vector<Page> fill_pages(Flow& flow, const Layout& layout) {
    PageFiller filler(layout);
    std::vector<Chunk*> together;
    for (std::size_t i = 0; i < flow.chunks.size(); ++i) {
        together.push_back(&flow.chunks[i]);
        if (flow.chunks[i].keep_with_next && i + 1 < flow.chunks.size()) continue;
        filler.put(together);
        together.clear();
    }
    return filler.take();
}

void number_pages(std::vector<Page>& pages, Setter& setter) {
    // 4号半角宋体, the dash 7 mm below the text area, one character in from the edge.
    constexpr Length size = 14.0_pt, below = 7.0_mm;
    constexpr int dash_above_baseline = 38;  // hundredths of an em
    Layout layout = setter.layout();
    layout.digits = Digits::han;
    Setter numbers(setter.faces(), layout);
    for (Page& page : pages) {
        if (page.number == 1 && !layout.first_page_numbered) continue;
        const Text texts[] = {{FontRole::table, to_utf32(fmt::format("{0} {1} {0}", layout.page_numbers == PageNumbers::hyphen ? "-" : "—", page.number)), {}}};
        const std::vector<Atom> atoms = numbers.atoms(texts, size, -1);
        const std::vector<Item> items = items_of(atoms);
        SetLine line = set_line(atoms, items, {0, static_cast<int>(atoms.size())}, layout.width, Align::left, Artifact::page_number);
        const Length outer = page.number % 2 == 1 ? layout.width - size - line.width : size;
        const Length left = layout.page_numbers == PageNumbers::centred ? (layout.width - line.width) / 2 : outer;
        move(line.marks, layout.left_of(page.number) + left, layout.top + layout.height + below + size * dash_above_baseline / 100);
        std::move(line.marks.begin(), line.marks.end(), std::back_inserter(page.marks));
    }
}

}  // namespace nianbao
