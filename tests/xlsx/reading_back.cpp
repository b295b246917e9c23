// Workbooks read back: as they were written, and after other programs have saved them.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "nianbao/read.hpp"
#include "nianbao/workbook.hpp"
#include "nianbao/write.hpp"
#include "program.hpp"
#include "report/generator.hpp"

using namespace nianbao;

namespace {

bool is_long() { return std::getenv("NIANBAO_LONG") != nullptr; }

/// What is told of a file, a line for each finding, and whether it holds that report.
/// Quotation marks within names are told of any cell (D-25).
std::string difference(const std::filesystem::path& file, const Report& expected) {
    const Reading reading = read(file);
    std::string told;
    for (const Finding& finding : reading.findings) {
        if (finding.rule != "D-25") told += message(finding) + "\n";
    }
    if (!reading.report) return told + "no report\n";
    if (write(*reading.report, Format::yaml) != write(expected, Format::yaml))
        return told + "another report\n";
    return told;
}

/// Without the lines that say of which cells a formula's result was not kept: openpyxl
/// keeps none.
std::string without_results_not_kept(const std::string& told) {
    std::string out;
    std::istringstream lines(told);
    for (std::string line; std::getline(lines, line);) {
        if (line.find("警告 D-29: 总计的公式没有保存的结果，由各格算出：") == line.npos)
            out += line + "\n";
    }
    return out;
}

/// Has a program open a workbook and save it as another.
bool resave(std::string_view program, const std::string& from, const std::string& to) {
    const std::string root = NIANBAO_SOURCE;
    std::vector<std::string> words;
    if (program == "gnumeric") words = {"ssconvert", from, to};
    else if (program == "openpyxl")
        words = {"/usr/bin/python3", "-c",
                 "import openpyxl, sys; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])",
                 from, to};
    else if (program == "libreoffice")
        words = {"sh",
                 "-c",
                 "soffice --headless \"-env:UserInstallation=file://$2.home\" --convert-to xlsx "
                 "--outdir \"$2.folder\" \"$1\" && mv \"$2.folder/${1##*/}\" \"$2\"",
                 "sh",
                 from,
                 to};
    else if (program == "poi") words = {"java", "@" + root + "/build/outside/resave", from, to};
    else
        words = {"node",
                 root + "/tests/outside/resave.mjs",
                 root + "/build/outside",
                 std::string(program),
                 from,
                 to};
    return ::run(words).exit == 0;
}

}  // namespace

TEST_CASE("A report is read back as it was written, byte for byte as YAML") {
    const Scratch scratch;
    for (std::uint64_t i = 0; i < (is_long() ? 200 : 20); ++i) {
        CAPTURE(i);
        Report report = generated_report(i, {.characters = Characters::any});
        // Some say in words what they took, and give no cells for it.
        if (!report.processing_fees && i % 2 == 0)
            report.other += fmt::format("\n全年收取信息处理费{}元。", i + 1);
        const auto file = write_file(scratch / "a.xlsx", write_workbook(report));
        CHECK(difference(file, report) == "");
    }
}

TEST_CASE("A total that is not the sum, as the report states it, is read back") {
    const Scratch scratch;
    Report report = generated_report(1, {.extent = Extent::usual, .year = 2023});
    report.cell("applications.received.total")->value.digits += 1;
    const auto file = write_file(scratch / "a.xlsx", write_workbook(report));
    CHECK(difference(file, report) == "");
}

TEST_CASE("Other programs open a workbook and save it, and the same report is read of it") {
    const Scratch scratch;
    std::vector<std::string_view> programs{"gnumeric", "exceljs", "sheetjs", "openpyxl"};
    if (is_long()) programs.insert(programs.end(), {"libreoffice", "poi"});
    for (const std::string_view program : programs) {
        for (std::uint64_t i = 0; i < (is_long() ? 40 : 2); ++i) {
            CAPTURE(program);
            CAPTURE(i);
            const Report report = generated_report(i, {.extent = Extent::usual});
            const std::string from = (scratch / fmt::format("{}.xlsx", i)).native(),
                              to = (scratch / fmt::format("{}-{}.xlsx", program, i)).native();
            write_file(from, write_workbook(report));
            REQUIRE(resave(program, from, to));
            const std::string told = difference(to, report);
            CHECK((program == "openpyxl" ? without_results_not_kept(told) : told) == "");
        }
    }
}

TEST_CASE("A marked workbook is opened and saved by other programs, and is the same report") {
    const Scratch scratch;
    Report report = generated_report(3, {.extent = Extent::usual, .year = 2023});
    report.cell("applications.received.natural_person")->value.digits += 1;
    const std::string book = (scratch / "a.xlsx").native(),
                      marked = (scratch / "marked.xlsx").native();
    write_file(book, write_workbook(report));
    CHECK(nianbao_run({"check", book, "--no-fonts", "--mark", "-o", marked}).exit == 1);
    CHECK(difference(marked, report) == "");
    std::vector<std::string_view> programs{"gnumeric", "openpyxl"};
    if (is_long()) programs.insert(programs.end(), {"libreoffice", "poi"});
    for (const std::string_view program : programs) {
        CAPTURE(program);
        const std::string to = (scratch / fmt::format("{}.xlsx", program)).native();
        REQUIRE(resave(program, marked, to));
        CHECK(without_results_not_kept(difference(to, report)) == "");
    }
}
