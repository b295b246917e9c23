// The font room: which faces are found, which character is whose, and what is embedded.
#include "nianbao/fonts.hpp"

#include "font/chains.hpp"
#include "font/face.hpp"
#include "font/faces.hpp"
#include "font/fontconfig.hpp"
#include "font/program.hpp"
#include "font/subset.hpp"
#include "fonts/roles.hpp"
#include "nianbao/failure.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

using namespace nianbao;

namespace {

namespace fs = std::filesystem;

const fs::path free_set = fs::path(NIANBAO_SOURCE) / "fonts/free";

FontOptions only_free() { return {.chosen = {}, .folders = {}, .system = false}; }

const Fonts& fonts() {
    static const Fonts opened = Fonts::open(only_free());
    return opened;
}

std::string first_name(FontRole role, bool latin = false) { return fonts().faces().name(fonts().faces().chain(role, latin)[0]); }

/// A folder of its own, gone with the test.
struct Folder {
    fs::path path = [] {
        std::string name = (fs::temp_directory_path() / "nianbao-font-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()));
        return fs::path(name);
    }();
    ~Folder() { fs::remove_all(path); }

    fs::path write(const std::string& name, const std::string& bytes) const {
        std::ofstream(path / name, std::ios::binary) << bytes;
        return path / name;
    }
};

std::string read_file(const fs::path& path) {
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    return bytes.str();
}

unsigned number(const std::string& bytes, std::size_t at, int size) {
    unsigned value = 0;
    for (int i = 0; i < size; i++) value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    return value;
}

void put(std::string& bytes, std::size_t at, unsigned value) {
    bytes[at] = static_cast<char>(value >> 8);
    bytes[at + 1] = static_cast<char>(value);
}

/// Where a table's entry stands in the directory of a font that is no collection.
std::size_t entry_of(const std::string& bytes, std::string_view tag) {
    for (std::size_t at = 12; at < 12 + 16 * std::size_t{number(bytes, 4, 2)}; at += 16)
        if (bytes.compare(at, 4, tag) == 0) return at;
    FAIL("no table " << tag);
    return 0;
}
std::size_t table_of(const std::string& bytes, std::string_view tag) { return number(bytes, entry_of(bytes, tag) + 8, 4); }

std::string liberation() { return read_file(free_set / "LiberationSerif-Regular.ttf"); }

/// Liberation Serif with other permissions.
std::string permitting(unsigned fs_type, unsigned version = 4) {
    auto bytes = liberation();
    put(bytes, table_of(bytes, "OS/2"), version);
    put(bytes, table_of(bytes, "OS/2") + 8, fs_type);
    return bytes;
}

Fonts choose(FontRole role, const fs::path& file, int index = 0) {
    auto options = only_free();
    options.chosen.push_back({role, file, index});
    return Fonts::open(options);
}

GlyphUse use(const FaceSet& faces, int face, char32_t character, Trim trim = Trim::none) {
    const auto glyph = faces.face(face).glyph(character);
    REQUIRE(glyph);
    return {*glyph, trim, std::u32string(1, character)};
}

/// A bare CFF in an OpenType file, so that HarfBuzz can draw it.
struct Reopened {
    Folder folder;
    std::unique_ptr<Face> face;

    Reopened(const Program& program, int units_per_em, const std::vector<int>& advances) {
        hb_face_t* builder = hb_face_builder_create();
        auto add = [&](const char(&tag)[5], const std::string& bytes) {
            hb_blob_t* blob = hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr);
            hb_face_builder_add_table(builder, HB_TAG(tag[0], tag[1], tag[2], tag[3]), blob);
            hb_blob_destroy(blob);
        };
        const auto glyphs = static_cast<unsigned>(advances.size() + 1);
        std::string head(54, '\0'), maxp(6, '\0'), hhea(36, '\0'), hmtx(4, '\0');
        head[1] = 1;
        put(head, 12, 0x5F0F);
        put(head, 14, 0x3CF5);
        put(head, 18, static_cast<unsigned>(units_per_em));
        put(maxp, 2, 0x5000);
        put(maxp, 4, glyphs);
        hhea[1] = 1;
        put(hhea, 34, glyphs);
        for (int advance : advances) {
            std::string entry(4, '\0');
            put(entry, 0, static_cast<unsigned>(advance));
            hmtx += entry;
        }
        add("CFF ", program.bytes);
        add("head", head);
        add("maxp", maxp);
        add("hhea", hhea);
        add("hmtx", hmtx);
        add("cmap", std::string(4, '\0'));
        hb_blob_t* file = hb_face_reference_blob(builder);
        unsigned length = 0;
        const char* data = hb_blob_get_data(file, &length);
        const auto path = folder.write("built.otf", {data, length});
        hb_blob_destroy(file);
        hb_face_destroy(builder);
        face = std::make_unique<Face>(FontFile::open(path), 0);
    }
};

const std::u32string sample =
    U"政府信息公开工作年度报告根据《中华人民共和国条例》要求，现公布：“全文”（一）、二；三——四……1234567890%〔2024〕30号ABCxyz縣龍龜㎡〇";

}  // namespace

