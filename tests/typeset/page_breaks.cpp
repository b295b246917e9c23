// Where pages end, by numbers alone: a page of a thousand lines of one point each.
#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "outline/page_ends.hpp"
#include "report/generator.hpp"

using namespace nianbao;

namespace {

constexpr PageRoom room{1000.0_pt, 600.0_pt, 1.0_pt, 1.0_pt};

Piece lines(int rows, std::int64_t parting = 0) {
    Piece piece;
    piece.rows = rows;
    piece.parting = parting;
    piece.haste = 4;
    return piece;
}

Piece row(Length height, std::int64_t parting, Piece::Kind kind = Piece::Kind::row) {
    Piece piece;
    piece.kind = kind;
    piece.height = height;
    piece.parting = parting;
    piece.haste = 1;
    return piece;
}

/// Text and a table of two groups, which is divided at a cost.
std::vector<Piece> text_and_table(int rows, Length first, Length second,
                                  std::int64_t parting = page_cost::dividing) {
    return {lines(rows), row(first, 0, Piece::Kind::first_row), row(second, parting)};
}

/// Where pages end, as they are chosen.
PageEnds chosen(const std::vector<Piece>& pieces) { return choose_page_ends(pieces, room); }

Piece turned(Piece piece, int number = 1) {
    piece.turned = number;
    return piece;
}

/// Some text, headings that keep with it, and tables with notes, drawn by lot.
std::vector<Piece> drawn(Random& random) {
    std::vector<Piece> pieces;
    for (int i = random.between(4, 8); i > 0; --i) {
        switch (random.below(4)) {
            case 0:
                pieces.push_back(lines(random.between(20, 60)));
                pieces.push_back(lines(random.between(20, 400), page_cost::keeping));
                break;
            case 1: {
                pieces.push_back(
                    row(from_points(random.between(50, 300)), 0, Piece::Kind::first_row));
                for (int more = random.between(1, 2); more > 0; --more) {
                    pieces.push_back(
                        row(from_points(random.between(50, 400)),
                            random.one_in(2) ? page_cost::dividing : page_cost::keeping));
                    pieces.back().head = from_points(random.below(60));
                    pieces.back().label = from_points(random.below(100));
                }
                break;
            }
            default:
                pieces.push_back(lines(random.between(100, 500)));
        }
    }
    return pieces;
}

/// True if a page holds what it should, or a single piece.
bool fits(const std::vector<Piece>& pieces, std::size_t begin, std::size_t end) {
    Filled filled;
    for (std::size_t i = begin; i < end; ++i) filled = with(pieces[i], filled, room);
    return end == begin + 1 || filled.bottom <= room.height;
}

/// The least cost of all ways to end pages, of at most so many.
std::int64_t least_cost(const std::vector<Piece>& pieces, std::size_t most) {
    const std::size_t places = pieces.size() - 1;
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (std::size_t set = 0; set < std::size_t{1} << places; ++set) {
        PageEnds ends;
        bool all_fit = true;
        std::size_t begin = 0;
        for (std::size_t at = 1; at <= pieces.size() && all_fit; ++at) {
            if (at < pieces.size() && ((set >> (at - 1)) & 1) == 0) continue;
            all_fit = fits(pieces, begin, at);
            ends.push_back(begin = at);
        }
        if (all_fit && ends.size() <= most)
            least = std::min(least, cost_of(ends, pieces, room).sum);
    }
    return least;
}

}  // namespace

TEST_CASE("nothing, and one piece however large, fill what they must") {
    CHECK(chosen({}).empty());
    CHECK(chosen({lines(1)}) == PageEnds{1});
    CHECK(chosen({lines(5000), lines(1)}) == PageEnds{1, 2});
    CHECK(chosen({lines(1), row(5000.0_pt, 0, Piece::Kind::first_row)}) == PageEnds{1, 2});
}

