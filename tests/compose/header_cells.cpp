// The header cells of a table's cells.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "compose/compose.hpp"
#include "report/made_documents.hpp"

using namespace nianbao;

namespace {

constexpr Scope column = Scope::column, row = Scope::row;

/// "0: | 1: 0": the header cells of each cell.
std::string headers_of(Table made) {
    find_headers(made);
    CHECK(fault(document_of({made})) == "");
    std::string out;
    for (std::size_t i = 0; i < made.cells.size(); ++i) {
        out += (i > 0 ? " | " : "") + std::to_string(i) + ":";
        for (const int header : made.cells[i].headers) out += " " + std::to_string(header);
    }
    return out;
}

TableCell spanning(TableCell made, int rows, int columns) {
    made.rows = rows;
    made.columns = columns;
    return made;
}

}  // namespace

TEST_CASE("labels above a cell come from the top down, then those of its row") {
    CHECK(headers_of(table(3, 3, 2,
                           {spanning(label(0, 0, column), 2, 1),
                            spanning(label(0, 1, column), 1, 2), label(1, 1, column),
                            label(1, 2, column), label(2, 0, row), cell(2, 1), cell(2, 2)})) ==
          "0: | 1: | 2: 1 | 3: 1 | 4: 0 | 5: 1 2 4 | 6: 1 3 4");
}

TEST_CASE("several labels of a row stand from left to right, each once") {
    CHECK(headers_of(table(3, 3, 1,
                           {label(0, 0, column), label(0, 1, column), label(0, 2, column),
                            spanning(label(1, 0, row), 2, 1), label(1, 1, row), cell(1, 2),
                            label(2, 1, row), cell(2, 2)})) ==
          "0: | 1: | 2: | 3: 0 | 4: 1 3 | 5: 2 3 4 | 6: 1 3 | 7: 2 3 6");
    CHECK(headers_of(table(1, 3, 0, {spanning(label(0, 0, row), 1, 2), cell(0, 2)})) ==
          "0: | 1: 0");
}

TEST_CASE("a heading inside the table ends the column above it") {
    CHECK(headers_of(table(4, 2, 1,
                           {label(0, 0, column), label(0, 1, column), label(1, 0, row), cell(1, 1),
                            label(2, 0, row), label(2, 1, column), label(3, 0, row),
                            cell(3, 1)})) == "0: | 1: | 2: 0 | 3: 1 2 | 4: 0 | 5: | 6: 0 | 7: 5 6");
    // The label of a row is under the head of the table alone.
    CHECK(
        headers_of(table(3, 1, 1, {label(0, 0, column), label(1, 0, column), label(2, 0, row)})) ==
        "0: | 1: 0 | 2: 0");
}

TEST_CASE("a table without labels has no headers") {
    CHECK(headers_of(table(2, 1, 0, {cell(0, 0), cell(1, 0)})) == "0: | 1:");
}
