#include "outline/elements.hpp"

#include <algorithm>
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

/// 1 for the title, one more than its level for a heading, 0 for anything else.
int rank(Role role) {
    if (role == Role::title) return 1;
    if (role < Role::heading1 || role > heading_role(deepest_level)) return 0;
    return static_cast<int>(role) - static_cast<int>(Role::heading1) + 2;
}

/// True for elements that are in the tree even if they are empty: a table's rows must be
/// whole.
bool stands_empty(Role role) {
    return role == Role::document || (role >= Role::table && role <= Role::cell);
}

/// The node of an area that becomes an annotation, or -1.
int owner_of_area(const Pages& pages, const Mark& mark) {
    if (const auto* seal = std::get_if<SealArea>(&mark)) return seal->node;
    const auto* link = std::get_if<LinkArea>(&mark);
    return link && link->node >= 0 && !pages.nodes[link->node].uri.empty() ? link->node : -1;
}

/// The content and areas of each node itself, in the order of the marks.
std::vector<std::vector<Placed>> own_content(const Pages& pages, Tagging& tagging) {
    std::vector<std::vector<Placed>> own(pages.nodes.size());
    Position before = 0;
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        const std::vector<Mark>& marks = pages.pages[i].marks;
        for (const Sequence& sequence : tagging.pages[i]) {
            if (sequence.node < 0) continue;
            own[sequence.node].push_back(
                {before + sequence.first, {Kid::Kind::content, sequence.mcid, i}});
        }
        for (std::size_t mark = 0; mark < marks.size(); ++mark) {
            const int node = owner_of_area(pages, marks[mark]);
            if (node < 0) continue;
            own[node].push_back(
                {before + mark, {Kid::Kind::area, static_cast<int>(tagging.areas.size()), i}});
            tagging.areas.push_back({i, mark, node});
        }
        before += marks.size();
    }
    for (std::vector<Placed>& placed : own) {
        const auto earlier = [](const Placed& a, const Placed& b) {
            return a.position < b.position;
        };
        if (!std::is_sorted(placed.begin(), placed.end(), earlier))
            std::stable_sort(placed.begin(), placed.end(), earlier);
    }
    return own;
}

/// Decides which elements are in the tree, and the depths of headings: one more than that
/// of the last heading of a higher rank, so that no depth is skipped (ISO 14289-1,
/// 7.4.2). A heading that draws nothing does not count, so these are not the document's
/// depths.
void name_elements(const Pages& pages, const std::vector<Position>& starts,
                   std::vector<Element>& elements) {
    std::vector<int> open;  // the ranks of the headings that the place is under
    for (std::size_t i = 0; i < pages.nodes.size(); ++i) {
        const Role role = pages.nodes[i].role;
        elements[i].role = role;
        elements[i].stands = starts[i] != nowhere || stands_empty(role);
        if (!elements[i].stands) continue;
        if (const int own = rank(role)) {
            while (!open.empty() && open.back() >= own) open.pop_back();
            open.push_back(own);
            elements[i].depth = open.size();
        }
    }
}

}  // namespace

std::vector<Sequence> sequences_of(const Page& page) {
    std::vector<Sequence> sequences;
    int mcids = 0;
    for (std::size_t i = 0; i < page.marks.size(); ++i) {
        Sequence next{i, i + 1, -1, -1, Artifact::rule};
        if (const auto* run = std::get_if<GlyphRun>(&page.marks[i])) {
            next.node = run->node;
            next.artifact = run->node < 0 ? run->artifact : Artifact::none;
        } else if (!std::holds_alternative<Rule>(page.marks[i])) {
            continue;
        }
        if (!sequences.empty() && sequences.back().node == next.node &&
            sequences.back().artifact == next.artifact) {
            sequences.back().last = i + 1;
            continue;
        }
        if (next.node >= 0) next.mcid = mcids++;
        sequences.push_back(next);
    }
    return sequences;
}

Tagging tag(const Pages& pages) {
    const std::vector<Node>& nodes = pages.nodes;
    Tagging tagging;
    tagging.elements.resize(nodes.size());
    for (const Page& page : pages.pages) tagging.pages.push_back(sequences_of(page));
    const std::vector<std::vector<Placed>> own = own_content(pages, tagging);

    // Where each node begins, itself or through those below it.
    std::vector<Position> starts(nodes.size(), nowhere);
    for (std::size_t i = nodes.size(); i-- > 0;) {
        if (!own[i].empty()) starts[i] = std::min(starts[i], own[i].front().position);
        if (nodes[i].parent < 0) continue;
        Position& above = starts[nodes[i].parent];
        above = std::min(above, starts[i]);
    }
    name_elements(pages, starts, tagging.elements);

    // Children are in the order of the nodes. A node's own content comes before children
    // that begin later.
    std::vector<std::size_t> taken(nodes.size(), 0);
    const auto take_until = [&](std::size_t node, Position end) {
        for (std::size_t& at = taken[node]; at < own[node].size() && own[node][at].position < end;
             ++at)
            tagging.elements[node].kids.push_back(own[node][at].kid);
    };
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].parent < 0 || !tagging.elements[i].stands) continue;
        const std::size_t above = nodes[i].parent;
        if (starts[i] != nowhere) take_until(above, starts[i]);
        tagging.elements[above].kids.push_back({Kid::Kind::element, static_cast<int>(i), 0});
    }
    for (std::size_t i = 0; i < nodes.size(); ++i) take_until(i, nowhere);
    return tagging;
}

}  // namespace nianbao
