// Which of several cells with the same words are the form's labels.
#include "recognise/chain.hpp"

#include <doctest/doctest.h>

#include <deque>

using namespace nianbao::recognise;

namespace {

// Three labels below each other, the second indented by a column.
const std::vector<Heading> headings = {{0, 0, {"甲"}}, {1, 1, {"乙"}}, {2, 0, {"丙"}}};

/// Cells that bear headings, and the chain of them as row:column.
class Cells {
public:
    void put(int heading, int row, int column) {
        labels_.push_back({{0, row, column}, nullptr, headings[heading].labels[0]});
        all_.push_back({&labels_.back(), heading});
    }

    std::string chain(Along along) const {
        std::string places;
        for (const Occurrence& one : best_chain(all_, headings, along))
            places += one.label->plain + std::to_string(one.label->at.row) + ":" +
                      std::to_string(one.label->at.column) + " ";
        return places;
    }

private:
    std::deque<LabelCell> labels_;
    std::vector<Occurrence> all_;
};

}  // namespace

TEST_CASE("Labels that stand to each other as in the form are taken") {
    Cells cells;
    cells.put(0, 4, 2);
    cells.put(1, 5, 3);
    cells.put(2, 6, 2);
    CHECK(cells.chain(Along::rows) == "甲4:2 乙5:3 丙6:2 ");
}

TEST_CASE("A label two rows lower costs less than one a column aside") {
    Cells cells;
    cells.put(0, 0, 0);
    cells.put(1, 1, 2);
    cells.put(1, 3, 1);
    CHECK(cells.chain(Along::rows) == "甲0:0 乙3:1 ");
}

TEST_CASE("A label left out, and one out of order, do not break the chain") {
    Cells cells;
    cells.put(0, 0, 0);
    cells.put(1, 9, 1);
    cells.put(2, 2, 0);
    CHECK(cells.chain(Along::rows) == "甲0:0 丙2:0 ");
}

TEST_CASE("Two labels of one row follow each other along columns alone") {
    Cells cells;
    cells.put(0, 0, 0);
    cells.put(1, 0, 1);
    CHECK(cells.chain(Along::columns) == "甲0:0 乙0:1 ");
    CHECK(cells.chain(Along::rows) == "甲0:0 ");
}
