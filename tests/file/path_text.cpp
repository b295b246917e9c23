// Paths as text.
#include "file/path_text.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace nianbao;

TEST_CASE("a path is its text, and the text the path, UTF-8 or not") {
    for (const char* text :
         {"", "a", "乡镇/年报.yaml", "/", "𠮷/b", "\xB1\xA8.yaml", "a b/", "./a"}) {
        CHECK(utf8(path_of(text)) == text);
        CHECK(path_of(text) == std::filesystem::path(text));
    }
    CHECK(utf8(path_of("乡镇") / path_of("年报.yaml")) == "乡镇/年报.yaml");
}

TEST_CASE("a path that ends with a slash is that of a folder") {
    CHECK(separators() == "/");
    CHECK(ends_as_folder("out/"));
    CHECK(ends_as_folder("/"));
    CHECK_FALSE(ends_as_folder("out"));
    CHECK_FALSE(ends_as_folder("out\\"));
    CHECK_FALSE(ends_as_folder(""));
}

TEST_CASE("here both cases of a letter name two files, and every name will do") {
    CHECK(place_key("out/a.pdf") != place_key("out/A.pdf"));
    CHECK(place_key("out/a.pdf") == place_key("out/a.pdf"));
    CHECK(refused_name("con.pdf") == "");
}
