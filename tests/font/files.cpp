// Font files: what they say of themselves, and which of them are refused.
#include "font/fontconfig.hpp"
#include "font/made.hpp"
#include "font/name_text.hpp"
#include "font/search.hpp"
#include "fonts/roles.hpp"
#include "nianbao/failure.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

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

TEST_CASE("bold and italic faces are known by the table head, and not by their family") {
    struct Style {
        unsigned mac_style;
        bool bold, italic;
    };
    const Scratch scratch;
    std::string font = named(subset_of(liberation(), U"A"),
                             {{.text = utf16("仿宋")}, {.id = 4, .text = utf16("仿宋甲")}});
    for (const Style& style : {Style{0, false, false},
                               {1, true, false},
                               {2, false, true},
                               {3, true, true},
                               {4, false, false}}) {
        CAPTURE(style.mac_style);
        put(font, table_of(font, "head") + 44, style.mac_style);
        const FaceNames names = read_names(*FontFile::open(write_file(scratch / "a.ttf", font)), 0);
        CHECK(names.bold == style.bold);
        CHECK(names.italic == style.italic);
        CHECK(names.match("仿宋") == !(style.bold || style.italic));
        CHECK(names.match("仿宋甲"));
    }
}

TEST_CASE("a face is known by its names in every language, platform and encoding") {
    const auto font = subset_of(liberation(), U"A");
    const Scratch scratch;
    const auto named_so = [&](const NameRecord& record) {
        const auto file = FontFile::open(write_file(scratch / "any.ttf", named(font, {record})));
        for (auto role : all_font_roles)
            for (const auto& candidate : candidates(role))
                if (index_of(*file, *candidate.face)) return std::string(candidate.face->label);
        return std::string("none");
    };
    const std::string fangsong_gbk = "\xB7\xC2\xCB\xCE", kaiti_gbk = "\xBF\xAC\xCC\xE5";
    CHECK(named_so({3, 1, 0x0804, 1, utf16("仿宋")}) == "仿宋");
    CHECK(named_so({3, 1, 0x0409, 1, utf16("FangSong")}) == "仿宋");
    CHECK(named_so({3, 1, 0x0404, 4, utf16("仿宋_GB2312")}) == "仿宋_GB2312");
    CHECK(named_so({3, 1, 0x0409, 16, utf16("KaiTi")}) == "楷体");
    CHECK(named_so({3, 1, 0x0409, 6, utf16("FZXBSJW--GB1-0")}) == "方正小标宋简体");
    CHECK(named_so({3, 0, 0x0409, 1, utf16("simhei")}) == "黑体");
    CHECK(named_so({3, 10, 0x0409, 1, utf16("SimSun")}) == "宋体");
    CHECK(named_so({3, 3, 0x0804, 1, utf16("仿宋")}) == "仿宋");  // as the book says
    CHECK(named_so({3, 3, 0x0804, 1, fangsong_gbk}) == "仿宋");   // as old fonts have it
    CHECK(named_so(
              {3, 3, 0x0804, 1, fangsong_gbk + std::string("\0_\0G\0B\0002\0003\0001\0002", 14)}) ==
          "仿宋_GB2312");
    CHECK(named_so({1, 25, 33, 1, kaiti_gbk}) == "楷体");
    CHECK(named_so({1, 25, 33, 4, kaiti_gbk + "_GB2312"}) == "楷体_GB2312");
    CHECK(named_so({1, 0, 0, 4, "STZhongsong"}) == "华文中宋");
    CHECK(named_so({0, 3, 0, 1, utf16("华文仿宋")}) == "华文仿宋");
    CHECK(named_so({2, 1, 0, 1, utf16("黑体")}) == "黑体");
    CHECK(named_so({3, 4, 0x0404, 1, "\xA5\xE9\xA7\xBA"}) == "none");  // Big5 is not read
    CHECK(named_so({3, 1, 0x0804, 2, utf16("仿宋")}) == "none");       // the name of a style
    CHECK(named_so({1, 25, 33, 1, "\xB7\xC2\xCB"}) == "none");
}

TEST_CASE(
    "every character of the known faces' names is read from the old encoding of the mainland") {
    // The table's codes, checked against another: iconv's.
    for (auto role : all_font_roles)
        for (const auto& candidate : candidates(role))
            for (auto name : candidate.face->names) {
                const Run run =
                    ::run({"iconv", "-f", "UTF-8", "-t", "GBK"}, {.input = std::string(name)});
                REQUIRE(run.exit == 0);
                CHECK(name_texts(1, 25, run.out).back() == name);
                CHECK(name_texts(3, 3, run.out).back() == name);
            }
}

TEST_CASE("the family is shown in Simplified Chinese where the file has it so") {
    const Scratch scratch;
    const auto shown = [&](const std::vector<NameRecord>& names) {
        return read_names(
                   *FontFile::open(write_file(scratch / "simfang.ttf", named(liberation(), names))),
                   0)
            .shown;
    };
    CHECK(shown({{3, 1, 0x0409, 1, utf16("FangSong")},
                 {3, 1, 0x0804, 1, utf16("仿宋")},
                 {3, 1, 0x0411, 1, utf16("別")}}) == "仿宋");
    CHECK(shown({{3, 1, 0x0409, 1, utf16("FangSong")}}) == "FangSong");
    CHECK(shown({}) == "simfang");
}