TEST_CASE("the free set serves every role") {
    CHECK(first_name(FontRole::title) == "NotoSerifCJKsc-Bold");
    CHECK(first_name(FontRole::body) == "FandolFang-Regular");
    CHECK(first_name(FontRole::heading1) == "FandolHei-Regular");
    CHECK(first_name(FontRole::heading2) == "FandolKai-Regular");
    CHECK(first_name(FontRole::table) == "NotoSerifCJKsc-Regular");
    CHECK(first_name(FontRole::latin) == "LiberationSerif");
}

TEST_CASE("digits and Latin letters beside the Han faces") {
    CHECK(first_name(FontRole::title, true) == "NotoSerifCJKsc-Bold");
    CHECK(first_name(FontRole::heading1, true) == "FandolHei-Regular");
    for (auto role : {FontRole::body, FontRole::heading2, FontRole::table}) CHECK(first_name(role, true) == "LiberationSerif");
    const auto& faces = fonts().faces();
    const auto han = faces.find(FontRole::body, U'年', true);  // the latin chain ends in the role's own
    CHECK(faces.name(han.face) == "FandolFang-Regular");
    CHECK(han.substituted);
}

TEST_CASE("a character that the first face lacks comes from the next, and is said to") {
    const auto& faces = fonts().faces();
    struct Case {
        FontRole role;
        char32_t character;
        const char* face;
        bool substituted;
    };
    for (const auto& [role, character, face, substituted] :
         {Case{FontRole::body, U'年', "FandolFang-Regular", false}, Case{FontRole::body, U'镕', "NotoSerifCJKsc-Regular", true},
          Case{FontRole::heading1, U'镕', "NotoSansCJKsc-Bold", true}, Case{FontRole::heading2, U'㎡', "NotoSerifCJKsc-Regular", true},
          Case{FontRole::table, U'𠮷', "NotoSerifCJKsc-Regular", false}, Case{FontRole::title, U'镕', "NotoSerifCJKsc-Bold", false}}) {
        const auto found = faces.find(role, character, false);
        REQUIRE(found.face >= 0);
        CHECK(faces.name(found.face) == face);
        CHECK(found.substituted == substituted);
        CHECK(found.glyph != 0);
    }
    CHECK(faces.find(FontRole::body, U'\U000E0100', false).face == -1);
    CHECK(faces.find(FontRole::body, U'\U0001F600', false).face == -1);
}

TEST_CASE("measures are in parts of the em") {
    const auto& faces = fonts().faces();
    const auto han = faces.find(FontRole::body, U'年', false);
    CHECK(faces.advance(han.face, han.glyph) == 65536);
    const auto comma = faces.find(FontRole::body, U'，', false);
    const auto ink = faces.ink(comma.face, comma.glyph);
    CHECK(ink.left > 0);
    CHECK(ink.right < 500);
    const auto space = faces.find(FontRole::latin, U' ', false);
    CHECK(faces.ink(space.face, space.glyph).left > faces.ink(space.face, space.glyph).right);
    const auto digit = faces.find(FontRole::latin, U'1', false);
    CHECK(faces.advance(digit.face, digit.glyph) == 32768);  // 1024 of 2048
    CHECK(faces.can_trim(comma.face));
    CHECK_FALSE(faces.can_trim(digit.face));
}

