// Which words are English: tests/cases/english.txt, a text a line.
#include "text/english.hpp"

#include <doctest/doctest.h>

#include <string>

#include "text/made_names.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

TEST_CASE("English words are what the cases say") {
    int cases = 0;
    for (const std::string& line : case_lines("english.txt")) {
        CAPTURE(line);
        std::u32string text = to_utf32(line);
        std::erase_if(text, [](char32_t c) { return c == U'〔' || c == U'〕'; });
        std::u32string told;
        std::size_t at = 0;
        for (const WordRange& words : english_words(text)) {
            REQUIRE(words.begin >= at);
            told += text.substr(at, words.begin - at) + U"〔" +
                    text.substr(words.begin, words.end - words.begin) + U"〕";
            at = words.end;
        }
        told += text.substr(at);
        CHECK(to_utf8(told) == line);
        ++cases;
    }
    CHECK(cases >= 20);
    CHECK(english_words(U"").empty());
}
