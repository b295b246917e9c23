// Objects as the file has them: numbers, names, strings, packs; fonts' widths and texts.
#include "pdf/objects/objects.hpp"

#include "nianbao/failure.hpp"
#include "pdf/font_objects.hpp"
#include "pdf/hand_made.hpp"
#include "pdf/objects/file.hpp"
#include "pdf/objects/numbers.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace nianbao;
using namespace hand_made;

TEST_CASE("numbers are written without a zero that says nothing") {
    auto text = [](std::int64_t value, int decimals) {
        std::string out;
        append_decimal(out, value, decimals);
        return out;
    };
    CHECK(text(0, 3) == "0");
    CHECK(text(12'300, 3) == "12.3");
    CHECK(text(12'000, 3) == "12");
    CHECK(text(500, 3) == ".5");
    CHECK(text(-5, 3) == "-.005");
    CHECK(text(-1'001, 3) == "-1.001");
    CHECK(text(120, 0) == "120");
    CHECK(thousandths(Length{32}) == 0);  // 0.488
    CHECK(thousandths(Length{33}) == 1);  // 0.504
    CHECK(thousandths(Length{-33}) == -1);
}

TEST_CASE("widths that differ from the default are listed in few lists") {
    // However the widths lie, no array comes to 32,768 items, where libharu's end.
    UsedFace face;
    face.program.name = "ABCDEF+Test";
    face.program.bytes = "x";
    for (int code = 1; code <= 65'534; code++) {
        face.uses.push_back({static_cast<std::uint32_t>(code), {}, U"一"});
        face.program.codes.push_back(static_cast<std::uint16_t>(code));
    }
    for (std::size_t every : {1, 2, 3, 4, 5, 6}) {
        face.program.widths.assign(face.uses.size(), 100'000);
        for (std::size_t i = 0; i < face.uses.size(); i += every) face.program.widths[i] = 50'010;
        Arena arena;
        Objects objects(arena);
        CHECK_NOTHROW(make_font(objects, face, 1, 1));
    }
}

TEST_CASE("libharu's first error is a Failure") {
    Arena arena;
    Objects objects(arena);
    CHECK_THROWS_WITH_AS(objects.name(std::string(128, 'x')),
                         doctest::Contains("不能生成 PDF：名称“xxx"), Failure);
    CHECK_THROWS_WITH_AS(objects.real(32'768), "不能生成 PDF：数 32768 超出范围", Failure);
    CHECK_THROWS_WITH_AS(objects.number(2'147'483'648), "不能生成 PDF：整数 2147483648 超出范围",
                         Failure);
    CHECK_NOTHROW(objects.name(std::string(127, 'x')));
    CHECK_NOTHROW(objects.real(32'767));
    auto* array = objects.array();
    array->list->items_per_block = 4'096;  // grows in large steps
    for (int i = 0; i < 32'767; i++) objects.add(array, objects.null());
    CHECK_THROWS_WITH_AS(objects.add(array, objects.null()),
                         "不能生成 PDF：libharu 错误 0x1001，细节 0", Failure);
    CHECK_THROWS_WITH_AS(objects.null(), "不能生成 PDF：libharu 错误 0x1001，细节 0",
                         Failure);  // the document is spoilt from then on
}

namespace {

/// The file of these objects with every stream as it is.
std::string stored(Objects& objects) {
    objects.put(objects.info(), "Producer",
                objects.text("x"));  // in the place of libharu's
    return write_file(objects, 0);
}

std::string value_as_text(const std::function<void*(Objects&)>& make) {
    Arena arena;
    Objects objects(arena);
    objects.put(objects.catalog(), "Test", objects.array({make(objects)}));
    const std::string file = stored(objects);
    const std::size_t at = file.find("/Test[") + std::string_view("/Test[").size();
    return file.substr(at, file.find("]>>", at) - at);
}

/// A face whose codes have these widths in 1/1000 em.
UsedFace face_of(const std::vector<std::pair<int, double>>& widths) {
    UsedFace face;
    face.program.name = "ABCDEF+Test";
    face.program.bytes = "x";
    for (const auto& [code, width] : widths) {
        face.uses.push_back({static_cast<std::uint32_t>(code), {}, U"一"});
        face.program.codes.push_back(static_cast<std::uint16_t>(code));
        face.program.widths.push_back(static_cast<std::int32_t>(width * 100));
    }
    return face;
}

std::string file_with(const UsedFace& face) {
    Arena arena;
    Objects objects(arena);
    make_font(objects, face, 0, 0);
    return stored(objects);
}

}  // namespace

TEST_CASE("names and strings are written so that any byte comes back") {
    CHECK(value_as_text([](Objects& o) { return o.name("a b#c/(é)~"); }) ==
          "/a#20b#23c#2F#28#C3#A9#29~");
    CHECK(value_as_text([](Objects& o) { return o.bytes("(a)\\\r\n"); }) == "(\\(a\\)\\\\\\r\n)");
    CHECK(value_as_text([](Objects& o) { return o.text("年"); }) == "(\xFE\xFF\x5E\x74)");
}

TEST_CASE("a blank stands between words that would run together, and nowhere else") {
    CHECK(value_as_text([](Objects& o) {
              return o.array({o.number(-7), o.real(0.5), o.name("N"), o.number(1),
                              o.dict({{"K", o.number(2)}, {"B", o.boolean(true)}}), o.null(),
                              o.bytes("s"), o.boolean(false)});
          }) == "[-7 0.5/N 1<</K 2/B true>>null(s)false]");
}

TEST_CASE("a thousand objects go into a pack, one more into a second") {
    const auto packs = [](int more) {
        Arena arena;
        Objects objects(arena);
        for (int i = 0; i < more; ++i) objects.indirect(objects.dict());
        const std::string file = stored(objects);
        std::vector<int> sizes;
        constexpr std::string_view head = "<</Type/ObjStm/N ";
        for (std::size_t at = file.find(head); at != file.npos; at = file.find(head, at + 1))
            sizes.push_back(std::stoi(file.substr(at + head.size(), 5)));
        const Run checked = Written(file).read({"qpdf", "--check"});
        CHECK_MESSAGE(checked.err.find("WARNING") == std::string::npos, checked.err);
        return sizes;
    };
    const int own = packs(0).at(0);
    CHECK(packs(999 - own) == std::vector<int>{999});
    CHECK(packs(1'000 - own) == std::vector<int>{1'000});
    CHECK(packs(1'001 - own) == std::vector<int>{1'000, 1});
}

TEST_CASE("a width is told if it is not the default, in a row with those near it") {
    const auto widths = [](const std::vector<std::pair<int, double>>& of) {
        const std::string file = file_with(face_of(of));
        const std::size_t at = file.find("/W[");
        return file.substr(at, file.find("]]", at) + 2 - at);
    };
    CHECK(widths({{1, 500}, {2, 1000}, {5, 500}, {9, 250.1}, {10, 500}}) ==
          "/W[1[500 1000 1000 1000 500 1000 1000 1000 250.1 500]]");
    CHECK(widths({{1, 500}, {6, 500}}) == "/W[1[500]6[500]]");  // four of the default between
    CHECK(widths({{2, 750.25}, {1, 500}}) == "/W[1[500 750.25]]");
}

TEST_CASE("codes that are no glyphs' numbers have a map, two bytes each") {
    UsedFace face = face_of({{1, 500}});
    face.program.kind = Program::Kind::glyf;
    CHECK(file_with(face).find("/CIDToGIDMap/Identity") != std::string::npos);
    face.program.glyphs = {0, 0x1234};
    CHECK(file_with(face).find(std::string("\0\0\x12\x34", 4)) != std::string::npos);
    CHECK(file_with(face).find("/CIDToGIDMap/Identity") == std::string::npos);
}

TEST_CASE("every code has its text, a hundred codes a section") {
    UsedFace face = face_of({{1, 1000}, {0x0102, 1000}});
    face.uses[0].text = U"一二";
    face.uses[1].text = U"𠮷";
    CHECK(to_unicode_cmap(face).find(
              "2 beginbfchar\n<0001><4E004E8C>\n<0102><D842DFB7>\nendbfchar\nendcmap\n") !=
          std::string::npos);
    const auto sections = [](int codes) {
        std::vector<std::pair<int, double>> widths;
        for (int code = 1; code <= codes; ++code) widths.emplace_back(code, 1000);
        const std::string cmap = to_unicode_cmap(face_of(widths));
        std::string out;
        for (std::size_t at = cmap.find("<0001>"); at < cmap.find("endcmap");
             at = cmap.find('\n', at) + 1) {
            const std::string line = cmap.substr(at, cmap.find('\n', at) - at);
            if (line.front() != '<') out += line + " ";
        }
        return out;
    };
    CHECK(sections(100) == "endbfchar ");
    CHECK(sections(101) == "endbfchar 1 beginbfchar endbfchar ");
    CHECK(sections(250) == "endbfchar 100 beginbfchar endbfchar 50 beginbfchar endbfchar ");
}
