#include "nianbao/pages.hpp"

#include "font/faces.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

namespace nianbao {
namespace {

constexpr std::string_view artifact_names[] = {"", "page number", "rule", "repeated", "separator"};

std::string at(Point point) {
    return fmt::format("{:.2f} {:.2f}", point.x.points(), point.y.points());
}

void dump_mark(std::string& out, const GlyphRun& run, const Fonts& fonts) {
    const std::string owner =
        run.artifact == Artifact::none
            ? fmt::format("#{}", run.node)
            : fmt::format("[{}]", artifact_names[static_cast<std::size_t>(run.artifact)]);
    out +=
        fmt::format("  text {}{} {} {:.2f} {}: {}\n", run.turned ? "turned " : "", at(run.origin),
                    fonts.faces().name(run.face), run.size.points(), owner, to_utf8(run.source));
}
void dump_mark(std::string& out, const Rule& rule, const Fonts&) {
    out += fmt::format("  rule {} {:.2f} x {:.2f}\n", at(rule.origin), rule.width.points(),
                       rule.height.points());
}
void dump_mark(std::string& out, const LinkArea& area, const Fonts&) {
    out += fmt::format("  link {} {:.2f} x {:.2f} #{}\n", at(area.origin), area.width.points(),
                       area.height.points(), area.node);
}

void dump_mark(std::string& out, const SealArea& area, const Fonts&) {
    out += fmt::format("  seal {} {:.2f} x {:.2f} #{}\n", at(area.origin), area.width.points(),
                       area.height.points(), area.node);
}

void dump_node(std::string& out, const Node& node, int index) {
    out += fmt::format("  #{} {} in #{}", index, name_of(node.role), node.parent);
    if (node.rows > 1 || node.columns > 1) out += fmt::format(" {}x{}", node.rows, node.columns);
    if (node.scope != Scope::none) out += node.scope == Scope::row ? " scope row" : " scope column";
    for (std::size_t i = 0; i < node.headers.size(); ++i)
        out += fmt::format("{}#{}", i == 0 ? " headers " : " ", node.headers[i]);
    if (!node.uri.empty()) out += " " + node.uri;
    if (!node.language.empty()) out += " " + node.language;
    if (!node.bookmark.empty()) out += " “" + node.bookmark + "”";
    out += '\n';
}

}  // namespace

std::string dump(const Pages& pages, const Fonts& fonts) {
    std::string out;
    for (const Page& page : pages.pages) {
        out += fmt::format("page {} {:.2f} x {:.2f}\n", page.number, page.width.points(),
                           page.height.points());
        for (const Mark& mark : page.marks)
            std::visit([&](const auto& m) { dump_mark(out, m, fonts); }, mark);
    }
    out += "nodes\n";
    for (std::size_t i = 0; i < pages.nodes.size(); ++i)
        dump_node(out, pages.nodes[i], static_cast<int>(i));
    return out;
}

}  // namespace nianbao
