// Whatever call fails while files are written: every file in the folder is the old one or
// the new one, whole.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>

#include "offices.hpp"

namespace {

namespace fs = std::filesystem;

}  // namespace

TEST_CASE(
    "Every call that writes a file may fail, each in turn, for good or once: a file stays as it was, or is made at the second try") {
    const Offices offices(3);
    struct Call {
        const char* name;
        int error;
        const char* reason;
        long calls;  // of a run: fchmod where there was a file
    };
    const Call all[] = {
        {"open", EACCES, "没有权限", 3},        {"open", EROFS, "文件系统是只读的", 3},
        {"open", EMFILE, "打开的文件太多", 3},  {"write", ENOSPC, "磁盘已满", 3},
        {"write", EDQUOT, "超过了磁盘配额", 3}, {"fsync", EIO, "磁盘读写出错", 3},
        {"fsync", ENOSPC, "磁盘已满", 3},       {"close", EIO, "磁盘读写出错", 3},
        {"fchmod", EPERM, "没有权限", 2},       {"rename", EACCES, "没有权限", 3},
        {"rename", ENOSPC, "磁盘已满", 3}};
    for (const Call& call : all) {
        for (long number = 0; number <= call.calls; ++number) {
            CAPTURE(call.name);
            CAPTURE(number);
            offices.put_old_back();
            long calls = 0;
            CHECK(
                offices
                    .with_fault(fmt::format("{}:{}:{}", call.name, number, call.error), "1", &calls)
                    .exit == offices.clean_exit());
            CHECK(offices.made() == 3);
            CHECK(calls == call.calls + (number < call.calls ? 1 : 0));  // that one again

            offices.put_old_back();
            const Run from_then_on =
                offices.with_fault(fmt::format("{}:{}+:{}", call.name, number, call.error), "1");
            CHECK(from_then_on.exit == (number < call.calls ? 3 : offices.clean_exit()));
            std::size_t failed = 0;
            for (int file = 0; file < 3; ++file) {
                if (from_then_on.err.find(fmt::format("nianbao: 不能写文件 out/{:04}.pdf：{}\n",
                                                      file, call.reason)) != std::string::npos)
                    ++failed;
            }
            CHECK(failed == static_cast<std::size_t>(call.calls - number));
            CHECK(offices.made() == 3 - failed);
        }
    }
    CHECK(offices.with_fault("none:0:0", "1").exit == offices.clean_exit());
    CHECK(offices.made() == 3);
}

TEST_CASE("From some moment on every call fails: what was made before it is whole") {
    const Offices offices(5);
    for (const char* call : {"open", "write", "fsync", "rename"}) {
        for (const char* jobs : {"1", "3"}) {
            CAPTURE(call);
            offices.put_old_back();
            CHECK(offices.with_fault(fmt::format("{}:2+:{}", call, ENOSPC), jobs).exit == 3);
            CHECK(offices.made() == 2);
        }
    }
}

TEST_CASE("A write may do half of its work; a folder that cannot be synced is no failure") {
    const Offices offices(3);
    struct Fault {
        const char* text;
        long calls;  // at least: a folder is synced once for several files
    };
    for (const Fault& fault :
         {Fault{"write:0+:0", 3}, {"open_folder:0+:13", 1}, {"sync_folder:0+:5", 1}}) {
        CAPTURE(fault.text);
        offices.put_old_back();
        long calls = 0;
        const Run run = offices.with_fault(fault.text, "2", &calls);
        CHECK(run.exit == offices.clean_exit());
        CHECK(calls >= fault.calls);
        CHECK(offices.made() == 3);
    }
}

TEST_CASE("Commands that write one file sync its folder, and do without where that fails") {
    const Offices offices(1);
    for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
             {"convert", "in/0000.yaml", "-o", "out/0000.json"},
             {"new", "--agency", "甲局", "--year", "2023", "-o", "out/new.yaml"}}) {
        CAPTURE(words[0]);
        for (const char* fault : {"sync_folder:0+:5", "sync_folder:1:5"}) {
            long calls = 0;
            const Run run = offices.disturbed(words, fault, &calls);
            CHECK_MESSAGE(run.exit == 0, run.err);
            CHECK(calls == 1);
            CHECK(std::filesystem::remove(offices.scratch / words.back()));
        }
    }
}

TEST_CASE("A temporary file that another run took for a leftover is written again") {
    const Offices offices(3);
    for (long number = 0; number < 3; ++number) {
        offices.put_old_back();
        long calls = 0;
        CHECK(offices.with_fault(fmt::format("lost:{}:0", number), "1", &calls).exit ==
              offices.clean_exit());
        CHECK(calls == 4);
        CHECK(offices.made() == 3);
    }
    offices.put_old_back();
    const Run always = offices.with_fault("lost:0+:0", "1");
    CHECK(always.exit == 3);
    CHECK_MESSAGE(
        always.err.find("nianbao: 不能写文件 out/0000.pdf：临时文件一再被别的程序删除\n") !=
            std::string::npos,
        always.err);
    CHECK(offices.made() == 0);
}

TEST_CASE("What a killed run left is gone after the next one") {
    const Offices offices(3);
    for (long number = 0; number < 3; ++number) {
        offices.put_old_back();
        const auto before = std::chrono::steady_clock::now();
        CHECK(offices.with_fault(fmt::format("killed:{}:0", number), "1").exit == 128 + SIGKILL);
        const auto took = std::chrono::steady_clock::now() - before;
        CHECK(offices.made(true) == static_cast<std::size_t>(number));
        const Files left = files_of(offices.scratch / "out");
        // After a tenth of a second the files that are written are put in their places,
        // so a slow machine has fewer of them in hand.
        const auto begun = std::count_if(left.begin(), left.end(), [](const auto& file) {
            return file.first.starts_with(temporary);
        });
        CHECK(begun >= 1);
        CHECK(begun <= 3 - number);
        if (took < std::chrono::milliseconds(100)) CHECK(begun == 3 - number);
        CHECK(nianbao_run(offices.words("2"), {.folder = offices.scratch.folder()}).exit ==
              offices.clean_exit());
        CHECK(offices.made() == 3);
    }
}

TEST_CASE("Every allocation of libharu may be refused, each in turn") {
    const int count = long_tests() ? 400 : 24;
    const Offices offices(count, Texts::same);  // so that every PDF takes as many
    long allocations = 0;
    CHECK(offices.with_fault("allocation:1000000000:0", "1", &allocations).exit ==
          offices.clean_exit());
    REQUIRE(allocations > count);
    // As many PDFs as there are, each with another allocation refused; with --long all of
    // them, run by run.
    const long step = long_tests() ? 1 : allocations / count;
    const long runs = long_tests() ? (allocations + count - 1) / count : 1;
    for (long i = 0; i < runs; ++i) {
        CAPTURE(i);
        offices.put_old_back();
        const long refused = std::min<long>(count, allocations - i * count);
        const Run run = offices.with_fault(fmt::format("allocation:{}:{}", i * count, step), "2");
        CHECK(run.exit == 3);
        CHECK(offices.made() == static_cast<std::size_t>(count - refused));
        std::size_t told = 0;
        for (std::size_t at = 0;
             (at = run.err.find("nianbao: 不能生成 PDF：内存不够\n", at)) != std::string::npos;
             ++at)
            ++told;
        CHECK(told == static_cast<std::size_t>(refused));
    }
}
