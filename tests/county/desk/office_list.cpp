// The list of a county's offices, in every form that it comes in.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <string>

#include "nianbao/failure.hpp"
#include "nianbao/office_list.hpp"
#include "nianbao/read.hpp"
#include "office/foreign_book.hpp"
#include "program.hpp"

namespace nianbao {
namespace {

std::string shown(const OfficeList& list) {
    const auto words = [](const std::vector<std::string>& each) {
        return fmt::format("{}", fmt::join(each, " "));
    };
    std::string text;
    for (const OfficeOfList& office : list.offices) {
        std::string line = office.name;
        for (const std::string& part :
             {words(office.aliases), std::string(office.counted ? "是" : "否"),
              words(office.former), office.category, office.contact, office.phone,
              words(office.includes)})
            line += part.empty() ? " |" : " | " + part;
        text += line + "\n";
    }
    for (Finding finding : list.findings) {
        finding.place.file = std::filesystem::path(finding.place.file).filename().string();
        text += message(finding) + "\n";
    }
    return text;
}

TEST_CASE("lists of offices are read in every form, and mistakes told at their place") {
    const std::string cases = source_file("tests/cases/office_lists.txt");
    int count = 0;
    for (std::size_t begin = cases.find("\n== "); begin != cases.npos;) {
        const std::size_t next = cases.find("\n== ", begin + 1);
        const std::string block =
            cases.substr(begin + 4, next == cases.npos ? next : next + 1 - begin - 4);
        const std::size_t name_end = block.find('\n'), divider = block.find("\n--\n");
        REQUIRE(divider != block.npos);
        const std::string name = block.substr(0, name_end);
        std::string expected = block.substr(divider + 4);
        while (expected.ends_with("\n\n")) expected.pop_back();
        const Scratch scratch;
        write_file(scratch / name, block.substr(name_end + 1, divider - name_end));
        std::string is = shown(OfficeList::read(scratch / name));
        const std::string folder = scratch.folder().string() + "/";
        for (std::size_t at = is.find(folder); at != is.npos; at = is.find(folder))
            is.erase(at, folder.size());
        CHECK_MESSAGE(is == expected, name);
        ++count;
        begin = next;
    }
    CHECK(count == 11);
}

TEST_CASE("a list is a workbook too, of which the first sheet with the heads is read") {
    const Scratch scratch;
    made::ForeignSheet notice{.name = "通知", .cells = {{0, 0, 1, 1, "请各单位填报"}}};
    made::ForeignSheet list{.name = "名单",
                            .cells = {{0, 0, 1, 1, "云溪县名单"},
                                      {1, 0, 1, 1, "单位全称"},
                                      {1, 1, 1, 1, "计入汇总"},
                                      {2, 0, 1, 1, "甲局"},
                                      {2, 1, 1, 1, "否"},
                                      {4, 0, 1, 1, "乙局"}}};
    write_file(scratch / "名单.xlsx", made::foreign_book({notice, list}));
    CHECK(shown(OfficeList::read(scratch / "名单.xlsx")) ==
          "甲局 | | 否 | | | | |\n乙局 | | 是 | | | | |\n");
}

TEST_CASE("what is no list is refused with the reason") {
    const Scratch scratch;
    const auto refuses = [&](const std::string& name, const std::string& bytes,
                             const std::string& why) {
        write_file(scratch / name, bytes);
        CHECK_THROWS_WITH_AS(static_cast<void>(OfficeList::read(scratch / name)),
                             doctest::Contains(why.c_str()), Failure);
    };
    refuses("a.txt", "# 没有\n", "里没有单位");
    refuses("a.csv", "单位,别名\n甲局,甲\n", "a.csv 读不出来：没有“单位全称”这一栏");
    refuses("a.xlsx", made::foreign_book({{.name = "表", .cells = {{0, 0, 1, 1, "甲局"}}}}),
            "a.xlsx 读不出来：没有“单位全称”这一栏");
    refuses("a.yaml", "单位全称: 甲局\n", "名单应是一列单位，每个以“- ”起一行");
    refuses("a.pdf", "%PDF-1.4\n", "a.pdf 不是文本文件：这是 PDF 文件");
}

}  // namespace
}  // namespace nianbao