TEST_CASE("dashes are full ems in Chinese, and two of them touch") {
    const auto& faces = fonts().faces();
    for (auto role : {FontRole::title, FontRole::body, FontRole::table}) {
        const auto dash = faces.find(role, U'—', false);
        CHECK(faces.advance(dash.face, dash.glyph) == 65536);
    }
    const int fang = faces.chain(FontRole::body, false)[0], noto = faces.chain(FontRole::table, false)[0];
    CHECK_FALSE(faces.double_dash(fang));
    REQUIRE(faces.double_dash(noto));
    CHECK(faces.advance(noto, *faces.double_dash(noto)) == 131072);
}

TEST_CASE("names are matched without regard to case, families of upright faces only") {
    FaceNames names;
    names.family = {"宋体", "SimSun"};
    names.full = {"SimSun Bold"};
    names.postscript = "SimSun-Bold";
    CHECK(names.match("simsun"));
    CHECK(names.match("宋体"));
    CHECK_FALSE(names.match("SimSun-ExtB"));
    names.bold = true;
    CHECK_FALSE(names.match("SimSun"));
    CHECK(names.match("simsun bold"));
    CHECK(names.match("SIMSUN-BOLD"));
}

TEST_CASE("a face of a collection is found by its name") {
    const auto file = FontFile::open(free_set / "NotoSerifCJK-Regular.ttc");
    CHECK(count_faces(*file) > 2);
    CHECK(read_names(*file, 2).postscript == "NotoSerifCJKsc-Regular");
    const auto& faces = fonts().faces();
    CHECK(faces.face(faces.chain(FontRole::table, false)[0]).index() == 2);
}

TEST_CASE("a given folder comes before the free set, and its fonts are known by their names alone") {
    const Folder folder;
    fs::create_symlink(free_set / "FandolSong-Bold.otf", folder.path / "a.otf");
    fs::create_symlink(free_set / "FandolKai-Regular.otf", folder.path / "simfang.otf");  // its name tells otherwise
    folder.write("broken.ttf", "no font");
    folder.write("notes.txt", "no font either");
    auto options = only_free();
    options.folders = {folder.path};
    const auto with = Fonts::open(options);
    const auto& faces = with.faces();
    CHECK(faces.name(faces.chain(FontRole::title, false)[0]) == "FandolSong-Bold");
    CHECK(faces.name(faces.chain(FontRole::title, false)[1]) == "NotoSerifCJKsc-Bold");
    CHECK(faces.name(faces.chain(FontRole::body, false)[0]) == "FandolFang-Regular");
    CHECK(faces.face(faces.chain(FontRole::heading2, false)[0]).path() == folder.path / "simfang.otf");
    CHECK(with.describe().find("未用：字体文件 " + (folder.path / "broken.ttf").string() + " 不能用：不是 TrueType 或 OpenType 字体\n") != std::string::npos);
    options.folders = {folder.path / "none"};
    CHECK_THROWS_WITH_AS(Fonts::open(options), ("字体文件夹 " + (folder.path / "none").string() + " 不存在，或者不是文件夹").c_str(), Failure);
}

TEST_CASE("a chosen file is the first of its role's chain, whatever its name") {
    const auto chosen = choose(FontRole::body, free_set / "NotoSansCJK-Bold.ttc", 2);
    const auto& faces = chosen.faces();
    CHECK(faces.name(faces.chain(FontRole::body, false)[0]) == "NotoSansCJKsc-Bold");
    CHECK(faces.name(faces.chain(FontRole::body, false)[1]) == "FandolFang-Regular");
    CHECK(faces.name(faces.chain(FontRole::heading2, false)[0]) == "FandolKai-Regular");
}

namespace {

FontPlace free_place() {
    std::vector<std::string> passed;
    return search(only_free(), passed).back();
}

}  // namespace

TEST_CASE("a role without a face of its style is refused, with what to install; it is not set in another style") {
    auto place = free_place();
    std::erase_if(place.found, [](const Located& located) { return located.face->label == "FandolFang"; });
    FaceSet::Parts parts;
    parts.passed = {"字体文件 simfang.ttf 不能用：文件不完整"};
    CHECK_THROWS_WITH_AS(build_chains(parts, only_free(), {place}),
                         "没有正文（仿宋）可用的字体。请安装有授权的仿宋_GB2312、仿宋、方正仿宋_GBK、方正仿宋简体、华文仿宋，或自由字体 FandolFang"
                         "（FandolFang-Regular.otf，Debian 软件包 texlive-lang-chinese）；也可用 --font body=文件 或 --font-dir 文件夹 指明\n"
                         "  字体文件 simfang.ttf 不能用：文件不完整",
                         Failure);
}

