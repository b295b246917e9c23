#include "recognise/value_tree.hpp"

#include "text/digits.hpp"

#include <algorithm>
#include <utility>

namespace nianbao::recognise {

using notation::MappedText;
using notation::Node;
using notation::Shape;
using notation::Style;

ValueTree::Part& ValueTree::at(std::string_view path) {
    Part* part = &root_;
    while (!path.empty()) {
        const std::string_view key = path.substr(0, path.find('.'));
        path.remove_prefix(std::min(key.size() + 1, path.size()));
        const auto found = std::find_if(part->parts.begin(), part->parts.end(),
                                        [&](const Part& one) { return one.key == key; });
        if (found != part->parts.end()) {
            part = &*found;
            continue;
        }
        Part& added = part->parts.emplace_back();
        added.key = key;
        part = &added;
    }
    return *part;
}

bool ValueTree::has(std::string_view path) const {
    const Part* part = &root_;
    while (!path.empty()) {
        const std::string_view key = path.substr(0, path.find('.'));
        path.remove_prefix(std::min(key.size() + 1, path.size()));
        const auto found = std::find_if(part->parts.begin(), part->parts.end(),
                                        [&](const Part& one) { return one.key == key; });
        if (found == part->parts.end()) return false;
        part = &*found;
    }
    return true;
}

void ValueTree::text(std::string_view path, MappedText text, Bytes where) {
    Part& part = at(path);
    part.shape = Shape::text;
    part.text = std::move(text);
    part.where = where;
}

void ValueTree::text(std::string_view path, std::string text, Bytes where) {
    notation::TextBuilder builder;
    builder.put_escaped(text, where.begin);
    MappedText mapped = builder.finish(where.end);
    this->text(path, std::move(mapped), where);
}

void ValueTree::blank(std::string_view path, Bytes where) {
    Part& part = at(path);
    part.shape = Shape::null;
    part.where = where;
}

void ValueTree::faulty(std::string_view path, Bytes where) {
    Part& part = at(path);
    part.shape = Shape::faulty;
    part.where = where;
}

void ValueTree::place(std::string_view path, Bytes where) {
    Part& part = at(path);
    part.where = where;
    part.placed = true;
}

void ValueTree::add(const Part& part, notation::TreeBuilder& builder, notation::Tree& tree) {
    Node node;
    node.style = Style::cell;
    node.shape = part.shape;
    node.begin = part.where.begin;
    node.end = part.where.end;
    if (part.shape != Shape::mapping) {
        if (part.shape == Shape::text) {
            node.mapping = static_cast<int>(tree.mappings.size());
            node.text = tree.mappings.emplace_back(part.text).text;
        }
        builder.scalar(node);
        return;
    }
    // A group is where its first value is, if nothing else was said.
    const Part* first = &part;
    while (!first->placed && !first->parts.empty()) first = &first->parts.front();
    node.begin = first->where.begin;
    node.end = first->where.end;
    const bool list =
        !part.parts.empty() && std::all_of(part.parts.begin(), part.parts.end(),
                                           [](const Part& one) { return all_digits(one.key); });
    node.shape = list ? Shape::list : Shape::mapping;
    builder.open(node);
    for (const Part& one : part.parts) {
        if (!list) {
            Node key;
            key.style = Style::cell;
            key.shape = Shape::text;
            key.begin = one.where.begin;
            key.end = one.where.end;
            key.text = tree.texts.emplace_back(one.key);
            builder.key(key);
        }
        add(one, builder, tree);
    }
    builder.close(node.end);
}

void ValueTree::build(notation::Values& values) && {
    values.tree.clean = values.source.text();
    values.tree.complete = true;
    notation::TreeBuilder builder(values.tree);
    add(root_, builder, values.tree);
}

}  // namespace nianbao::recognise
