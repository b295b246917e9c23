#include "outline/page_ends.hpp"

#include "report/layout_settings.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace nianbao {
namespace {

/// What an empty part of a page costs, in thousandths of the page. Over a quarter it is
/// seen, and over 45 % taken for the end of the report.
constexpr int much = 250, too_much = 450;
constexpr std::int64_t cost_much = 2000, cost_each_more = 20, cost_too_much = 20'000;

/// An extra page, if there may be none: more than anything else but parting what must
/// stay together.
constexpr std::int64_t cost_of_a_page = 100'000'000;

std::int64_t cost_of_white(std::int64_t white) {
    std::int64_t cost = white * white / 1000;
    if (white > much) cost += cost_much + cost_each_more * (white - much);
    if (white > too_much) cost += cost_too_much;
    return cost;
}

/// A table taller than a page: between its groups, and between its rows.
constexpr std::int64_t cost_between_groups = 200, cost_between_rows = 800;

/// A place at which a page may end.
struct End {
    std::size_t at;      // the piece that the next page begins with
    std::int64_t white;  // what stays empty, in thousandths
    std::int64_t parting;
};

class PageBreaker {
public:
    PageBreaker(std::span<const Piece> pieces, const PageRoom& room)
        : pieces_(pieces), room_(room) {}

    PageEnds fill_in_turn() {
        PageEnds ends;
        for (std::size_t begin = 0; begin < pieces_.size(); begin = ends.back()) {
            find_ends(begin);
            // The last that divides nothing; if there is none, the last that divides a
            // table, or else what should stay together.
            const End* chosen = &ends_.back();
            for (const std::int64_t most : {page_cost::dividing, page_cost::keeping}) {
                const auto found = std::find_if(ends_.rbegin(), ends_.rend(),
                                                [&](const End& end) { return end.parting < most; });
                if (found == ends_.rend()) continue;
                chosen = &*found;
                break;
            }
            ends.push_back(chosen->at);
        }
        return ends;
    }

    PageCost cost_of(const PageEnds& ends) {
        PageCost cost;
        std::size_t begin = 0;
        for (const std::size_t at : ends) {
            find_ends(begin);
            const End& end = ends_[at - begin - 1];
            cost.sum += cost_of(end, least_white());
            if (at < pieces_.size() && (end.white > much || end.parting >= page_cost::keeping))
                cost.good = false;
            begin = at;
        }
        return cost;
    }

    /// The ends at the least cost. `page`: what each page costs by itself.
    PageEnds cheapest(std::int64_t page) {
        struct Way {
            std::int64_t cost = std::numeric_limits<std::int64_t>::max();
            std::size_t from = 0;
        };
        std::vector<Way> ways(pieces_.size() + 1);
        ways[0].cost = 0;
        for (std::size_t begin = 0; begin < pieces_.size(); ++begin) {
            if (ways[begin].cost == std::numeric_limits<std::int64_t>::max()) continue;
            find_ends(begin);
            const std::int64_t least = least_white();
            for (const End& end : ends_) {
                const std::int64_t cost = ways[begin].cost + page + cost_of(end, least);
                if (cost < ways[end.at].cost) ways[end.at] = {cost, begin};
            }
        }
        PageEnds ends;
        for (std::size_t at = pieces_.size(); at > 0; at = ways[at].from) ends.push_back(at);
        std::reverse(ends.begin(), ends.end());
        return ends;
    }

private:
    /// All ends of a page that begins with a piece; at least one.
    void find_ends(std::size_t begin) {
        ends_.clear();
        Filled filled;
        const Piece& first = pieces_[begin];
        const Length height = room_.of(first.turned);
        bool only_rows = first.kind == Piece::Kind::row;  // of a table that began before
        for (std::size_t i = begin; i < pieces_.size(); ++i) {
            const Piece& piece = pieces_[i];
            if (piece.turned != first.turned) break;
            filled = with(piece, filled, room_);
            if (i > begin && filled.bottom > height) break;
            only_rows = only_rows && piece.kind == Piece::Kind::row;
            std::int64_t parting = 0;
            if (i + 1 < pieces_.size()) {
                const Piece& next = pieces_[i + 1];
                parting = next.turned != first.turned ? 0 : next.parting;
                if (only_rows && next.kind == Piece::Kind::row &&
                    filled.bottom - first.head < next.label)
                    parting = std::max(parting, page_cost::keeping);
            }
            ends_.push_back({i + 1, (height - filled.bottom).units * 1000 / height.units, parting});
        }
    }

