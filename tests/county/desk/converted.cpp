// A county's desk that old files come to: .doc, .wps and .xls, alone and within archives,
// made readable by the command that the county names. Here that is the shell.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "county/troubled_county.hpp"
#include "nianbao/profile.hpp"
#include "nianbao/write.hpp"
#include "office/made_word.hpp"
#include "office/made_zip.hpp"
#include "program.hpp"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

/// A compound file of old, with the name of one stream. At its end stands of which report
/// the command makes a new one.
std::string old_file(std::string_view stream, const std::string& report) {
    std::string bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    bytes += std::string(504, '\0');
    for (const char c : stream) (bytes += c) += '\0';
    return bytes + std::string(512, '\0') + "\n" + report;
}

class OldDesk {
public:
    OldDesk() {
        write_file(scratch / "名单.csv",
                   "单位全称,别名\n云溪县民政局,民政\n云溪县财政局,财政\n"
                   "云溪县青山镇人民政府,青山\n");
        make("民政", made_report("云溪县民政局", 1));
        make("财政", made_report("云溪县财政局", 2));
        send("民政/年报.doc", old_file("WordDocument", "民政"));
        send("包.zip", made::zip({{"财政.xls", old_file("Workbook", "财政")}}));
        send("青山.wps", old_file("WordDocument", "青山"));
        profile(command());
    }

    /// What the command makes of files that end with this name.
    void make(const std::string& name, const Report& report) {
        write_file(scratch / "report.yaml", write(report, Format::yaml));
        for (const char* to : {".docx", ".xlsx"}) {
            const bool word = std::string_view(to) == ".docx";
            std::vector<std::string> words{word ? "render" : "convert", "report.yaml"};
            if (word) words.push_back("--no-check");
            words.insert(words.end(), {"--force", "-o", name + to});
            const Run run = this->run(std::move(words));
            REQUIRE_MESSAGE(run.exit == 0, run.err);
        }
    }
    void send(const std::string& path, const std::string& bytes) {
        fs::create_directories((scratch / "收件" / path).parent_path());
        write_file(scratch / "收件" / path, bytes);
    }
    void profile(const std::string& command) {
        write_file(scratch / "本地要求.yaml",
                   "县名: 云溪县\n" + (command.empty() ? "" : "转换命令: >-\n  " + command + "\n"));
    }
    std::string command() const {
        return fmt::format(
            "sh -c 'echo >> \"{0}/runs\"; cp \"{0}/$(tail -n 1 \"$1\").$2\" \"$0\"' "
            "{{out}} {{in}} {{to}}",
            scratch.folder().native());
    }
    Run collect(const std::vector<std::string>& more = {}) const {
        std::vector<std::string> words{
            "collect",       "收件", "--expect", "名单.csv", "--profile",
            "本地要求.yaml", "-o",   "汇总",     "--now",    "2024-01-12 09:30"};
        words.insert(words.end(), more.begin(), more.end());
        return run(std::move(words));
    }
    Run run(std::vector<std::string> words) const {
        return nianbao_run(std::move(words), {.folder = scratch.folder()});
    }
    /// How many files were converted so far.
    long runs() const {
        const fs::path log = scratch / "runs";
        if (!fs::exists(log)) return 0;
        const std::string lines = read_file(log);
        return std::count(lines.begin(), lines.end(), '\n');
    }
    /// Files that are kept of what the command made.
    int kept() const {
        int count = 0;
        for (const auto& entry : fs::directory_iterator(scratch / "汇总/.nianbao"))
            count += entry.path().extension() == ".docx" || entry.path().extension() == ".xlsx";
        return count;
    }

    Scratch scratch;
};

constexpr std::string_view all_read =
    "云溪县民政局：按时报送，待审核，核验无误\n云溪县财政局：按时报送，待审核，核验无误\n";

TEST_CASE("old files in folders and archives are read, and failures are told file by file") {
    const OldDesk desk;
    const Run run = desk.collect();
    CHECK(run.exit == 1);
    CHECK(run.out.substr(0, run.out.find("汇总/")) ==
          "警告 L-42: “青山.wps”这是 WPS 文字文件 (.wps)，没有转换成：转换程序出错\n"
          "   提示: 用 WPS 或 Word 打开，另存为 .docx 再读\n" +
              std::string(all_read) +
              "云溪县青山镇人民政府：按时报送，无法读取。青山.wps（这是 WPS 文字文件 "
              "(.wps)，没有转换成：转换程序出错）\n");
    CHECK_MESSAGE(run.err.find("核验 2 份\n") != std::string::npos, run.err);
    CHECK_MESSAGE(run.err.find("已汇总 2 家") != std::string::npos, run.err);
    CHECK(desk.runs() == 3);
    CHECK(desk.kept() == 2);
    const std::string ledger = read_file(desk.scratch / "汇总/台账.json");
    CHECK(ledger.find("\"what\": \"这是 WPS 文字文件 (.wps)，没有转换成：转换程序出错\"") !=
          std::string::npos);
    CHECK(ledger.find("\"chosen\": \"包.zip/财政.xls\"") != std::string::npos);
}

