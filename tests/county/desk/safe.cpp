// Nothing that an officer typed is lost: on a full disk, in a folder that nobody may write.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

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
    "-o",      "汇总", "--now",    "2024-01-13 09:30", "--quiet"};

/// Three offices, in rows 4 to 6, with something typed for each after the first run.
class Typed {
public:
    Typed() {
        fs::create_directory(scratch / "收件");
        write_file(scratch / "名单.csv", "单位全称\n云溪县民政局\n云溪县财政局\n云溪县教育局\n");
        write_file(scratch / "本地要求.yaml", "县名: 云溪县\n落款: 云溪县政务公开办公室\n");
        send("民政.yaml", made_report("云溪县民政局", 1));
        Report wrong = made_report("云溪县财政局", 2);
        wrong.cell("applications.received.total")->value = {13, 0};
        send("财政.yaml", wrong);
        CHECK(nianbao_run(collecting, {.folder = scratch.folder()}).exit == 1);
        type("首次");
    }
    void send(const std::string& name, const Report& report) {
        write_file(scratch / "收件" / name, write(report, Format::yaml));
    }
    void type(const std::string& word) {
        made::EditedBook book(read_file(ledger()));
        for (int row = 4; row < 7; ++row)
            book.text(fmt::format("台账!Z{}", row), fmt::format("{}{}", word, row));
        book.text("台账!K4", "审核通过");
        book.text("台账!X4", "https://www.yunxi.gov.cn/" + word);
        write_file(ledger(), book.bytes());
        write_file(letter(), word + "改过的\n");
    }
    /// What of it a ledger has.
    std::string typed() const { return typed(ledger()); }
    static std::string typed(const fs::path& ledger) {
        const desk::TypedLedger read = desk::read_ledger(read_file(ledger), "台账.xlsx");
        std::string all = read.fault;
        for (const char* name : {"云溪县民政局", "云溪县财政局", "云溪县教育局"}) {
            const auto row = read.rows.find(name);
            if (row == read.rows.end()) continue;
            const OfficerColumns& own = row->second.typed;
            all += own.remarks + own.review + own.url + "\n";
        }
        return all;
    }
    static std::string expected(const std::string& word) {
        return fmt::format("{0}4审核通过https://www.yunxi.gov.cn/{0}\n{0}5\n{0}6\n", word);
    }
    fs::path ledger() const { return scratch / "汇总/台账.xlsx"; }
    fs::path letter() const { return scratch / "汇总/退改意见/云溪县财政局（第1次）.txt"; }

    Scratch scratch;
};

/// A file system of its own, for the program and what it starts.
const std::vector<std::string> own_mounts = {"unshare", "--map-root-user", "--mount"};

bool may_mount() {
    const Scratch scratch;
    std::vector<std::string> words = own_mounts;
    words.insert(words.end(), {"mount", "-t", "tmpfs", "none", scratch.folder().native()});
    return ::run(words).exit == 0;
}

