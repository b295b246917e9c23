// Whatever breaks while files are written: every file in the folder is the old one or the new one, whole, and a second run makes the rest.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <map>

#include "program.hpp"
#include "report/generator.hpp"

namespace {

namespace fs = std::filesystem;

using Files = std::map<std::string, std::string>;  // content by name

constexpr std::string_view temporary = ".nianbao-";  // how such files begin

Files files_of(const fs::path& folder) {
    Files files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().native();
        files[name] = name.starts_with(temporary) ? "" : read_file(entry.path());  // it may be gone at any moment
    }
    return files;
}

enum class Texts { distinct, same };

/// A folder of reports, and one with last year's PDFs in the places of every other.
class Offices {
public:
    explicit Offices(int count, Texts texts = Texts::distinct) {
        fs::create_directory(scratch / "in");
        const std::string small = source_file("tests/cases/small.yaml");
        for (int i = 0; i < count; ++i) {
            std::string data = small;
            if (texts == Texts::distinct) data.insert(data.find("编制"), fmt::format("第{}科", i));
            write_file(scratch / fmt::format("in/{:04}.yaml", i), data);
            if (i % 2 == 0) old_[fmt::format("{:04}.pdf", i)] = "last year's";
        }
        put_old_back();
        const Run whole = nianbao_run({"render", "in", "-o", "new", "--force"}, {.folder = scratch.folder()});
        REQUIRE_MESSAGE(whole.exit < 2, whole.err);
        new_ = files_of(scratch / "new");
        REQUIRE(new_.size() == static_cast<std::size_t>(count));
        clean_exit_ = whole.exit;
    }

    void put_old_back() const {
        fs::remove_all(scratch / "out");
        fs::create_directory(scratch / "out");
        for (const auto& [name, content] : old_) write_file(scratch / "out" / name, content);
    }

    std::vector<std::string> words(const std::string& jobs) const { return {"render", "in", "-o", "out", "--force", "--quiet", "-j", jobs}; }

    /// Renders all with a fault of the machine. `calls`: how often the call was made, or the allocations of a PDF.
    Run with_fault(const std::string& fault, const std::string& jobs, long* calls = nullptr) const {
        write_file(scratch / "told", "");
        const Run run = nianbao_run(
            words(jobs), {.folder = scratch.folder(),
                          .environment = {"LD_PRELOAD=" NIANBAO_FAILING, "ASAN_OPTIONS=verify_asan_link_order=0", "NIANBAO_FAULT=" + fault,
                                          "NIANBAO_FAULT_FOLDER=" + (scratch / "out").native(), "NIANBAO_FAULT_TOLD=" + (scratch / "told").native()}});
        const long told = std::strtol(read_file(scratch / "told").c_str(), nullptr, 10);
        if (calls != nullptr) *calls = told;
        return run;
    }

    /// How many are new. Each must be the old or the new one; nothing else may stand there but, where the program was killed, a temporary file.
    std::size_t made(bool killed = false, const char* folder = "out") const {
        std::size_t count = 0;
        for (const auto& file : files_of(scratch / folder)) {
            const std::string &name = file.first, &content = file.second;
            if (killed && name.starts_with(temporary)) continue;
            const auto as_new = new_.find(name);
            REQUIRE_MESSAGE(as_new != new_.end(), name);
            if (content == as_new->second) {
                ++count;
            } else {
                const auto as_old = old_.find(name);
                REQUIRE_MESSAGE((as_old != old_.end() && content == as_old->second),
                                fmt::format("{}: {} bytes instead of {}", name, content.size(), as_new->second.size()));
            }
        }
        return count;
    }

    bool is_new(const std::string& name) const { return fs::exists(scratch / "out" / name) && read_file(scratch / "out" / name) == new_.at(name); }
    std::size_t all() const { return new_.size(); }
    std::size_t old() const { return old_.size(); }
    int clean_exit() const { return clean_exit_; }

    const Scratch scratch;

private:
    Files old_, new_;
    int clean_exit_ = 0;
};

/// A file system of its own, for the program and what it starts: as root, or in a user's own namespace.
const std::vector<std::string> own_mounts = {"unshare", "--map-root-user", "--mount"};

bool may_mount() {
    const Scratch scratch;
    std::vector<std::string> words = own_mounts;
    words.insert(words.end(), {"mount", "-t", "tmpfs", "none", scratch.folder().native()});
    return run(words).exit == 0;
}

/// Renders all into a file system with these options of mount, then again with others. Answers the first run; out/ has what it left, later/ what the second.
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

bool long_tests() { return std::getenv("NIANBAO_LONG") != nullptr; }

pid_t start(const Offices& offices, const std::string& jobs) {
    std::vector<std::string> words = offices.words(jobs);
    words.insert(words.begin(), NIANBAO_PROGRAM);
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        if (std::freopen("/dev/null", "w", stderr) != nullptr && ::chdir(offices.scratch.folder().c_str()) == 0) ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }
    return child;
}

