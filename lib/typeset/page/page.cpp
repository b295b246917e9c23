#include "typeset/page/page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "text/utf8.hpp"
#include "typeset/page/pieces.hpp"

namespace nianbao {
namespace {

/// Where a character's box stands on its baseline: 0.88 above, 0.12 below.
Length above_baseline(Length em) { return em * 88 / 100; }

/// Draws the pieces of a page, one page after the other.
class PageDrawer {
public:
    PageDrawer(Flow& flow, const Pieces& pieces, const Layout& layout)
        : flow_(flow), pieces_(pieces), layout_(layout), room_(page_room(layout)) {}

    /// The page with pieces [begin, end) on it.
    void draw(std::size_t begin, std::size_t end) {
        Page& page = pages_.emplace_back();
        page.number = static_cast<int>(pages_.size());
        page.width = layout_.page_width;
        page.height = layout_.page_height;
        turned_ = begin < end && pieces_.pieces[begin].turned != 0;
        Filled filled;
        for (std::size_t i = begin; i < end;) {
            const Length top = top_of(pieces_.pieces[i], filled, room_);
            const std::size_t next = draw_from(i, end, top);
            for (; i < next; ++i) filled = with(pieces_.pieces[i], filled, room_);
        }
    }

    std::vector<Page> take() { return std::move(pages_); }

private:
    /// Draws a piece, or all the rows of a table that are on the page. Returns the next
    /// piece.
    std::size_t draw_from(std::size_t i, std::size_t end, Length top) {
        const auto [index, first] = pieces_.of[i];
        Chunk& chunk = flow_.chunks[index];
        switch (pieces_.pieces[i].kind) {
            case Piece::Kind::lines:
                draw_lines(chunk, top);
                return i + 1;
            case Piece::Kind::note: {
                SetLine& line = chunk.notes[first];
                add(line.marks, {}, top + above_baseline(line.em));
                return i + 1;
            }
            case Piece::Kind::first_row:
            case Piece::Kind::row:
                break;
        }
        std::size_t next = i + 1;
        while (next < end && pieces_.pieces[next].kind == Piece::Kind::row) ++next;
        std::vector<Mark> marks;
        draw_rows(*chunk.table, first, first + static_cast<int>(next - i),
                  pieces_.pieces[i].head > Length{}, marks);
        add(marks, {}, top - pieces_.pieces[i].head);
        return next;
    }

    void draw_lines(Chunk& chunk, Length top) {
        for (std::size_t i = 0; i < chunk.lines.size(); ++i) {
            SetLine& line = chunk.lines[i];
            const Length pitch = chunk.own_pitch.value_or(layout_.pitch);
            add(line.marks, chunk.lefts[i],
                top + pitch * i + above_baseline(chunk.own_pitch ? line.em : layout_.em()));
        }
    }

    /// Puts marks on the page, `right` and `down` of the text area's upper left corner.
    /// On a landscape page that is its lower left corner: the head of the table lies at
    /// the binding edge of odd pages and at the outer edge of even ones (GB/T 9704 8).
    void add(std::vector<Mark>& marks, Length right, Length down) {
        Page& page = pages_.back();
        move(marks, right, down);
        if (turned_) turn_left(marks, layout_.height);
        move(marks, layout_.left_of(page.number), layout_.top);
        std::move(marks.begin(), marks.end(), std::back_inserter(page.marks));
        marks.clear();
    }

    Flow& flow_;
    const Pieces& pieces_;
    const Layout& layout_;
    PageRoom room_;
    std::vector<Page> pages_;
    bool turned_ = false;
};

/// A flow as pieces, and where its pages end.
struct Filling {
    Pieces pieces;
    PageEnds ends;
    PageCost cost;

    Filling(const Flow& flow, const Layout& layout)
        : pieces(pieces_of(flow, layout)),
          ends(choose_page_ends(pieces.pieces, page_room(layout))),
          cost(cost_of(ends, pieces.pieces, page_room(layout))) {}
};

/// Draws the rows of the upright tables closer, or as they were before.
void change_rows(Flow& flow, std::vector<std::vector<Length>>& heights) {
    std::size_t i = 0;
    for (Chunk& chunk : flow.chunks) {
        if (chunk.table && !chunk.table->landscape) std::swap(chunk.table->heights, heights[i++]);
    }
}

/// The pages that a flow fills. If one stays over a quarter empty all the same, the rows
/// of all tables are drawn closer if that helps.
Filling fill(Flow& flow, const Layout& layout) {
    Filling usual(flow, layout);
    if (usual.cost.good) return usual;
    std::vector<std::vector<Length>> heights;
    for (const Chunk& chunk : flow.chunks) {
        if (chunk.table && !chunk.table->landscape) heights.push_back(least_heights(*chunk.table));
    }
    change_rows(flow, heights);
    Filling closer(flow, layout);
    if (closer.cost.sum + cost_of_closer_rows < usual.cost.sum) return closer;
    change_rows(flow, heights);
    return usual;
}

}  // namespace

std::vector<Page> fill_pages(Flow& flow, const Layout& layout) {
    const Filling filling = fill(flow, layout);
    PageDrawer drawer(flow, filling.pieces, layout);
    std::size_t begin = 0;
    for (const std::size_t end : filling.ends) {
        drawer.draw(begin, end);
        begin = end;
    }
    if (begin == 0) drawer.draw(0, 0);  // a report of nothing has a page
    return drawer.take();
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
        const Text texts[] = {
            {to_utf32(fmt::format("{0} {1} {0}",
                                  layout.page_numbers == PageNumbers::hyphen ? "-" : "—",
                                  page.number)),
             {}}};
        const std::vector<Atom> atoms = numbers.atoms(texts, {size, FontRole::table}, {});
        const std::vector<Item> items = items_of(atoms);
        SetLine line = set_line(atoms, items, {0, static_cast<int>(atoms.size())}, layout.width,
                                Align::left, Artifact::page_number);
        const Length outer = page.number % 2 == 1 ? layout.width - size - line.width : size;
        const Length left =
            layout.page_numbers == PageNumbers::centred ? (layout.width - line.width) / 2 : outer;
        move(line.marks, layout.left_of(page.number) + left,
             layout.top + layout.height + below + size * dash_above_baseline / 100);
        std::move(line.marks.begin(), line.marks.end(), std::back_inserter(page.marks));
    }
}

}  // namespace nianbao
