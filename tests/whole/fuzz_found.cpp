// What fuzzing found once, and must never be again: tests/fuzz/found/TARGET-NAME, each
// through its target.
#include "fuzz/targets.hpp"
#include "program.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <map>

using namespace nianbao;

TEST_CASE("everything that fuzzing ever found is well now, and quick") {
    const std::map<std::string, fuzz::Target*> targets = {
        {"read_json", fuzz::read_json},         {"read_yaml", fuzz::read_yaml},
        {"mend_json", fuzz::mend_json},         {"mend_yaml", fuzz::mend_yaml},
        {"fix_json", fuzz::fix_json},           {"fix_yaml", fuzz::fix_yaml},
        {"read_pdf", fuzz::read_pdf},           {"check_report", fuzz::check_report},
        {"read_zip", fuzz::read_zip},           {"read_xml", fuzz::read_xml},
        {"read_workbook", fuzz::read_workbook}, {"read_word", fuzz::read_word},
        {"read_html", fuzz::read_html},         {"revise_word", fuzz::revise_word},
        {"look_at_file", fuzz::look_at_file},   {"set_pages", fuzz::set_pages},
        {"open_font", fuzz::open_font},         {"whole_file", fuzz::whole_file}};
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(
             std::filesystem::path(NIANBAO_SOURCE) / "tests/fuzz/found"))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    CHECK(!files.empty());
    for (const auto& file : files) {
        CAPTURE(file.filename());
        const std::string name = file.filename().string();
        const auto target = targets.find(name.substr(0, name.find('-')));
        REQUIRE(target != targets.end());
        const std::string bytes = read_file(file);
        const auto begin = std::chrono::steady_clock::now();
        CHECK(target->second(bytes) == "");
        CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
    }
}
