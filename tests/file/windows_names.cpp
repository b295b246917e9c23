// Names that Windows refuses: tests/cases/windows_names.txt, one a line.
#include "file/windows_names.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fstream>
#include <string>

using namespace nianbao;

namespace {

std::string unescaped(std::string text) {
    for (const auto& [written, meant] : {std::pair{"\\s", " "}, std::pair{"\\t", "\t"}}) {
        for (std::size_t at = 0; (at = text.find(written, at)) != text.npos;)
            text.replace(at, 2, meant);
    }
    return text;
}

}  // namespace

TEST_CASE("names that are left to devices, and characters that no name has, are refused") {
    std::ifstream file(NIANBAO_SOURCE "/tests/cases/windows_names.txt");
    int cases = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.starts_with('#')) continue;
        const std::size_t arrow = line.find(" => ");
        REQUIRE(arrow != line.npos);
        const std::string name = unescaped(line.substr(0, arrow)),
                          told = unescaped(line.substr(arrow + 4));
        CHECK_MESSAGE(refused_by_windows(name) == (told == "可用" ? "" : told), line);
        ++cases;
    }
    CHECK(cases >= 34);
    CHECK(refused_by_windows("") == "");
    for (int number = 0; number <= 10; ++number) {
        const bool refused = number >= 1 && number <= 9;
        for (const char* device : {"com", "LPT"})
            CHECK((refused_by_windows(fmt::format("{}{}.pdf", device, number)) != "") == refused);
    }
    for (int c = 1; c < 0x20; ++c)
        CHECK(refused_by_windows(fmt::format("a{}b", static_cast<char>(c))) ==
              "Windows 的文件名里不能有控制字符");
}