TEST_CASE("a broken file of the free set is a Failure, one of the system's is passed over") {
    const Folder folder;
    auto place = free_place();
    for (auto& located : place.found)
        if (located.face->label == "Noto Serif CJK SC") located.path = folder.write("broken.ttc", "");
    FaceSet::Parts parts;
    const auto reason = "打不开字体文件 " + (folder.path / "broken.ttc").string() + "：文件是空的";
    CHECK_THROWS_WITH_AS(build_chains(parts, only_free(), {place}), reason.c_str(), Failure);

    place.kind = FontPlace::Kind::system;
    auto passing = std::make_unique<FaceSet::Parts>();
    build_chains(*passing, only_free(), {place});
    CHECK(passing->passed == std::vector{reason});
    const FaceSet faces(std::move(passing));
    CHECK(faces.name(faces.chain(FontRole::table, false)[0]) == "FandolSong-Regular");
    CHECK(faces.find(FontRole::body, U'镕', false).face == -1);
}

TEST_CASE("fontconfig is asked for names, and answers with no other face") {
    const Folder folder;
    fs::create_directory(folder.path / "fonts");
    fs::create_symlink(free_set / "FandolFang-Regular.otf", folder.path / "fonts/any.otf");
    const auto config = folder.write("fonts.conf", "<?xml version=\"1.0\"?><fontconfig><dir>" + (folder.path / "fonts").string() + "</dir><cachedir>" +
                                                       (folder.path / "cache").string() + "</cachedir></fontconfig>");
    setenv("FONTCONFIG_FILE", config.c_str(), 1);
    const auto body = ask_fontconfig(candidates(FontRole::body)), title = ask_fontconfig(candidates(FontRole::title));
    unsetenv("FONTCONFIG_FILE");
    REQUIRE(body);
    CHECK(body->path == folder.path / "fonts/any.otf");
    CHECK(body->face->label == "FandolFang");
    CHECK_FALSE(title);
}

TEST_CASE("a file that cannot be used is refused with its path and the reason") {
    const Folder folder;
    const auto whole = liberation();
    auto without = [&](std::string_view tag) {
        auto bytes = whole;
        bytes[entry_of(bytes, tag)] = '?';
        return bytes;
    };
    auto changed = [&](std::string_view tag, std::size_t at, unsigned value) {
        auto bytes = whole;
        put(bytes, table_of(bytes, tag) + at, value);
        return bytes;
    };
    std::string noise;
    for (unsigned i = 0, value = 1; i < 4096; i++) noise += static_cast<char>((value = value * 1664525 + 1013904223) >> 24);
    struct Case {
        const char* name;
        std::string bytes;
        const char* reason;
    };
    for (const auto& [name, bytes, reason] : {
             Case{"empty.ttf", "", "打不开字体文件 {}：文件是空的"},
             Case{"short.ttf", "OTTO", "字体文件 {} 不能用：不是 TrueType 或 OpenType 字体"},
             Case{"noise.ttf", noise, "字体文件 {} 不能用：不是 TrueType 或 OpenType 字体"},
             Case{"magic.ttf", "wOF2" + whole.substr(4), "字体文件 {} 不能用：不是 TrueType 或 OpenType 字体"},
             Case{"cut.ttf", whole.substr(0, whole.size() / 2), "字体文件 {} 不能用：文件不完整"},
             Case{"header.ttf", whole.substr(0, 40), "字体文件 {} 不能用：文件不完整"},
             Case{"outline.ttf", without("glyf"), "字体文件 {} 不能用：没有字形轮廓（缺少表 glyf 或 CFF）"},
             Case{"loca.ttf", without("loca"), "字体文件 {} 不能用：缺少表 loca"},
             Case{"cmap.ttf", without("cmap"), "字体文件 {} 不能用：缺少表 cmap"},
             Case{"em.ttf", changed("head", 18, 15), "字体文件 {} 不能用：每 em 单位数 15 不在 16 到 16384 之间"},
             Case{"em2.ttf", changed("head", 18, 16385), "字体文件 {} 不能用：每 em 单位数 16385 不在 16 到 16384 之间"},
             Case{"none.ttf", changed("maxp", 4, 0), "字体文件 {} 不能用：一个字形也没有"},
             Case{"restricted.ttf", permitting(0x2), "字体文件 {} 不能用：字体的许可不允许嵌入文件（OS/2 fsType 2）"},
             Case{"both.ttf", permitting(0x6, 3), "字体文件 {} 不能用：字体的许可不允许嵌入文件（OS/2 fsType 6）"},
             Case{"bitmap.ttf", permitting(0x204), "字体文件 {} 不能用：字体的许可只允许嵌入点阵（OS/2 fsType 516）"},
         }) {
        const auto path = folder.write(name, bytes);
        CHECK_THROWS_WITH_AS(choose(FontRole::body, path), fmt::format(fmt::runtime(reason), path.string()).c_str(), Failure);
    }
    const auto none = folder.path / "nowhere.ttf";
    CHECK_THROWS_WITH_AS(choose(FontRole::body, none), ("打不开字体文件 " + none.string() + "：没有这个文件").c_str(), Failure);
    CHECK_THROWS_WITH_AS(choose(FontRole::body, folder.path), ("打不开字体文件 " + folder.path.string() + "：它不是普通文件").c_str(), Failure);
    const auto ttc = free_set / "NotoSerifCJK-Regular.ttc";
    CHECK_THROWS_WITH_AS(choose(FontRole::body, ttc, 99), doctest::Contains("个字体，没有第 99 号（从 0 数起）"), Failure);
    for (unsigned permitted : {0x0U, 0x4U, 0x8U, 0x100U}) CHECK_NOTHROW(choose(FontRole::body, folder.write("good.ttf", permitting(permitted))));
    CHECK_NOTHROW(choose(FontRole::body, folder.write("old.ttf", permitting(0x6, 2))));  // the least restrictive of several held then
    CHECK_NOTHROW(choose(FontRole::body, folder.write("em3.ttf", changed("head", 18, 16384))));
}

