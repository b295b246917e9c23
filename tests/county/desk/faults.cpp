// A county's desk whose run is killed, whose files change under it, whose folder is in
// the way; and what people change in what it wrote.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <map>
#include <string>

#include "child.hpp"
#include "county/desk/ledger/ledger.hpp"
#include "county/troubled_county.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/write.hpp"
#include "office/edited_book.hpp"
#include "offices.hpp"
#include "program.hpp"
#include "report/generator.hpp"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> collecting{
    "collect", "收件", "--expect", "名单.csv",         "--profile", "本地要求.yaml",
    "-o",      "汇总", "--now",    "2024-01-12 09:30", "--quiet"};

/// Every file below a folder, but the former ledgers.
std::map<std::string, std::string> all_below(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        const std::string path = fs::relative(entry.path(), folder).string();
        if (entry.is_regular_file() && path.find("以前的台账") == path.npos)
            files[path] = read_file(entry.path());
    }
    return files;
}

std::string names_of(const std::map<std::string, std::string>& files) {
    std::string names;
    for (const auto& [name, bytes] : files) names += name + "\n";
    return names;
}

class Desk {
public:
    Desk() {
        fs::create_directory(scratch / "收件");
        write_file(scratch / "名单.csv",
                   "单位全称,备用\n云溪县民政局,\n云溪县财政局,\n云溪县教育局,\n");
        write_file(scratch / "本地要求.yaml", "县名: 云溪县\n落款: 云溪县政务公开办公室\n");
        send("民政.yaml", made_report("云溪县民政局", 1));
        Report wrong = made_report("云溪县财政局", 2);
        wrong.cell("applications.received.total")->value = {13, 0};
        send("财政.yaml", wrong);
    }
    void send(const std::string& name, const Report& report) {
        write_file(scratch / "收件" / name, write(report, Format::yaml));
    }
    Run collect(const std::string& now = "2024-01-12 09:30") {
        std::vector<std::string> words = collecting;
        words[9] = now;
        return nianbao_run(words, {.folder = scratch.folder()});
    }

    Scratch scratch;
};

TEST_CASE("a desk is killed at any moment, and run again") {
    const Scratch scratch;
    static_cast<void>(make_county(scratch.folder()));
    write_file(scratch / "本地要求.yaml", "县名: 云溪县\n");
    const auto clock = [] { return std::chrono::steady_clock::now(); };
    const auto begin = clock();
    CHECK(Child(scratch.folder(), collecting).exit() == 1);
    const auto whole =
        std::chrono::duration_cast<std::chrono::microseconds>(clock() - begin).count();
    const std::map<std::string, std::string> right = all_below(scratch / "汇总");
    REQUIRE(right.size() > 100);

    Random random(20240112);
    const int moments = long_tests() ? 100 : 4;
    for (int i = 0; i < moments; ++i) {
        const int signal = i % 2 == 0 ? SIGKILL : SIGTERM;
        CAPTURE(i);
        fs::remove_all(scratch / "汇总");
        const Child child(scratch.folder(), collecting);
        ::usleep(static_cast<useconds_t>(random.below(static_cast<int>(whole))));
        child.send(signal);
        const int exit = child.exit();
        CHECK((exit == 1000 + signal || exit == 128 + signal || exit == 1));
        CHECK(Child(scratch.folder(), collecting).exit() == 1);
        const std::map<std::string, std::string> again = all_below(scratch / "汇总");
        CHECK(names_of(again) == names_of(right));
        CHECK(again == right);
    }
}

/// What officers have typed into a ledger, by office and column.
std::map<std::string, std::string> typed_in(const fs::path& ledger) {
    const desk::TypedLedger read = desk::read_ledger(read_file(ledger), "台账.xlsx");
    REQUIRE_MESSAGE(read.fault.empty(), read.fault);
    std::map<std::string, std::string> typed;
    for (const auto& [office, row] : read.rows) {
        typed[office + " 备注"] = row.typed.remarks;
        typed[office + " 发布网址"] = row.typed.url;
        typed[office + " 收到日期"] = row.typed.received;
        for (const auto& [head, text] : row.added) typed[office + " " + head] = text;
    }
    std::erase_if(typed, [](const auto& one) { return one.second.empty(); });
    return typed;
}

