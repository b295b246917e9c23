// Disks that are full or read-only, folders without permission, short limits.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

#include "offices.hpp"

namespace {

namespace fs = std::filesystem;

/// A file system of its own, for the program and what it starts: as root, or in a user's
/// own namespace.
const std::vector<std::string> own_mounts = {"unshare", "--map-root-user", "--mount"};

bool may_mount() {
    const Scratch scratch;
    std::vector<std::string> words = own_mounts;
    words.insert(words.end(), {"mount", "-t", "tmpfs", "none", scratch.folder().native()});
    return run(words).exit == 0;
}

/// Renders all into a file system with these options of mount, then again with others.
/// Answers the first run; out/ has what it left, later/ what the second.
Run mounted(const Offices& offices, const std::string& options, const std::string& later) {
    offices.put_old_back();
    fs::remove_all(offices.scratch / "later");
    std::vector<std::string> words = own_mounts;
    words.insert(words.end(), {"bash", "-c",
                               R"(set -e
mkdir disk later
mount -t tmpfs none disk
cp out/* disk
mount -o "remount,$1" disk
render() { "$0" render in -o disk --force --quiet -j 2; }
first=0; render || first=$?
rm out/*; cp -r disk/. out
mount -o "remount,$2" disk
second=0; render 2>/dev/null || second=$?
cp -r disk/. later
umount disk; rmdir disk
echo $second
exit $first)",
                               NIANBAO_PROGRAM, options, later});
    Run run = ::run(words, {.folder = offices.scratch.folder()});
    CHECK_MESSAGE(run.out == std::to_string(offices.clean_exit()) + "\n", run.err);
    CHECK(offices.made(false, "later") == offices.all());
    return run;
}

}  // namespace

TEST_CASE("A disk that is full, or read-only: a real one") {
    const Offices offices(8);
    if (!may_mount()) {
        // Said aloud, and the same looked at by other means: the calls fail as they would
        // on such a disk.
        MESSAGE(
            "no file system can be mounted here (unshare, mount): made-up failures take the place of a full and a read-only disk");
        for (const char* fault : {"write:2+:28", "open:2+:28", "open:0+:30"}) {
            offices.put_old_back();
            CHECK(offices.with_fault(fault, "2").exit == 3);
            CHECK(offices.made() == (fault == std::string_view("open:0+:30") ? 0 : 2));
        }
        return;
    }
    for (const char* full : {"size=450k", "nr_inodes=7"}) {
        CAPTURE(full);
        const Run run = mounted(offices, full, "size=8m,nr_inodes=100");
        CHECK(run.exit == 3);
        const std::size_t made = offices.made();
        CHECK(made > 0);
        CHECK(made < 8);
        CHECK_MESSAGE(
            std::count(run.err.begin(), run.err.end(), '\n') == static_cast<long>(8 - made),
            run.err);
        for (int file = 0; file < 8; ++file) {
            const std::string name = fmt::format("{:04}.pdf", file);
            CHECK_MESSAGE(offices.is_new(name) ==
                              (run.err.find("nianbao: 不能写文件 disk/" + name + "：磁盘已满\n") ==
                               std::string::npos),
                          run.err);
        }
    }
    const Run run = mounted(offices, "ro", "rw");
    CHECK(run.exit == 3);
    CHECK_MESSAGE(
        run.err.find("nianbao: 不能写文件 disk/0000.pdf：文件系统是只读的\n") != std::string::npos,
        run.err);
    CHECK(offices.made() == 0);
}

TEST_CASE("A folder in which nobody may write") {
    const Offices offices(2);
    fs::permissions(offices.scratch / "out", fs::perms::owner_read | fs::perms::owner_exec);
    std::vector<std::string> words = offices.words("1");
    words.insert(words.begin(), NIANBAO_PROGRAM);
    if (::geteuid() == 0)
        words.insert(words.begin(),
                     {"setpriv", "--bounding-set=-all"});  // root without its powers:
                                                           // permissions count for it too
    const Run run = ::run(words, {.folder = offices.scratch.folder()});
    fs::permissions(offices.scratch / "out", fs::perms::owner_all);
    CHECK(run.exit == 3);
    for (const char* file : {"0000", "0001"})
        CHECK_MESSAGE(run.err.find(fmt::format("nianbao: 不能写文件 out/{}.pdf：没有权限\n",
                                               file)) != std::string::npos,
                      run.err);
    CHECK(offices.made() == 0);
}

TEST_CASE("Short limits of the system") {
    const Offices offices(3);
    const auto limited = [&](const std::string& limit) {
        offices.put_old_back();
        return run({"bash", "-c", limit + "; exec \"$0\" render in -o out --force --quiet -j 2",
                    NIANBAO_PROGRAM},
                   {.folder = offices.scratch.folder()});
    };
    const Run size = limited("ulimit -f 16");
    CHECK(size.exit == 3);
    CHECK(size.err.find("nianbao: 不能写文件 out/0000.pdf：文件太大\n") != std::string::npos);
    CHECK(offices.made() == 0);
#ifdef NIANBAO_SANITIZED
    const int least = 32;  // the sanitizers open pipes of their own to look at memory,
                           // and report what is not there where they get none
#else
    const int least = 4;
#endif
    for (int files = least; files < least + 12; ++files) {
        const Run few = limited(fmt::format("ulimit -n {}", files));
        CAPTURE(files);
        CHECK((few.exit == offices.clean_exit() || few.exit == 3 ||
               few.exit == 127));  // 127: too few to load the libraries
        // Never with the fonts that could still be opened: another page, unsaid.
        CHECK((few.exit == offices.clean_exit()) == (offices.made() == 3));
        if (few.exit == 3)
            CHECK_MESSAGE(few.err.find("打开的文件太多") != std::string::npos, few.err);
    }
}