TEST_CASE("CFF that may not be subset is refused") {
    FaceFacts facts;
    facts.embedding = 0x100;
    facts.outlines = Outlines::glyf;
    CHECK(embedding_refusal(facts).empty());
    CHECK(embedding_words(facts) == "可安装，须整个嵌入（256）");
    facts.outlines = Outlines::cff;
    CHECK(embedding_refusal(facts) == "字体的许可不允许只嵌入一部分字形，而这种格式不能整个嵌入（OS/2 fsType 256）");
}

TEST_CASE("drawn programs have the source's outlines and widths") {
    const auto& faces = fonts().faces();
    for (auto role : all_font_roles) {
        const int index = faces.chain(role, false)[0];
        const Face& source = faces.face(index);
        if (!source.drawn()) continue;
        std::vector<GlyphUse> uses;
        for (char32_t c : sample)
            if (source.glyph(c)) uses.push_back(use(faces, index, c));
        std::sort(uses.begin(), uses.end());
        uses.erase(std::unique(uses.begin(), uses.end()), uses.end());
        const auto program = make_program(faces, index, uses);
        CHECK(program.name.substr(7) == source.name());
        CHECK(program.bytes == make_program(faces, index, uses).bytes);
        std::vector<int> advances;
        for (const auto& one : uses) advances.push_back(source.advance(one.glyph));
        const Reopened built(program, source.facts().units_per_em, advances);
        REQUIRE(uses.size() > 60);
        for (std::size_t i = 0; i < uses.size(); i++) {
            CHECK(program.codes[i] == i + 1);
            CHECK(program.widths[i] == source.advance(uses[i].glyph) * 100);
            CHECK(draw_outline(*built.face, program.codes[i]) == draw_outline(source, uses[i].glyph));
        }
    }
}

TEST_CASE("trimmed glyphs are half an em wide and keep their ink") {
    const auto& faces = fonts().faces();
    const int index = faces.chain(FontRole::body, false)[0];
    const Face& source = faces.face(index);
    std::vector<GlyphUse> uses = {use(faces, index, U'，', Trim::right), use(faces, index, U'，'), use(faces, index, U'（', Trim::left),
                                  use(faces, index, U'（')};
    std::sort(uses.begin(), uses.end());
    const auto program = make_program(faces, index, uses);
    const Reopened built(program, 1000, {500, 1000, 500, 1000});
    for (std::size_t i = 0; i < uses.size(); i++) {
        auto expected = draw_outline(source, uses[i].glyph);
        if (uses[i].trim == Trim::left) {
            for (auto& segment : expected) {
                segment.x -= 500 * 65536;
                if (segment.kind != Segment::Kind::curve) continue;
                segment.x1 -= 500 * 65536;
                segment.x2 -= 500 * 65536;
            }
        }
        CHECK(draw_outline(*built.face, program.codes[i]) == expected);
        CHECK(program.widths[i] == (uses[i].trim == Trim::none ? 100'000 : 50'000));
    }
}

