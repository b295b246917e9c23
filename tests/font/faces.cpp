// The font room: which faces are found, and which character is whose.
#include "nianbao/fonts.hpp"

#include "font/chains.hpp"
#include "font/made.hpp"
#include "fonts/roles.hpp"
#include "nianbao/failure.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace nianbao;

namespace {

FontPlace free_place() {
    std::vector<std::string> passed;
    return search(only_free(), passed).back();
}

}  // namespace

TEST_CASE("the free set serves every role") {
    const auto& faces = free_fonts().faces();
    CHECK(first_name(faces, FontRole::title) == "NotoSerifCJKsc-Bold");
    CHECK(first_name(faces, FontRole::body) == "FandolFang-Regular");
    CHECK(first_name(faces, FontRole::heading1) == "FandolHei-Regular");
    CHECK(first_name(faces, FontRole::heading2) == "FandolKai-Regular");
    CHECK(first_name(faces, FontRole::table) == "NotoSerifCJKsc-Regular");
    CHECK(first_name(faces, FontRole::latin) == "LiberationSerif");
}

TEST_CASE("digits and Latin letters beside the Han faces") {
    const auto& faces = free_fonts().faces();
    CHECK(first_name(faces, FontRole::title, true) == "NotoSerifCJKsc-Bold");
    CHECK(first_name(faces, FontRole::heading1, true) == "FandolHei-Regular");
    for (auto role : {FontRole::body, FontRole::heading2, FontRole::table})
        CHECK(first_name(faces, role, true) == "LiberationSerif");
    const auto han = faces.find(FontRole::body, U'年',
                                true);  // the latin chain ends in the role's own
    CHECK(faces.name(han.face) == "FandolFang-Regular");
    CHECK(han.substituted);
}

