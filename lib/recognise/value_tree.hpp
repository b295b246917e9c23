// The values that were found, by their paths, on the way to being a tree as the readers
// of text make it.
#pragma once

#include "notation/draft.hpp"
#include "notation/values.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::recognise {

/// Where a value stands: bytes of the Source.
struct Bytes {
    int begin = 0, end = 0;
};

class ValueTree {
public:
    /// A text, or a number as text. Nothing else may stand at that path.
    void text(std::string_view path, notation::MappedText text, Bytes where);
    /// The same, for a text that does not stand in the file as it is.
    void text(std::string_view path, std::string text, Bytes where);
    /// A cell with nothing in it.
    void blank(std::string_view path, Bytes where);
    /// A cell of which everything has been said already.
    void faulty(std::string_view path, Bytes where);
    /// Where a group of values is shown: a table, a row.
    void place(std::string_view path, Bytes where);
    bool has(std::string_view path) const;

    /// Adds all of it to `values.tree`, in the order in which it came.
    void build(notation::Values& values) &&;

private:
    struct Part {
        std::string key;
        notation::Shape shape = notation::Shape::mapping;
        notation::MappedText text = {};
        Bytes where = {};
        bool placed = false;
        std::vector<Part> parts = {};
    };

    Part& at(std::string_view path);
    static void add(const Part& part, notation::TreeBuilder& builder, notation::Tree& tree);

    Part root_;
};

}  // namespace nianbao::recognise
