#include "outline/uses.hpp"

#include "nianbao/failure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <unordered_map>

namespace nianbao {

namespace {

/// The distinct uses of one face in the order in which they came.
class Collector {
public:
    std::uint32_t add(const Glyph& glyph, std::u32string_view text) {
        const std::uint64_t key = std::uint64_t{glyph.id} << 42 |
                                  std::uint64_t{trim_number(glyph.trim)} << 32 | text_number(text);
        const auto [at, fresh] =
            numbers_.try_emplace(key, static_cast<std::uint32_t>(uses_.size()));
        if (fresh) uses_.push_back({glyph.id, glyph.trim, std::u32string(text)});
        return at->second;
    }
    bool empty() const { return uses_.empty(); }

    /// The uses sorted, and for each number given by add() its place among them.
    std::pair<std::vector<GlyphUse>, std::vector<std::uint32_t>> sorted() {
        std::vector<std::uint32_t> order(uses_.size()), place(uses_.size());
        std::iota(order.begin(), order.end(), 0);
        std::sort(order.begin(), order.end(),
                  [&](std::uint32_t a, std::uint32_t b) { return uses_[a] < uses_[b]; });
        std::vector<GlyphUse> sorted;
        sorted.reserve(uses_.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) {
            place[order[i]] = i;
            sorted.push_back(std::move(uses_[order[i]]));
        }
        return {std::move(sorted), std::move(place)};
    }

private:
    /// One number an amount of trim; a document has few.
    std::uint32_t trim_number(Trim trim) {
        if (trim.none()) return 0;
        const auto index = std::find(trims_.begin(), trims_.end(), trim) - trims_.begin();
        if (index == std::ssize(trims_)) trims_.push_back(trim);
        return static_cast<std::uint32_t>(index) + 1;
    }

    /// One number a text: a character itself, longer texts beyond all characters.
    std::uint32_t text_number(std::u32string_view text) {
        if (text.size() == 1) return text[0];
        const auto next = static_cast<std::uint32_t>(0x110000 + texts_.size());
        return texts_.try_emplace(std::u32string(text), next).first->second;
    }

    std::vector<GlyphUse> uses_;
    std::vector<Trim> trims_;
    std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
    std::map<std::u32string, std::uint32_t> texts_;
};

/// Calls `each(run, glyph, its text)` in the order of the pages.
template <class Each>
void walk_glyphs(const Pages& pages, Each each) {
    for (const Page& page : pages.pages) {
        for (const Mark& mark : page.marks) {
            const auto* run = std::get_if<GlyphRun>(&mark);
            if (!run) continue;
            std::u32string_view rest = run->source;
            for (const Glyph& glyph : run->glyphs) {
                const int length = glyph.characters;
                if (length < 1 || length > std::ssize(rest))
                    throw Failure(
                        fmt::format("不能生成 PDF：第 {} 页有一行字形与文字对不上", page.number));
                each(*run, glyph, rest.substr(0, length));
                rest.remove_prefix(length);
            }
            if (!rest.empty())
                throw Failure(
                    fmt::format("不能生成 PDF：第 {} 页有一行字形与文字对不上", page.number));
        }
    }
}

}  // namespace

UsedFonts collect_fonts(const Pages& pages, const Fonts& fonts) {
    const FaceSet& faces = fonts.faces();
    const std::size_t count = faces.size();
    std::vector<Collector> collectors(count);
    struct Number {
        int face;
        std::uint32_t use;
    };
    std::vector<Number> numbers;
    walk_glyphs(pages, [&](const GlyphRun& run, const Glyph& glyph, std::u32string_view text) {
        numbers.push_back({run.face, collectors.at(run.face).add(glyph, text)});
    });

    UsedFonts used;
    used.resource.assign(count, -1);
    std::vector<std::vector<std::uint32_t>> places(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (collectors[i].empty()) continue;
        used.resource[i] = used.faces.size();
        UsedFace& face = used.faces.emplace_back();
        face.face = i;
        std::tie(face.uses, places[i]) = collectors[i].sorted();
        face.program = make_program(faces, face.face, face.uses);
    }
    used.shown.reserve(numbers.size());
    for (const Number& number : numbers) {
        const Program& program = used.faces[used.resource[number.face]].program;
        const std::uint32_t place = places[number.face][number.use];
        used.shown.push_back({program.codes[place], program.widths[place]});
    }
    return used;
}

}  // namespace nianbao
