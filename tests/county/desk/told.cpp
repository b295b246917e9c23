// What a desk says of all that came: every file, what is late, what last year's report says
// otherwise; and that `check` says the same of a folder.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "county/troubled_county.hpp"
#include "nianbao/write.hpp"
#include "office/edited_book.hpp"
#include "office/made_zip.hpp"
#include "program.hpp"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

Collected collected(const fs::path& folder) {
    return collect(made_desk(folder), [](const Office&, const DeskHead&) {});
}

TEST_CASE("every file that came to a county is accounted for, and nothing that did not come") {
    const Scratch scratch;
    static_cast<void>(make_county(scratch.folder()));
    const Collected all = collected(scratch.folder());
    std::set<std::string> told;
    for (const DeskFile& file : all.files) {
        CAPTURE(file.path);
        CHECK(told.insert(file.path).second);
        CHECK_FALSE(file.says.empty());
    }
    const fs::path received = scratch / "收件";
    std::size_t archives = 0, there = 0;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(received)) {
        if (!entry.is_regular_file()) continue;
        const std::string path = fs::relative(entry.path(), received).string();
        ++there;
        // Of an archive that can be opened, each file within.
        const auto within = std::count_if(told.begin(), told.end(), [&](const std::string& one) {
            return one.starts_with(path + "/");
        });
        archives += within > 0 ? 1 : 0;
        CHECK_MESSAGE((told.contains(path) || within > 0), path);
    }
    CHECK(archives == 2);
    CHECK(told.size() == there);  // both archives hold one file
    CHECK(all.system_files == 0);
}

TEST_CASE("what is hidden is told and not read, and what systems put there is counted") {
    const Scratch scratch;
    const fs::path received = scratch / "收件";
    fs::create_directories(received / ".旧的");
    fs::create_directories(received / "乡镇");
    write_file(scratch / "名单.csv", "单位全称,备用\n云溪县民政局,\n云溪县财政局,\n");
    const std::string report = write(made_report("云溪县民政局", 1), Format::yaml);
    write_file(received / ".云溪县民政局.yaml", report);
    write_file(received / ".旧的/云溪县民政局.yaml", report);
    for (const char* name : {".DS_Store", "乡镇/Thumbs.db", "乡镇/desktop.ini", "._民政.yaml"})
        write_file(received / name, "system");
    write_file(received / "包.zip",
               made::zip({{.name = "__MACOSX/甲.yaml", .bytes = "mac"},
                          {.name = "甲/.DS_Store", .bytes = "mac"},
                          {.name = "甲/.藏着.yaml", .bytes = report},
                          {.name = "云溪县财政局.yaml",
                           .bytes = write(made_report("云溪县财政局", 2), Format::yaml)}}));
    for (int run = 0; run < 2; ++run) {
        const Collected all = collected(scratch.folder());
        std::string files;
        for (const DeskFile& file : all.files)
            files += fmt::format("{} {}\n", file.path, file.says);
        CHECK(files ==
              ".云溪县民政局.yaml 隐藏的文件，没有读\n"
              "包.zip/云溪县财政局.yaml 采用\n"
              "包.zip/甲/.藏着.yaml 不知道是哪个单位的：隐藏的文件，没有读\n"
              ".旧的 不知道是哪个单位的：隐藏的文件夹，没有看\n");
        CHECK(all.system_files == 6);
        CHECK(told(all.rows[0]) == "未报送 -");
        CHECK(told(all.rows[1]) == "按时报送 待审核 0/0 包.zip/云溪县财政局.yaml");
    }
    const Run run = nianbao_run(
        {"collect", "收件", "--expect", "名单.csv", "-o", "汇总", "--now", "2024-01-12 09:30"},
        {.folder = scratch.folder()});
    CHECK(run.err.find("\n系统自己的文件 6 个（.DS_Store、Thumbs.db、desktop.ini），没有看\n") !=
          run.err.npos);
}

/// One office in row 4 of the ledger, called with whatever else.
class Called {
public:
    Called() {
        fs::create_directory(scratch / "收件");
        fs::create_directory(scratch / "上年");
        write_file(scratch / "名单.txt", "云溪县民政局\n云溪县财政局\n");
        send("收件/民政.yaml", made_report("云溪县民政局", 1));
    }
    void send(const std::string& name, const Report& report) {
        write_file(scratch / name, write(report, Format::yaml));
    }
    Run collect(std::vector<std::string> more = {}) {
        std::vector<std::string> words{"collect", "收件", "--expect", "名单.txt",
                                       "-o",      "汇总", "--now",    "2024-02-06 09:30"};
        words.insert(words.end(), more.begin(), more.end());
        return nianbao_run(words, {.folder = scratch.folder()});
    }
    void type(const std::string& at, const std::string& text) {
        made::EditedBook book(read_file(scratch / "汇总/台账.xlsx"));
        book.text("台账!" + at, text);
        write_file(scratch / "汇总/台账.xlsx", book.bytes());
    }
    std::string ledger() const { return read_file(scratch / "汇总/台账.json"); }

