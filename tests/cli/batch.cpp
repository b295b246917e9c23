// The program on many files: threads, shards, outputs that are left, interrupts, streams
// that are closed.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <set>
#include <sstream>

#include "child.hpp"
#include "program.hpp"

namespace {

namespace fs = std::filesystem;

std::string small() { return source_file("tests/cases/small.yaml"); }

std::string changed(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

/// Reports of different offices. Every fifth has an error of the rules, every seventh a
/// misspelt key, every eighth a rare character.
void write_reports(const fs::path& folder, int count) {
    fs::create_directories(folder);
    for (int i = 0; i < count; ++i) {
        std::string data =
            changed(small(), "清河县水务局依据", fmt::format("清河县水务局第{}科依据", i));
        if (i % 5 == 4)
            data =
                changed(data, "received: [2, 0, 0, 0, 0, 0, 2]", "received: [0, 0, 0, 0, 0, 0, 0]");
        if (i % 7 == 6) data = changed(data, "agency:", "agancy:");
        if (i % 8 == 7) data = changed(data, "12条", "12条𠮷");
        write_file(folder / fmt::format("{:03}.yaml", i), data);
    }
}

/// Names and contents of a folder.
std::string everything(const fs::path& folder) {
    std::set<fs::path> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        files.insert(entry.path());
    std::string all;
    for (const fs::path& file : files) all += file.filename().native() + "\n" + read_file(file);
    return all;
}

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size()))
        ++count;
    return count;
}

/// Fails after a minute.
void wait_for(const fs::path& file) {
    for (int i = 0; i < 60'000 && !fs::exists(file); ++i) ::usleep(1000);
    REQUIRE(fs::exists(file));
}

/// A pipe that holds 4 KiB.
struct Pipe {
    Pipe() {
        REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
        REQUIRE(::fcntl(ends[1], F_SETPIPE_SZ, 4096) == 4096);
    }
    ~Pipe() {
        for (int& end : ends) close(end);
    }
    static void close(int& end) {
        if (end >= 0) ::close(end);
        end = -1;
    }
    std::string rest() const {
        std::string all;
        char part[4096];
        for (ssize_t got = 0; (got = ::read(ends[0], part, sizeof part)) > 0;)
            all.append(part, static_cast<std::size_t>(got));
        return all;
    }
    int ends[2];
};

}  // namespace

TEST_CASE("Files, messages and the answer are the same at any -j") {
    const Scratch scratch;
    write_reports(scratch / "in", 16);
    const Setting here{.folder = scratch.folder()};
    for (const char* option : {"--strict", "--force"}) {
        CAPTURE(option);
        const Run one = nianbao_run({"render", "in", "-o", "out", "-j", "1", option}, here);
        const std::string files = everything(scratch / "out");
        CHECK(one.exit == 1);
        CHECK(one.err.find("F-02") != std::string::npos);
        const Run answer =
            nianbao_run({"render", "in", "-o", "out", "-j", "1", option, "--format", "json"}, here);
        for (const char* jobs : {"3", "1000"}) {
            fs::remove_all(scratch / "out");
            const Run many = nianbao_run({"render", "in", "-o", "out", "-j", jobs, option}, here);
            CHECK(many.exit == one.exit);
            CHECK(many.err == one.err);
            CHECK((everything(scratch / "out") == files));
            CHECK(
                nianbao_run(
                    {"render", "in", "-o", "out", "--jobs", jobs, option, "--format", "json"}, here)
                    .out == answer.out);
        }
    }
    const Run checked = nianbao_run({"check", "in", "-j", "1"}, here);
    CHECK(checked.exit == 1);
    CHECK(nianbao_run({"check", "in", "-j", "7"}, here).out == checked.out);
}

TEST_CASE("What -j and --shard take") {
    const auto usage = [](const char* option, const char* value) {
        return nianbao_run({"render", "a.yaml", option, value}).err;
    };
    const std::string help = "\n用法见 nianbao help render\n";
    for (const char* wrong : {"0", "-1", "two", "1.5", "1 ", "1000001", "99999999999999999999"})
        CHECK(usage("--jobs", wrong) ==
              fmt::format("nianbao: --jobs 的值“{}”不对，应是从 1 起的整数", wrong) + help);
    for (const char* wrong : {"1", "0/2", "3/2", "1/0", "/", "1/", "/1", "a/b", "1/2/3", "-1/2"})
        CHECK(usage("--shard", wrong) ==
              fmt::format("nianbao: --shard 的值“{}”不对，应是 K/N，例如 1/4：K 从 1 到 N", wrong) +
                  help);
}

