// Workbooks as the Open XML SDK judges them: what it finds nothing in, Excel opens
// without repairing it.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "county/letters/return_letter.hpp"
#include "county/made_county.hpp"
#include "county/sums/statistics.hpp"
#include "county/sums/working_paper.hpp"
#include "county/troubled_county.hpp"
#include "nianbao/read.hpp"
#include "nianbao/workbook.hpp"
#include "nianbao/write.hpp"
#include "program.hpp"
#include "report/generator.hpp"

using namespace nianbao;

namespace {

std::string verdicts(const std::vector<std::string>& files) {
    const std::string root = NIANBAO_SOURCE;
    std::vector<std::string> words{"node", root + "/tests/outside/ooxml.mjs",
                                   root + "/build/outside"};
    words.insert(words.end(), files.begin(), files.end());
    const Run run = ::run(words);
    REQUIRE_MESSAGE(run.exit == 0, run.err);
    return run.out;
}

}  // namespace

TEST_CASE("Both validators find nothing wrong, filled in and to be filled in") {
    const Scratch scratch;
    std::vector<std::string> files;
    std::string expected;
    const auto add = [&](const std::string& bytes) {
        files.push_back((scratch / fmt::format("{}.xlsx", files.size())).native());
        write_file(files.back(), bytes);
        expected += files.back() + "\tok\n";
    };
    for (std::string_view data : {"examples/huaian-2024.json", "examples/form-2019-en.yaml"}) {
        const Reading reading = read(std::string(NIANBAO_SOURCE) + "/" + std::string(data));
        REQUIRE(reading.report);
        add(write_workbook(*reading.report));
        if (reading.report->year < 2021) continue;
        NewReport asked{reading.report->agency, reading.report->year + 1, {}, &*reading.report};
        add(write_new_workbook(asked, {.ledger = true}));
    }
    const std::uint64_t generated = std::getenv("NIANBAO_LONG") != nullptr ? 100 : 0;
    for (std::uint64_t i = 0; i < generated; ++i) {
        Generating wanted;
        wanted.characters = Characters::any;
        const Report report = generated_report(i, wanted);
        add(write_workbook(report));
        if (edition_for(report.year + 1) != nullptr)
            add(write_new_workbook({report.agency, report.year + 1, {}, &report}));
    }
    // A workbook with findings on its cells.
    Report wrong = *read(std::string(NIANBAO_SOURCE) + "/examples/huaian-2024.json").report;
    wrong.cell("applications.received.natural_person")->value.digits += 1;
    const auto book = write_file(scratch / "wrong.xlsx", write_workbook(wrong));
    const std::string marked = (scratch / "marked.xlsx").native();
    CHECK(nianbao_run({"check", book.native(), "--no-fonts", "--mark", "-o", marked}).exit == 1);
    files.push_back(marked);
    expected += marked + "\tok\n";
    CHECK(verdicts(files) == expected);
}

TEST_CASE("They find nothing wrong in a county's sums, statistics and letters") {
    const Scratch scratch;
    const MadeCounty county(1, 12);
    const Edition& edition = *edition_for(MadeCounty::year);
    WorkingPaper paper(edition);
    for (const Office& office : county.offices) paper.add(office);
    const Report own = *Report::empty("云溪县人民政府", MadeCounty::year);
    Office wrong = county.offices.front();
    Finding finding;
    finding.rule = "T3-01";
    finding.where.field = "applications.received.total";
    finding.message = "总计：不等于";
    wrong.findings = {finding};
    std::vector<std::string> files;
    std::string expected;
    const auto add = [&](std::string_view name, const std::string& bytes) {
        files.push_back(write_file(scratch / name, bytes).native());
        expected += files.back() + "\tok\n";
    };
    add("paper.xlsx", paper.write(county.head, &own, &county.last.front()));
    add("statistics.xlsx", sums::write_statistics(paper.statistics(MadeCounty::year), county.head));
    add("return.docx", return_file(wrong, {}, county.head));
    CHECK(verdicts(files) == expected);
}

TEST_CASE("They find nothing wrong in a county's ledger, and in what goes back marked") {
    const Scratch scratch;
    Report wrong = made_report("云溪县民政局", 3);
    wrong.cell("applications.received.total")->value.digits += 1;
    std::filesystem::create_directory(scratch / "收件");
    write_file(scratch / "收件/民政.xlsx", write_workbook(wrong));
    write_file(scratch / "收件/财政.yaml", write(made_report("云溪县财政局", 4), Format::yaml));
    write_file(scratch / "收件/财政定稿.yaml", write(made_report("云溪县财政局", 5), Format::yaml));
    write_file(scratch / "名单.csv",
               "单位全称,备用\n云溪县民政局,\n云溪县财政局,\n云溪县教育局,\n");
    CHECK(nianbao_run({"collect", "收件", "--expect", "名单.csv", "-o", "汇总", "--now",
                       "2024-01-12 09:30"},
                      {.folder = scratch.folder()})
              .exit == 1);
    std::vector<std::string> files;
    std::string expected;
    for (const char* name : {"台账.xlsx", "退改意见/云溪县民政局（第1次）批注.xlsx"}) {
        files.push_back((scratch / "汇总" / name).native());
        expected += files.back() + "\tok\n";
    }
    CHECK(verdicts(files) == expected);
}

TEST_CASE("A workbook that is broken is seen") {
    const Scratch scratch;
    const auto file = write_file(scratch / "a.xlsx", write_new_workbook({"云溪县档案局", 2025}));
    const Run broken = ::run({"python3", "-c", R"(import sys, zipfile
old = zipfile.ZipFile(sys.argv[1]); parts = [(p, old.read(p)) for p in old.namelist()]; old.close()
with zipfile.ZipFile(sys.argv[1], 'w') as new:
    for part, content in parts: new.writestr(part, content.replace(b'<mergeCells', b'<mergedCells').replace(b'</mergeCells', b'</mergedCells')))",
                              file.native()});
    REQUIRE(broken.exit == 0);
    const std::string said = verdicts({file.native()});
    CHECK_MESSAGE(said.find("mergedCells") != std::string::npos, said);
}
