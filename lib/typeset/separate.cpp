#include "typeset/separate.hpp"

#include <algorithm>
#include <utility>

namespace nianbao {
namespace {

/// What such a program keeps of a line: its baseline, and where its last run begins and how wide that one's last glyph is.
struct LineEnd {
    Length baseline, left, glyph;
};

Length advance(const FaceSet& faces, const GlyphRun& run, const Glyph& glyph) { return {faces.advance(run.face, glyph.id) * run.size.units / 65536}; }

}  // namespace

void separate_lines(std::vector<Page>& pages, const FaceSet& faces) {
    const FoundGlyph blank = faces.find(FontRole::table, U' ', false);
    if (blank.face < 0) return;
    for (Page& page : pages) {
        LineEnd line;
        std::vector<Mark> separated;
        for (Mark& mark : page.marks) {
            if (const auto* run = std::get_if<GlyphRun>(&mark); run && !run->glyphs.empty()) {
                const Length first = advance(faces, *run, run->glyphs.front()), apart = run->origin.y - line.baseline;
                const bool same_line = std::max(apart, -apart) <= std::max(first, line.glyph) / 2;
                const bool before = same_line && run->origin.x < line.left;
                if (before) {
                    GlyphRun between;
                    between.origin = {run->origin.x, run->origin.y + run->size * 5 / 4};
                    between.face = blank.face;
                    between.size = run->size;
                    between.glyphs = {{blank.glyph, {}, {}, 1}, {blank.glyph, {}, advance(faces, between, {blank.glyph, {}, {}, 1}), 1}};
                    between.source = U"  ";
                    between.artifact = Artifact::separator;
                    separated.emplace_back(std::move(between));
                }
                line = {run->origin.y, run->origin.x, advance(faces, *run, run->glyphs.back())};
            }
            separated.push_back(std::move(mark));
        }
        page.marks = std::move(separated);
    }
}

}  // namespace nianbao
