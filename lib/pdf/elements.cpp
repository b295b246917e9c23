#include "pdf/elements.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace nianbao {

namespace {

/// A mark's place among all marks of all pages.
using Position = std::size_t;
constexpr Position nowhere = std::numeric_limits<Position>::max();

struct Placed {
    Position position;
    Kid kid;
};

/// 1 for the title, 2 for 一、, 3 for （一）, 4 for 1., 5 for （1）; 0 for what is no heading.
int rank(Role role) {
    switch (role) {
        case Role::title:
            return 1;
        case Role::heading1:
            return 2;
        case Role::heading2:
            return 3;
        case Role::heading3:
            return 4;
        case Role::heading4:
            return 5;
        default:
            return 0;
    }
}

std::string_view type_of(Role role, int level) {
    constexpr std::array<std::string_view, 6> headings = {"", "H1", "H2", "H3", "H4", "H5"};
    switch (role) {
        case Role::document:
            return "Document";
        case Role::section:
            return "Sect";
        case Role::title:
        case Role::heading1:
        case Role::heading2:
        case Role::heading3:
        case Role::heading4:
            return headings[static_cast<std::size_t>(level)];
        case Role::paragraph:
            return "P";
        case Role::note:
            return "Note";
        case Role::link:
            return "Link";
        case Role::list:
            return "L";
        case Role::item:
            return "LI";
        case Role::label:
            return "Lbl";
        case Role::item_body:
            return "LBody";
        case Role::table:
            return "Table";
        case Role::head:
            return "THead";
        case Role::body:
            return "TBody";
        case Role::row:
            return "TR";
        case Role::header:
            return "TH";
        case Role::cell:
            return "TD";
    }
    return "NonStruct";
}

/// An empty cell keeps its table's rows whole; anything else without content is left out.
bool stands_empty(Role role) { return role == Role::document || (role >= Role::table && role <= Role::cell); }

/// What each node holds itself, in the order of the marks.
std::vector<std::vector<Placed>> own_content(const Pages& pages, Tagging& tagging) {
    std::vector<std::vector<Placed>> own(pages.nodes.size());
    Position before = 0;
    for (std::size_t i = 0; i < pages.pages.size(); i++) {
        const auto& marks = pages.pages[i].marks;
        for (const auto& sequence : tagging.pages[i]) {
            if (sequence.node < 0) continue;
            own[static_cast<std::size_t>(sequence.node)].push_back({before + sequence.first, {Kid::Kind::content, sequence.mcid, i}});
        }
        for (std::size_t mark = 0; mark < marks.size(); mark++) {
            const auto* area = std::get_if<LinkArea>(&marks[mark]);
            if (!area || area->node < 0 || pages.nodes[static_cast<std::size_t>(area->node)].uri.empty()) continue;
            own[static_cast<std::size_t>(area->node)].push_back({before + mark, {Kid::Kind::link, static_cast<int>(tagging.links.size()), i}});
            tagging.links.push_back({i, mark, area->node});
        }
        before += marks.size();
    }
    for (auto& placed : own) {
        const auto earlier = [](const Placed& a, const Placed& b) { return a.position < b.position; };
        if (!std::is_sorted(placed.begin(), placed.end(), earlier)) std::stable_sort(placed.begin(), placed.end(), earlier);
    }
    return own;
}

/// Types, and the levels of headings: one below the last heading of a higher rank, so that none is skipped (ISO 14289-1, 7.4.2).
void name_elements(const Pages& pages, const std::vector<Position>& starts, std::vector<Element>& elements) {
    std::vector<int> open;  // the ranks of the headings that the place is under
    for (std::size_t i = 0; i < pages.nodes.size(); i++) {
        const Role role = pages.nodes[i].role;
        if (starts[i] == nowhere && !stands_empty(role)) continue;
        if (const int own = rank(role)) {
            while (!open.empty() && open.back() >= own) open.pop_back();
            open.push_back(own);
            elements[i].level = static_cast<int>(open.size());
        }
        elements[i].type = type_of(role, elements[i].level);
    }
}

}  // namespace

std::vector<Sequence> sequences_of(const Page& page) {
    std::vector<Sequence> sequences;
    int mcids = 0;
    for (std::size_t i = 0; i < page.marks.size(); i++) {
        Sequence next{i, i + 1, -1, -1, Artifact::rule};
        if (const auto* run = std::get_if<GlyphRun>(&page.marks[i])) {
            next.node = run->node;
            next.artifact = run->node < 0 ? run->artifact : Artifact::none;
        } else if (!std::holds_alternative<Rule>(page.marks[i])) {
            continue;
        }
        if (!sequences.empty() && sequences.back().node == next.node && sequences.back().artifact == next.artifact) {
            sequences.back().last = i + 1;
            continue;
        }
        if (next.node >= 0) next.mcid = mcids++;
        sequences.push_back(next);
    }
    return sequences;
}

Tagging tag(const Pages& pages) {
    const auto& nodes = pages.nodes;
    Tagging tagging;
    tagging.elements.resize(nodes.size());
    for (const auto& page : pages.pages) tagging.pages.push_back(sequences_of(page));
    const auto own = own_content(pages, tagging);

    // Where each node begins, itself or through those below it.
    std::vector<Position> starts(nodes.size(), nowhere);
    for (std::size_t i = nodes.size(); i-- > 0;) {
        if (!own[i].empty()) starts[i] = std::min(starts[i], own[i].front().position);
        if (nodes[i].parent < 0) continue;
        auto& above = starts[static_cast<std::size_t>(nodes[i].parent)];
        above = std::min(above, starts[i]);
    }
    name_elements(pages, starts, tagging.elements);

    // Children stand in the order of the nodes; what a node holds itself comes before the children that begin later.
    std::vector<std::size_t> taken(nodes.size(), 0);
    const auto take_until = [&](std::size_t node, Position end) {
        for (auto& at = taken[node]; at < own[node].size() && own[node][at].position < end; at++) tagging.elements[node].kids.push_back(own[node][at].kid);
    };
    for (std::size_t i = 0; i < nodes.size(); i++) {
        if (nodes[i].parent < 0 || tagging.elements[i].type.empty()) continue;
        const auto above = static_cast<std::size_t>(nodes[i].parent);
        if (starts[i] != nowhere) take_until(above, starts[i]);
        tagging.elements[above].kids.push_back({Kid::Kind::element, static_cast<int>(i), 0});
    }
    for (std::size_t i = 0; i < nodes.size(); i++) take_until(i, nowhere);
    return tagging;
}

}  // namespace nianbao
