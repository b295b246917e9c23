// What was meant as the number of a cell, and would be printed as it stands.
#include "data_files.hpp"
#include "nianbao/document.hpp"

#include <doctest/doctest.h>

using namespace nianbao;

namespace {

/// What is told of a text of a report, and what to do: "place message; hint".
std::string told(const std::string& text, Speech speech = Speech::english) {
    Report report = data_files::report(data_files::yaml("title: 年报"));
    report.overview = text;
    std::string all;
    for (const Finding& finding : check_references(report, speech))
        all +=
            fmt::format("{}-{} {}；{}\n", finding.where.offset,
                        finding.where.offset + finding.where.length, finding.message, finding.hint);
    return all;
}

constexpr std::string_view almost = "花括号不是两个半角的，印不出这一格的数";

std::string almost_at(int begin, int end, std::string_view path) {
    return fmt::format("{}-{} {}；写成 {{{{{}}}}}\n", begin, end, almost, path);
}

}  // namespace

TEST_CASE("Braces of another width or number about the path of a cell are told") {
    const std::string path = "applications.received.total";
    CHECK(told("共｛｛" + path + "｝｝件") == almost_at(1, 32, path));
    CHECK(told("共｛{" + path + "}｝件") == almost_at(1, 32, path));
    CHECK(told("共{｛" + path + "｝}件") == almost_at(1, 32, path));
    CHECK(told("共{ {" + path + "}　}件") == almost_at(1, 34, path));
    CHECK(told("共{" + path + "}件") == almost_at(1, 30, path));
    CHECK(told("共｛ 收到和处理政府信息公开申请情况．本年新收 . 总计｝件") ==
          almost_at(1, 29, "收到和处理政府信息公开申请情况.本年新收.总计"));
    CHECK(told("共{{" + path + "}}件，{" + path + "}件，{{无}}") ==
          almost_at(34, 63, path) +
              "65-70 “无”不是表格中的单元格；双花括号中写三张表之一的单元格，例如 "
              "{{applications.received.total}} 或 "
              "{{收到和处理政府信息公开申请情况.本年新收.总计}}；要印出花括号本身，请写 {{{{\n");
    CHECK(told("共{" + path + "}件", Speech::cells) ==
          fmt::format("1-30 {}；删去双花括号，直接写出数字；要印出花括号本身，请写 {{{{{{{{\n",
                      almost));
}

TEST_CASE("Braces about anything else are text") {
    CHECK(told("共｛甲｝、{乙.丙}、｛｝、{{{{、}}、{applications.received}、{，applications") ==
          "");
    CHECK(told("{applications.received\n.total}") == "");
    CHECK(told("{" + std::string(120, ' ') + "applications.received.total}") == "");
    CHECK(told("{{applications.received.total}}") == "");
}

TEST_CASE("Blanks of any width about a path are read, and marks for its dots are told") {
    CHECK(told("{{　applications.received.total　}}") == "");
    CHECK(told("{{ \u00A0applications.received.total\t}}") == "");
    CHECK(told("{{applications。received．total}}") ==
          "0-31 “applications。received．total”不是表格中的单元格；写成 "
          "{{applications.received.total}}\n");
    CHECK(told("{{applications . received . total}}") ==
          "0-35 “applications . received . total”不是表格中的单元格；写成 "
          "{{applications.received.total}}\n");
}
