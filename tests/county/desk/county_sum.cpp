// The county's data file and 汇总底稿, as `collect` writes them, against the command
// `merge` over the same files.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "county/made_county.hpp"
#include "nianbao/read.hpp"
#include "nianbao/write.hpp"
#include "offices.hpp"
#include "program.hpp"
#include "report/cells.hpp"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

constexpr int offices = 24;

/// Values that differ, cell by cell.
std::string differences(const Report& a, const Report& b) {
    std::string text;
    const auto first = a.tables(), second = b.tables();
    for (std::size_t t = 0; t < first.size(); ++t) {
        REQUIRE(first[t]->form == second[t]->form);
        for (std::size_t i = 0; i < first[t]->cells.size(); ++i) {
            const std::string is = first[t]->cells[i].value.to_string(),
                              wanted = second[t]->cells[i].value.to_string();
            if (is != wanted)
                text += fmt::format("{}: {}, {}\n", cell_name(*first[t]->form, static_cast<int>(i)),
                                    is, wanted);
        }
    }
    return text;
}

TEST_CASE("the county's data file is that of merge, cell by cell, and 汇总底稿 adds up to it") {
    const std::uint64_t counties = long_tests() ? 20 : 2;
    for (std::uint64_t seed = 1; seed <= counties; ++seed) {
        CAPTURE(seed);
        const MadeCounty county(seed, offices);
        const Scratch scratch;
        fs::create_directory(scratch / "收件");
        fs::create_directory(scratch / "计入");
        std::string list = "单位全称,计入汇总\n";
        for (int i = 0; i < offices; ++i) {
            Report report = *county.offices[static_cast<std::size_t>(i)].report;
            report.agency = fmt::format("云溪县第{:02}局", i);
            report.members.clear();  // of which merge would find one twice
            // Every fifth is left out by the list.
            list += fmt::format("{},{}\n", report.agency, i % 5 == 4 ? "否" : "是");
            write_file(scratch / fmt::format("收件/{:02}.json", i), write(report, Format::json));
        }
        write_file(scratch / "名单.csv", list);
        write_file(scratch / "本地要求.yaml", "县名: 云溪县\n");
        const Run collected = nianbao_run(
            {"collect", "收件", "--expect", "名单.csv", "--profile", "本地要求.yaml", "-o", "汇总",
             "--year", fmt::format("{}", MadeCounty::year), "--now", "2027-01-12 09:30"},
            {.folder = scratch.folder()});
        REQUIRE_MESSAGE(collected.exit <= 1, collected.err);
        const std::string ledger = read_file(scratch / "汇总/台账.json");
        int summed = 0;
        for (int i = 0; i < offices; ++i) {
            const std::size_t row = ledger.find(fmt::format("\"agency\": \"云溪县第{:02}局\"", i));
            REQUIRE(row != ledger.npos);
            if (ledger.substr(ledger.find("\"summed\": ", row), 14) != "\"summed\": true") continue;
            CHECK(i % 5 != 4);
            ++summed;
            const std::string name = fmt::format("{:02}.json", i);
            fs::copy_file(scratch / "收件" / name, scratch / "计入" / name);
        }
        REQUIRE(summed >= 5);
        const Run merged = nianbao_run({"merge", "计入", "--agency", "云溪县人民政府", "--year",
                                        fmt::format("{}", MadeCounty::year), "-o", "merge.yaml"},
                                       {.folder = scratch.folder()});
        REQUIRE_MESSAGE(merged.exit == 0, merged.err);
        const auto report_in = [&](const char* name) {
            // What is still to be written in the texts is no matter of the cells.
            std::string text = read_file(scratch / name);
            for (std::size_t at = text.find("{{请填写}}"); at != text.npos;
                 at = text.find("{{请填写}}"))
                text.replace(at, std::string_view("{{请填写}}").size(), "见各单位的报告");
            const Reading reading = read(text, name, Format::yaml);
            REQUIRE(reading.report);
            return *reading.report;
        };
        const Report own = report_in("汇总/云溪县人民政府.yaml"), other = report_in("merge.yaml");
        CHECK(differences(own, other) == "");
        CHECK(own.members.size() == static_cast<std::size_t>(summed));
        CHECK(own.processing_fees == other.processing_fees);

        const std::vector<SheetLines> sheets =
            shown_by_gnumeric(scratch, read_file(scratch / "汇总/汇总底稿.xlsx"), 7, true);
        const auto tables = other.tables();
        for (std::size_t t = 0; t < tables.size(); ++t) {
            const SheetLines& lines = sheets[t + 1];
            const auto sum = std::find_if(
                lines.begin(), lines.end(),
                [](const std::vector<std::string>& line) { return line.front() == "合计"; });
            REQUIRE(sum != lines.end());
            const std::size_t before = sum->size() - tables[t]->cells.size();
            for (std::size_t i = 0; i < tables[t]->cells.size(); ++i) {
                const double shown = std::stod((*sum)[before + i]),
                             wanted = std::stod(tables[t]->cells[i].value.to_string());
                CHECK_MESSAGE(shown == doctest::Approx(wanted).epsilon(1e-12),
                              cell_name(*tables[t]->form, static_cast<int>(i)));
            }
        }
    }
}

}  // namespace
}  // namespace nianbao
