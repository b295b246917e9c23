// Files that appear whole or not at all, and the line as a library runs it.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

#include "nianbao/failure.hpp"
#include "nianbao/job.hpp"
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

TEST_CASE("A file that cannot be written leaves nothing behind") {
    const Scratch scratch;
    const std::string here = scratch.folder().native();
    write_file(scratch / "file", "");
    fs::create_directory(scratch / "folder");
    CHECK(failure(scratch / "no/a.pdf") == "不能写文件 " + here + "/no/a.pdf：文件夹不存在");
    CHECK(failure(scratch / "file/a.pdf") == "不能写文件 " + here + "/file/a.pdf：路径中有一段不是文件夹");
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
    const rlimit small{4096, before.rlim_max};  // a file of more fails as on a full disk, with another reason
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    const std::string fits = failure(scratch / "b.pdf", std::string(4096, 'x')), said = failure(scratch / "a.pdf", std::string(4097, 'x'));
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
    const std::string others[] = {".nianbao-0123456789abcde", ".nianbao-0123456789abcdef0", ".nianbao-0123456789ABCDEF", "nianbao-0123456789abcdef", "a.pdf"};
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

TEST_CASE("The line as a library: outcomes in the order of the jobs, failures told and not thrown") {
    const Scratch scratch;
    const Fonts fonts = Fonts::open({.chosen = {}, .folders = {}, .system = false});
    std::vector<Job> jobs(4);
    jobs[0].name = "memory";
    jobs[0].bytes = source_file("tests/cases/small.yaml");
    jobs[1].name = jobs[1].input = scratch / "absent.yaml";
    jobs[2].name = "wrong";
    jobs[2].bytes = "agancy: 清河县水务局\n";
    jobs[3] = jobs[0];
    jobs[3].output = scratch / "a.pdf";

    std::vector<Outcome> outcomes;
    run(jobs, fonts, {}, [&](Outcome outcome) { outcomes.push_back(std::move(outcome)); });
    REQUIRE(outcomes.size() == 4);
    CHECK(outcomes[0].status == Status::written);
    CHECK(outcomes[0].name == "memory");
    CHECK(outcomes[0].bytes.starts_with("%PDF-1.7\n"));
    CHECK(outcomes[0].findings.empty());
    CHECK(outcomes[1].status == Status::failed);
    CHECK(outcomes[1].failure == "不能读取 " + (scratch / "absent.yaml").native() + "：没有这个文件");
    CHECK(outcomes[2].status == Status::refused);
    REQUIRE(!outcomes[2].findings.empty());
    CHECK(message(outcomes[2].findings.front()) == "wrong:1:1: 错误 D-08: 没有“agancy”这一项");
    CHECK(outcomes[3].status == Status::written);
    CHECK(outcomes[3].bytes == "");
    CHECK(read_file(scratch / "a.pdf") == outcomes[0].bytes);
    CHECK(scratch.names() == "a.pdf");
}

TEST_CASE("Checking makes nothing and needs no fonts") {
    Job job;
    job.name = "a.yaml";
    job.bytes = source_file("tests/cases/small.yaml");
    Outcome outcome = check(job);
    CHECK(outcome.status == Status::accepted);
    CHECK(outcome.findings.empty());
    CHECK(outcome.bytes == "");

    const std::string row = "received: [2, 0, 0, 0, 0, 0, 2]";
    job.bytes->replace(job.bytes->find(row), row.size(), "received: [0, 0, 0, 0, 0, 0, 0]");
    outcome = check(job);
    CHECK(outcome.status == Status::refused);
    REQUIRE(!outcome.findings.empty());
    CHECK(outcome.findings.front().rule == "T3-01");
    CHECK(outcome.findings.front().place.row > 0);
    RunOptions disabled, unchecked;
    disabled.disabled = {"T3-01"};
    unchecked.no_check = true;
    CHECK(check(job, disabled).status == Status::accepted);
    CHECK(check(job, unchecked).status == Status::accepted);

    job.bytes = "agancy: 清河县水务局\n";
    CHECK(check(job).status == Status::refused);
    job.bytes.reset();
    job.input = "/nowhere/a.yaml";
    outcome = check(job);
    CHECK(outcome.status == Status::failed);
    CHECK(outcome.failure == "不能读取 /nowhere/a.yaml：没有这个文件");
}

TEST_CASE("Whoever asked for a job sees each stage begin, and may end it there") {
    const Fonts fonts = Fonts::open({.chosen = {}, .folders = {}, .system = false});
    const Scratch scratch;
    Job job;
    job.name = "a.yaml";
    job.bytes = source_file("tests/cases/small.yaml");
    job.output = scratch / "a.pdf";

    std::vector<Stage> seen;
    RunOptions watched;
    watched.entering = [&](Stage stage) { seen.push_back(stage); };
    CHECK(run(job, fonts, watched).status == Status::written);
    CHECK(seen == std::vector{Stage::read, Stage::check, Stage::compose, Stage::typeset, Stage::write});
    CHECK(seen.size() == stages);

    struct Enough {};
    fs::remove(job.output);
    for (const Stage last : seen) {
        watched.entering = [&](Stage stage) {
            if (stage == last) throw Enough();
        };
        CHECK_THROWS_AS(run(job, fonts, watched), Enough);
    }
    CHECK(scratch.names() == "");
}
