// Font files: what they say of themselves, and which of them are refused.
#include "font/fontconfig.hpp"
#include "font/made.hpp"
#include "fonts/roles.hpp"
#include "nianbao/failure.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace nianbao;

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
    const auto file = FontFile::open(free_set() / "NotoSerifCJK-Regular.ttc");
    CHECK(count_faces(*file) > 2);
    CHECK(read_names(*file, 2).postscript == "NotoSerifCJKsc-Regular");
    const auto& faces = free_fonts().faces();
    CHECK(faces.face(faces.chain(FontRole::table, false)[0]).index() == 2);
}

TEST_CASE("fontconfig is asked for names, and answers with no other face") {
    const Scratch folder;
    std::filesystem::create_directory(folder / "fonts");
    std::filesystem::create_symlink(free_set() / "FandolFang-Regular.otf", folder / "fonts/any.otf");
    const auto config = write_file(folder / "fonts.conf", "<?xml version=\"1.0\"?><fontconfig><dir>" + (folder / "fonts").string() + "</dir><cachedir>" +
                                                              (folder / "cache").string() + "</cachedir></fontconfig>");
    setenv("FONTCONFIG_FILE", config.c_str(), 1);
    const auto body = ask_fontconfig(candidates(FontRole::body)), title = ask_fontconfig(candidates(FontRole::title));
    unsetenv("FONTCONFIG_FILE");
    REQUIRE(body);
    CHECK(body->path == folder / "fonts/any.otf");
    CHECK(body->face->label == "FandolFang");
    CHECK_FALSE(title);
}

TEST_CASE("a file that cannot be used is refused with its path and the reason") {
    const Scratch folder;
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
        const auto path = write_file(folder / name, bytes);
        CHECK_THROWS_WITH_AS(choose(FontRole::body, path), fmt::format(fmt::runtime(reason), path.string()).c_str(), Failure);
    }
    const auto none = folder / "nowhere.ttf";
    CHECK_THROWS_WITH_AS(choose(FontRole::body, none), ("打不开字体文件 " + none.string() + "：没有这个文件").c_str(), Failure);
    CHECK_THROWS_WITH_AS(choose(FontRole::body, folder.folder()), ("打不开字体文件 " + folder.folder().string() + "：它不是普通文件").c_str(), Failure);
    const auto ttc = free_set() / "NotoSerifCJK-Regular.ttc";
    CHECK_THROWS_WITH_AS(choose(FontRole::body, ttc, 99), doctest::Contains("个字体，没有第 99 号（从 0 数起）"), Failure);
    for (unsigned permitted : {0x0U, 0x4U, 0x8U, 0x100U}) CHECK_NOTHROW(choose(FontRole::body, write_file(folder / "good.ttf", permitting(permitted))));
    CHECK_NOTHROW(choose(FontRole::body, write_file(folder / "old.ttf", permitting(0x6, 2))));  // the least restrictive of several held then
    CHECK_NOTHROW(choose(FontRole::body, write_file(folder / "em3.ttf", changed("head", 18, 16384))));
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