TEST_CASE("lines, rows and notes stand where they should") {
    const PageRoom grid{1000.0_pt, 600.0_pt, 30.0_pt, 16.0_pt};  // a gap of 7 pt
    Piece line = lines(2), heading = lines(1), first = row(50.0_pt, 0, Piece::Kind::first_row),
          note = row(9.0_pt, 0, Piece::Kind::note);
    heading.blank_rows = 1;
    note.above = 4.0_pt;
    note.below = 8.0_pt;
    Filled page;
    CHECK(top_of(heading, page, grid) == Length{});
    CHECK(top_of(first, page, grid) == Length{});
    page = with(line, page, grid);
    CHECK(page.bottom == 46.0_pt);
    CHECK(page.next_line == 60.0_pt);
    CHECK(top_of(heading, page, grid) == 90.0_pt);
    CHECK(top_of(first, page, grid) == 53.0_pt);
    page = with(first, page, grid);
    CHECK(page.bottom == 103.0_pt);
    CHECK(top_of(row(20.0_pt, 0), page, grid) == 103.0_pt);
    CHECK(top_of(line, page, grid) == 120.0_pt);  // the next row of the grid
    CHECK(top_of(note, page, grid) == 107.0_pt);
    page = with(note, page, grid);
    CHECK(page.bottom == 116.0_pt);
    CHECK(page.next_line == 124.0_pt);
    CHECK(top_of(line, page, grid) == 150.0_pt);
    // At a page's top, below the repeated head.
    Piece further = row(20.0_pt, 0);
    further.head = 30.0_pt;
    CHECK(top_of(further, {}, grid) == 30.0_pt);
    CHECK(with(further, {}, grid).bottom == 50.0_pt);
    CHECK(top_of(note, {}, grid) == Length{});
}

TEST_CASE("pages are filled to the last line") {
    CHECK(chosen({lines(500), lines(500), lines(1)}) == PageEnds{2, 3});
    CHECK(chosen({lines(500), lines(501)}) == PageEnds{1, 2});
}

TEST_CASE("a table is divided where a page would else stay over a quarter empty") {
    CHECK(chosen(text_and_table(750, 100.0_pt, 300.0_pt)) == PageEnds{1, 3});
    CHECK(chosen(text_and_table(749, 100.0_pt, 300.0_pt)) == PageEnds{2, 3});
    // Not if it does not help.
    CHECK(chosen(text_and_table(749, 300.0_pt, 100.0_pt)) == PageEnds{1, 3});
    // Nor between rows that stay together.
    CHECK(chosen(text_and_table(700, 100.0_pt, 300.0_pt, page_cost::keeping)) == PageEnds{1, 3});
    // And at no cost if no page holds it.
    CHECK(chosen(text_and_table(800, 200.0_pt, 900.0_pt, 100)) == PageEnds{2, 3});
}

TEST_CASE(
    "a page ends early, before a paragraph, if the next would else stay over a quarter empty") {
    // The heading and its table, which is not divided, need a page; 700 lines stand before.
    const std::vector<Piece> pieces = {lines(850), lines(150), lines(700), lines(20),
                                       row(950.0_pt, page_cost::keeping, Piece::Kind::first_row)};
    CHECK(fill_in_turn(pieces, room) == PageEnds{2, 3, 5});
    CHECK(chosen(pieces) == PageEnds{1, 3, 5});
    // But not inside one.
    std::vector<Piece> inside = pieces;
    inside[1].haste = 30;
    CHECK(chosen(inside) == PageEnds{2, 3, 5});
}

TEST_CASE("what keeps together is parted only if no page holds it") {
    CHECK(chosen({lines(900), lines(50), lines(100, page_cost::keeping)}) == PageEnds{1, 3});
    CHECK(chosen({lines(10), lines(600, page_cost::keeping), lines(600, page_cost::keeping)}) ==
          PageEnds{2, 3});
}

