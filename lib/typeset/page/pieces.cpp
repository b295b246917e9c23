#include "typeset/page/pieces.hpp"

#include <algorithm>

namespace nianbao {
namespace {

/// What it costs to end a page early, for each thousandth of it, before a section, a
/// heading, a paragraph or a table, and inside a paragraph.
constexpr int haste_section = 1, haste_heading = 2, haste_block = 4, haste_inside = 10;

/// A table taller than a page: between its groups, and between its rows.
constexpr std::int64_t cost_between_groups = 200, cost_between_rows = 800;

int haste_before(const Chunk& chunk) {
    if (chunk.goes_on) return haste_inside;
    if (chunk.heading == 1) return haste_section;
    return chunk.heading > 1 ? haste_heading : haste_block;
}

class PieceMaker {
public:
    explicit PieceMaker(const Layout& layout) : room_(page_room(layout)) {}

    /// `parting`: before the chunk.
    void add(std::size_t index, const Chunk& chunk, int turned, std::int64_t parting) {
        Piece first;
        first.turned = turned;
        first.parting = parting;
        first.haste = haste_before(chunk);
        if (chunk.table) {
            add_rows(index, *chunk.table, first, chunk.notes_height());
            add_notes(index, chunk, turned);
            return;
        }
        first.rows = chunk.rows;
        first.blank_rows = chunk.blank_rows;
        add_piece(first, {index, 0});
    }

    Pieces take() { return std::move(made_); }

private:
    void add_piece(const Piece& piece, PieceOf of) {
        made_.pieces.push_back(piece);
        made_.of.push_back(of);
    }

    void add_rows(std::size_t index, const SetTable& set, const Piece& first, Length notes) {
        const bool fits = set.height() + notes <= set.room;
        const Length head = set.height(0, set.table->head_rows);
        const std::vector<RowBreak> breaks = row_breaks(set);
        for (int row = 0; row < set.table->rows; ++row) {
            const RowBreak& before = breaks[row];
            Piece piece = first;
            piece.height = set.heights[row];
            piece.kind = row == 0 ? Piece::Kind::first_row : Piece::Kind::row;
            if (row > 0) {
                const bool groups = before.kind == RowBreak::Kind::groups;
                piece.label = before.label;
                piece.haste = haste_section;
                piece.parting = before.kind == RowBreak::Kind::never ? page_cost::keeping
                                : fits ? (groups ? page_cost::dividing : page_cost::keeping)
                                       : (groups ? cost_between_groups : cost_between_rows);
                if (row >= set.table->head_rows) piece.head = head;
            }
            add_piece(piece, {index, row});
        }
    }

    /// A table and its notes share a page.
    void add_notes(std::size_t index, const Chunk& chunk, int turned) {
        for (std::size_t i = 0; i < chunk.notes.size(); ++i) {
            Piece piece;
            piece.kind = Piece::Kind::note;
            piece.turned = turned;
            piece.height = chunk.notes[i].em;
            piece.above = i == 0 ? note_pitch / 3 : note_pitch - piece.height;
            piece.below = note_pitch - piece.height + room_.gap() / 2;
            piece.parting = i == 0 ? page_cost::keeping : page_cost::dividing_notes;
            piece.haste = haste_inside;
            add_piece(piece, {index, static_cast<int>(i)});
        }
    }

    PageRoom room_;
    Pieces made_;
};

}  // namespace

PageRoom page_room(const Layout& layout) {
    return {layout.height, layout.width, layout.pitch, layout.em()};
}

Pieces pieces_of(const Flow& flow, const Layout& layout) {
    PieceMaker maker(layout);
    const std::vector<Chunk>& chunks = flow.chunks;
    int turned = 0;
    for (std::size_t begin = 0; begin < chunks.size();) {
        std::size_t end = begin + 1;
        while (end < chunks.size() && chunks[end - 1].keep_with_next) ++end;
        // A landscape table has pages of its own, with the heading it stays with.
        const bool landscape =
            std::any_of(chunks.begin() + begin, chunks.begin() + end,
                        [](const Chunk& chunk) { return chunk.table && chunk.table->landscape; });
        if (landscape) ++turned;
        for (std::size_t i = begin; i < end; ++i)
            maker.add(i, chunks[i], landscape ? turned : 0, i > begin ? page_cost::keeping : 0);
        begin = end;
    }
    return maker.take();
}

}  // namespace nianbao
