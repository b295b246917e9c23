// 台账.xlsx in an officer's hands: columns and sheets of his own, lists to choose from.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <string>

#include "county/desk/local.hpp"
#include "county/troubled_county.hpp"
#include "nianbao/write.hpp"
#include "office/edited_book.hpp"
#include "program.hpp"

namespace nianbao {
namespace {

/// Three offices, in rows 4 to 6, of which one has sent two drafts and one nothing.
class Ledger {
public:
    Ledger() {
        write_file(scratch / "名单.csv",
                   "单位全称,备用\n云溪县民政局,\n云溪县财政局,\n云溪县教育局,\n");
        std::filesystem::create_directory(scratch / "收件");
        send("民政.yaml", made_report("云溪县民政局", 1));
        send("财政.yaml", made_report("云溪县财政局", 2));
        send("财政定稿.yaml", made_report("云溪县财政局", 3));
    }
    void send(const std::string& name, const Report& report) {
        write_file(scratch / "收件" / name, write(report, Format::yaml));
    }
    Collected collect(int day = 12) {
        return nianbao::collect(made_desk(scratch.folder(), day),
                                [](const Office&, const DeskHead&) {});
    }
    template <typename Edit>
    void edit(Edit edit) {
        made::EditedBook book(read_file(file()));
        edit(book);
        write_file(file(), book.bytes());
    }
    std::filesystem::path file() const { return scratch / "汇总/台账.xlsx"; }

    Scratch scratch;
};

using Added = std::vector<std::pair<std::string, std::string>>;

TEST_CASE("columns that an officer added go on by office") {
    Ledger ledger;
    static_cast<void>(ledger.collect());
    ledger.edit([](made::EditedBook& book) {
        book.text("台账!AA3", "经办科室");
        book.text("台账!AB3", "催办");
        book.text("台账!AA4", "办公室");
        book.text("台账!AB4", "1月10日电话");
        book.text("台账!AB6", "已两次");
    });
    const Added civil{{"经办科室", "办公室"}, {"催办", "1月10日电话"}}, school{{"催办", "已两次"}};
    // From the ledger, from the one written after it, and where it is gone.
    for (int day = 12; day < 15; ++day) {
        const Collected collected = ledger.collect(day);
        CHECK(collected.findings.empty());
        CHECK(collected.rows[0].added == civil);
        CHECK(collected.rows[1].added.empty());
        CHECK(collected.rows[2].added == school);
        if (day == 13) std::filesystem::remove(ledger.file());
    }
    // An office that goes from the list keeps what was typed there.
    write_file(ledger.scratch / "名单.csv", "单位全称,备用\n云溪县民政局,\n云溪县财政局,\n");
    const Collected gone = ledger.collect();
    REQUIRE(gone.rows.size() == 3);
    CHECK(gone.rows[2].added == school);
}

TEST_CASE("a sheet that an officer added is told of, and stays in the former ledger") {
    Ledger ledger;
    static_cast<void>(ledger.collect());
    ledger.edit([](made::EditedBook& book) { book.rename_sheet("来件", "备忘"); });
    const Collected collected = ledger.collect(13);
    REQUIRE(collected.findings.size() == 1);
    CHECK(collected.findings[0].rule == "L-39");
    CHECK(collected.findings[0].message == "台账里加的“备忘”一张没有带到新的台账里");
    CHECK(std::filesystem::exists(ledger.scratch /
                                  "汇总/以前的台账/台账（至2024-01-13 09.30）.xlsx"));
    CHECK(ledger.collect(14).findings.empty());
}

TEST_CASE("审核 and 采用文件 are chosen from lists") {
    Ledger ledger;
    const Collected collected = ledger.collect();
    CHECK(collected.rows[0].candidates.empty());
    CHECK(collected.rows[1].candidates == std::vector<std::string>{"财政.yaml", "财政定稿.yaml"});
    made::EditedBook book(read_file(ledger.file()));
    const std::string sheet = book.sheet("台账");
    const auto list_at = [&](const std::string& cells) {
        const std::size_t at = sheet.find("sqref=\"" + cells + "\"");
        REQUIRE(at != std::string::npos);
        const std::size_t begin = sheet.find("<formula1>", at) + 10;
        return sheet.substr(begin, sheet.find("</formula1>", begin) - begin);
    };
    CHECK(list_at("K4:K6").find("审核通过,退回修改,待审核") != std::string::npos);
    CHECK(list_at("H5").find("财政.yaml,财政定稿.yaml") != std::string::npos);
    CHECK(sheet.find("sqref=\"H4\"") == std::string::npos);
}

TEST_CASE("L-15: a profile of another year is told") {
    const auto told = [](const Profile& profile) {
        std::vector<Finding> findings;
        desk::tell_other_year(profile, 2026, findings);
        std::string all;
        for (const Finding& one : findings) all += one.rule + " " + one.message + "\n";
        return all;
    };
    Profile profile;
    profile.submission = Moment{{2026, 12, 25}};
    profile.correction = Moment{{2027, 1, 18}, 17, 0};
    profile.publication = Date{2027, 1, 31};
    CHECK(told(profile) == "");
    profile.submission = Moment{{2026, 11, 30}};
    profile.county_publication = Date{2026, 3, 31};
    CHECK(told(profile) ==
          "L-15 本地要求的“报送截止”是 2026 年的，2026 年度的报告应是 2027 年的\n"
          "L-15 本地要求的“汇总公布期限”是 2026 年的，2026 年度的报告应是 2027 年的\n");
    Ledger ledger;
    CollectOptions options = made_desk(ledger.scratch.folder());
    options.profile.publication = Date{2023, 1, 31};
    const Collected collected = collect(options, [](const Office&, const DeskHead&) {});
    REQUIRE(collected.findings.size() == 1);
    CHECK(collected.findings[0].rule == "L-15");
}

TEST_CASE("the county's file is kept anew only if it changes") {
    Ledger ledger;
    const auto collect = [&](int day) {
        const CollectOptions options = made_desk(ledger.scratch.folder(), day);
        static_cast<void>(write_county_report(
            options, nianbao::collect(options, [](const Office&, const DeskHead&) {})));
        return read_file(ledger.scratch / "汇总/云溪县人民政府.yaml");
    };
    const auto kept = [&](const std::string& day) {
        return std::filesystem::exists(
            ledger.scratch / "汇总/以前的台账" /
            fmt::format("云溪县人民政府（至2024-01-{} 09.30）.yaml", day));
    };
    const std::string first = collect(12);
    CHECK(first.starts_with("# 由 1 家的报告逐格相加（截至 1月12日9:30，"));
    CHECK(collect(13) == first);
    CHECK_FALSE(kept("13"));
    ledger.send("教育.yaml", made_report("云溪县教育局", 4));
    CHECK(collect(14).starts_with("# 由 2 家的报告逐格相加（截至 1月14日9:30，"));
    CHECK(kept("14"));
}

}  // namespace
}  // namespace nianbao
