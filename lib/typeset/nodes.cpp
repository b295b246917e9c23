#include "typeset/nodes.hpp"

#include <utility>

namespace nianbao {

int Nodes::add(Role role, int parent) {
    Node& made = nodes_.emplace_back();
    made.role = role;
    made.parent = parent;
    return static_cast<int>(nodes_.size()) - 1;
}

int Nodes::add_heading(Role role, int parent, std::string bookmark) {
    const int own = add(role, parent);
    nodes_.back().bookmark = std::move(bookmark);
    return own;
}

int Nodes::add_link(int parent, std::string uri) {
    const int own = add(Role::link, parent);
    nodes_.back().uri = std::move(uri);
    return own;
}

int Nodes::add_span(int parent, std::string_view language) {
    const int own = add(Role::span, parent);
    nodes_.back().language = language;
    return own;
}

std::vector<int> Nodes::add_table(const Table& table, int parent) {
    const int own = add(Role::table, parent);
    const int head = table.head_rows > 0 ? add(Role::head, own) : -1;
    int body = -1, row_node = -1, row = -1;
    std::vector<int> cells;
    cells.reserve(table.cells.size());
    for (const TableCell& cell : table.cells) {
        if (cell.row >= table.head_rows && body < 0) body = add(Role::body, own);
        if (cell.row != row) {
            row = cell.row;
            row_node = add(Role::row, cell.row < table.head_rows ? head : body);
        }
        const bool heads = cell.label && cell.scope != Scope::none;
        cells.push_back(add(heads ? Role::header : Role::cell, row_node));
        Node& made = nodes_.back();
        made.rows = cell.rows;
        made.columns = cell.columns;
        made.scope = cell.scope;
    }
    // Header cells may stand behind the cells that name them.
    for (std::size_t i = 0; i < cells.size(); ++i) {
        Node& made = nodes_[cells[i]];
        made.headers.reserve(table.cells[i].headers.size());
        for (const int header : table.cells[i].headers) made.headers.push_back(cells[header]);
    }
    return cells;
}

}  // namespace nianbao
