// Files and folders as they are read, and what the system's errors mean.
#include "file/reading.hpp"
#include "file/errno_text.hpp"
#include "nianbao/failure.hpp"
#include "program.hpp"

#include <doctest/doctest.h>

#include <cerrno>
#include <filesystem>
#include <string>

using namespace nianbao;

TEST_CASE("an error means another thing to reading, writing and listing") {
    const auto all = [](int error) {
        return errno_text(error, Access::read) + "|" + errno_text(error, Access::write) + "|" +
               errno_text(error, Access::list);
    };
    CHECK(all(ENOENT) == "没有这个文件|文件夹不存在|没有这个文件夹");
    CHECK(all(ENOTDIR) == "路径中有一段不是文件夹|路径中有一段不是文件夹|它不是文件夹");
    CHECK(all(EACCES) == "没有读取的权限|没有权限|没有权限");
    CHECK(all(EPERM) == "没有读取的权限|没有权限|没有权限");
}

TEST_CASE("errors that people meet are told in Chinese") {
    const std::pair<int, std::string> cases[] = {
        {EISDIR, "它是文件夹"},     {EROFS, "文件系统是只读的"},  {ENOSPC, "磁盘已满"},
        {EDQUOT, "超过了磁盘配额"}, {ENAMETOOLONG, "文件名太长"}, {ELOOP, "符号链接绕成了圈"},
        {EFBIG, "文件太大"},        {EMFILE, "打开的文件太多"},   {ENFILE, "打开的文件太多"},
        {EIO, "磁盘读写出错"},
    };
    for (const auto& [error, text] : cases) CHECK(errno_text(error, Access::write) == text);
    CHECK(errno_text(EXDEV, Access::write) != "");
}

TEST_CASE("a file is read up to a length, and one that is longer shows it") {
    const Scratch scratch;
    write_file(scratch / "a", "12345");
    CHECK(file_bytes(scratch / "a", 5) == "12345");
    CHECK(file_bytes(scratch / "a", 4).size() > 4);
    CHECK_THROWS_WITH_AS(static_cast<void>(file_bytes(scratch / "b", 5)),
                         ("不能读取 " + (scratch / "b").native() + "：没有这个文件").c_str(),
                         Failure);
    CHECK_THROWS_WITH_AS(static_cast<void>(file_bytes(scratch / "", 5)),
                         doctest::Contains("它是文件夹"), Failure);
}

TEST_CASE("the content of a regular file alone") {
    const Scratch scratch;
    write_file(scratch / "a", "12345");
    std::filesystem::create_symlink(scratch / "a", scratch / "link");
    CHECK(content_of(scratch / "a") == "12345");
    CHECK_FALSE(content_of(scratch / "link"));
    CHECK_FALSE(content_of(scratch / "none"));
    CHECK_FALSE(content_of(scratch / ""));
}

TEST_CASE("what stands in a folder, in byte order: folders, and all else") {
    const Scratch scratch;
    for (const char* name : {"b.txt", "a.txt", "B.txt"}) write_file(scratch / name, "");
    for (const char* name : {"e", "D"}) std::filesystem::create_directory(scratch / name);
    std::filesystem::create_directory_symlink("e", scratch / "c");
    const auto names = [](const std::vector<std::filesystem::path>& paths) {
        std::string all;
        for (const auto& path : paths) all += path.filename().native() + " ";
        return all;
    };
    const FolderEntries entries = entries_of(scratch / "");
    CHECK(names(entries.files) == "B.txt a.txt b.txt c ");
    CHECK(names(entries.folders) == "D e ");
    CHECK_THROWS_WITH_AS(
        static_cast<void>(entries_of(scratch / "none")),
        ("不能读文件夹 " + (scratch / "none").native() + "：没有这个文件夹").c_str(), Failure);
}
