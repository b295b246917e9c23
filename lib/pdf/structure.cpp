#include "pdf/structure.hpp"

#include "pdf/objects/numbers.hpp"
#include "pdf/structure_types.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

namespace nianbao {
namespace {

/// A name or number tree (ISO 32000-1, 7.9.6 and 7.9.7): `items` is "Names" or "Nums",
/// `key(i)` makes the i-th key, in order.
HPDF_Dict make_tree(Objects& objects, const char* items, std::span<void* const> values,
                    const std::function<void*(std::size_t)>& key) {
    constexpr std::size_t leaf_size = 64;
    const auto fill = [&](HPDF_Dict dict, std::size_t first, std::size_t last) {
        HPDF_Array list = objects.array_of(2 * (last - first));
        for (std::size_t i = first; i < last; ++i) {
            objects.add(list, key(i));
            objects.add(list, values[i]);
        }
        objects.put(dict, items, list);
    };
    HPDF_Dict root = objects.indirect(objects.dict());
    if (values.size() <= leaf_size) {
        fill(root, 0, values.size());
        return root;
    }
    HPDF_Array leaves = objects.array_of(values.size() / leaf_size + 1);
    for (std::size_t first = 0; first < values.size(); first += leaf_size) {
        const std::size_t last = std::min(values.size(), first + leaf_size);
        HPDF_Dict leaf = objects.indirect(
            objects.dict({{"Limits", objects.array({key(first), key(last - 1)})}}));
        fill(leaf, first, last);
        objects.add(leaves, leaf);
    }
    objects.put(root, "Kids", leaves);
    return root;
}

constexpr std::size_t most_kids = 30'000;  // libharu's arrays end at 32,767

class StructureWriter {
public:
    StructureWriter(Objects& objects, const Pages& pages, const Tagging& tagging,
                    std::span<const HPDF_Page> page_objects, std::span<const HPDF_Dict> annotations)
        : objects_(objects),
          pages_(pages),
          tagging_(tagging),
          page_objects_(page_objects),
          annotations_(annotations) {}

    void write() {
        root_ = objects_.indirect(objects_.dict({{"Type", objects_.name("StructTreeRoot")}}));
        make_elements();
        for (std::size_t i = 0; i < dicts_.size(); ++i) {
            if (dicts_[i]) fill_element(i);
        }
        if (!dicts_.empty()) objects_.put(root_, "K", dicts_[0]);
        make_parent_tree();
        make_identifiers();
        objects_.put(objects_.catalog(), "StructTreeRoot", root_);
        objects_.put(objects_.catalog(), "MarkInfo",
                     objects_.dict({{"Marked", objects_.boolean(true)}}));
    }

private:
    const Node& node(std::size_t index) const { return pages_.nodes[index]; }

