// What a data file spells, whichever notation it is in: a tree of scalars, lists and
// mappings, each with its place.
#pragma once

#include "notation/limits.hpp"
#include "notation/text_map.hpp"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::notation {

enum class Shape : std::uint8_t {
    null,     // nothing, ~ or null
    bare,     // written without quotes, still as typed: 12, 01, true
    text,     // written in quotes or as a block
    list,     //
    mapping,  //
    faulty,   // refused already; nothing more is to be said about it
};

/// How a scalar is written in the file. cell: as it stands in a cell or in paragraphs.
enum class Style : std::uint8_t {
    json,
    plain,
    single_quoted,
    double_quoted,
    literal,
    folded,
    cell
};

/// One value. Nodes stand in Tree::nodes and name each other by index; -1: none.
struct Node {
    Shape shape = Shape::null;
    Style style = Style::json;
    bool flow = true;         // a container within brackets
    bool closed = true;       // false: the file broke off inside it
    int begin = 0;            // bytes of the file, quotes and brackets included
    int end = 0;              //
    int key = -1;             // the node of its key, where it stands in a mapping
    int first = -1;           // of its own values, in the order of the file
    int next = -1;            // the value after it in the same container
    int count = 0;            // of its own values
    int mapping = -1;         // of Style::cell: its text among Tree::mappings
    std::string_view text{};  // a scalar as decoded
};

struct Tree {
    std::vector<Node> nodes;
    int root = -1;
    bool complete = false;            // the file was read to its end; else what is missing in the
                                      // tree is not known to be missing
    std::deque<std::string> texts;    // decoded texts that differ from what stands in the file
    std::deque<MappedText> mappings;  // texts of cells and paragraphs
    std::string clean;  // the file's bytes as the parsers saw them; nodes' begin and end
                        // count in it as in the file

    const Node& at(int node) const { return nodes[static_cast<std::size_t>(node)]; }
    /// A scalar's bytes in the file.
    std::string_view raw(const Node& node) const {
        return std::string_view(clean).substr(static_cast<std::size_t>(node.begin),
                                              static_cast<std::size_t>(node.end - node.begin));
    }
    /// A scalar's text with the places of its characters. `original`: the file's bytes.
    /// REQUIRES: a text, or a bare scalar of YAML.
    MappedText mapped(const Node& node, std::string_view original) const;
};

/// Puts a tree together from what a parser meets, in the order of the file.
class TreeBuilder {
public:
    explicit TreeBuilder(Tree& tree) : tree_(tree) {}

    enum class Outcome { ok, too_deep, too_many };

    /// In a mapping: the key of the value that comes next. REQUIRES: a mapping is open
    /// and no key waits.
    Outcome key(Node scalar);
    Outcome scalar(Node scalar);
    Outcome open(Node container);
    void close(int end);

    bool inside() const { return !frames_.empty(); }
    /// True where a mapping is open and its next key has not come yet.
    bool awaits_key() const;
    /// The container that is open. REQUIRES: inside().
    const Node& container() const { return tree_.at(frames_.back().node); }

private:
    struct Frame {
        int node;
        int last = -1;
        int key = -1;
    };
    int add(const Node& node);

    Tree& tree_;
    std::vector<Frame> frames_;
};

}  // namespace nianbao::notation