    Scratch scratch;
};

TEST_CASE("collect holds each report against last year's of the same office") {
    Called called;
    Report last = made_report("云溪县民政局", 1);
    last.year = 2022;
    for (const char* column : {"natural_person", "total"})
        last.cell(fmt::format("applications.carried_out.{}", column))->value = {7, 0};
    called.send("上年/民政.yaml", last);
    static_cast<void>(called.collect());
    CHECK(called.ledger().find("\"same_as_last_year\": null") != std::string::npos);
    const Run same = called.collect({"--previous", "上年"});
    CHECK_MESSAGE(same.out.starts_with("云溪县民政局：按时报送，退回修改（第1次），须改 "),
                  same.out);
    CHECK(called.ledger().find("\"same_as_last_year\": 100") != std::string::npos);
    const std::string letter =
        read_file(called.scratch / "汇总/退改意见/云溪县民政局（第1次）.txt");
    CHECK_MESSAGE(letter.find("上年结转") != letter.npos, letter);
    // What it carried out last year is what it carries in: the text alone is the same.
    last = made_report("云溪县民政局", 1);
    last.year = 2022;
    last.overview = "去年的另一段话。";
    called.send("上年/民政.yaml", last);
    const Run other = called.collect({"--previous", "上年"});
    CHECK(other.out.find("须改") == other.out.npos);
    CHECK(called.ledger().find("\"same_as_last_year\": 100") == std::string::npos);
    CHECK(called.ledger().find("\"same_as_last_year\": null,") != std::string::npos);  // 财政局
}

TEST_CASE("what is published late is told by the date that holds: the law's, or the one given") {
    Called called;
    static_cast<void>(called.collect());
    called.type("K4", "审核通过");
    called.type("W4", "2024-02-05");
    called.type("X4", "https://www.yunxi.gov.cn/zwgk/2023.html");
    const Run late = called.collect();
    CHECK(called.ledger().find("\"publication\": \"late\"") != std::string::npos);
    CHECK(read_file(called.scratch / "汇总/催报/云溪县财政局.txt").find("法定公布期限为1月31日") !=
          std::string::npos);
    const Run in_time = called.collect({"--deadline", "2024-02-05"});
    CHECK(called.ledger().find("\"publication\": \"in_time\"") != std::string::npos);
    CHECK(read_file(called.scratch / "汇总/催报/云溪县财政局.txt").find("，公布期限为2月5日") !=
          std::string::npos);
    static_cast<void>(called.collect({"--deadline", "2024-02-04"}));
    CHECK(called.ledger().find("\"publication\": \"late\"") != std::string::npos);
    // The address goes on, from ledger to ledger.
    made::EditedBook book(read_file(called.scratch / "汇总/台账.xlsx"));
    CHECK(book.part("xl/sharedStrings.xml").find("https://www.yunxi.gov.cn/zwgk/2023.html") !=
          std::string::npos);
    CHECK(book.part("xl/sharedStrings.xml").find("逾期发布") != std::string::npos);
}

TEST_CASE("check has of a folder the states that collect has") {
    const Scratch scratch;
    static_cast<void>(make_county(scratch.folder()));
    const Collected all = collected(scratch.folder());
    std::vector<std::string> renamed, undecided, disputed;
    for (const LedgerRow& row : all.rows) {
        if (row.renamed)
            renamed.push_back(fmt::format("{}（报告写的是“{}”）", row.office.name, row.own_name));
        if (row.undecided) undecided.push_back(row.office.name);
        if (row.disputed) disputed.push_back(row.office.name);
    }
    const Run run = nianbao_run({"check", "收件", "--no-fonts", "--expect", "名单.csv"},
                                {.folder = scratch.folder()});
    const auto line = [](const std::string& state, const std::vector<std::string>& names) {
        REQUIRE_FALSE(names.empty());
        return fmt::format("{} {} 家：{}\n", state, names.size(), fmt::join(names, "、"));
    };
    CHECK_MESSAGE(
        run.err.ends_with("名单上没有的 1 份：东川县统计局\n" + line("疑似更名", renamed) +
                          line("多稿待定", undecided) + line("署名不符", disputed)),
        run.err.substr(run.err.find("应报")));
    const Run json =
        nianbao_run({"check", "收件", "--no-fonts", "--expect", "名单.csv", "--format", "json"},
                    {.folder = scratch.folder()});
    CHECK(json.out.find(fmt::format("\"undecided\": [\"{}\"]", undecided[0])) != json.out.npos);
}

}  // namespace
}  // namespace nianbao
