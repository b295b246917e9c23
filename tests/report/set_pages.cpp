#include "report/set_pages.hpp"

#include "text/utf8.hpp"

namespace nianbao {

const Fonts& free_fonts() {
    static const Fonts opened = Fonts::open({{}, {}, false});
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

Length right_of(const GlyphRun& run) {
    const Glyph& last = run.glyphs.back();
    Length advance{run.size.units * free_fonts().faces().advance(run.face, last.id) / 65536};
    advance -= Length{run.size.units * (last.trim.left + last.trim.right) / 1000};
    return run.origin.x + last.x + advance;
}

namespace {

/// The em box of a run, however it lies on the page.
struct Extents {
    Length left, top, right, bottom;
};

Extents box_of(const GlyphRun& run) {
    const Length length = right_of(run) - run.origin.x, above = run.size * 88 / 100, below = run.size * 12 / 100;
    if (run.turned) return {run.origin.x - above, run.origin.y - length, run.origin.x + below, run.origin.y};
    return {run.origin.x, run.origin.y - above, run.origin.x + length, run.origin.y + below};
}

}  // namespace

std::string outside(const Pages& pages) {
    const Layout layout;
    const auto inside = [&](const Extents& box) {
        const Length slack = 0.5_pt;
        return box.left >= layout.left - slack && box.right <= layout.left + layout.width + slack && box.top >= layout.top - slack &&
               box.bottom <= layout.top + layout.height + slack;
    };
    for (const Page& page : pages.pages) {
        for (const GlyphRun* run : marks<GlyphRun>(page)) {
            if (run->artifact != Artifact::page_number && !inside(box_of(*run))) return std::to_string(page.number) + ": " + to_utf8(run->source);
        }
        for (const Rule* rule : marks<Rule>(page)) {
            if (!inside({rule->origin.x, rule->origin.y, rule->origin.x + rule->width, rule->origin.y + rule->height}))
                return std::to_string(page.number) + ": a rule";
        }
    }
    return {};
}

std::string across_rules(const Pages& pages) {
    for (const Page& page : pages.pages) {
        for (const GlyphRun* run : marks<GlyphRun>(page)) {
            const Extents box = box_of(*run);
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

}  // namespace nianbao
