// Two folders of reports against each other, as the command compares them.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "nianbao/write.hpp"
#include "program.hpp"
#include "report/example.hpp"

using namespace nianbao;

TEST_CASE("the command compares two folders, an office with itself") {
    const Scratch scratch;
    const auto put = [&](const std::string& path, const std::string& agency, int penalties) {
        Report report = model_report();
        report.agency = agency;
        report.cell("disclosure.penalties")->value = {penalties, 0};
        std::filesystem::create_directories((scratch / path).parent_path());
        write_file(scratch / path, write(report, Format::yaml));
    };
    put("旧/1.yaml", "甲局", 1);
    put("旧/2.yaml", "乙局", 2);
    put("旧/乡镇/3.yaml", "丙镇人民政府", 3);
    put("新/民政.yaml", "乙 局", 5);
    put("新/丁.yaml", "丁局", 4);
    put("新/甲.yaml", "甲局", 1);
    const Setting here{.folder = scratch.folder()};
    const Run run = nianbao_run({"diff", "旧", "新"}, here);
    CHECK(run.exit == 0);
    CHECK(run.err == "");
    CHECK(run.out ==
          "旧：旧/2.yaml（乙局，2023 年度）\n新：新/民政.yaml（乙 局，2023 年度）\n\n"
          "项目\n  单位：乙局 → 乙 局\n表格\n  行政处罚：2 → 5，+3，+150.0%\n\n"
          "没有变的 1 家：甲局\n只在旧的里的 1 家：丙镇人民政府\n只在新的里的 1 家：丁局\n");
    const Run json = nianbao_run({"diff", "旧", "新", "--format", "json"}, here);
    const Run checked =
        ::run({"python3", "-c",
               "import json, sys; d = json.load(sys.stdin); "
               "print([(p['agency'], len(p['diff']['cells'])) for p in d['pairs']], "
               "d['only_before'], d['only_after'])"},
              {.input = json.out});
    CHECK(checked.out == "[('乙 局', 1), ('甲局', 0)] ['丙镇人民政府'] ['丁局']\n");
    put("新/乙局又一份.yaml", "乙局", 6);
    write_file(scratch / "旧/坏.yaml", "agency: 甲局\n");
    const Run wrong = nianbao_run({"diff", "旧", "新"}, here);
    CHECK(wrong.exit == 1);
    CHECK(wrong.err.find("新/乙局又一份.yaml 和 新/民政.yaml 都是“乙局”的，只比较前一份\n") !=
          std::string::npos);
    CHECK(wrong.err.find("旧/坏.yaml: 错误 D-10") != std::string::npos);
}
