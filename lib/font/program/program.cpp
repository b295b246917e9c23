#include "font/program/program.hpp"

#include "file/path_text.hpp"
#include "font/face.hpp"
#include "font/program/cff.hpp"
#include "font/program/subset.hpp"
#include "nianbao/failure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <numeric>

namespace nianbao {
namespace {

/// "U+4E00": the character that people know a glyph by.
std::string character_of(const GlyphUse& use) {
    return fmt::format("U+{:04X}", std::uint32_t{use.text.empty() ? U'\0' : use.text[0]});
}

void refuse_blank(const Face& face, const GlyphUse& use) {
    if (use.text.empty() || may_be_blank(use.text[0])) return;
    throw Failure(fmt::format("{}里 {} 的字形是空白的：字体文件是坏的，或者没有真正收这个字",
                              face.described(), character_of(use)));
}

[[noreturn]] void refuse_broken(const Face& face, const GlyphUse& use) {
    throw Failure(fmt::format("{} 画不出来：{}的第 {} 号字形的轮廓是坏的", character_of(use),
                              face.described(), use.glyph));
}

[[noreturn]] void refuse_number(const Face& face) {
    throw Failure(fmt::format("{}的字形太多，一个文件里放不下", face.described()));
}

bool is_dash(std::u32string_view text) { return text == U"—" || text == U"―"; }

/// True if the glyph makes no mark with the same glyph beside it: two dashes are a 破折号
/// without a gap between (GB/T 15834, 4.13), two ellipses a 省略号 of six dots (4.11). The
/// outlines of a glyf face are kept, and its dots stay where they are.
bool falls_short(const Face& face, const GlyphUse& use) {
    if (is_dash(use.text)) return !embed_whole(face) && face.dash_falls_short(use.glyph);
    return use.text == U"…" && face.drawn() && face.dots_are_close(use.glyph);
}

Drawing drawing_of(const Face& face, const GlyphUse& use) {
    return {.trim = use.trim, .joined = use.trim.none() && falls_short(face, use)};
}

/// Six capitals that depend on the face, its file's name and its glyphs alone (ISO
/// 32000-1, 9.6.4): two files' faces of one name differ.
std::string subset_tag(const Face& face, std::span<const GlyphUse> uses) {
    std::uint64_t hash = 14695981039346656037U;  // FNV-1a
    const auto add = [&](std::uint32_t value) {
        for (int shift = 0; shift < 32; shift += 8)
            hash = (hash ^ (value >> shift & 0xFF)) * 1099511628211U;
    };
    for (char c : face.name() + '/' + utf8(face.path().filename()))
        add(static_cast<unsigned char>(c));
    add(face.index());
    for (const GlyphUse& use : uses) {
        add(use.glyph);
        if (drawing_of(face, use).joined) add(1);
        if (!use.trim.none())
            add(static_cast<std::uint32_t>(use.trim.left) << 16 |
                static_cast<std::uint32_t>(use.trim.right));
    }
    hash ^= hash >> 32;
    std::string tag;
    for (int i = 0; i < 6; ++i, hash /= 26) tag += static_cast<char>('A' + hash % 26);
    return tag;
}

std::int32_t width_of(const Face& face, int advance) {
    const std::int64_t em = face.facts().units_per_em;
    return (std::int64_t{advance} * 100'000 + em / 2) / em;
}

/// The glyph's charstring. If it cannot be drawn, names the character too, as people do
/// not know glyphs by number.
const Charstring& drawn_for(const Face& face, const GlyphUse& use, const WantedGlyph& wanted,
                            std::deque<Charstring>& room) {
    try {
        return face.charstring(wanted, room);
    } catch (const Failure& failure) {
        if (use.text.empty()) throw;
        throw Failure(fmt::format("{} 画不出来：{}", character_of(use), failure.what()));
    }
}

WantedGlyph wanted_by(const Face& face, const GlyphUse& use) {
    return {use.glyph, drawing_of(face, use)};
}

void draw_program(const Face& face, std::span<const GlyphUse> uses, Program& program) {
    program.kind = Program::Kind::cff;
    std::vector<WantedGlyph> wanted;
    wanted.reserve(uses.size());
    for (const GlyphUse& use : uses) wanted.push_back(wanted_by(face, use));
    const std::vector<const Charstring*> kept = face.kept(wanted);
    std::deque<Charstring> room;
    std::vector<std::string_view> charstrings;
    charstrings.reserve(uses.size());
    CffFacts facts{.name = program.name, .units_per_em = face.facts().units_per_em};
    bool first = true;
    for (std::size_t i = 0; i < uses.size(); ++i) {
        const Charstring& drawn = kept[i] ? *kept[i] : drawn_for(face, uses[i], wanted[i], room);
        charstrings.push_back(drawn.code);
        program.widths.push_back(width_of(face, drawn.advance));
        program.codes.push_back(charstrings.size());
        if (drawn.blank) {
            refuse_blank(face, uses[i]);
            continue;
        }
        facts.left = first ? drawn.left : std::min(facts.left, drawn.left);
        facts.bottom = first ? drawn.bottom : std::min(facts.bottom, drawn.bottom);
        facts.right = first ? drawn.right : std::max(facts.right, drawn.right);
        facts.top = first ? drawn.top : std::max(facts.top, drawn.top);
        first = false;
    }
    program.bytes = build_cff(facts, charstrings);
    const auto down = [&](int units) { return units * 1000 / facts.units_per_em - (units < 0); };
    const auto up = [&](int units) { return units * 1000 / facts.units_per_em + (units > 0); };
    const bool exact = facts.units_per_em == 1000;
    program.left = exact ? facts.left : down(facts.left);
    program.bottom = exact ? facts.bottom : down(facts.bottom);
    program.right = exact ? facts.right : up(facts.right);
    program.top = exact ? facts.top : up(facts.top);
}

/// The glyphs keep their outlines byte for byte. A glyph that stands for a second text
/// gets one more code.
void subset_program(const Face& face, std::span<const GlyphUse> uses, Program& program) {
    program.kind = Program::Kind::glyf;
    std::vector<WantedGlyph> wanted;
    for (const GlyphUse& use : uses) {
        const GlyphState state = check_outline(face, use.glyph);
        if (state == GlyphState::broken) refuse_broken(face, use);
        if (state == GlyphState::blank) refuse_blank(face, use);
        wanted.push_back(wanted_by(face, use));
        program.widths.push_back(width_of(face, trimmed_advance(face, use.glyph, use.trim)));
    }
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    GlyfSubset subset = subset_glyf(face, wanted);
    program.bytes = std::move(subset.bytes);

    unsigned next = subset.glyphs;
    std::vector<bool> coded(wanted.size());
    std::vector<std::uint16_t> second;
    for (const GlyphUse& use : uses) {
        const auto found = std::lower_bound(wanted.begin(), wanted.end(), wanted_by(face, use));
        const std::size_t at = found - wanted.begin();
        const std::uint16_t glyph = subset.renumbered[at];
        if (coded[at]) second.push_back(glyph);
        if (next > 0xFFFF) refuse_number(face);
        program.codes.push_back(coded[at] ? next++ : glyph);
        coded[at] = true;
    }
    if (!second.empty()) {
        program.glyphs.resize(subset.glyphs);
        std::iota(program.glyphs.begin(), program.glyphs.end(), std::uint16_t{0});
        program.glyphs.insert(program.glyphs.end(), second.begin(), second.end());
    }
    const FaceFacts& facts = face.facts();
    program.left = facts.left;
    program.bottom = facts.bottom;
    program.right = facts.right;
    program.top = facts.top;
}

}  // namespace

Program make_program(const FaceSet& faces, int face_index, std::span<const GlyphUse> uses) {
    const Face& face = faces.face(face_index);
    const FaceFacts& facts = face.facts();
    if (uses.size() > 65'534) refuse_number(face);
    Program program;
    program.name = embed_whole(face) ? face.name() : subset_tag(face, uses) + '+' + face.name();
    program.codes.reserve(uses.size());
    program.widths.reserve(uses.size());
    if (face.drawn()) {
        draw_program(face, uses, program);
    } else {
        subset_program(face, uses, program);
    }
    program.ascent = facts.ascent;
    program.descent = facts.descent;
    program.cap_height = facts.cap_height;
    // No font format tells it; viewers use it for stand-ins only.
    program.stem = 10 + 220 * std::clamp(facts.weight - 50, 0, 900) / 900;
    return program;
}

}  // namespace nianbao