    /// Of the fullest page that divides nothing.
    std::int64_t least_white() const {
        std::int64_t least = ends_.front().white;
        for (const End& end : ends_) {
            if (end.parting < page_cost::dividing) least = std::min(least, end.white);
        }
        return least;
    }

    std::int64_t cost_of(const End& end, std::int64_t least_white) const {
        if (end.at == pieces_.size()) return 0;
        const std::int64_t given_up = std::max<std::int64_t>(end.white - least_white, 0);
        return cost_of_white(std::max<std::int64_t>(end.white, 0)) + end.parting +
               given_up * pieces_[end.at].haste;
    }

    std::span<const Piece> pieces_;
    PageRoom room_;
    std::vector<End> ends_;  // of one page
};

}  // namespace

PageRoom page_room(const Layout& layout) {
    return {layout.height, layout.width, layout.pitch, layout.em()};
}

std::vector<Piece> pieces_of_rows(const Table& table, std::span<const Length> heights,
                                  std::span<const RowBreak> breaks, bool fits, Piece first) {
    const Length head =
        std::accumulate(heights.begin(), heights.begin() + table.head_rows, Length{});
    std::vector<Piece> pieces;
    for (int row = 0; row < table.rows; ++row) {
        const RowBreak& before = breaks[row];
        Piece piece = first;
        piece.height = heights[row];
        piece.kind = row == 0 ? Piece::Kind::first_row : Piece::Kind::row;
        if (row > 0) {
            const bool groups = before.kind == RowBreak::Kind::groups;
            piece.label = before.label;
            piece.haste = page_haste::section;
            piece.parting = before.kind == RowBreak::Kind::never ? page_cost::keeping
                            : fits ? (groups ? page_cost::dividing : page_cost::keeping)
                                   : (groups ? cost_between_groups : cost_between_rows);
            if (row >= table.head_rows) piece.head = head;
        }
        pieces.push_back(piece);
    }
    return pieces;
}

std::vector<Piece> pieces_of_notes(std::size_t lines, Length em, int turned, const PageRoom& room) {
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < lines; ++i) {
        Piece piece;
        piece.kind = Piece::Kind::note;
        piece.turned = turned;
        piece.height = em;
        piece.above = i == 0 ? note_pitch / 3 : note_pitch - piece.height;
        piece.below = note_pitch - piece.height + room.gap() / 2;
        piece.parting = i == 0 ? page_cost::keeping : page_cost::dividing_notes;
        piece.haste = page_haste::inside;
        pieces.push_back(piece);
    }
    return pieces;
}

Length top_of(const Piece& piece, const Filled& filled, const PageRoom& room) {
    switch (piece.kind) {
        case Piece::Kind::lines: {
            const std::int64_t row =
                (filled.next_line.units + room.pitch.units - 1) / room.pitch.units;
            return room.pitch * (row + (filled.any ? piece.blank_rows : 0));
        }
        case Piece::Kind::first_row:
            return filled.any ? filled.next_line - room.gap() : Length{};
        case Piece::Kind::row:
            return filled.any ? filled.bottom : piece.head;
        case Piece::Kind::note:
            return filled.any ? filled.bottom + piece.above : Length{};
    }
    return {};
}

Filled with(const Piece& piece, const Filled& filled, const PageRoom& room) {
    const Length top = top_of(piece, filled, room);
    if (piece.kind == Piece::Kind::lines)
        return {top + room.pitch * (piece.rows - 1) + room.em, top + room.pitch * piece.rows, true};
    const Length bottom = top + piece.height;
    return {bottom, bottom + (piece.kind == Piece::Kind::note ? piece.below : room.gap()), true};
}

PageEnds fill_in_turn(std::span<const Piece> pieces, const PageRoom& room) {
    return PageBreaker(pieces, room).fill_in_turn();
}

PageEnds choose_page_ends(std::span<const Piece> pieces, const PageRoom& room) {
    PageBreaker breaker(pieces, room);
    PageEnds in_turn = breaker.fill_in_turn();
    if (breaker.cost_of(in_turn).good) return in_turn;
    PageEnds cheapest = breaker.cheapest(0);
    if (cheapest.size() <= in_turn.size()) return cheapest;
    return breaker.cheapest(cost_of_a_page);
}

PageCost cost_of(const PageEnds& ends, std::span<const Piece> pieces, const PageRoom& room) {
    return PageBreaker(pieces, room).cost_of(ends);
}

}  // namespace nianbao