TEST_CASE("on a disk that is full, or read-only, the former ledger stays with what was typed") {
    if (!may_mount()) {
        MESSAGE("no file system can be mounted here (unshare, mount)");
        return;
    }
    Typed desk;
    // What is larger than what was there.
    for (int i = 0; i < 3; ++i)
        desk.send(fmt::format("局{}.yaml", i), made_report(fmt::format("东川县第{}局", i), 20 + i));
    struct Full {
        std::string options, said;
    };
    for (const Full& full : {Full{"size=$((used + 8))k", "磁盘已满"}, Full{"ro", "只读"}}) {
        CAPTURE(full.options);
        std::vector<std::string> words = own_mounts;
        words.insert(words.end(), {"bash", "-c",
                                   R"(set -e
mkdir disk after
mount -t tmpfs none disk
cp -r 汇总/. disk
used=$(df -k --output=used disk | tail -1)
eval "mount -o remount,$1 disk"
set -- disk
first=0
"$0" collect 收件 --expect 名单.csv --profile 本地要求.yaml -o disk --now "2024-01-14 09:30" --quiet >/dev/null || first=$?
find disk -name '.nianbao-*'
cp -r disk/. after
umount disk; rmdir disk
exit $first)",
                                   NIANBAO_PROGRAM, full.options});
        const Run run = ::run(words, {.folder = desk.scratch.folder()});
        CHECK_MESSAGE(run.exit == 3, run.err);
        CHECK_MESSAGE(run.err.find(full.said) != std::string::npos, run.err);
        CHECK(run.out == "");  // nothing is left over
        CHECK(read_file(desk.scratch / "after/台账.xlsx") == read_file(desk.ledger()));
        fs::remove_all(desk.scratch / "after");
    }
    CHECK(nianbao_run(collecting, {.folder = desk.scratch.folder()}).exit == 1);
    CHECK(desk.typed() == Typed::expected("首次"));
}

TEST_CASE("wherever a disk becomes full, what was typed is in the ledger that is there") {
    if (!may_mount()) {
        MESSAGE("no file system can be mounted here (unshare, mount)");
        return;
    }
    Typed desk;
    for (int i = 0; i < 3; ++i)
        desk.send(fmt::format("局{}.yaml", i), made_report(fmt::format("东川县第{}局", i), 20 + i));
    bool failed = false, ended = false;
    for (const int room : {4, 16, 24, 32, 48, 64, 96, 128, 192, 256, 512, 4096}) {
        CAPTURE(room);
        std::vector<std::string> words = own_mounts;
        words.insert(words.end(), {"bash", "-c",
                                   R"(set -e
mkdir disk after
mount -t tmpfs none disk
cp -r 汇总/. disk
used=$(df -k --output=used disk | tail -1)
mount -o remount,size=$((used + $1))k disk
first=0
"$0" collect 收件 --expect 名单.csv --profile 本地要求.yaml -o disk --now "2024-01-14 09:30" --quiet >/dev/null || first=$?
find disk -name '.nianbao-*'
cp -r disk/. after
umount disk; rmdir disk
exit $first)",
                                   NIANBAO_PROGRAM, fmt::format("{}", room)});
        const Run run = ::run(words, {.folder = desk.scratch.folder()});
        CHECK_MESSAGE((run.exit == 3 || run.exit == 1), run.err);
        (run.exit == 3 ? failed : ended) = true;
        CHECK(run.out == "");
        CHECK(Typed::typed(desk.scratch / "after/台账.xlsx") == Typed::expected("首次"));
        fs::remove_all(desk.scratch / "after");
    }
    CHECK(failed);
    CHECK(ended);
}

TEST_CASE("into a folder that nobody may write the desk writes nothing, and says which") {
    Typed desk;
    const std::string before = read_file(desk.ledger());
    std::vector<std::string> words{NIANBAO_PROGRAM};
    if (::geteuid() == 0)  // root without its powers
        words.insert(words.begin(), {"setpriv", "--bounding-set=-all"});
    words.insert(words.end(), collecting.begin(), collecting.end());
    fs::permissions(desk.scratch / "汇总", fs::perms::owner_read | fs::perms::owner_exec);
    fs::permissions(desk.scratch / "汇总/.nianbao", fs::perms::owner_read | fs::perms::owner_exec);
    const Run run = ::run(words, {.folder = desk.scratch.folder()});
    fs::permissions(desk.scratch / "汇总/.nianbao", fs::perms::owner_all);
    fs::permissions(desk.scratch / "汇总", fs::perms::owner_all);
    CHECK(run.exit == 3);
    CHECK_MESSAGE(run.err.find("汇总") != std::string::npos, run.err);
    CHECK(run.err.find("没有权限") != std::string::npos);
    CHECK(read_file(desk.ledger()) == before);
}

}  // namespace
}  // namespace nianbao
