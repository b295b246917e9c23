#include "notation/tree.hpp"

#include "notation/json/json_text.hpp"
#include "notation/yaml/yaml_text.hpp"

namespace nianbao::notation {

MappedText Tree::mapped(const Node& node, std::string_view original) const {
    if (node.mapping >= 0) return mappings[node.mapping];
    if (node.style == Style::json) return decode_json(raw(node), node.begin).text;
    return map_yaml(node.text, clean, original, node.begin, node.end, node.style);
}

int TreeBuilder::add(const Node& node) {
    if (tree_.nodes.size() >= most_values) return -1;
    tree_.nodes.push_back(node);
    return tree_.nodes.size() - 1;
}

bool TreeBuilder::awaits_key() const {
    return inside() && container().shape == Shape::mapping && frames_.back().key < 0;
}

TreeBuilder::Outcome TreeBuilder::key(Node scalar) {
    const int node = add(scalar);
    if (node < 0) return Outcome::too_many;
    frames_.back().key = node;
    return Outcome::ok;
}

TreeBuilder::Outcome TreeBuilder::scalar(Node scalar) {
    const int node = add(scalar);
    if (node < 0) return Outcome::too_many;
    if (!inside()) {
        tree_.root = node;
        return Outcome::ok;
    }
    Frame& frame = frames_.back();
    Node& parent = tree_.nodes[frame.node];
    (frame.last < 0 ? parent.first : tree_.nodes[frame.last].next) = node;
    tree_.nodes[node].key = frame.key;
    ++parent.count;
    frame.last = node;
    frame.key = -1;
    return Outcome::ok;
}

TreeBuilder::Outcome TreeBuilder::open(Node container) {
    if (frames_.size() >= most_depth) return Outcome::too_deep;
    container.closed = false;
    const Outcome outcome = scalar(container);
    if (outcome == Outcome::ok) frames_.push_back({static_cast<int>(tree_.nodes.size()) - 1});
    return outcome;
}

void TreeBuilder::close(int end) {
    Node& node = tree_.nodes[frames_.back().node];
    node.closed = true;
    node.end = end;
    frames_.pop_back();
}

}  // namespace nianbao::notation
