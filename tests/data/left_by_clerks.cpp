// What clerks leave in data files: gaps with blanks in their braces, years and seals in
// names, files that were cut off.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "nianbao/read.hpp"
#include "program.hpp"
#include "report/written/gaps.hpp"

namespace nianbao {
namespace {

std::string model() { return read_file(std::string(NIANBAO_SOURCE) + "/tests/files/model.yaml"); }

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    const std::size_t at = text.find(what);
    REQUIRE(at != text.npos);
    return text.replace(at, what.size(), by);
}

/// Rule, place and message of all that is told.
std::string told(const std::string& text, const std::string& name = "a.yaml") {
    std::string all;
    for (const Finding& finding : read(text, name, format_of(name)).findings)
        all += fmt::format("{} {}:{} {}\n", finding.rule, finding.place.row, finding.place.column,
                           finding.message);
    return all;
}

TEST_CASE("a gap is one with blanks between its braces too") {
    constexpr std::string_view place = "专栏内容按目录逐月核对";
    for (const char* gap : {"{{请填写}}", "{{ 请填写 }}", "{{请填写 }}", "{{　请填写}}",
                            "{{ 请 填写\t}}", "{{\u00A0请填写}}"})
        CHECK_MESSAGE(
            told(replaced(model(), place, gap)) == "D-10 23:3 “总体情况”（overview）还没有写好\n",
            gap);
    CHECK(told(replaced(model(), place, "{{ 请填写 }}，{{请填写}}")) ==
          "D-10 23:3 “总体情况”（overview）还没有写好\n"
          "D-10 23:13 “总体情况”（overview）还没有写好\n");
    const auto gap = [](std::string_view text, std::size_t from = 0) {
        const GapInText found = gap_in(text, from);
        return found.begin == text.npos ? "none" : fmt::format("{} {}", found.begin, found.end);
    };
    CHECK(gap("a{{请填写}}") == "1 14");
    CHECK(gap("a{{请填写}}", 2) == "none");
    CHECK(gap("{{{请填写}}") == "1 14");
    CHECK(gap("{{x}}{{ 请填写}}") == "5 19");
    for (const char* none : {"", "{{", "{{请", "{{请填写", "{{请填写}", "{请填写}", "{{请填写了}}",
                             "{{请补写}}", "请填写"})
        CHECK_MESSAGE(!has_gap(none), none);
}

TEST_CASE("a year or a seal in an office's name is told, with the name without it") {
    const auto name = [](std::string_view agency) {
        const std::string text =
            replaced(model(), "agency: 云溪县农业农村局", fmt::format("agency: {}", agency));
        std::string all;
        for (const Finding& finding : read(text, "a.yaml", Format::yaml).findings)
            all += fmt::format("{} {}:{} {}", finding.rule, finding.place.row, finding.place.column,
                               finding.message) +
                   "。" + finding.hint;
        return all;
    };
    CHECK(name("云溪县农业农村局2023年") ==
          "D-25 3:17 “单位”（agency）里有年度，一并读进去了：“云溪县农业农村局2023年”。"
          "写成 云溪县农业农村局");
    CHECK(name("2023年度云溪县农业农村局") ==
          "D-25 3:9 “单位”（agency）里有年度，一并读进去了：“2023年度云溪县农业农村局”。"
          "写成 云溪县农业农村局");
    for (const char* seal : {"（公章）", "(盖章)", "（章）", "（加盖公章）", "公章"})
        CHECK_MESSAGE(name(std::string("云溪县农业农村局") + seal)
                          .starts_with("D-25 3:17 “单位”（agency）里有“公章”一类的字，"),
                      seal);
    for (const char* plain : {"云溪县农业农村局（县乡村振兴局）", "2023年", "（公章）",
                              "云溪县20年纪念馆", "云溪县2023局"})
        CHECK_MESSAGE(name(plain) == "", plain);
}

TEST_CASE("a file that was cut off is told once, wherever it was cut") {
    const std::string whole = model();
    const std::size_t word = whole.find("全年未发生失泄密问题");
    REQUIRE(word != whole.npos);
    const std::string missing =
        "后面的 5 项没有了：“主动公开政府信息情况”（disclosure）、"
        "“收到和处理政府信息公开申请情况”（applications）、"
        "“政府信息公开行政复议、行政诉讼情况”（disputes）、"
        "“存在的主要问题及改进情况”（problems）、“其他需要报告的事项”（other）\n";
    for (std::size_t cut = word + 3; cut < word + 12; ++cut) {
        CAPTURE(cut);
        const std::string all = told(whole.substr(0, cut));
        CHECK(std::count(all.begin(), all.end(), '\n') == 1);
        CHECK_MESSAGE(all.ends_with(missing), all);
        const bool within = (cut - word) % 3 != 0;
        CHECK(all.starts_with(within ? "D-01 " : "D-10 "));
        CHECK((all.find("文件在一个字的中间断了，") != all.npos) == within);
    }
    // Within the last text nothing else is missing.
    const std::size_t last = whole.find("无其他需要报告的事项");
    const std::string all = told(whole.substr(0, last + 4));
    CHECK_MESSAGE(all == "D-01 60:42 文件在一个字的中间断了，后面的没有了\n", all);
}

}  // namespace
}  // namespace nianbao
