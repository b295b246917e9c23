// The plan of the bookmarks.
#include "outline/bookmarks.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

using namespace nianbao;

namespace {

Node node(Role role, int parent, std::string bookmark = {}) {
    Node made;
    made.role = role;
    made.parent = parent;
    made.bookmark = std::move(bookmark);
    return made;
}

GlyphRun run(int node, Length y) {
    GlyphRun made;
    made.node = node;
    made.size = 10.0_pt;
    made.origin = {{}, y};
    made.source = U"题";
    made.glyphs = {{.id = 1, .trim = {}, .x = {}, .characters = 1}};
    return made;
}

Page page(std::vector<Mark> marks) {
    return {.number = 1, .width = 210.0_mm, .height = 297.0_mm, .marks = std::move(marks)};
}

std::vector<Bookmark> plan(std::vector<Node> nodes, std::vector<Page> pages) {
    const Pages all{{}, std::move(pages), std::move(nodes), {}};
    return plan_bookmarks(all, tag(all));
}

/// A line a bookmark: node, page, y, and its neighbours.
std::string text_of(const std::vector<Bookmark>& bookmarks) {
    std::string out;
    for (const Bookmark& b : bookmarks)
        out +=
            fmt::format("#{} {}:{:.0f} in {} after {} before {} over {}-{} of {}\n", b.node, b.page,
                        b.y.points(), b.parent, b.previous, b.next, b.first, b.last, b.below);
    return out;
}

}  // namespace

TEST_CASE("bookmarks stand one below the other as deep as their headings") {
    CHECK(text_of(plan({node(Role::document, -1), node(Role::title, 0, "题"),
                        node(Role::heading1, 0, "一"), node(Role::heading2, 0, "（一）"),
                        node(Role::heading2, 0, "（二）"), node(Role::heading1, 0, "二")},
                       {page({run(1, 100.0_pt), run(2, 200.0_pt), run(3, 300.0_pt)}),
                        page({run(4, 50.0_pt), run(5, 60.0_pt)})})) ==
          "#-1 0:0 in -1 after -1 before -1 over 1-1 of 5\n"
          "#1 0:90 in 0 after -1 before -1 over 2-5 of 4\n"
          "#2 0:190 in 1 after -1 before 5 over 3-4 of 2\n"
          "#3 0:290 in 2 after -1 before 4 over -1--1 of 0\n"
          "#4 1:40 in 2 after 3 before -1 over -1--1 of 0\n"
          "#5 1:50 in 1 after 2 before -1 over -1--1 of 0\n");
}

TEST_CASE("a bookmark leads to the first mark of its node, and of what is inside it") {
    std::vector<Node> nodes = {node(Role::document, -1), node(Role::heading1, 0, "一"),
                               node(Role::link, 1)};
    const auto start = [&](std::vector<Page> pages) {
        const Bookmark made = plan(nodes, std::move(pages)).at(1);
        return fmt::format("{}:{:.0f}", made.page, made.y.points());
    };
    CHECK(start({page({run(2, 40.0_pt), run(1, 60.0_pt)})}) == "0:30");
    CHECK(start({page({run(1, 60.0_pt), run(2, 70.0_pt)})}) == "0:50");
    CHECK(start({page({run(1, 60.0_pt)}), page({run(2, 20.0_pt)})}) == "0:50");
    CHECK(start({page({run(2, 60.0_pt)}), page({run(1, 20.0_pt)})}) == "0:50");
}

TEST_CASE("what draws nothing or has no words is no bookmark") {
    CHECK(plan({node(Role::document, -1)}, {}).empty());
    CHECK(plan({node(Role::document, -1), node(Role::heading1, 0)}, {page({run(1, 9.0_pt)})})
              .empty());
    CHECK(plan({node(Role::document, -1), node(Role::heading1, 0, "一")}, {page({})}).empty());
}