int exit_of(pid_t child) {
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return WIFSIGNALED(status) ? 1000 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

TEST_CASE("Every call that writes a file may fail, each in turn, for good or once: a file stays as it was, or is made at the second try") {
    const Offices offices(3);
    struct Call {
        const char* name;
        int error;
        const char* reason;
        long calls;  // of a run: fchmod where there was a file
    };
    const Call all[] = {{"open", EACCES, "没有权限", 3},   {"open", EROFS, "文件系统是只读的", 3}, {"open", EMFILE, "打开的文件太多", 3},
                        {"write", ENOSPC, "磁盘已满", 3},  {"write", EDQUOT, "超过了磁盘配额", 3}, {"fsync", EIO, "磁盘读写出错", 3},
                        {"fsync", ENOSPC, "磁盘已满", 3},  {"close", EIO, "磁盘读写出错", 3},      {"fchmod", EPERM, "没有权限", 2},
                        {"rename", EACCES, "没有权限", 3}, {"rename", ENOSPC, "磁盘已满", 3}};
    for (const Call& call : all) {
        for (long number = 0; number <= call.calls; ++number) {
            CAPTURE(call.name);
            CAPTURE(number);
            offices.put_old_back();
            long calls = 0;
            CHECK(offices.with_fault(fmt::format("{}:{}:{}", call.name, number, call.error), "1", &calls).exit == offices.clean_exit());
            CHECK(offices.made() == 3);
            CHECK(calls == call.calls + (number < call.calls ? 1 : 0));  // that one again

            offices.put_old_back();
            const Run from_then_on = offices.with_fault(fmt::format("{}:{}+:{}", call.name, number, call.error), "1");
            CHECK(from_then_on.exit == (number < call.calls ? 3 : offices.clean_exit()));
            std::size_t failed = 0;
            for (int file = 0; file < 3; ++file) {
                if (from_then_on.err.find(fmt::format("nianbao: 不能写文件 out/{:04}.pdf：{}\n", file, call.reason)) != std::string::npos) ++failed;
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
    for (const Fault& fault : {Fault{"write:0+:0", 3}, {"open_folder:0+:13", 1}, {"sync_folder:0+:5", 1}}) {
        CAPTURE(fault.text);
        offices.put_old_back();
        long calls = 0;
        const Run run = offices.with_fault(fault.text, "2", &calls);
        CHECK(run.exit == offices.clean_exit());
        CHECK(calls >= fault.calls);
        CHECK(offices.made() == 3);
    }
}

TEST_CASE("A temporary file that another run took for a leftover is written again") {
    const Offices offices(3);
    for (long number = 0; number < 3; ++number) {
        offices.put_old_back();
        long calls = 0;
        CHECK(offices.with_fault(fmt::format("lost:{}:0", number), "1", &calls).exit == offices.clean_exit());
        CHECK(calls == 4);
        CHECK(offices.made() == 3);
    }
    offices.put_old_back();
    const Run always = offices.with_fault("lost:0+:0", "1");
    CHECK(always.exit == 3);
    CHECK_MESSAGE(always.err.find("nianbao: 不能写文件 out/0000.pdf：临时文件一再被别的程序删除\n") != std::string::npos, always.err);
    CHECK(offices.made() == 0);
}

TEST_CASE("What a killed run left is gone after the next one") {
    const Offices offices(3);
    for (long number = 0; number < 3; ++number) {
        offices.put_old_back();
        CHECK(offices.with_fault(fmt::format("killed:{}:0", number), "1").exit == 128 + SIGKILL);
        CHECK(offices.made(true) == static_cast<std::size_t>(number));
        const Files left = files_of(offices.scratch / "out");
        CHECK(std::count_if(left.begin(), left.end(), [](const auto& file) { return file.first.starts_with(temporary); }) == 3 - number);
        CHECK(nianbao_run(offices.words("2"), {.folder = offices.scratch.folder()}).exit == offices.clean_exit());
        CHECK(offices.made() == 3);
    }
}

TEST_CASE("A disk that is full, or read-only: a real one") {
    const Offices offices(8);
    if (!may_mount()) {
        // Said aloud, and the same looked at by other means: the calls fail as they would on such a disk.
        MESSAGE("no file system can be mounted here (unshare, mount): made-up failures take the place of a full and a read-only disk");
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
        CHECK_MESSAGE(std::count(run.err.begin(), run.err.end(), '\n') == static_cast<long>(8 - made), run.err);
        for (int file = 0; file < 8; ++file) {
            const std::string name = fmt::format("{:04}.pdf", file);
            CHECK_MESSAGE(offices.is_new(name) == (run.err.find("nianbao: 不能写文件 disk/" + name + "：磁盘已满\n") == std::string::npos), run.err);
        }
    }
    const Run run = mounted(offices, "ro", "rw");
    CHECK(run.exit == 3);
    CHECK_MESSAGE(run.err.find("nianbao: 不能写文件 disk/0000.pdf：文件系统是只读的\n") != std::string::npos, run.err);
    CHECK(offices.made() == 0);
}

TEST_CASE("A folder in which nobody may write") {
    const Offices offices(2);
    fs::permissions(offices.scratch / "out", fs::perms::owner_read | fs::perms::owner_exec);
    std::vector<std::string> words = offices.words("1");
    words.insert(words.begin(), NIANBAO_PROGRAM);
    if (::geteuid() == 0) words.insert(words.begin(), {"setpriv", "--bounding-set=-all"});  // root without its powers: permissions count for it too
    const Run run = ::run(words, {.folder = offices.scratch.folder()});
    fs::permissions(offices.scratch / "out", fs::perms::owner_all);
    CHECK(run.exit == 3);
    for (const char* file : {"0000", "0001"})
        CHECK_MESSAGE(run.err.find(fmt::format("nianbao: 不能写文件 out/{}.pdf：没有权限\n", file)) != std::string::npos, run.err);
    CHECK(offices.made() == 0);
}

TEST_CASE("Every allocation of libharu may be refused, each in turn") {
    const int count = long_tests() ? 400 : 24;
    const Offices offices(count, Texts::same);  // so that every PDF takes as many
    long allocations = 0;
    CHECK(offices.with_fault("allocation:1000000000:0", "1", &allocations).exit == offices.clean_exit());
    REQUIRE(allocations > count);
    // As many PDFs as there are, each with another allocation refused; with --long all of them, run by run.
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
        for (std::size_t at = 0; (at = run.err.find("nianbao: 不能生成 PDF：内存不够\n", at)) != std::string::npos; ++at) ++told;
        CHECK(told == static_cast<std::size_t>(refused));
    }
}

TEST_CASE("Short limits of the system") {
    const Offices offices(3);
    const auto limited = [&](const std::string& limit) {
        offices.put_old_back();
        return run({"bash", "-c", limit + "; exec \"$0\" render in -o out --force --quiet -j 2", NIANBAO_PROGRAM}, {.folder = offices.scratch.folder()});
    };
    const Run size = limited("ulimit -f 16");
    CHECK(size.exit == 3);
    CHECK(size.err.find("nianbao: 不能写文件 out/0000.pdf：文件太大\n") != std::string::npos);
    CHECK(offices.made() == 0);
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    const int least = 32;  // the sanitizers open pipes of their own to look at memory, and report what is not there where they get none
#else
    const int least = 4;
#endif
    for (int files = least; files < least + 12; ++files) {
        const Run few = limited(fmt::format("ulimit -n {}", files));
        CAPTURE(files);
        CHECK((few.exit == offices.clean_exit() || few.exit == 3 || few.exit == 127));  // 127: too few to load the libraries
        CHECK((few.exit == offices.clean_exit()) == (offices.made() == 3));
    }
}

TEST_CASE("A batch is ended at any moment, and done again") {
    const Offices offices(24);
    const auto clock = [] { return std::chrono::steady_clock::now(); };
    const auto begin = clock();
    CHECK(exit_of(start(offices, "2")) == offices.clean_exit());
    const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(clock() - begin).count();

    nianbao::Random random(20240131);
    const int moments = long_tests() ? 200 : 10;
    std::size_t in_between = 0;
    for (int i = 0; i < moments; ++i) {
        const int signal = i % 2 == 0 ? SIGKILL : i % 4 == 1 ? SIGTERM : SIGINT;
        CAPTURE(i);
        offices.put_old_back();
        const pid_t child = start(offices, i % 3 == 0 ? "1" : "2");
        ::usleep(static_cast<useconds_t>(random.below(static_cast<int>(whole))));
        ::kill(child, signal);
        const int exit = exit_of(child);
        // Before the work begins the signal itself ends the program; after the last file it comes too late.
        CHECK((exit == 1000 + signal || exit == 128 + signal || exit == offices.clean_exit()));
        const std::size_t made = offices.made(signal == SIGKILL);
        if (made > 0 && made < offices.all()) ++in_between;
        if (exit == offices.clean_exit()) CHECK(made == offices.all());
        CHECK(exit_of(start(offices, "2")) == offices.clean_exit());
        CHECK(offices.made() == offices.all());  // and what the killed run left is gone
    }
    CHECK(in_between > 0);
}

TEST_CASE("Two runs on one folder do not hurt each other, nor does the end of one of them") {
    const Offices offices(16);
    for (int i = 0; i < 3; ++i) {
        offices.put_old_back();
        const pid_t one = start(offices, "2"), other = start(offices, "2");
        if (i > 0) {
            while (offices.made(true) < 3) ::usleep(1000);
            ::kill(one, i == 1 ? SIGTERM : SIGKILL);
        }
        const int ended = exit_of(one);
        if (i == 0) CHECK(ended == offices.clean_exit());
        CHECK(exit_of(other) == offices.clean_exit());
        CHECK(offices.made(i == 2) == offices.all());
    }
}
