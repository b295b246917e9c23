#include "typeset/separate.hpp"

#include <algorithm>
#include <utility>

namespace nianbao {
namespace {

Length advance(const FaceSet& faces, const GlyphRun& run, const Glyph& glyph) {
    return {faces.advance(run.face, glyph.id) * run.size.units / 65536};
}

/// True if such a program takes a run for a part of the line before it, but to its left.
/// Of a line it remembers the baseline, the left edge of the last run, and the width of
/// that run's last glyph.
bool runs_back(const FaceSet& faces, const GlyphRun& before, const GlyphRun& run) {
    if (run.origin.x >= before.origin.x) return false;
    const Length apart = run.origin.y - before.origin.y;
    return std::max(apart, -apart) <= std::max(advance(faces, run, run.glyphs.front()),
                                               advance(faces, before, before.glyphs.back())) /
                                          2;
}

/// Two blanks below the run: a line of their own.
GlyphRun blanks(const FaceSet& faces, const FoundGlyph& blank, const GlyphRun& run) {
    GlyphRun between;
    between.origin = {run.origin.x, run.origin.y + run.size * 5 / 4};
    between.face = blank.face;
    between.size = run.size;
    between.glyphs = {{blank.glyph, {}, {}, 1},
                      {blank.glyph, {}, advance(faces, between, {blank.glyph, {}, {}, 1}), 1}};
    between.source = U"  ";
    between.artifact = Artifact::separator;
    return between;
}

/// A run, and the mark that it stands before.
struct Separator {
    std::size_t before;
    GlyphRun run;
};

std::vector<Separator> separators(const Page& page, const FaceSet& faces, const FoundGlyph& blank) {
    std::vector<Separator> found;
    const GlyphRun* last = nullptr;
    for (std::size_t i = 0; i < page.marks.size(); ++i) {
        const auto* run = std::get_if<GlyphRun>(&page.marks[i]);
        if (!run || run->glyphs.empty()) continue;
        if (last && runs_back(faces, *last, *run)) found.push_back({i, blanks(faces, blank, *run)});
        last = run;
    }
    return found;
}

}  // namespace

void separate_lines(std::vector<Page>& pages, const FaceSet& faces) {
    const FoundGlyph blank = faces.find(FontRole::table, U' ', false);
    if (blank.face < 0) return;
    for (Page& page : pages) {
        std::vector<Separator> found = separators(page, faces, blank);
        if (found.empty()) continue;
        std::vector<Mark> separated;
        separated.reserve(page.marks.size() + found.size());
        auto next = found.begin();
        for (std::size_t i = 0; i < page.marks.size(); ++i) {
            if (next != found.end() && next->before == i)
                separated.emplace_back(std::move(next++->run));
            separated.push_back(std::move(page.marks[i]));
        }
        page.marks = std::move(separated);
    }
}

}  // namespace nianbao