TEST_CASE("of a family's weights the regular serves, the nearest if there is none") {
    const auto weighing = [](unsigned weight) {
        std::string font = named(liberation(), {{.text = utf16("楷体")}});
        put(font, table_of(font, "OS/2") + 4, weight);
        return font;
    };
    const auto served = [&](const std::vector<unsigned>& weights) {
        const Scratch scratch;
        auto options = only_free();
        options.folders = {scratch.folder()};
        for (const unsigned weight : weights)
            write_file(scratch / (std::to_string(weight) + ".ttf"), weighing(weight));
        const Fonts with = Fonts::open(options);
        const FaceSet& faces = with.faces();
        return faces.face(faces.chain(FontRole::heading2, false)[0]).path().filename();
    };
    CHECK(served({300, 400, 500}) == "400.ttf");
    CHECK(served({400, 300}) == "400.ttf");
    CHECK(served({200, 300, 700}) == "300.ttf");

    // In a collection, and by a name of its own.
    const Scratch scratch;
    write_file(scratch / "kai.ttc", collection({weighing(300), weighing(400)}));
    const auto file = FontFile::open(scratch / "kai.ttc");
    const KnownFace* kai = nullptr;
    for (const Candidate& candidate : candidates(FontRole::heading2))
        if (candidate.face->label == "楷体") kai = candidate.face;
    REQUIRE(kai != nullptr);
    CHECK(index_of(*file, *kai) == 1);
    write_file(scratch / "light.ttc", collection({weighing(300), weighing(200)}));
    CHECK(index_of(*FontFile::open(scratch / "light.ttc"), *kai) == 0);
    write_file(
        scratch / "named.ttc",
        collection({weighing(400), named(liberation(), {{.id = 6, .text = utf16("KaiTi")}})}));
    CHECK(index_of(*FontFile::open(scratch / "named.ttc"), *kai) == 1);
}

TEST_CASE("a face of a collection is found by its name") {
    const Scratch scratch;
    const auto serif = liberation();
    write_file(scratch / "simsun.ttc", collection({named(serif, {{.text = utf16("新宋体")}}),
                                                   named(serif, {{.text = utf16("宋体")}})}));
    auto options = only_free();
    options.folders = {scratch.folder()};
    const Fonts with = Fonts::open(options);
    const Face& song = with.faces().face(with.faces().chain(FontRole::table, false)[0]);
    CHECK(song.path() == scratch / "simsun.ttc");
    CHECK(song.index() == 1);  // the file's name, simsun, proves nothing of its first face
    CHECK(song.facts().collection);

    const auto file = FontFile::open(free_set() / "NotoSerifCJK-Regular.ttc");
    CHECK(count_faces(*file) > 2);
    CHECK(read_names(*file, 2).postscript == "NotoSerifCJKsc-Regular");
    const auto& faces = free_fonts().faces();
    CHECK(faces.face(faces.chain(FontRole::table, false)[0]).index() == 2);
}

TEST_CASE("a PostScript name has at most 63 characters, and none that PDF's names cannot have") {
    const Scratch scratch;
    const auto postscript = [&](const std::string& name) {
        return read_names(
                   *FontFile::open(write_file(
                       scratch / "a.ttf", named(liberation(), {{3, 1, 0x0409, 6, utf16(name)}}))),
                   0)
            .postscript;
    };
    const std::string longest(63, 'A');
    CHECK(postscript(longest) == longest);
    CHECK(postscript(longest + "B") == longest);
    CHECK(postscript("A (B)/C#%~") == "ABC~");
}

TEST_CASE("a width that no character has is a broken file's") {
    const auto& faces = free_fonts().faces();
    const Face& face = faces.face(faces.chain(FontRole::latin, false)[0]);
    const int em = face.facts().units_per_em;
    const auto told = [&](char32_t character, int units) {
        try {
            face.check_advance(character, units);
            return std::string();
        } catch (const Failure& failure) {
            return std::string(failure.what());
        }
    };
    for (const char32_t plain : {U'A', U'年'}) {
        CHECK(told(plain, 1) == "");
        CHECK(told(plain, 2 * em) == "");
        CHECK(told(plain, 2 * em + 1) != "");
        CHECK(told(plain, 0) != "");
    }
    CHECK(told(U'\uFDFD', 16 * em) == "");  // a whole invocation
    CHECK(told(U'\uFDFD', 16 * em + 1) != "");
    CHECK(told(U'\u0301', 0) == "");
    CHECK(told(U'A', 0) == face.described() + "里 U+0041 的宽度 0 不对：字体文件是坏的");
}

