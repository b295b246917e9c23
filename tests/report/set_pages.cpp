#include "report/set_pages.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iterator>
#include <map>

#include "text/character.hpp"
#include "text/utf8.hpp"

namespace nianbao {

const Fonts& free_fonts() {
    static const Fonts opened = Fonts::open({{}, {}, false});
    return opened;
}

const Fonts& truetype_fonts() {
    static const Fonts opened = [] {
        const std::filesystem::path folder = std::filesystem::path(NIANBAO_SOURCE) / "fonts/test";
        FontOptions options;
        options.chosen = {{FontRole::title, folder / "gbsn00lp.ttf"},
                          {FontRole::body, folder / "gbsn00lp.ttf"},
                          {FontRole::heading1, folder / "wqy-zenhei.ttc"},
                          {FontRole::heading2, folder / "gkai00mp.ttf"},
                          {FontRole::table, folder / "gbsn00lp.ttf"}};
        options.system = false;
        return Fonts::open(options);
    }();
    return opened;
}

Pages pages_of(const Report& report) { return typeset(compose(report), free_fonts(), report.layout); }

std::vector<const GlyphRun*> runs_with(const Page& page, std::u32string_view text) {
    std::vector<const GlyphRun*> found;
    for (const GlyphRun* run : marks<GlyphRun>(page)) {
        if (run->source.find(text) != run->source.npos) found.push_back(run);
    }
    return found;
}

std::u32string text_of(const Page& page, Artifact artifact) {
    std::u32string text;
    for (const GlyphRun* run : marks<GlyphRun>(page)) {
        if (run->artifact == artifact) text += run->source;
    }
    return text;
}

Length right_of(const GlyphRun& run, const Fonts& fonts) {
    const Glyph& last = run.glyphs.back();
    Length advance{run.size.units * fonts.faces().advance(run.face, last.id) / 65536};
    advance -= Length{run.size.units * (last.trim.left + last.trim.right) / 1000};
    return run.origin.x + last.x + advance;
}

namespace {

/// The em box of a run, however it lies on the page.
struct Extents {
    Length left, top, right, bottom;
};

Extents box_of(const GlyphRun& run, const Fonts& fonts) {
    const Length length = right_of(run, fonts) - run.origin.x, above = run.size * 88 / 100, below = run.size * 12 / 100;
    if (run.turned) return {run.origin.x - above, run.origin.y - length, run.origin.x + below, run.origin.y};
    return {run.origin.x, run.origin.y - above, run.origin.x + length, run.origin.y + below};
}

}  // namespace

std::string outside(const Pages& pages, const Layout& layout, const Fonts& fonts) {
    const auto inside = [&](const Extents& box, int page) {
        const Length slack = 0.5_pt, left = layout.left_of(page);
        return box.left >= left - slack && box.right <= left + layout.width + slack && box.top >= layout.top - slack &&
               box.bottom <= layout.top + layout.height + slack;
    };
    for (const Page& page : pages.pages) {
        for (const GlyphRun* run : marks<GlyphRun>(page)) {
            if (run->artifact != Artifact::page_number && !inside(box_of(*run, fonts), page.number))
                return std::to_string(page.number) + ": " + to_utf8(run->source);
        }
        for (const Rule* rule : marks<Rule>(page)) {
            if (!inside({rule->origin.x, rule->origin.y, rule->origin.x + rule->width, rule->origin.y + rule->height}, page.number))
                return std::to_string(page.number) + ": a rule";
        }
    }
    return {};
}

std::string across_rules(const Pages& pages, const Fonts& fonts) {
    for (const Page& page : pages.pages) {
        for (const GlyphRun* run : marks<GlyphRun>(page)) {
            const Extents box = box_of(*run, fonts);
            const Length slack = run->size / 8;
            for (const Rule* rule : marks<Rule>(page)) {
                const bool beside = rule->origin.x + rule->width <= box.left || rule->origin.x >= box.right ||
                                    rule->origin.y + rule->height <= box.top + slack || rule->origin.y >= box.bottom - slack;
                const bool ends = run->turned && (rule->origin.x + rule->width <= box.left + slack || rule->origin.x >= box.right - slack);
                if (!beside && !ends) return std::to_string(page.number) + ": " + to_utf8(run->source);
            }
        }
    }
    return {};
}

std::string repeated(std::string_view text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
}

std::vector<int> pages_with(const Pages& pages, std::u32string_view text) {
    std::vector<int> found;
    for (const Page& page : pages.pages) {
        if (!runs_with(page, text).empty()) found.push_back(page.number);
    }
    return found;
}

namespace {

/// A line of running text, from all its runs.
struct TextLine {
    int page = 0;
    Length y, left, right;
    std::u32string text;
};

/// The lines of each paragraph of running text, in order. A link's runs are its paragraph's.
std::map<int, std::vector<TextLine>> lines_of_paragraphs(const Pages& pages, const Layout& layout, const Fonts& fonts) {
    std::map<int, std::vector<TextLine>> paragraphs;
    for (const Page& page : pages.pages) {
        for (const GlyphRun* run : marks<GlyphRun>(page)) {
            if (run->node < 0 || run->turned || run->size != layout.em()) continue;
            const Node& node = pages.nodes[static_cast<std::size_t>(run->node)];
            // A link is part of its paragraph, a number and what it counts are one item.
            const Node& parent = pages.nodes[static_cast<std::size_t>(std::max(node.parent, 0))];
            const bool part = node.role == Role::link || node.role == Role::label || node.role == Role::item_body;
            const bool of_part = node.role == Role::link && parent.role == Role::item_body;
            std::vector<TextLine>& lines = paragraphs[of_part ? parent.parent : part ? node.parent : run->node];
            if (lines.empty() || lines.back().page != page.number || lines.back().y != run->origin.y)
                lines.push_back({page.number, run->origin.y, run->origin.x, {}, {}});
            lines.back().right = right_of(*run, fonts);
            lines.back().text += run->source;
        }
    }
    return paragraphs;
}

bool in_word(CharacterClass c) {
    return c == CharacterClass::digit || c == CharacterClass::letter || c == CharacterClass::separator || c == CharacterClass::closing_latin;
}

}  // namespace

std::string ill_set(const Pages& pages, const Layout& layout, bool signed_at_end, const Fonts& fonts) {
    const auto differs = [](Length a, Length b) { return std::abs((a - b).points()) > 0.02; };
    auto paragraphs = lines_of_paragraphs(pages, layout, fonts);
    for (int last = signed_at_end ? 2 : 0; last > 0 && !paragraphs.empty(); --last) paragraphs.erase(std::prev(paragraphs.end()));
    for (const auto& [node, lines] : paragraphs) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const TextLine& line = lines[i];
            const std::string where = std::to_string(line.page) + ": " + to_utf8(line.text);
            const Length left = layout.left_of(line.page), down = line.y - layout.top - layout.em() * 88 / 100;
            if (down.units % layout.pitch.units != 0) return "off the grid, " + where;
            if (i + 1 == lines.size()) continue;
            if (differs(line.left, left) && (i > 0 || differs(line.left, left + layout.em() * 2))) return "left edge, " + where;
            if (differs(line.right, left + layout.width) && line.text.size() > 1) return "right edge, " + where;
            // A word wider than a line is divided wherever it must be.
            const CharacterClass last = class_of(line.text.back()), next = class_of(lines[i + 1].text.front());
            if (!may_break(last, next) && !(in_word(last) && in_word(next))) return "a mark at the edge, " + where;
        }
    }
    return {};
}

}  // namespace nianbao
