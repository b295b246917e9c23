// A file of prose alone, for a report whose numbers come from its members.
#include <doctest/doctest.h>

#include <string>

#include "data_files.hpp"

using namespace nianbao;

namespace {

std::string told(const std::string& text) {
    const Reading reading = read_prose(text, "汇总.yaml", Format::yaml);
    std::string all;
    for (const Finding& finding : reading.findings) all += report_text(finding, reading.source);
    return all;
}

}  // namespace

TEST_CASE("what is counted belongs to the members, and is told with its place") {
    CHECK(told("agency: 某某县人民政府\nprocessing_fees: {notices: 0}\n") ==
          "汇总.yaml:2:1: 错误 D-08: “信息处理费”（processing_fees）不写在这里\n"
          "    2 | processing_fees: {notices: 0}\n"
          "      | ^^^^^^^^^^^^^^^\n"
          "   提示: 由各成员得出；这里只写文字\n");
    CHECK(
        told("disclosure: 5\n") ==
        "汇总.yaml:1:13: 错误 D-15: “主动公开政府信息情况”（disclosure）应是一组“项目名: 内容”，写的是“5”\n"
        "    1 | disclosure: 5\n"
        "      |             ^\n"
        "   提示: 这里只写注：note: …\n");
    CHECK(told("disclosure: {note: 甲, licences: 3}\n") ==
          "汇总.yaml:1:23: 错误 D-08: 主动公开政府信息情况里的“licences”不写在这里\n"
          "    1 | disclosure: {note: 甲, licences: 3}\n"
          "      |                        ^^^^^^^^\n"
          "   提示: 表中的数由各成员相加得出；这里只写注\n");
    CHECK(told("members: [{agency: 甲局, file: a.yaml, sha256: 0}]\n"
               "disclosure: {licences: {value: 3, remark: 含乙局1件}}\n") ==
          "汇总.yaml:2:43: 警告 D-19: 备注“含乙局1件”没有带入\n"
          "    2 | disclosure: {licences: {value: 3, remark: 含乙局1件}}\n"
          "      |                                           ^^^^^^^^^\n"
          "   提示: 汇总以后再写进去，或者写进注\n");
}