TEST_CASE("fontconfig is asked for names, and answers with no other face") {
    const Scratch folder;
    std::filesystem::create_directory(folder / "fonts");
    std::filesystem::create_symlink(free_set() / "FandolFang-Regular.otf",
                                    folder / "fonts/any.otf");
    const auto config = write_file(folder / "fonts.conf",
                                   "<?xml version=\"1.0\"?><fontconfig><dir>" +
                                       (folder / "fonts").string() + "</dir><cachedir>" +
                                       (folder / "cache").string() + "</cachedir></fontconfig>");
    setenv("FONTCONFIG_FILE", config.c_str(), 1);
    const auto body = ask_fontconfig(candidates(FontRole::body)),
               title = ask_fontconfig(candidates(FontRole::title));
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
    for (unsigned i = 0, value = 1; i < 4096; i++)
        noise += static_cast<char>((value = value * 1664525 + 1013904223) >> 24);
    struct Case {
        const char* name;
        std::string bytes;
        const char* reason;
    };
    for (const auto& [name, bytes, reason] : {
             Case{"empty.ttf", "", "打不开字体文件 {}：文件是空的"},
             Case{"short.ttf", "OTTO", "字体文件 {} 不能用：不是 TrueType 或 OpenType 字体"},
             Case{"noise.ttf", noise, "字体文件 {} 不能用：不是 TrueType 或 OpenType 字体"},
             Case{"magic.ttf", "wOF2" + whole.substr(4),
                  "字体文件 {} 不能用：不是 TrueType 或 OpenType 字体"},
             Case{"cut.ttf", whole.substr(0, whole.size() / 2), "字体文件 {} 不能用：文件不完整"},
             Case{"header.ttf", whole.substr(0, 40), "字体文件 {} 不能用：文件不完整"},
             Case{"outline.ttf", without("glyf"),
                  "字体文件 {} 不能用：没有字形轮廓（缺少表 glyf 或 CFF）"},
             Case{"loca.ttf", without("loca"), "字体文件 {} 不能用：缺少表 loca"},
             Case{"cmap.ttf", without("cmap"), "字体文件 {} 不能用：缺少表 cmap"},
             Case{"em.ttf", changed("head", 18, 15),
                  "字体文件 {} 不能用：每 em 单位数 15 不在 16 到 16384 之间"},
             Case{"em2.ttf", changed("head", 18, 16385),
                  "字体文件 {} 不能用：每 em 单位数 16385 不在 16 到 16384 之间"},
             Case{"none.ttf", changed("maxp", 4, 0), "字体文件 {} 不能用：一个字形也没有"},
             Case{"restricted.ttf", permitting(0x2),
                  "字体文件 {} 不能用：字体的许可不允许嵌入文件（OS/2 fsType 2）"},
             Case{"both.ttf", permitting(0x6, 3),
                  "字体文件 {} 不能用：字体的许可不允许嵌入文件（OS/2 fsType 6）"},
             Case{"bitmap.ttf", permitting(0x204),
                  "字体文件 {} 不能用：字体的许可只允许嵌入点阵（OS/2 fsType 516）"},
         }) {
        const auto path = write_file(folder / name, bytes);
        CHECK_THROWS_WITH_AS(choose(FontRole::body, path),
                             fmt::format(fmt::runtime(reason), path.string()).c_str(), Failure);
    }
    const auto none = folder / "nowhere.ttf";
    CHECK_THROWS_WITH_AS(choose(FontRole::body, none),
                         ("打不开字体文件 " + none.string() + "：没有这个文件").c_str(), Failure);
    CHECK_THROWS_WITH_AS(
        choose(FontRole::body, folder.folder()),
        ("打不开字体文件 " + folder.folder().string() + "：它不是普通文件").c_str(), Failure);
    const auto ttc = free_set() / "NotoSerifCJK-Regular.ttc";
    CHECK_THROWS_WITH_AS(choose(FontRole::body, ttc, 99),
                         doctest::Contains("个字体，没有第 99 号（从 0 数起）"), Failure);
    for (unsigned permitted : {0x0U, 0x4U, 0x8U, 0x100U})
        CHECK_NOTHROW(
            choose(FontRole::body, write_file(folder / "good.ttf", permitting(permitted))));
    CHECK_NOTHROW(
        choose(FontRole::body,
               write_file(folder / "old.ttf",
                          permitting(0x6, 2))));  // the least restrictive of several held then
    CHECK_NOTHROW(
        choose(FontRole::body, write_file(folder / "em3.ttf", changed("head", 18, 16384))));
}

TEST_CASE("CFF that may not be subset is refused") {
    FaceFacts facts;
    facts.embedding = 0x100;
    facts.outlines = Outlines::glyf;
    CHECK(embedding_refusal(facts).empty());
    CHECK(embedding_words(facts) == "可安装，须整个嵌入（256）");
    facts.outlines = Outlines::cff;
    CHECK(embedding_refusal(facts) ==
          "字体的许可不允许只嵌入一部分字形，而这种格式不能整个嵌入（OS/2 fsType 256）");
}

TEST_CASE(
    "A program that was linked statically looks where the Debian package nianbao-fonts has the fonts, whatever prefix the library was built for") {
    const auto folders = free_folders();
    CHECK(std::count(folders.begin(), folders.end(), "/usr/share/nianbao/fonts") > 0);
}