TEST_CASE(
    "The shards together are the whole, and each says the same as the whole says of its files") {
    const Scratch scratch;
    write_reports(scratch / "in", 17);
    const Setting here{.folder = scratch.folder()};
    const Run whole = nianbao_run({"render", "in", "-o", "whole"}, here);
    for (int shards : {2, 5, 20}) {
        std::size_t messages = 0, files = 0;
        for (int shard = 1; shard <= shards; ++shard) {
            const Run part = nianbao_run({"render", "in", "-o", "parts", "--shard",
                                          fmt::format("{}/{}", shard, shards), "--format", "json"},
                                         here);
            CHECK((part.exit == 0 || part.exit == 1));
            const std::string of_files = part.out.substr(0, part.out.find("], \"summary\": "));
            messages += count_of(of_files, "\"rule\": ");
            files += count_of(of_files, "\"file\": ");
        }
        CHECK(files == 17);
        CHECK(messages == count_of(whole.err, ": 错误 ") + count_of(whole.err, ": 警告 "));
        CHECK((everything(scratch / "parts") == everything(scratch / "whole")));
        fs::remove_all(scratch / "parts");
    }
    // Two outputs with one name are refused in every shard, also where only one of them
    // is its own.
    write_file(scratch / "in/000.json", "{}");
    CHECK(nianbao_run({"render", "in", "-o", "parts", "--shard", "2/2"}, here).exit == 2);
    CHECK(nianbao_run({"check", "in", "--shard", "20/20"}, here).exit == 0);
}

