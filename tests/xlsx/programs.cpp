// Workbooks in other people's programs: what their formulas come to there.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "nianbao/check.hpp"
#include "nianbao/workbook.hpp"
#include "office/edited_book.hpp"
#include "program.hpp"
#include "report/generator.hpp"

using namespace nianbao;

namespace {

/// A report of which one number was changed, mostly so that a sum fails.
Report with_one_changed(std::uint64_t number) {
    Random random(number * 7 + 1);
    Report report = generated_report(number, {.extent = Extent::usual});
    FilledForm* tables[] = {&report.disclosure, &report.applications, &report.disputes};
    FilledForm& table = *random.of(std::span<FilledForm* const>(tables));
    std::vector<Cell*> counts;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        if (table.form->entries[i].measure == Measure::count) counts.push_back(&table.cells[i]);
    }
    Cell& cell = *random.of(std::span<Cell* const>(counts));
    cell.value = *Amount::parse(std::to_string(random.below(9)));
    if (random.one_in(4)) cell.remark = "其中修订1件";
    return report;
}

/// What the rules of the tables find: "T3-01 自然人", in order.
std::vector<std::string> found_by_rules(const Report& report) {
    std::vector<std::string> found;
    for (const Finding& finding : check(report)) {
        if (finding.rule.starts_with("T"))
            found.push_back(finding.rule + " " +
                            finding.message.substr(0, finding.message.find("：")));
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// The fields of a line of CSV.
std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields{""};
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') quoted = !quoted;
        else if (c == ',' && !quoted) fields.emplace_back();
        else if (c != '\r') fields.back() += c;
    }
    return fields;
}

/// The same as 核对 says it, of that sheet as CSV: rule, sheet, what, left, right, result.
std::vector<std::string> found_by_formulas(const std::string& csv) {
    std::vector<std::string> found;
    std::istringstream lines(csv);
    std::size_t checked = 0;
    for (std::string line; std::getline(lines, line);) {
        const std::vector<std::string> fields = fields_of(line);
        if (fields.size() < 6 || !fields[0].starts_with("T")) continue;
        ++checked;
        if (!fields[5].empty())
            found.push_back(fields[0] + " " + fields[5].substr(0, fields[5].find("：")));
    }
    CHECK(checked > 2);
    std::sort(found.begin(), found.end());
    return found;
}

/// Takes away what the formulas came to, so that a program must reckon them.
void forget(std::vector<std::string> files) {
    files.insert(
        files.begin(),
        {"python3", std::string(NIANBAO_SOURCE) + "/tests/fixtures/office_parts.py", "forget"});
    const Run run = ::run(files);
    REQUIRE_MESSAGE(run.exit == 0, run.err);
}

bool is_long() { return std::getenv("NIANBAO_LONG") != nullptr; }

}  // namespace

TEST_CASE("What gnumeric reckons on 核对 is what the rules of the tables find") {
    const Scratch scratch;
    std::size_t wrong = 0;
    for (std::uint64_t i = 0; i < (is_long() ? 100 : 6); ++i) {
        CAPTURE(i);
        const Report report = with_one_changed(i);
        const std::string file = (scratch / fmt::format("{}.xlsx", i)).native();
        write_file(file, write_workbook(report));
        forget({file});
        const Run run = ::run({"ssconvert", "--recalc", "--export-type=Gnumeric_stf:stf_csv", "-S",
                               file, (scratch / fmt::format("{}-%n.csv", i)).native()});
        REQUIRE_MESSAGE(run.exit == 0, run.err);
        const std::vector<std::string> expected = found_by_rules(report);
        CHECK(found_by_formulas(read_file(scratch / fmt::format("{}-6.csv", i))) == expected);
        wrong += expected.empty() ? 0 : 1;
    }
    CHECK(wrong > 2);
}

TEST_CASE("gnumeric counts the lines of 申请台账 into the cells of table three") {
    made::EditedBook book(write_new_workbook({"云溪县档案局", 2025}, {.ledger = true}));
    const char* const lines[][3] = {{"自然人", "予以公开", ""},
                                    {"自然人", "予以公开", "是"},
                                    {"商业企业", "不予公开·属于国家秘密", ""},
                                    {"商业企业", "不予公开·属于国家秘密", ""},
                                    {"其他", "予以公开", "是"}};
    int row = 4;
    for (const auto& line : lines) {
        for (int column = 0; column < 3; ++column) {
            if (line[column][0] != '\0')
                book.text(fmt::format("申请台账!{}{}", "BCD"[column], row), line[column]);
        }
        ++row;
    }
    const Scratch scratch;
    const std::string file = write_file(scratch / "a.xlsx", book.bytes()).native();
    forget({file});
    const Run run = ::run({"ssconvert", "--recalc", "--export-type=Gnumeric_stf:stf_csv", "-S",
                           file, (scratch / "a-%n.csv").native()});
    REQUIRE_MESSAGE(run.exit == 0, run.err);
    std::vector<std::vector<std::string>> cells;
    std::istringstream csv(read_file(scratch / "a-4.csv"));
    for (std::string line; std::getline(csv, line);) cells.push_back(fields_of(line));
    const auto counted = [&](const std::string& path) {
        const std::string place = book.where(path);
        const made::Address at = made::address(place.substr(place.rfind('!') + 1));
        REQUIRE(at.row < std::ssize(cells));
        REQUIRE(at.column < std::ssize(cells[at.row]));
        return cells[at.row][at.column];
    };
    CHECK(counted("applications.received.natural_person") == "1");
    CHECK(counted("applications.received.business") == "2");
    CHECK(counted("applications.received.other") == "0");
    CHECK(counted("applications.received.total") == "3");
    CHECK(counted("applications.carried_in.natural_person") == "1");
    CHECK(counted("applications.carried_in.other") == "1");
    CHECK(counted("applications.results.disclosed.natural_person") == "2");
    CHECK(counted("applications.results.refused.state_secret.business") == "2");
    CHECK(counted("applications.results.refused.state_secret.total") == "2");
    CHECK(counted("applications.results.refused.law_forbids.business") == "0");
}

TEST_CASE("What LibreOffice reckons is the same (with NIANBAO_LONG, if it is there)") {
    const bool there = ::run({"sh", "-c", "command -v soffice"}).exit == 0;
    if (!is_long() || !there) return;
    constexpr std::uint64_t reports = 500;
    const Scratch scratch;
    std::vector<std::string> files;
    for (std::uint64_t i = 0; i < reports; ++i) {
        files.push_back((scratch / fmt::format("{}.xlsx", i)).native());
        write_file(files.back(), write_workbook(with_one_changed(i)));
    }
    forget(files);
    constexpr std::size_t at_once = 100;  // it ends without a word after some 250
    for (std::size_t from = 0; from < files.size(); from += at_once) {
        std::vector<std::string> words{
            "soffice",
            "--headless",
            "-env:UserInstallation=file://" + (scratch / "home").native(),
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
            "--outdir",
            scratch.folder().native()};
        for (std::size_t i = from; i < std::min(from + at_once, files.size()); ++i)
            words.push_back(files[i]);
        const Run run = ::run(words);
        REQUIRE_MESSAGE(run.exit == 0, run.err);
    }
    for (std::uint64_t i = 0; i < reports; ++i) {
        CAPTURE(i);
        CHECK(found_by_formulas(read_file(scratch / fmt::format("{}-核对.csv", i))) ==
              found_by_rules(with_one_changed(i)));
    }
}
