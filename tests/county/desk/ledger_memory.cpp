// A ledger of thousands of offices: it is written and read row by row, and comes back.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>

#include "county/desk/ledger/files.hpp"
#include "nianbao/previous.hpp"
#include "nianbao/write.hpp"
#include "program.hpp"
#include "report/example.hpp"

namespace nianbao {
namespace {

/// So many offices, each with a file; for every tenth an officer has typed something.
struct Made {
    explicit Made(int count) {
        collected.head = {"云溪县", 2023, {{2024, 1, 12}, 9, 30}, count, count, 0, 0};
        for (int i = 0; i < count; ++i) {
            LedgerRow row;
            row.office.name = fmt::format("云溪县第{:05}镇人民政府", i);
            row.office.category = "乡镇街道";
            row.office.contact = "王主任";
            row.office.phone = fmt::format("0530-{:07}", i);
            row.chosen = fmt::format("{:05}.yaml", i);
            row.files = {row.chosen};
            row.digest = std::string(64, 'a');
            row.main_problem = fmt::format("第{}处：结转下年度 1 件与第一部分不一致", i);
            row.own.received = "2024-01-12 09:30";
            row.own.chosen = row.chosen;
            row.own.review = "待审核";
            if (i % 10 == 0) row.typed.remarks = fmt::format("备注{}", i);
            desk::ReceivedFile file;
            file.path = row.chosen;
            file.digest = file.content = std::string(64, 'b');
            collected.files.push_back(
                {file.path, row.office.name, "采用", row.office.name, 2023, 1, {}});
            collected.rows.push_back(std::move(row));
            files.push_back(std::move(file));
        }
    }
    Collected collected;
    std::vector<desk::ReceivedFile> files;
};

/// The most memory that this process has had, in bytes.
std::size_t most_memory() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) return std::stoul(line.substr(6)) << 10;
    }
    return 0;
}

/// What a process of its own takes at most to write a ledger and to read it again.
std::size_t memory_for(int count) {
    const Scratch scratch;
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const Made made(count);
        const desk::LedgerFiles ledger(scratch.folder());
        ledger.write(made.collected, made.files);
        std::vector<Finding> findings;
        const desk::State state = ledger.state();
        const desk::TypedLedger typed = ledger.typed(state, findings);
        const bool whole = findings.empty() && std::ssize(state.rows) == count &&
                           std::ssize(typed.rows) == (count + 9) / 10;
        const std::size_t most = whole ? most_memory() : 0;
        const bool told = ::write(ends[1], &most, sizeof most) == sizeof most;
        ::_exit(told ? 0 : 1);
    }
    std::size_t most = 0;
    ::close(ends[1]);
    CHECK(::read(ends[0], &most, sizeof most) == sizeof most);
    ::close(ends[0]);
    int status = 0;
    CHECK(::waitpid(child, &status, 0) == child);
    CHECK(most > 0);
    return most;
}

TEST_CASE("A ledger takes little more memory than what is known of its offices") {
    constexpr int few = 1000, many = 5000;
    const std::size_t first = memory_for(few), last = memory_for(many);
    const std::size_t grown = last > first ? (last - first) / (many - few) : 0;
    MESSAGE(grown, " bytes an office");
#ifndef NIANBAO_SANITIZED  // sanitizers keep what was freed
    CHECK(grown < 9000);   // all cells at once, or all values of the JSON, take more
#endif
}

TEST_CASE("What is typed into a ledger of more cells than a report's workbook may have is read") {
    const Scratch scratch;
    const Made made(7000);
    const desk::LedgerFiles ledger(scratch.folder());
    ledger.write(made.collected, made.files);
    std::vector<Finding> findings;
    const desk::TypedLedger typed = ledger.typed(ledger.state(), findings);
    CHECK(findings.empty());
    REQUIRE(typed.rows.size() == 700);
    const desk::TypedLedger::Row& row = typed.rows.at("云溪县第06990镇人民政府");
    CHECK(row.typed.remarks == "备注6990");
    const std::optional<Place> place = typed.place(row, "备注");
    REQUIRE(place);
    CHECK(place_text(*place).ends_with("台账.xlsx：台账!Z6994"));
    CHECK_FALSE(typed.place(row, "没有这一栏"));
    CHECK_FALSE(typed.place({.office = row.office, .typed = {}}, "备注"));
}

TEST_CASE(
    "Last year's reports of more offices than a county has are read when they are asked for") {
    const Scratch scratch;
    const std::string folder = (scratch / "上年").native();
    std::filesystem::create_directory(folder);
    Report last = model_report_of_last_year();
    constexpr int kept = 1000;
    const auto name = [](int i) { return fmt::format("{:04}.json", i); };
    const auto agency = [](int i) { return fmt::format("云溪县第{}局", i); };
    for (int i = 0; i < kept + 2; ++i) {
        last.agency = agency(i);
        write_file(scratch / ("上年/" + name(i)), write(last, Format::json));
    }
    const PreviousReports previous = PreviousReports::read(folder);
    Report asked = model_report();
    const auto found = [&](int i) {
        asked.agency = agency(i);
        return previous.find(asked);
    };
    CHECK(found(kept - 1).report.use_count() == 2);
    const Previous later = found(kept);
    REQUIRE(later.report != nullptr);
    CHECK(later.report.use_count() == 1);  // nobody keeps it
    CHECK(later.report->agency == agency(kept));
    CHECK(later.none.empty());
    for (const std::string& damage : {std::string("{"), std::string()}) {
        if (damage.empty()) std::filesystem::remove(scratch / ("上年/" + name(kept + 1)));
        else write_file(scratch / ("上年/" + name(kept + 1)), damage);
        const Previous gone = found(kept + 1);
        CHECK(gone.report == nullptr);
        CHECK(gone.none == "文件夹 " + folder + " 里的 1001.json 后来变了，读不出来，没有比较");
    }
}

}  // namespace
}  // namespace nianbao