    /// True for header cells, which cells refer to by ID, and for notes, which must have
    /// one (ISO 14289-1, 7.5 and 7.9).
    static bool has_identifier(Role role) { return role == Role::header || role == Role::note; }
    /// "n00042": short, as tables have hundreds of them.
    static std::string identifier(std::size_t index) {
        std::string text = "n";
        for (std::size_t place = 10'000; place > index && place > 1; place /= 10) text += '0';
        append_decimal(text, index, 0);
        return text;
    }

    /// Makes all elements first, as they refer to each other both ways.
    void make_elements() {
        for (std::size_t i = 0; i < tagging_.elements.size(); ++i) {
            const Element& element = tagging_.elements[i];
            dicts_.push_back(nullptr);
            parents_.push_back(nullptr);
            if (!element.stands) continue;
            const int above = node(i).parent;
            parents_.back() = above < 0 ? root_ : dicts_[above];
            dicts_.back() =
                objects_.indirect(objects_.dict({{"Type", objects_.name("StructElem")},
                                                 {"S", objects_.name(structure_type(element))}}));
        }
    }

    void fill_element(std::size_t index) {
        HPDF_Dict dict = dicts_[index];
        objects_.put(dict, "P", parents_[index]);
        const std::vector<Kid>& kids = tagging_.elements[index].kids;
        const auto content = std::find_if(kids.begin(), kids.end(), [](const Kid& kid) {
            return kid.kind == Kid::Kind::content;
        });
        HPDF_Page page = content == kids.end() ? nullptr : page_objects_[content->page];
        if (page) objects_.put(dict, "Pg", page);
        if (kids.size() == 1) objects_.put(dict, "K", kid(kids.front(), page));
        if (kids.size() > most_kids && !page) put_divisions(dict, kids);
        else if (kids.size() > 1) objects_.put(dict, "K", list(kids, page));
        if (has_identifier(node(index).role))
            objects_.put(dict, "ID", objects_.bytes(identifier(index)));
        if (!node(index).language.empty())
            objects_.put(dict, "Lang", objects_.text(node(index).language));
        if (HPDF_Dict attributes = make_attributes(node(index)))
            objects_.put(dict, "A", attributes);
    }

    HPDF_Array list(std::span<const Kid> kids, HPDF_Page page) {
        HPDF_Array list = objects_.array_of(kids.size());
        for (const Kid& one : kids) objects_.add(list, kid(one, page));
        return list;
    }

    /// Puts more elements than an array has room for into divisions, which become the
    /// parents of those elements: they are filled later.
    void put_divisions(HPDF_Dict dict, std::span<const Kid> kids) {
        HPDF_Array divisions = objects_.array();
        for (std::size_t first = 0; first < kids.size(); first += most_kids) {
            const std::span<const Kid> part =
                kids.subspan(first, std::min(most_kids, kids.size() - first));
            HPDF_Dict division = objects_.indirect(objects_.dict(
                {{"Type", objects_.name("StructElem")}, {"S", objects_.name("Div")}, {"P", dict}}));
            for (const Kid& one : part) parents_[one.index] = division;
            objects_.put(division, "K", list(part, nullptr));
            objects_.add(divisions, division);
        }
        objects_.put(dict, "K", divisions);
    }

    void* kid(const Kid& kid, HPDF_Page page) {
        switch (kid.kind) {
            case Kid::Kind::element:
                return dicts_[kid.index];
            case Kid::Kind::content:
                if (page_objects_[kid.page] == page) return objects_.number(kid.index);
                return objects_.dict({{"Type", objects_.name("MCR")},
                                      {"Pg", page_objects_[kid.page]},
                                      {"MCID", objects_.number(kid.index)}});
            case Kid::Kind::area:
                break;
        }
        return objects_.dict({{"Type", objects_.name("OBJR")},
                              {"Pg", page_objects_[kid.page]},
                              {"Obj", annotations_[kid.index]}});
    }

    HPDF_Dict make_attributes(const Node& node) {
        if (node.role == Role::list)
            return objects_.dict(
                {{"O", objects_.name("List")}, {"ListNumbering", objects_.name("Decimal")}});
        if (node.role != Role::header && node.role != Role::cell) return nullptr;
        if (node.scope == Scope::none && node.rows == 1 && node.columns == 1 &&
            node.headers.empty())
            return nullptr;
        HPDF_Dict table = objects_.dict({{"O", objects_.name("Table")}});
        if (node.scope != Scope::none)
            objects_.put(table, "Scope",
                         objects_.name(node.scope == Scope::row ? "Row" : "Column"));
        if (node.rows > 1) objects_.put(table, "RowSpan", objects_.number(node.rows));
        if (node.columns > 1) objects_.put(table, "ColSpan", objects_.number(node.columns));
        if (!node.headers.empty()) {
            HPDF_Array headers = objects_.array_of(node.headers.size());
            for (int header : node.headers)
                objects_.add(headers, objects_.bytes(identifier(header)));
            objects_.put(table, "Headers", headers);
        }
        return table;
    }

    /// Leads from content and annotations back to their elements. The keys of pages begin
    /// at 0, those of annotations follow.
    void make_parent_tree() {
        std::vector<void*> values;
        std::vector<std::size_t> keys;
        for (std::size_t i = 0; i < page_objects_.size(); ++i) {
            HPDF_Array owners = objects_.array_of(tagging_.pages[i].size());
            bool any = false;
            for (const Sequence& sequence : tagging_.pages[i]) {
                if (sequence.node < 0) continue;
                objects_.add(owners, dicts_[sequence.node]);
                any = true;
            }
            if (!any) continue;
            keys.push_back(i);
            values.push_back(owners);
            objects_.put(page_objects_[i], "StructParents", objects_.number(i));
        }
        for (std::size_t i = 0; i < annotations_.size(); ++i) {
            keys.push_back(page_objects_.size() + i);
            values.push_back(dicts_[tagging_.areas[i].node]);
            objects_.put(annotations_[i], "StructParent", objects_.number(keys.back()));
        }
        const auto key = [&](std::size_t i) -> void* { return objects_.number(keys[i]); };
        objects_.put(root_, "ParentTree", make_tree(objects_, "Nums", values, key));
        objects_.put(root_, "ParentTreeNextKey",
                     objects_.number(page_objects_.size() + annotations_.size()));
    }

    /// Sorted by bytes, which is the order of nodes up to 100,000 of them.
    void make_identifiers() {
        std::vector<std::pair<std::string, void*>> named;
        for (std::size_t i = 0; i < dicts_.size(); ++i) {
            if (dicts_[i] && has_identifier(node(i).role))
                named.emplace_back(identifier(i), dicts_[i]);
        }
        if (named.empty()) return;
        std::sort(named.begin(), named.end());
        std::vector<void*> values;
        for (const auto& [name, dict] : named) values.push_back(dict);
        const auto key = [&](std::size_t i) -> void* { return objects_.bytes(named[i].first); };
        objects_.put(root_, "IDTree", make_tree(objects_, "Names", values, key));
    }

    Objects& objects_;
    const Pages& pages_;
    const Tagging& tagging_;
    std::span<const HPDF_Page> page_objects_;
    std::span<const HPDF_Dict> annotations_;
    HPDF_Dict root_ = nullptr;
    std::vector<HPDF_Dict> dicts_;    // of each node; null if it is left out
    std::vector<HPDF_Dict> parents_;  // of each of those
};

}  // namespace

void add_structure(Objects& objects, const Pages& pages, const Tagging& tagging,
                   std::span<const HPDF_Page> page_objects,
                   std::span<const HPDF_Dict> annotations) {
    StructureWriter(objects, pages, tagging, page_objects, annotations).write();
}

}  // namespace nianbao
