// What font programs are put together of: CFF's indexes, metrics, names.
#include "font/made.hpp"
#include "font/program/cff.hpp"
#include "font/program/glyf.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

using namespace nianbao;

namespace {

/// The operators of a CFF's Top DICT, each with its last operand.
std::map<unsigned, unsigned> top_dict(const std::string& cff) {
    std::size_t at = 4;                        // behind the header
    at += 3 + 2 + number(cff, at + 4, 1) - 1;  // and the name's INDEX
    const std::size_t begin = at + 5, end = begin + number(cff, at + 4, 1) - 1;
    std::map<unsigned, unsigned> operators;
    unsigned operand = 0;
    for (std::size_t i = begin; i < end;) {
        const unsigned byte = number(cff, i, 1);
        if (byte == 0x1D) {
            operand = number(cff, i + 1, 4);
            i += 5;
        } else if (byte == 0x1E) {
            while ((number(cff, i, 1) & 15) != 15) ++i;
            ++i;
        } else {
            const unsigned bytes = byte == 12 ? 2 : 1;
            operators[number(cff, i, static_cast<int>(bytes))] = operand;
            i += bytes;
        }
    }
    return operators;
}

constexpr unsigned charstrings = 17, font_matrix = 12 << 8 | 7;

/// The bytes of an offset into so many bytes of charstrings. The last offset must lead
/// behind them.
unsigned offset_size(std::size_t data) {
    const std::string glyph(data - 1, '\x0E');  // .notdef has the byte that is missing
    const std::array<std::string_view, 1> glyphs = {glyph};
    const std::string cff = build_cff({.name = "A"}, glyphs);
    const std::size_t at = top_dict(cff).at(charstrings);
    CHECK(number(cff, at, 2) == 2);
    const unsigned size = number(cff, at + 2, 1);
    CHECK(number(cff, at + 3 + 2 * size, static_cast<int>(size)) == data + 1);
    return size;
}

std::string words(std::initializer_list<unsigned> values) {
    std::string bytes;
    for (const unsigned value : values)
        bytes += {static_cast<char>(value >> 8), static_cast<char>(value)};
    return bytes;
}

}  // namespace

TEST_CASE("offsets of a CFF's glyphs have as many bytes as the last one needs") {
    CHECK(offset_size(0xFE) == 1);
    CHECK(offset_size(0xFF) == 2);
    CHECK(offset_size(0xFFFE) == 2);
    CHECK(offset_size(0xFFFF) == 3);
    CHECK(offset_size(0xFFFFFE) == 3);
    CHECK(offset_size(0xFFFFFF) == 4);
}

TEST_CASE("a CFF has a matrix if its em is not 1000 units") {
    const std::array<std::string_view, 1> glyphs = {std::string_view("\x0E", 1)};
    const auto has_matrix = [&](int units) {
        return top_dict(build_cff({.name = "A", .units_per_em = units}, glyphs))
            .contains(font_matrix);
    };
    CHECK(has_matrix(500));
    CHECK_FALSE(has_matrix(1000));
    CHECK(has_matrix(2048));
}

TEST_CASE("glyphs behind the last metric are as wide as it says") {
    GlyfTables tables;  // three glyphs, two metrics, a short loca
    tables.glyf = words({1, 0, 0, 100, 100, 0});
    tables.loca = words({0, 0, 0, 6});
    tables.hmtx = words({1000, 1, 600, 2, 3});
    tables.head = std::string(54, '\0');
    tables.hhea = std::string(34, '\0') + words({2});
    tables.maxp = std::string(32, '\0');
    put(tables.maxp, 4, 3);
    const AddedGlyph added{2, 10, 700};
    REQUIRE(append_glyphs(tables, std::span(&added, 1)));
    CHECK(tables.hmtx == words({1000, 1, 600, 2, 600, 3, 700, 13}));
}

TEST_CASE("programs of faces of one name from two files have two names") {
    const Scratch folder;
    std::filesystem::create_directory(folder / "other");
    const auto name = [&](const char* file) {
        const Fonts fonts = choose(FontRole::latin, write_file(folder / file, liberation()));
        const FaceSet& faces = fonts.faces();
        const int index = faces.chain(FontRole::latin, false)[0];
        const GlyphUse one = use(faces, index, U'A');
        return make_program(faces, index, std::span(&one, 1)).name;
    };
    const std::string first = name("a.ttf");
    CHECK(first.substr(6) == "+LiberationSerif");
    CHECK(
        std::all_of(first.begin(), first.begin() + 6, [](char c) { return c >= 'A' && c <= 'Z'; }));
    CHECK(name("b.ttf") != first);
    CHECK(name("other/a.ttf") == first);
}
