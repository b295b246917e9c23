// The tree of nodes that marks belong to, as it grows.
#pragma once

#include "nianbao/pages.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// Nodes in reading order, the document first.
class Nodes {
public:
    Nodes() { add(Role::document, -1); }

    /// The index of a new node.
    int add(Role role, int parent);
    int add_heading(Role role, int parent, std::string bookmark);
    int add_link(int parent, std::string uri);
    int add_span(int parent, std::string_view language);

    /// Adds a table: a head and a body of rows of cells. Gives the node of each cell.
    /// REQUIRES: the cells tile the grid.
    std::vector<int> add_table(const Table& table, int parent);

    std::vector<Node> take() { return std::move(nodes_); }

private:
    std::vector<Node> nodes_;
};

}  // namespace nianbao
