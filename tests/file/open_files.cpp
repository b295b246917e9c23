// What happens if the system has no more open files.
#include <doctest/doctest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <optional>
#include <string>
#include <vector>

#include "file/exhausted.hpp"
#include "file/mapped_file.hpp"
#include "font/file.hpp"

namespace nianbao {
namespace {

int lowest_free() {
    const int number = ::dup(STDERR_FILENO);
    ::close(number);
    return number;
}

/// Allows as many more open files as `spare`, while it lives.
class OpenFiles {
public:
    explicit OpenFiles(int spare) {
        std::vector<int> taken;  // numbers that are free may lie between others
        for (int i = 0; i < spare; ++i) taken.push_back(::dup(STDERR_FILENO));
        const rlim_t first_refused = lowest_free();
        for (int number : taken) ::close(number);
        ::getrlimit(RLIMIT_NOFILE, &before_);
        const rlimit limit{first_refused, before_.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
    ~OpenFiles() { ::setrlimit(RLIMIT_NOFILE, &before_); }
    OpenFiles(const OpenFiles&) = delete;
    OpenFiles& operator=(const OpenFiles&) = delete;

private:
    rlimit before_{};
};

/// What require_open_files says; empty: nothing.
std::string required(int count, int spare) {
    const OpenFiles files(spare);
    try {
        require_open_files(count);
    } catch (const Exhausted& exhausted) {
        return exhausted.what();
    }
    return {};
}

}  // namespace

TEST_CASE("As many open files as are asked for, and one fewer") {
    const int free = lowest_free();
    CHECK(required(8, 8) == "");
    CHECK(required(8, 7) == "不能找字体：打开的文件太多");
    CHECK(lowest_free() == free);  // those of the question are closed again
}

TEST_CASE("A file that cannot be mapped: the file is at fault, or the system is") {
    MappedFile absent;
    const std::optional<MappedFile::Refusal> none = absent.map("/nowhere/at/all");
    REQUIRE(none);
    CHECK(none->why == "没有这个文件");
    CHECK_FALSE(none->exhausted);

    MappedFile present;
    std::optional<MappedFile::Refusal> full;
    {
        const OpenFiles files(0);
        full = present.map("/proc/self/exe");
    }
    REQUIRE(full);
    CHECK(full->why == "打开的文件太多");
    CHECK(full->exhausted);
}

TEST_CASE("A font that cannot be opened for that is not at fault: none other is taken") {
    std::string told;
    {
        const OpenFiles files(0);
        try {
            static_cast<void>(FontFile::open("/proc/self/exe"));
        } catch (const Exhausted& exhausted) {
            told = exhausted.what();
        } catch (const Failure&) {
            told = "a failure of the file";
        }
    }
    CHECK(told == "打不开字体文件 /proc/self/exe：打开的文件太多");
}

}  // namespace nianbao