TEST_CASE("a character that the first face lacks comes from the next, and is said to") {
    const auto& faces = free_fonts().faces();
    struct Case {
        FontRole role;
        char32_t character;
        const char* face;
        bool substituted;
    };
    for (const auto& [role, character, face, substituted] :
         {Case{FontRole::body, U'年', "FandolFang-Regular", false},
          Case{FontRole::body, U'镕', "UKaiCN", true},
          Case{FontRole::body, U'𠮷', "NotoSerifCJKsc-Regular", true},
          Case{FontRole::heading1, U'镕', "NotoSansCJKsc-Bold", true},
          Case{FontRole::heading2, U'镕', "UKaiCN", true},
          Case{FontRole::heading2, U'㎡', "NotoSerifCJKsc-Regular", true},
          Case{FontRole::heading2, U'㙍', "NotoSerifCJKsc-Regular", true},
          Case{FontRole::table, U'𠮷', "NotoSerifCJKsc-Regular", false},
          Case{FontRole::title, U'镕', "NotoSerifCJKsc-Bold", false}}) {
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
    const auto& faces = free_fonts().faces();
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
    CHECK(faces.can_trim(digit.face));
}

TEST_CASE("dashes are full ems in Chinese") {
    const auto& faces = free_fonts().faces();
    for (auto role : {FontRole::title, FontRole::body, FontRole::table}) {
        const auto dash = faces.find(role, U'—', false);
        CHECK(faces.advance(dash.face, dash.glyph) == 65536);
    }
}

TEST_CASE(
    "a given folder comes before the free set, and its fonts are known by their names alone") {
    const Scratch folder;
    std::filesystem::create_symlink(free_set() / "FandolSong-Bold.otf", folder / "a.otf");
    std::filesystem::create_symlink(free_set() / "FandolKai-Regular.otf",
                                    folder / "simfang.otf");  // its name tells otherwise
    write_file(folder / "broken.ttf", "no font");
    write_file(folder / "notes.txt", "no font either");
    auto options = only_free();
    options.folders = {folder.folder()};
    const auto with = Fonts::open(options);
    const auto& faces = with.faces();
    CHECK(faces.name(faces.chain(FontRole::title, false)[0]) == "FandolSong-Bold");
    CHECK(faces.name(faces.chain(FontRole::title, false)[1]) == "NotoSerifCJKsc-Bold");
    CHECK(faces.name(faces.chain(FontRole::body, false)[0]) == "FandolFang-Regular");
    CHECK(faces.face(faces.chain(FontRole::heading2, false)[0]).path() == folder / "simfang.otf");
    CHECK(with.describe().find("未用：字体文件 " + (folder / "broken.ttf").string() +
                               " 不能用：不是 TrueType 或 OpenType 字体\n") != std::string::npos);
    options.folders = {folder / "none"};
    CHECK_THROWS_WITH_AS(
        Fonts::open(options),
        ("字体文件夹 " + (folder / "none").string() + " 不存在，或者不是文件夹").c_str(), Failure);
}

TEST_CASE(
    "the system's folders and the free set are one place: the better face first, the system's file of the same face") {
    const Scratch scratch;
    for (const char* folder : {"given", "system", "free"})
        std::filesystem::create_directory(scratch / folder);
    const auto lay = [&](const char* folder, const char* file) {
        std::filesystem::create_symlink(free_set() / file, scratch / folder / file);
    };
    for (const char* file :
         {"FandolFang-Regular.otf", "FandolKai-Regular.otf", "FandolHei-Regular.otf",
          "FandolSong-Bold.otf", "NotoSerifCJK-Regular.ttc"})
        lay("free", file);
    for (const char* file :
         {"NotoSansCJK-Bold.ttc", "NotoSerifCJK-Bold.ttc", "FandolKai-Regular.otf"})
        lay("system", file);
    const auto chains_of = [&](const std::vector<FontPlace>& places) {
        auto parts = std::make_unique<FaceSet::Parts>();
        build_chains(*parts, only_free(), places);
        return std::make_unique<const FaceSet>(std::move(parts));
    };
    std::vector<std::string> passed;
    const auto place = [&](FontPlace::Kind kind, const char* folder) {
        return locate(kind, std::vector{scratch / folder}, passed);
    };
    const auto faces =
        chains_of({place(FontPlace::Kind::system, "system"), place(FontPlace::Kind::free, "free")});
    CHECK(first_name(*faces, FontRole::heading1) ==
          "FandolHei-Regular");  // not the Noto Sans that is installed
    CHECK(first_name(*faces, FontRole::title) ==
          "NotoSerifCJKsc-Bold");  // installed, and better than the free set's FandolSong
    const auto path_of = [](const FaceSet& of, FontRole role) {
        return of.face(of.chain(role, false)[0]).path();
    };
    CHECK(path_of(*faces, FontRole::heading2) == scratch / "system/FandolKai-Regular.otf");

    // A licensed face that is installed goes before both; a given folder before that, be
    // its face a lesser one.
    write_file(scratch / "system/simfang.ttf", named(liberation(), {{.text = utf16("仿宋")}}));
    write_file(scratch / "system/simhei.ttf", named(liberation(), {{.text = utf16("黑体")}}));
    lay("given", "NotoSansCJK-Bold.ttc");
    const auto given = place(FontPlace::Kind::folder, "given"),
               installed = place(FontPlace::Kind::system, "system"),
               free = place(FontPlace::Kind::free, "free");
    const auto with = chains_of({given, installed, free});
    CHECK(path_of(*with, FontRole::body) == scratch / "system/simfang.ttf");
    CHECK(path_of(*with, FontRole::heading1) == scratch / "given/NotoSansCJK-Bold.ttc");
    CHECK(with->face(with->chain(FontRole::heading1, false)[1]).path() ==
          scratch / "system/simhei.ttf");
    CHECK(passed.empty());

    // A broken file of the system does not hide the free set's of the same face.
    std::filesystem::remove(scratch / "system/FandolKai-Regular.otf");
    write_file(scratch / "system/FandolKai-Regular.otf", "no font");
    CHECK(path_of(*chains_of({installed, free}), FontRole::heading2) ==
          scratch / "free/FandolKai-Regular.otf");
}

TEST_CASE(
    "of a chosen collection the face that is known for the role, else the first; or the one that is numbered") {
    const auto name_of = [](FontRole role, const char* file, int index) {
        const Fonts chosen = choose(role, free_set() / file, index);
        return first_name(chosen.faces(), role);
    };
    CHECK(name_of(FontRole::title, "NotoSerifCJK-Bold.ttc", FontOptions::by_name) ==
          "NotoSerifCJKsc-Bold");
    CHECK(name_of(FontRole::title, "NotoSerifCJK-Bold.ttc", 0) == "NotoSerifCJKjp-Bold");
    CHECK(name_of(FontRole::heading2, "NotoSerifCJK-Bold.ttc", FontOptions::by_name) ==
          "NotoSerifCJKjp-Bold");
}

TEST_CASE("a chosen file is the first of its role's chain, whatever its name") {
    const auto chosen = choose(FontRole::body, free_set() / "NotoSansCJK-Bold.ttc", 2);
    const auto& faces = chosen.faces();
    CHECK(faces.name(faces.chain(FontRole::body, false)[0]) == "NotoSansCJKsc-Bold");
    CHECK(faces.name(faces.chain(FontRole::body, false)[1]) == "FandolFang-Regular");
    CHECK(faces.name(faces.chain(FontRole::heading2, false)[0]) == "FandolKai-Regular");
}

TEST_CASE(
    "a role without a face of its style is refused, with what to install; it is not set in another style") {
    auto place = free_place();
    std::erase_if(place.found,
                  [](const Located& located) { return located.face->label == "FandolFang"; });
    FaceSet::Parts parts;
    parts.passed = {"字体文件 simfang.ttf 不能用：文件不完整"};
    CHECK_THROWS_WITH_AS(
        build_chains(parts, only_free(), {place}),
        "没有正文（仿宋）可用的字体。请安装有授权的仿宋_GB2312、仿宋、方正仿宋_GBK、方正仿宋简体、华文仿宋，或自由字体 FandolFang"
        "（FandolFang-Regular.otf，Debian 软件包 texlive-lang-chinese）\n"
        "  字体文件 simfang.ttf 不能用：文件不完整",
        Failure);
}

TEST_CASE("all roles without a face are told at once") {
    FaceSet::Parts parts;
    const auto told = [&] {
        try {
            build_chains(parts, only_free(), {});
        } catch (const Failure& failure) {
            return std::string(failure.what());
        }
        return std::string();
    }();
    CHECK(std::count(told.begin(), told.end(), '\n') ==
          4);  // five lines; the Latin role has the body's face
    for (const char* role :
         {"没有标题（小标宋）可用的字体。请安装有授权的方正小标宋简体、",
          "\n没有正文（仿宋）可用的字体。", "\n没有一级标题（黑体）可用的字体。",
          "\n没有二级标题（楷体）可用的字体。", "\n没有表格（宋体）可用的字体。"})
        CHECK_MESSAGE(told.find(role) != std::string::npos, told);
}

TEST_CASE("a broken file of the free set is a Failure, one of the system's is passed over") {
    const Scratch folder;
    auto place = free_place();
    for (auto& located : place.found)
        if (located.face->label == "Noto Serif CJK SC")
            located.path = write_file(folder / "broken.ttc", "");
    FaceSet::Parts parts;
    const auto reason = "打不开字体文件 " + (folder / "broken.ttc").string() + "：文件是空的";
    CHECK_THROWS_WITH_AS(build_chains(parts, only_free(), {place}), reason.c_str(), Failure);

    place.kind = FontPlace::Kind::system;
    auto passing = std::make_unique<FaceSet::Parts>();
    build_chains(*passing, only_free(), {place});
    CHECK(passing->passed == std::vector{reason});
    const FaceSet faces(std::move(passing));
    CHECK(faces.name(faces.chain(FontRole::table, false)[0]) == "FandolSong-Regular");
    CHECK(faces.name(faces.find(FontRole::body, U'镕', false).face) == "UKaiCN");
    CHECK(faces.find(FontRole::body, U'𠮷', false).face == -1);
}

TEST_CASE("what serves each role is told line by line, with the characters a face lacks") {
    const auto lines = free_fonts().describe({{FontRole::body, U"年镕2024\U000E0101"}});
    const auto folder = free_set().string();
    CHECK(
        lines.find(
            "正文（仿宋）  body\n"
            "  首选  FandolFang-Regular      FandolFang R       CFF            可编辑（8）  " +
            folder +
            "/FandolFang-Regular.otf\n"
            "  替补  UKaiCN                  AR PL UKai CN      TrueType 集合  可安装（0）  " +
            folder +
            "/ukai.ttc#0\n"
            "  替补  NotoSerifCJKsc-Regular  Noto Serif CJK SC  CFF 集合       可安装（0）  " +
            folder +
            "/NotoSerifCJK-Regular.ttc#2\n"
            "  缺字  \U000E0101（U+E0101）：哪个字体都没有\n"
            "  缺字  镕（U+9555）：用 UKaiCN\n"
            "  建议  用的是自由字体；可安装有授权的标准字体：仿宋_GB2312、仿宋、方正仿宋_GBK、方正仿宋简体、华文仿宋\n"
            "  建议  安装收有缺字的字体，例如 霞鹜文楷 Light（软件包 fonts-lxgw-wenkai），或者为 body 指定字体文件\n"
            "一级标题（黑体）") != std::string::npos);
    CHECK(
        lines.find(
            "数字和西文  latin\n  首选  LiberationSerif         Liberation Serif   TrueType       可安装（0）  ") !=
        std::string::npos);
}