TEST_CASE("turned pages are for their own pieces, and lower") {
    CHECK(chosen({lines(10), turned(lines(10)), turned(lines(10, page_cost::keeping)),
                  lines(10)}) == PageEnds{1, 3, 4});
    CHECK(chosen({turned(lines(10), 1), turned(lines(10), 2)}) == PageEnds{1, 2});
    CHECK(chosen({turned(lines(300)), turned(lines(300))}) == PageEnds{2});
    CHECK(chosen({turned(lines(300)), turned(lines(301))}) == PageEnds{1, 2});
}

TEST_CASE("a page over 45 % empty is worse than one that ends early") {
    CHECK(chosen({lines(550), lines(450), lines(500), turned(lines(1))}) == PageEnds{1, 3, 4});
    CHECK(chosen({lines(550), lines(450), lines(550), turned(lines(1))}) == PageEnds{2, 3, 4});
}

TEST_CASE("pages that are filled well stay as they are, also if others cost less") {
    std::vector<Piece> pieces = {lines(900), lines(100), lines(760), lines(900)};
    for (Piece& piece : pieces) piece.haste = 0;
    CHECK(cost_of({1, 3, 4}, pieces, room).sum < cost_of({2, 3, 4}, pieces, room).sum);
    CHECK(chosen(pieces) == PageEnds{2, 3, 4});
    pieces[2].rows = 740;
    CHECK(chosen(pieces) == PageEnds{1, 3, 4});
}

TEST_CASE("no table is divided where its repeated head takes a page more") {
    std::vector<Piece> pieces = text_and_table(700, 100.0_pt, 840.0_pt);
    pieces.push_back(lines(50));
    pieces[2].head = 100.0_pt;
    CHECK(chosen(pieces) == PageEnds{2, 4});
    pieces[2].head = 150.0_pt;
    CHECK(cost_of({2, 3, 4}, pieces, room).sum < cost_of({1, 4}, pieces, room).sum);
    CHECK(chosen(pieces) == PageEnds{1, 4});
}

TEST_CASE("a page that goes on with a table and ends before it holds a repeated label's height") {
    std::vector<Piece> pieces = {lines(600), row(400.0_pt, 0, Piece::Kind::first_row),
                                 row(400.0_pt, 100), row(600.0_pt, 100)};
    pieces[2].head = 450.0_pt;
    pieces[3].label = 400.0_pt;
    CHECK(chosen(pieces) == PageEnds{2, 3, 4});
    pieces[3].label = 400.5_pt;
    CHECK(chosen(pieces) == PageEnds{1, 3, 4});
    // Another table has another label.
    pieces = {row(900.0_pt, 0, Piece::Kind::first_row), row(300.0_pt, 100), lines(100),
              row(400.0_pt, 0, Piece::Kind::first_row), row(400.0_pt, 100)};
    pieces[4].label = 900.0_pt;
    CHECK(chosen(pieces) == PageEnds{1, 4, 5});
}

TEST_CASE("no way to end pages costs less, nor takes a page more than filling them in turn") {
    Random random(16);
    int differ = 0;
    for (int i = 0; i < 400; ++i) {
        CAPTURE(i);
        const std::vector<Piece> pieces = drawn(random);
        const PageEnds in_turn = fill_in_turn(pieces, room), ends = chosen(pieces);
        CHECK(ends.size() <= in_turn.size());
        CHECK(ends.back() == pieces.size());
        if (cost_of(in_turn, pieces, room).good) {
            CHECK(ends == in_turn);
            continue;
        }
        if (ends != in_turn) ++differ;
        if (pieces.size() > 14) continue;
        const std::int64_t cost = cost_of(ends, pieces, room).sum;
        if (least_cost(pieces, pieces.size()) == cost) continue;
        // Only as the best has too many pages.
        CHECK(least_cost(pieces, ends.size()) == cost);
        CHECK(least_cost(pieces, in_turn.size()) < cost + 100'000);
    }
    CHECK(differ > 50);
}