TEST_CASE("a desk is killed again and again while people type: nothing typed is lost") {
    const Scratch scratch, calm;
    constexpr int rows = made_offices, first_row = 4;
    Random random(20240113);
    // Half of the offices have sent theirs when people begin to type.
    for (const Scratch* own : {&scratch, &calm}) {
        static_cast<void>(make_county(own->folder()));
        write_file(*own / "本地要求.yaml", "县名: 云溪县\n");
        fs::create_directory(*own / "后来");
        for (int i = 60; i < rows; ++i) {
            const std::string name = made_name(i) + ".yaml";
            fs::rename(*own / "收件" / name, *own / "后来" / name);
        }
        CHECK(Child(own->folder(), collecting).exit() == 1);
        for (const fs::directory_entry& entry : fs::directory_iterator(*own / "后来"))
            fs::rename(entry.path(), *own / "收件" / entry.path().filename());
    }
    const auto type = [&](const Scratch& own, int i) {
        const fs::path ledger = own / "汇总/台账.xlsx";
        made::EditedBook book(read_file(ledger));
        const int row = first_row + i * 37 % rows;
        book.text(fmt::format("台账!Z{}", row), fmt::format("备注{}", i));
        if (i % 3 == 0) book.text(fmt::format("台账!X{}", row), fmt::format("https://a.cn/{}", i));
        if (i % 5 == 0) book.text(fmt::format("台账!G{}", row), "1月11日下午");
        write_file(ledger, book.bytes());
    };
    const auto clock = [] { return std::chrono::steady_clock::now(); };
    const auto begin = clock();
    CHECK(Child(calm.folder(), collecting).exit() == 1);
    const auto whole =
        std::chrono::duration_cast<std::chrono::microseconds>(clock() - begin).count();
    const int moments = long_tests() ? 100 : 4;
    for (int i = 0; i < moments; ++i) {
        CAPTURE(i);
        type(scratch, i);
        const std::map<std::string, std::string> typed = typed_in(scratch / "汇总/台账.xlsx");
        const Child child(scratch.folder(), collecting);
        ::usleep(static_cast<useconds_t>(random.below(static_cast<int>(whole))));
        child.send(i % 4 == 3 ? SIGTERM : SIGKILL);
        const int exit = child.exit();
        CHECK((exit == 1000 + SIGKILL || exit == 128 + SIGTERM || exit == 1000 + SIGTERM ||
               exit == 1));
        CHECK(typed_in(scratch / "汇总/台账.xlsx") == typed);
    }
    for (int i = 0; i < moments; ++i) type(calm, i);
    for (const Scratch* own : {&scratch, &calm})
        CHECK(Child(own->folder(), collecting).exit() == 1);
    const std::map<std::string, std::string> right = all_below(calm / "汇总"),
                                             now = all_below(scratch / "汇总");
    CHECK(names_of(now) == names_of(right));
    CHECK(now == right);
    CHECK(typed_in(scratch / "汇总/台账.xlsx") == typed_in(calm / "汇总/台账.xlsx"));
    CHECK(std::ssize(typed_in(calm / "汇总/台账.xlsx")) >= moments);
}

TEST_CASE("a ledger that is opened in WPS while the desk works is left alone") {
    Desk desk;
    static_cast<void>(desk.collect());
    const std::map<std::string, std::string> before = all_below(desk.scratch / "汇总");
    const fs::path lock = desk.scratch / "汇总/~$台账.xlsx";
    desk.send("教育.yaml", made_report("云溪县教育局", 3));
    CollectOptions options = made_desk(desk.scratch.folder());
    options.batch.threads = 1;
    options.check.previous = [&](const Report&) {
        write_file(lock, "user");
        return Previous{};
    };
    CHECK_THROWS_WITH_AS(static_cast<void>(collect(options, [](const Office&, const DeskHead&) {})),
                         doctest::Contains("正打开着"), Failure);
    fs::remove(lock);
    const std::map<std::string, std::string> after = all_below(desk.scratch / "汇总");
    CHECK(after.at("台账.xlsx") == before.at("台账.xlsx"));
    CHECK(after.at("台账.json") == before.at("台账.json"));
    CHECK(desk.collect().exit == 1);
}

TEST_CASE("a file that changes while the desk reads is told, and read the next time") {
    Desk desk;
    CollectOptions options = made_desk(desk.scratch.folder());
    options.batch.threads = 1;
    // Asked for when the first office is begun.
    options.check.previous = [&](const Report& report) {
        if (report.agency == "云溪县民政局") desk.send("财政.yaml", made_report("云溪县财政局", 5));
        return Previous{};
    };
    const auto collect_changing = [&] {
        return collect(options, [](const Office&, const DeskHead&) {});
    };
    const Collected first = collect_changing();
    CHECK(told(first.rows[1]) == "按时报送 无法读取 -");
    CHECK(first.rows[1].main_problem == "财政.yaml 在处理时变了，请再收一次");
    CHECK(told(collect_changing().rows[1]) == "按时报送 待审核 0/0 财政.yaml");
}

TEST_CASE("a desk whose places are taken by something else writes nothing") {
    Desk desk;
    write_file(desk.scratch / "汇总", "a file");
    const Run file = desk.collect();
    CHECK(file.exit == 3);
    CHECK(file.err == "nianbao: 不能写文件 汇总/台账.xlsx：路径中有一段不是文件夹\n");
    fs::remove(desk.scratch / "汇总");
    fs::create_directories(desk.scratch / "汇总/台账.xlsx");
    const Run folder = desk.collect();
    CHECK(folder.exit == 3);
    CHECK(folder.err.find("台账.xlsx") != folder.err.npos);
    CHECK_FALSE(fs::exists(desk.scratch / "汇总/台账.json"));
    fs::remove(desk.scratch / "汇总/台账.xlsx");
    CHECK(desk.collect().exit == 1);
}