TEST_CASE("only what has changed is converted again, and what failed is tried again") {
    OldDesk desk;
    static_cast<void>(desk.collect());
    REQUIRE(desk.runs() == 3);
    const Run again = desk.collect();
    CHECK(desk.runs() == 4);  // 青山.wps
    CHECK_MESSAGE(again.err.find("重新核验 0 份，其余 2 份没有变") != std::string::npos, again.err);

    Report wrong = made_report("云溪县民政局", 1);
    wrong.cell("applications.received.total")->value = {13, 0};
    desk.make("民政改", wrong);
    Report town = made_report("云溪县青山镇人民政府", 3);
    town.overview += "\n考核、评议、问责均已落实。";  // as a town's report says
    desk.make("青山", town);
    desk.send("民政/年报.doc", old_file("WordDocument", "民政改"));
    const Run changed = desk.collect();
    CHECK(desk.runs() == 6);
    CHECK(desk.kept() == 3);
    CHECK_MESSAGE(changed.out.starts_with("云溪县民政局：按时报送，退回修改（第1次），须改"),
                  changed.out);
    CHECK_MESSAGE(
        changed.out.find("云溪县青山镇人民政府：按时报送，待审核，核验无误\n") != std::string::npos,
        changed.out);
    CHECK(read_file(desk.scratch / "汇总/云溪县人民政府.yaml").size() > 0);

    // What was made is lost: it is made again, and nothing else.
    for (const auto& entry : fs::directory_iterator(desk.scratch / "汇总/.nianbao")) {
        if (entry.path().extension() == ".xlsx") fs::remove(entry.path());
    }
    static_cast<void>(desk.collect());
    CHECK(desk.runs() == 7);
    // Another command may make something else of them.
    desk.profile(desk.command() + " other");
    static_cast<void>(desk.collect());
    CHECK(desk.runs() == 10);
    CHECK(desk.kept() == 3);
}

TEST_CASE("without a command nothing is run, and old files are asked for again") {
    OldDesk desk;
    static_cast<void>(desk.collect());
    desk.profile("");
    const Run run = desk.collect();
    CHECK(desk.runs() == 3);
    CHECK(desk.kept() == 0);
    CHECK_MESSAGE(run.out.starts_with(
                      "云溪县民政局：按时报送，无法读取。民政/年报.doc（这是旧版 Word 文件 (.doc)"),
                  run.out);
    // The option goes before the profile.
    desk.profile("no-such-office-program");
    const Run none = desk.collect();
    CHECK_MESSAGE(none.out.find("“青山.wps”这是 WPS 文字文件 (.wps)，没有转换成：找不到转换程序 "
                                "no-such-office-program\n") != std::string::npos,
                  none.out);
    CHECK_MESSAGE(
        none.out.find("“包.zip/财政.xls”这是旧版 Excel 文件 (.xls)，没有转换成：找不到转换程序 "
                      "no-such-office-program\n   提示: 用 WPS 或 Excel 打开，") !=
            std::string::npos,
        none.out);
    const Run option = desk.collect({"--converter", desk.command()});
    CHECK(desk.runs() == 6);
    CHECK_MESSAGE(option.out.find(all_read) != std::string::npos, option.out);
}

TEST_CASE("the library runs no program because a profile names one") {
    const OldDesk desk;
    CollectOptions options = made_desk(desk.scratch.folder());
    options.list = OfficeList::read(desk.scratch / "名单.csv");
    options.profile = ReadProfile::read(desk.scratch / "本地要求.yaml", 2023).profile;
    CHECK(options.profile.converter == desk.command());
    static_cast<void>(collect(options, [](const Office&, const DeskHead&) {}));
    CHECK(desk.runs() == 0);
    options.converter = options.profile.converter;
    static_cast<void>(collect(options, [](const Office&, const DeskHead&) {}));
    CHECK(desk.runs() == 3);
}

TEST_CASE("an old letter that was converted is no report, and a scan beside one is a signed copy") {
    OldDesk desk;
    write_file(desk.scratch / "信.docx", made::word_file(made::word_paragraph("关于报送年报的函")));
    desk.send("青山.wps", old_file("WordDocument", "信"));
    desk.send("民政/签字页.jpg", std::string("\xFF\xD8\xFF\xE0\0\x10JFIF", 10));
    desk.send("民政/盖章.pdf", "%PDF-1.4\n%scan\n");
    const Run run = desk.collect();
    CHECK_MESSAGE(run.out.starts_with(std::string(all_read) + "云溪县青山镇人民政府：未报送\n"),
                  run.out);
    const std::string ledger = read_file(desk.scratch / "汇总/台账.json");
    const auto says = [&](const std::string& path) {
        const std::size_t at = ledger.find("\"path\": \"" + path + "\"");
        REQUIRE(at != ledger.npos);
        const std::size_t begin = ledger.find("\"says\": \"", at) + 9;
        return ledger.substr(begin, ledger.find('"', begin) - begin);
    };
    CHECK(says("青山.wps") == "这份 Word 文件里没有年报的标题和表，不是年报");
    CHECK(says("民政/签字页.jpg") == "签字盖章件（这是图片或者扫描件，不是数据文件）");
    CHECK(says("民政/盖章.pdf") == "签字盖章件（这是 PDF 文件，不是数据文件）");
}

}  // namespace
}  // namespace nianbao
