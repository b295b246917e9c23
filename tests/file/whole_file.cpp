// Files that appear whole or not at all.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

#include "nianbao/failure.hpp"
#include "nianbao/whole_file.hpp"
#include "program.hpp"

using namespace nianbao;

namespace {

namespace fs = std::filesystem;

std::string failure(const fs::path& place, std::string_view bytes = "new") {
    try {
        write_whole_file(place, bytes);
        return "written";
    } catch (const Failure& failure) {
        return failure.what();
    }
}

}  // namespace

TEST_CASE("A file is written whole, and replaces what was there") {
    const Scratch scratch;
    CHECK(failure(scratch / "a.pdf", "one") == "written");
    CHECK(failure(scratch / "a.pdf", "two") == "written");
    CHECK(read_file(scratch / "a.pdf") == "two");
    CHECK(failure(scratch / "empty.pdf", "") == "written");
    CHECK(read_file(scratch / "empty.pdf") == "");
    CHECK(scratch.names() == "a.pdf empty.pdf");
}

TEST_CASE("A file is written in parts, and stays as it was if one cannot be made") {
    const Scratch scratch;
    write_whole_file(scratch / "a.json", [](const WritePart& write) {
        for (const char* part : {"[1, ", "", "2]"}) write(part);
    });
    CHECK(read_file(scratch / "a.json") == "[1, 2]");
    const auto broken = [](const WritePart& write) {
        write("[3, ");
        throw Failure("没有下一部分");
    };
    CHECK_THROWS_WITH_AS(write_whole_file(scratch / "a.json", broken), "没有下一部分", Failure);
    CHECK(read_file(scratch / "a.json") == "[1, 2]");
    CHECK(scratch.names() == "a.json");
}

TEST_CASE("A file without a name is told as such") {
    CHECK(failure("") == "不能写文件：文件名是空的");
}

TEST_CASE("A file that is replaced keeps its permissions, those of its group too") {
    const Scratch scratch;
    for (const mode_t mode : {0600U, 0664U, 02640U, 01604U}) {
        CAPTURE(mode);
        write_file(scratch / "a.pdf", "last year's");
        REQUIRE(::chmod((scratch / "a.pdf").c_str(), mode) == 0);
        CHECK(failure(scratch / "a.pdf") == "written");
        struct stat status;
        REQUIRE(::stat((scratch / "a.pdf").c_str(), &status) == 0);
        CHECK((status.st_mode & 07777) == mode);
    }
}

TEST_CASE("A file that cannot be written leaves nothing behind") {
    const Scratch scratch;
    const std::string here = scratch.folder().native();
    write_file(scratch / "file", "");
    fs::create_directory(scratch / "folder");
    CHECK(failure(scratch / "no/a.pdf") == "不能写文件 " + here + "/no/a.pdf：文件夹不存在");
    CHECK(failure(scratch / "file/a.pdf") ==
          "不能写文件 " + here + "/file/a.pdf：路径中有一段不是文件夹");
    CHECK(failure(scratch / "folder") == "不能写文件 " + here + "/folder：那里已有一个文件夹");
    CHECK(failure("/dev/full") == "不能写文件 /dev/full：那里已有一个管道或设备");
    const std::string longest(255, 'a'), longer(256, 'a');
    CHECK(failure(scratch / longest) == "written");
    CHECK(failure(scratch / longer) == "不能写文件 " + here + "/" + longer + "：文件名太长");
    CHECK(scratch.names() == longest + " file folder");
}

TEST_CASE("What was there stays when the disk is full") {
    const Scratch scratch;
    write_file(scratch / "a.pdf", "last year's");
    rlimit before;
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{
        4096, before.rlim_max};  // a file of more fails as on a full disk, with another reason
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    const std::string fits = failure(scratch / "b.pdf", std::string(4096, 'x')),
                      said = failure(scratch / "a.pdf", std::string(4097, 'x'));
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
    std::signal(SIGXFSZ, handler);
    CHECK(fits == "written");
    CHECK(said == "不能写文件 " + (scratch / "a.pdf").native() + "：文件太大");
    CHECK(read_file(scratch / "a.pdf") == "last year's");
    CHECK(scratch.names() == "a.pdf b.pdf");
}

TEST_CASE("Temporary files that nobody writes any more are removed, and nothing else") {
    const Scratch scratch;
    const std::string leftover = ".nianbao-0123456789abcdef", living = ".nianbao-fedcba9876543210";
    const std::string others[] = {".nianbao-0123456789abcde", ".nianbao-0123456789abcdef0",
                                  ".nianbao-0123456789ABCDEF", "nianbao-0123456789abcdef", "a.pdf"};
    for (const std::string& name : others) write_file(scratch / name, "another's");
    fs::create_directory(scratch / ".nianbao-aaaaaaaaaaaaaaaa");
    fs::create_symlink("a.pdf", scratch / ".nianbao-bbbbbbbbbbbbbbbb");
    REQUIRE(::mkfifo((scratch / ".nianbao-cccccccccccccccc").c_str(), 0600) == 0);
    const std::string before = scratch.names();
    write_file(scratch / leftover, "half of a re");
    write_file(scratch / living, "half of a re");
    const int file = ::open((scratch / living).c_str(), O_WRONLY | O_CLOEXEC);
    REQUIRE(::flock(file, LOCK_EX) == 0);  // as one who writes does
    remove_leftovers(scratch.folder());
    CHECK(!fs::exists(scratch / leftover));
    CHECK(fs::exists(scratch / living));
    ::close(file);
    remove_leftovers(scratch.folder());
    CHECK(scratch.names() == before);
    for (const std::string& name : others) CHECK(read_file(scratch / name) == "another's");
    remove_leftovers(scratch / "absent");
    remove_leftovers(scratch / "a.pdf");
}