TEST_CASE("an examination that is damaged is made again") {
    Desk desk;
    static_cast<void>(desk.collect());
    const std::map<std::string, std::string> right = all_below(desk.scratch / "汇总");
    for (const fs::directory_entry& entry : fs::directory_iterator(desk.scratch / "汇总/.nianbao"))
        write_file(entry.path(), std::string(100, '\0'));
    write_file(desk.scratch / "汇总/台账.json", "{\"offices\": [");
    static_cast<void>(desk.collect());
    CHECK(all_below(desk.scratch / "汇总") == right);
}

TEST_CASE("letters are numbered, and what an officer changes in them stays") {
    Desk desk;
    static_cast<void>(desk.collect());
    const fs::path folder = desk.scratch / "汇总";
    CHECK(names_of(all_below(folder / "退改意见")) ==
          "云溪县财政局（第1次）.docx\n云溪县财政局（第1次）.txt\n");
    CHECK(names_of(all_below(folder / "催报")) == "云溪县教育局.txt\n工作群.txt\n");
    const std::string letter = read_file(folder / "退改意见/云溪县财政局（第1次）.docx");
    // The next day it still has the day on which it was written.
    static_cast<void>(desk.collect("2024-01-13 09:30"));
    CHECK(read_file(folder / "退改意见/云溪县财政局（第1次）.docx") == letter);
    write_file(folder / "退改意见/云溪县财政局（第1次）.txt", "改过的\n");
    Report wrong = made_report("云溪县财政局", 2);
    wrong.cell("applications.received.total")->value = {14, 0};
    desk.send("财政.yaml", wrong);
    desk.send("教育.yaml", made_report("云溪县教育局", 3));
    static_cast<void>(desk.collect("2024-01-14 09:30"));
    CHECK(names_of(all_below(folder / "退改意见")) ==
          "云溪县财政局（第2次）.docx\n云溪县财政局（第2次）.txt\n"
          "以前的/云溪县财政局（第1次）.docx\n以前的/云溪县财政局（第1次）.txt\n");
    CHECK(read_file(folder / "退改意见/以前的/云溪县财政局（第1次）.docx") == letter);
    CHECK(read_file(folder / "退改意见/以前的/云溪县财政局（第1次）.txt") == "改过的\n");
    CHECK(names_of(all_below(folder / "催报")) == "");
}

TEST_CASE("a letter stays as it was written when the same draft comes under another name") {
    Desk desk;
    static_cast<void>(desk.collect());
    const fs::path folder = desk.scratch / "汇总/退改意见";
    const std::map<std::string, std::string> letters = all_below(folder);
    fs::copy_file(desk.scratch / "收件/财政.yaml", desk.scratch / "收件/A财政.yaml");
    static_cast<void>(desk.collect("2024-01-13 09:30"));
    CHECK(all_below(folder) == letters);
    // Something else is asked: it is written anew, and the former one is kept.
    write_file(desk.scratch / "本地要求.yaml",
               "县名: 云溪县\n落款: 云溪县政务公开办公室\n总体情况字数: 10\n");
    static_cast<void>(desk.collect("2024-01-14 09:30"));
    CHECK(read_file(folder / "以前的/云溪县财政局（第1次）（至2024-01-14 09.30）.docx") ==
          letters.at("云溪县财政局（第1次）.docx"));
    // It passes: none is left to be sent along.
    write_file(desk.scratch / "本地要求.yaml", "县名: 云溪县\n");
    fs::remove(desk.scratch / "收件/A财政.yaml");
    desk.send("财政.yaml", made_report("云溪县财政局", 2));
    static_cast<void>(desk.collect("2024-01-15 09:30"));
    CHECK(names_of(all_below(folder)).find("\n云溪县") == std::string::npos);
    CHECK(fs::exists(folder / "以前的/云溪县财政局（第1次）.docx"));
}

TEST_CASE("a sheet that an officer changed is kept before it is written anew") {
    Desk desk;
    static_cast<void>(desk.collect());
    const fs::path folder = desk.scratch / "汇总";
    write_file(folder / "汇总底稿.xlsx", "changed");
    static_cast<void>(desk.collect());
    CHECK(read_file(folder / "汇总底稿.xlsx") == "changed");  // nothing new is to be said
    desk.send("教育.yaml", made_report("云溪县教育局", 3));
    static_cast<void>(desk.collect("2024-01-14 09:30"));
    CHECK(read_file(folder / "汇总底稿.xlsx") != "changed");
    CHECK(read_file(folder / "以前的台账/汇总底稿（至2024-01-14 09.30）.xlsx") == "changed");
}

}  // namespace
}  // namespace nianbao