TEST_CASE("charstrings keep to the format") {
    using enum Segment::Kind;
    auto at = [](double units) { return static_cast<std::int32_t>(units * 65536); };
    auto hex = [](const std::string& bytes) {
        std::string text;
        for (char c : bytes) text += fmt::format("{:02x}", static_cast<unsigned char>(c));
        return text;
    };
    CHECK(hex(encode_type2({}, std::nullopt)) == "0e");
    CHECK(hex(encode_type2({}, 0)) == "8b0e");
    CHECK(hex(encode_type2({}, 108)) == "f7000e");
    CHECK(hex(encode_type2({}, -1132)) == "1cfb940e");
    // Moves along an axis, by both; lines by turns along the axes; slanted lines; a fraction.
    const Segment shapes[] = {{.kind = move, .x = at(10), .y = 0},      {.kind = line, .x = at(20), .y = 0},       {.kind = line, .x = at(20), .y = at(5)},
                              {.kind = move, .x = at(20), .y = at(6)},  {.kind = line, .x = at(21), .y = at(8)},   {.kind = line, .x = at(22), .y = at(9)},
                              {.kind = move, .x = at(23), .y = at(10)}, {.kind = line, .x = at(23.5), .y = at(11)}};
    CHECK(hex(encode_type2(shapes, std::nullopt)) ==
          "9516"
          "959006"
          "8c04"
          "8c8d8c8c05"
          "8c8c15"
          "ff000080008c05"
          "0e");
    // A run of curves never has more than 48 operands: 8 curves of 6.
    std::vector<Segment> curves = {{.kind = move, .x = at(1), .y = at(1)}};
    for (int i = 1; i <= 9; i++) curves.push_back({.kind = curve, .x1 = at(i), .y1 = at(i), .x2 = at(i), .y2 = at(i), .x = at(i), .y = at(i)});
    const auto code = encode_type2(curves, std::nullopt);
    CHECK(code.size() == 3 + 8 * 6 + 1 + 6 + 1 + 1);
    CHECK(code[3 + 48] == 8);
    CHECK(code[3 + 48 + 1 + 6] == 8);
}