TEST_CASE("Outputs that stand already are left, told and counted") {
    const Scratch scratch;
    write_reports(scratch / "in", 5);
    const Setting here{.folder = scratch.folder()};
    const std::vector<std::string> words = {"render", "in", "-o", "out", "--skip-unchanged"};
    CHECK(
        nianbao_run(words, here)
            .err.ends_with(
                "共 5 份：已生成 4 份（其中 0 份有问题提示），有错误未生成 1 份，机器出错 0 份\n"));
    const std::string files = everything(scratch / "out");
    fs::remove(scratch / "out/001.pdf");
    const Run again = nianbao_run(words, here);
    CHECK(again.exit == 1);
    CHECK(again.err.starts_with(
        "不必重做 out/000.pdf\n已生成 out/001.pdf\n不必重做 out/002.pdf\n不必重做 out/003.pdf\nin/004.yaml:"));
    CHECK(again.err.ends_with(
        "共 5 份：已生成 1 份，不必重做 3 份（其中 0 份有问题提示），有错误未生成 1 份，机器出错 0 份\n"));
    CHECK((everything(scratch / "out") == files));
    std::vector<std::string> json = words;
    json.insert(json.end(), {"--format", "json"});
    const Run answer = nianbao_run(json, here);
    CHECK(answer.out.starts_with(R"({"files": [
  {"file": "in/000.yaml", "status": "unchanged", "output": "out/000.pdf", "findings": [], "agency": "清河县水务局", "year": 2023},)"));
    CHECK(
        answer.out.find(
            R"(], "summary": {"files": 5, "written": 0, "unchanged": 4, "accepted": 0, "with_findings": 0, "refused": 1, "failed": 0, "left": 0, "passed_over": 0}, "worst": {"rules": [{"rule": "T3-01", "errors": )") !=
        std::string::npos);
}

TEST_CASE("An interrupt ends the run after the files in hand, and names the others") {
    for (const auto& one :
         {std::pair(SIGINT, 130), std::pair(SIGTERM, 143), std::pair(SIGHUP, 129)}) {
        const int signal = one.first, exit = one.second;
        for (const char* jobs : {"1", "3"}) {
            CAPTURE(signal);
            CAPTURE(jobs);
            const Scratch scratch;
            write_reports(scratch / "in", 80);
            Pipe out;
            const Child child(scratch.folder(),
                              {"render", "in", "-o", "out", "-j", jobs, "--format", "json"},
                              {.out = out.ends[1]});
            Pipe::close(out.ends[1]);
            // The answer goes into a pipe that soon is full: the program waits there, in
            // the middle of the batch, as long as nobody reads.
            wait_for(scratch / "out/003.pdf");
            child.send(signal);
            const std::string answer = out.rest();
            CHECK(child.exit() == exit);
            const std::size_t end = answer.find("\"summary\": ");
            const std::size_t done = count_of(answer.substr(0, end), "\"file\": "),
                              written = count_of(answer, "\"status\": \"written\"");
            CHECK(done < 80);
            const std::size_t left =
                answer.find("], \"left\": [\"in/" + fmt::format("{:03}.yaml\", \"in/", done));
            REQUIRE(left < end);
            CHECK(count_of(answer.substr(left, end - left), "\"in/") == 80 - done);
            CHECK(answer.find(fmt::format("\"left\": {}, \"passed_over\": 0}}", 80 - done), end) !=
                  std::string::npos);
            // All that was begun is there, whole, and nothing else; a second run makes
            // the rest.
            std::size_t files = 0;
            for (const fs::directory_entry& entry : fs::directory_iterator(scratch / "out")) {
                CHECK(entry.path().extension() == ".pdf");
                ++files;
            }
            CHECK(files == written);
            if (exit != 130 || jobs == std::string_view("1")) continue;
            CHECK(nianbao_run({"render", "in", "-o", "out"}, {.folder = scratch.folder()}).exit ==
                  1);
            CHECK(nianbao_run({"render", "in", "-o", "whole"}, {.folder = scratch.folder()}).exit ==
                  1);
            CHECK((everything(scratch / "out") == everything(scratch / "whole")));
        }
    }
}

TEST_CASE("An interrupt as people see it") {
    const Scratch scratch;
    write_reports(scratch / "in", 80);
    Pipe err;
    const Child child(scratch.folder(), {"render", "in", "-o", "out", "-j", "2"},
                      {.err = err.ends[1]});
    Pipe::close(err.ends[1]);
    wait_for(scratch / "out/003.pdf");
    child.send(SIGINT);
    const std::string said = err.rest();
    CHECK(child.exit() == 130);
    const std::size_t at = said.find("中断了，没有处理的有 ");
    REQUIRE(at != std::string::npos);
    const std::size_t left =
        std::strtoul(said.c_str() + at + std::string("中断了，没有处理的有 ").size(), nullptr, 10);
    REQUIRE(left > 10);
    std::string expected = fmt::format("中断了，没有处理的有 {} 份：\n", left);
    for (std::size_t i = 80 - left; i < 90 - left; ++i)
        expected += fmt::format("  in/{:03}.yaml\n", i);
    expected += fmt::format("  ……还有 {} 份\n共 80 份：", left - 10);
    CHECK(said.substr(at).starts_with(expected));
    CHECK(said.ends_with(fmt::format("，没有处理 {} 份\n", left)));
}

TEST_CASE("A signal that the caller ignores stays ignored") {
    const Scratch scratch;
    write_reports(scratch / "in", 60);
    Pipe out;
    const Child child(scratch.folder(),
                      {"render", "in", "-o", "out", "--force", "--format", "json"},
                      {.out = out.ends[1], .ignored = {SIGHUP}});  // as nohup does
    Pipe::close(out.ends[1]);
    wait_for(scratch / "out/003.pdf");
    child.send(SIGHUP);
    CHECK(out.rest().find("\"left\": 0, \"passed_over\": 0}, \"worst\": {") != std::string::npos);
    CHECK(child.exit() == 1);
}

TEST_CASE("Whoever reads the answer may go away: the run ends, nothing half written stays") {
    const Scratch scratch;
    write_reports(scratch / "in", 100);
    Pipe out, err;
    const Child child(scratch.folder(),
                      {"render", "in", "-o", "out", "-j", "3", "--format", "json"},
                      {.out = out.ends[1], .err = err.ends[1]});
    Pipe::close(out.ends[1]);
    Pipe::close(err.ends[1]);
    wait_for(scratch / "out/003.pdf");
    Pipe::close(out.ends[0]);
    CHECK(err.rest() == "nianbao: 不能写标准输出\n");
    CHECK(child.exit() == 3);
    for (const fs::directory_entry& entry : fs::directory_iterator(scratch / "out"))
        CHECK(entry.path().extension() == ".pdf");
}

TEST_CASE(
    "Whoever reads the PDF may go away: a failure of the machine, as every output that cannot be written") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", small());
    Pipe out, err;
    const Child child(scratch.folder(), {"render", "a.yaml", "-o", "-"},
                      {.out = out.ends[1], .err = err.ends[1]});
    Pipe::close(out.ends[1]);
    Pipe::close(err.ends[1]);
    char first = 0;
    CHECK(::read(out.ends[0], &first, 1) == 1);
    CHECK(first == '%');
    Pipe::close(out.ends[0]);
    CHECK(err.rest() == "nianbao: 不能写标准输出\n");
    CHECK(child.exit() == 3);
    CHECK(nianbao_run({"render", "a.yaml", "-o", "-"}, {.folder = scratch.folder()}).exit == 0);
}

TEST_CASE("Whoever reads the messages may go away: the reports are made all the same") {
    for (const char* stream : {"2>/dev/full", "2>&-", "2>&1 | true"}) {
        const Scratch scratch;
        write_reports(scratch / "in", 10);
        const Run run =
            ::run({"bash", "-c",
                   fmt::format("set -o pipefail; \"$0\" render in -o out --force {}", stream),
                   NIANBAO_PROGRAM},
                  {.folder = scratch.folder()});
        CHECK(run.exit == 1);  // as it is with messages
        CHECK(run.out == "");
        std::size_t files = 0;
        for (const fs::directory_entry& entry : fs::directory_iterator(scratch / "out"))
            files += entry.path().extension() == ".pdf" ? 1 : 2;
        CHECK(files == 9);  // one has a misspelt key
    }
}
