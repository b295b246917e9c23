#include "pdf/font_objects.hpp"

#include "pack/big_endian.hpp"
#include "pack/deflate.hpp"
#include "text/digits.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao {
namespace {

constexpr std::int32_t default_width = 100'000;  // DW 1000, in 1/100,000 em
constexpr std::size_t longest_list = 30'000;     // libharu's arrays end at 32,767
constexpr int widest_gap = 3;  // so many default widths are written out, so that lists stay few

HPDF_Array width_array(Objects& objects, const UsedFace& face) {
    std::vector<std::pair<std::uint16_t, std::int32_t>> widths;
    for (std::size_t i = 0; i < face.uses.size(); ++i)
        widths.emplace_back(face.program.codes[i], face.program.widths[i]);
    std::sort(widths.begin(), widths.end());
    std::erase_if(widths, [](const auto& entry) { return entry.second == default_width; });

    const auto number = [&](std::int32_t width) -> void* {
        if (width % 100 == 0) return objects.number(width / 100);
        return objects.real(width / 100.0);
    };
    HPDF_Array array = objects.array();
    for (std::size_t i = 0; i < widths.size();) {
        objects.add(array, objects.number(widths[i].first));
        HPDF_Array list = objects.array();
        int next = widths[i].first;
        std::size_t length = 0;
        for (; i < widths.size() && widths[i].first - next <= widest_gap && length < longest_list;
             ++i, ++next, ++length) {
            for (; next < widths[i].first; ++next, ++length)
                objects.add(list, objects.number(default_width / 100));
            objects.add(list, number(widths[i].second));
        }
        objects.add(array, list);
    }
    return array;
}

/// The glyph of each code, two bytes each.
std::string glyph_map(const Program& program) {
    std::string map;
    for (std::uint16_t glyph : program.glyphs) append_big_endian(map, glyph, 2);
    return map;
}

}  // namespace

std::string to_unicode_cmap(const UsedFace& face) {
    constexpr std::size_t block = 100;  // entries a section, the format's limit
    std::string cmap =
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
    std::string bytes;
    const auto append_bytes = [&] {
        for (char byte : bytes) append_hex(cmap, byte);
        bytes.clear();
    };
    const std::size_t count = face.uses.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (i % block == 0) cmap += fmt::format("{} beginbfchar\n", std::min(block, count - i));
        cmap += '<';
        append_big_endian(bytes, face.program.codes[i], 2);
        append_bytes();
        cmap += "><";
        for (char32_t character : face.uses[i].text) append_utf16(bytes, character);
        append_bytes();
        cmap += ">\n";
        if (i % block == block - 1 || i == count - 1) cmap += "endbfchar\n";
    }
    return cmap + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend";
}

HPDF_Dict make_font(Objects& objects, const UsedFace& face, int font_compression,
                    int text_compression) {
    const Program& program = face.program;
    const bool cff = program.kind == Program::Kind::cff;
    HPDF_Dict file =
        objects.stream(deflate_common(program.name, program.bytes, font_compression), true);
    if (cff) {
        objects.put(file, "Subtype", objects.name("CIDFontType0C"));
    } else {
        objects.put(file, "Length1", objects.number(program.bytes.size()));
    }
    constexpr int symbolic = 4;  // not only characters of the Adobe standard Latin set
    HPDF_Dict descriptor = objects.indirect(objects.dict({
        {"Type", objects.name("FontDescriptor")},
        {"FontName", objects.name(program.name)},
        {"Flags", objects.number(symbolic)},
        {"FontBBox", objects.array({objects.number(program.left), objects.number(program.bottom),
                                    objects.number(program.right), objects.number(program.top)})},
        {"ItalicAngle", objects.number(0)},
        {"Ascent", objects.number(program.ascent)},
        {"Descent", objects.number(program.descent)},
        {"CapHeight", objects.number(program.cap_height)},
        {"StemV", objects.number(program.stem)},
        {cff ? "FontFile3" : "FontFile2", file},
    }));
    HPDF_Dict collection = objects.dict({{"Registry", objects.bytes("Adobe")},
                                         {"Ordering", objects.bytes("Identity")},
                                         {"Supplement", objects.number(0)}});
    HPDF_Dict descendant = objects.indirect(objects.dict({
        {"Type", objects.name("Font")},
        {"Subtype", objects.name(cff ? "CIDFontType0" : "CIDFontType2")},
        {"BaseFont", objects.name(program.name)},
        {"CIDSystemInfo", collection},
        {"FontDescriptor", descriptor},
        {"DW", objects.number(default_width / 100)},
        {"W", width_array(objects, face)},
    }));
    if (!cff && program.glyphs.empty())
        objects.put(descendant, "CIDToGIDMap", objects.name("Identity"));
    if (!program.glyphs.empty())
        objects.put(descendant, "CIDToGIDMap",
                    objects.stream(deflate(glyph_map(program), text_compression), true));
    return objects.indirect(objects.dict({
        {"Type", objects.name("Font")},
        {"Subtype", objects.name("Type0")},
        {"BaseFont", objects.name(program.name)},
        {"Encoding", objects.name("Identity-H")},
        {"DescendantFonts", objects.array({descendant})},
        {"ToUnicode",
         objects.stream(deflate_common(program.name, to_unicode_cmap(face), text_compression),
                        true)},
    }));
}

}  // namespace nianbao