TEST_CASE("TrueType faces are subset, with one more code for a second text") {
    const auto& faces = fonts().faces();
    const int index = faces.chain(FontRole::latin, false)[0];
    std::vector<GlyphUse> uses = {use(faces, index, U'A'), use(faces, index, U'é'), use(faces, index, U'1')};
    uses.push_back({uses[0].glyph, Trim::none, U"Α"});
    std::sort(uses.begin(), uses.end());
    const auto program = make_program(faces, index, uses);
    CHECK(program.kind == Program::Kind::glyf);
    CHECK(program.name.substr(7) == "LiberationSerif");
    CHECK(program.bytes.size() < 4'000);
    const Folder folder;
    std::vector<std::uint16_t> codes = program.codes;
    std::sort(codes.begin(), codes.end());
    CHECK(std::adjacent_find(codes.begin(), codes.end()) == codes.end());
    REQUIRE(program.glyphs.size() == codes.back() + 1U);
    for (std::size_t i = 0; i < uses.size(); i++)
        CHECK(program.widths[i] == (static_cast<std::int64_t>(faces.face(index).advance(uses[i].glyph)) * 100'000 + 1024) / 2048);
    for (const char* tag : {"glyf", "loca", "hmtx", "head", "hhea", "maxp"}) entry_of(program.bytes, tag);
    CHECK(number(program.bytes, 4, 2) == 6);
    // Without a second text code and glyph are the same.
    uses = {use(faces, index, U'A')};
    CHECK(make_program(faces, index, uses).glyphs.empty());
}

TEST_CASE("a face that may not be subset is embedded whole") {
    const Folder folder;
    const auto whole = choose(FontRole::latin, folder.write("whole.ttf", permitting(0x100)));
    const auto& faces = whole.faces();
    const int index = faces.chain(FontRole::latin, false)[0];
    const auto one = use(faces, index, U'A');
    const auto program = make_program(faces, index, std::span(&one, 1));
    CHECK(program.name == "LiberationSerif");
    CHECK(program.codes[0] == one.glyph);
    CHECK(program.bytes.size() > 350'000);
}

TEST_CASE("a glyph that cannot be drawn is refused, not left blank") {
    const auto& faces = fonts().faces();
    const int body = faces.chain(FontRole::body, false)[0], latin = faces.chain(FontRole::latin, false)[0];
    const GlyphUse beyond{60'000, Trim::none, U"年"};
    CHECK_THROWS_WITH_AS(make_program(faces, body, std::span(&beyond, 1)),
                         "U+5E74 画不出来：字体 FandolFang-Regular（FandolFang-Regular.otf）的第 60000 号字形不存在：它只有 10365 个字形", Failure);
    CHECK_THROWS_WITH_AS(make_program(faces, latin, std::span(&beyond, 1)), doctest::Contains("字体 LiberationSerif（LiberationSerif-Regular.ttf）"), Failure);
    auto blank = use(faces, body, U' ');
    CHECK_NOTHROW(make_program(faces, body, std::span(&blank, 1)));
    blank.text = U"年";
    CHECK_THROWS_WITH_AS(make_program(faces, body, std::span(&blank, 1)),
                         "字体 FandolFang-Regular（FandolFang-Regular.otf）里 U+5E74 的字形是空白的：字体文件是坏的，或者没有真正收这个字", Failure);
    // The outlines overwritten: HarfBuzz draws nothing and says nothing.
    auto bytes = read_file(free_set / "FandolFang-Regular.otf");
    const auto cff = table_of(bytes, "CFF ");
    bytes.replace(cff + 4, 4'000, std::string(4'000, '\xFF'));
    const Folder folder;
    const auto broken = choose(FontRole::body, folder.write("broken.otf", bytes));
    const int index = broken.faces().chain(FontRole::body, false)[0];
    const auto year = use(broken.faces(), index, U'年');
    CHECK_THROWS_WITH_AS(make_program(broken.faces(), index, std::span(&year, 1)),
                         "U+5E74 画不出来：字体 FandolFang-Regular（broken.otf）的第 2893 号字形的轮廓是坏的", Failure);
}

TEST_CASE("many threads draw from one face and find in one chain") {
    const auto opened = Fonts::open(only_free());  // nothing drawn, no stand-in open yet
    std::array<std::string, 4> made;
    {
        std::vector<std::jthread> threads;
        for (auto& bytes : made)
            threads.emplace_back([&] {
                const auto& faces = opened.faces();
                std::vector<GlyphUse> uses;
                const auto found = faces.find(FontRole::body, U'镕', false);
                for (char32_t c : sample)
                    if (const auto glyph = faces.face(found.face).glyph(c)) uses.push_back({*glyph, Trim::none, std::u32string(1, c)});
                std::sort(uses.begin(), uses.end());
                uses.erase(std::unique(uses.begin(), uses.end()), uses.end());
                bytes = make_program(faces, found.face, uses).bytes;
            });
    }
    CHECK(made[0].size() > 10'000);
    for (const auto& bytes : made) CHECK(bytes == made[0]);
}

TEST_CASE("what serves each role is told line by line, with the characters a face lacks") {
    Paragraph paragraph;
    paragraph.texts.push_back({FontRole::body, U"年镕2024\U000E0101", {}});
    std::vector<Document> documents(1);
    documents[0].blocks.emplace_back(paragraph);
    const auto lines = fonts().describe(documents);
    const auto folder = free_set.string();
    CHECK(lines.find("正文（仿宋）  --font body\n"
                     "  首选  FandolFang-Regular      CFF       可编辑（8）  " +
                     folder +
                     "/FandolFang-Regular.otf\n"
                     "  替补  NotoSerifCJKsc-Regular  CFF 集合  可安装（0）  " +
                     folder +
                     "/NotoSerifCJK-Regular.ttc#2\n"
                     "  缺字  \U000E0101（U+E0101）：哪个字体都没有\n"
                     "  缺字  镕（U+9555）：用 NotoSerifCJKsc-Regular\n"
                     "一级标题（黑体）") != std::string::npos);
    CHECK(lines.find("数字和西文  --font latin\n  首选  LiberationSerif         TrueType  可安装（0）  ") != std::string::npos);
}
