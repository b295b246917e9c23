// Measures the parts of the line, each alone and warm.
#include "bench/reports.hpp"
#include "bench/results.hpp"

#include "font/face.hpp"
#include "font/faces.hpp"
#include "font/program/charstring.hpp"
#include "nianbao/check.hpp"
#include "nianbao/document.hpp"
#include "nianbao/pages.hpp"
#include "nianbao/pdf.hpp"
#include "nianbao/read.hpp"
#include "outline/uses.hpp"
#include "pack/deflate.hpp"
#include "typeset/atoms.hpp"
#include "typeset/line_break.hpp"

#include <fmt/format.h>

#include <variant>

namespace nianbao::bench {
namespace {

/// All texts of the document's prose, as plain text.
std::vector<Text> prose(const Document& document) {
    std::vector<Text> texts;
    each_text(document, [&](Role role, int, const Text& text) {
        if (role != Role::header && role != Role::cell) texts.push_back({text.text, text.from});
    });
    return texts;
}

std::size_t blocks_of(const Document& document) {
    std::size_t blocks = 0;
    for (const Section& section : document.sections) blocks += section.blocks.size();
    return blocks;
}

void measure_setting(Results& results, const Document& document, const Layout& layout,
                     const Timer& timer) {
    const std::vector<Text> texts = prose(document);
    const Length size = layout.em();
    std::vector<Atom> atoms;
    const Time shape = timer.median_of([&] {
        Setter setter(free_fonts().faces(), layout);
        atoms = setter.atoms(texts, style_of(size, Role::paragraph), {.text = 0});
        squeeze(atoms);
    });
    const double characters = atoms.size();
    results.add("shape", shape.cpu * 1e6 / characters, "ns/character",
                fmt::format("{} characters to glyphs, marks squeezed", atoms.size()));

    std::vector<Item> items;
    const Time cost = timer.median_of([&] { items = items_of(atoms); });
    results.add("weigh", cost.cpu * 1e6 / characters, "ns/character", "what each break costs");

    const Time lines = timer.median_of([&] {
        break_lines(items, {layout.width, size * 2, size}, Fit::justified);
    });
    results.add("break", lines.cpu * 1e6 / characters, "ns/character",
                "one paragraph of them all into lines");
}

void measure_fonts(Results& results, const Pages& pages, const Timer& timer) {
    const UsedFonts used = collect_fonts(pages, free_fonts());
    const UsedFace* most = nullptr;
    std::size_t glyphs = 0, bytes = 0;
    for (const UsedFace& face : used.faces) {
        glyphs += face.uses.size();
        bytes += face.program.bytes.size();
        if (most == nullptr || face.uses.size() > most->uses.size()) most = &face;
    }
    const Face& face = free_fonts().faces().face(most->face);
    const Time outline = timer.median_of([&] {
        for (const GlyphUse& use : most->uses) draw_charstring(face, use.glyph, {.trim = use.trim});
    });
    results.add("outline", outline.cpu * 1e3 / most->uses.size(), "us/glyph",
                face.name() + ", drawn and encoded; kept from then on");

    const Time programs = timer.median_of([&] { collect_fonts(pages, free_fonts()); });
    results.add("font programs", programs.cpu, "ms",
                fmt::format("{} glyphs of {} faces, outlines kept", glyphs, used.faces.size()));

    std::string all;
    for (const UsedFace& each : used.faces) all += each.program.bytes;
    for (int level : {1, 6}) {
        const Time deflated = timer.median_of([&] { deflate(all, level); });
        results.add(fmt::format("deflate, level {}", level), bytes / 1e3 / deflated.cpu, "MB/s",
                    fmt::format("font programs, {} kB to {} kB", bytes / 1000,
                                deflate(all, level).size() / 1000));
    }
}

}  // namespace

void measure_parts(Results& results, const Timer& timer) {
    results.group("Parts of the line, one report, one thread, warm");
    const std::string data = data_file(1);
    const Reading reading = read(data, "data.yaml", Format::yaml);
    const Report& report = *reading.report;
    const Document document = compose(report);
    const Pages pages = typeset(document, free_fonts(), report.layout);
    const std::string pdf = write_pdf(pages, free_fonts());

    results.add("read", timer.median_of([&] { return read(data, "data.yaml", Format::yaml); }).cpu,
                "ms", fmt::format("{} bytes of YAML", data.size()));
    results.add("check", timer.median_of([&] { return check(report); }).cpu, "ms",
                fmt::format("{} rules", check_rules().size()));
    results.add("compose", timer.median_of([&] { return compose(report); }).cpu, "ms",
                fmt::format("{} blocks", blocks_of(document)));
    results.add("typeset",
                timer.median_of([&] { return typeset(document, free_fonts(), report.layout); }).cpu,
                "ms", fmt::format("{} pages", pages.pages.size()));
    results.add("write", timer.median_of([&] { return write_pdf(pages, free_fonts()); }).cpu, "ms",
                fmt::format("{} bytes of PDF", pdf.size()));
    measure_setting(results, document, report.layout, timer);
    measure_fonts(results, pages, timer);
}

}  // namespace nianbao::bench
