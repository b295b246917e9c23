// Any command as a JSON job.
#include "c/door.hpp"
#include "command/json.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <sstream>

using namespace c_door;

TEST_CASE("A job answers what --format json prints") {
    const Scratch scratch;
    const std::string folder = scratch.folder();
    write_file(scratch / "a.yaml", small());
    write_file(scratch / "b.yaml", unbalanced());
    write_file(scratch / "c.yaml", small());
    const Engine engine = open_engine();
    nianbao_answer* answer = nullptr;
    const auto run = [&](const std::string& job, const nianbao_engine* of,
                         const nianbao_job_options* options = nullptr) {
        nianbao_error* error = nullptr;
        const nianbao_status status = nianbao_run_job(
            of, job.data(), static_cast<int64_t>(job.size()), options, &answer, &error);
        if (status == NIANBAO_OK || status == NIANBAO_CANCELLED) {
            const std::unique_ptr<nianbao_error, Free> owned_error(error);
            const std::unique_ptr<nianbao_answer, Free> owned(answer);
            return std::to_string(status) + "/" + std::to_string(nianbao_answer_exit(answer)) +
                   " " + nianbao_answer_json(answer, nullptr);
        }
        return failure(status, answer, error);
    };
    const std::string render = R"({"command": "render", "files": [")" + folder +
                               R"("], "output": ")" + folder + R"(/out", "no-system-fonts": true})";
    const Run printed = nianbao_run(
        {"render", folder, "-o", folder + "/out", "--no-system-fonts", "--format", "json"});
    CHECK(printed.exit == 1);
    std::filesystem::remove_all(scratch / "out");
    CHECK(run(render, nullptr) == "0/1 " + printed.out);
    CHECK(read_file(scratch / "out/a.pdf") == by_command_line(small()));
    CHECK(run(R"({"command": "render", "files": ")" + folder + R"(", "output": ")" + folder +
                  R"(/out"})",
              engine.get()) == "0/1 " + printed.out);

    const std::string schema = run(R"({"command": "schema"})", nullptr);
    CHECK(schema.starts_with(R"(0/0 {"files": [)"
                             "\n"
                             R"(], "text": "{\n)"));
    CHECK(run(R"({"command": "help", "help": true})", nullptr).find("用法：nianbao help") !=
          std::string::npos);

    CHECK(run("{}", nullptr) == "2: 任务里没有 command");
    for (const char* command : {"check", "render"}) {
        const std::string none = fmt::format(R"({{"command": "{}", "files": []}})", command);
        CHECK(run(none, nullptr) == "2: 没有写数据文件");
        const std::string lacking = fmt::format(R"({{"command": "{}"}})", command);
        CHECK(run(lacking, nullptr) == "2: 没有写数据文件");
    }
    CHECK(run(R"({"command": "render", "files": "-", "output": "a.pdf"})", nullptr) ==
          "2: 任务没有标准输入：files 里不能写 -");
    CHECK(run(R"({"command": "render", "files": ["a.yaml"], "output": "-"})", nullptr) ==
          "2: 标准输出只有一个：不能既写 -o - 又写 --format json");
    CHECK(run(R"({"command": "render", "files": ["a.yaml"], "font": {"body": "/nowhere.ttf"}})",
              engine.get())
              .starts_with("3: "));
    CHECK(nianbao_run_job(nullptr, nullptr, -1, nullptr, &answer, nullptr) == NIANBAO_INVALID);

    struct Watch {
        std::string seen;
        int left;
    } watch{"", 100};
    auto options = standard<nianbao_job_options>();
    options.user = &watch;
    options.progress = [](void* user, int64_t done, int64_t all) {
        static_cast<Watch*>(user)->seen += std::to_string(done) + "/" + std::to_string(all) + " ";
    };
    options.cancel = [](void* user) { return static_cast<Watch*>(user)->left-- == 0 ? 1 : 0; };
    CHECK(run(render, engine.get(), &options) == "0/1 " + printed.out);
    CHECK(watch.seen == "1/3 2/3 3/3 ");
    CHECK(watch.left == 97);
    watch.left = 0;
    std::filesystem::remove_all(scratch / "out");
    const std::string left = R"("left": [")" + folder + R"(/a.yaml", ")" + folder +
                             R"(/b.yaml", ")" + folder + R"(/c.yaml"], "summary": {"files": 3, )";
    CHECK(run(render, engine.get(), &options).starts_with("4/0 {\"files\": [\n], " + left));
    CHECK(std::filesystem::is_empty(scratch / "out"));
    watch.left = 1;  // those that other threads have begun by then are told too
    CHECK(run(render, engine.get(), &options)
              .find("{\"files\": [\n  {\"file\": \"" + folder +
                    "/a.yaml\", \"status\": \"written\"") == 4);
    CHECK(std::filesystem::exists(scratch / "out/a.pdf"));
}

TEST_CASE("An answer names the files that its command wrote") {
    const Scratch scratch;
    const std::string folder = scratch.folder();
    write_file(scratch / "a.yaml", source_file("tests/files/model.yaml"));
    std::string to_correct = small();
    to_correct.replace(to_correct.find("agency: "), 8, "agency：");
    write_file(scratch / "b.yaml", to_correct);
    write_file(scratch / "名单.txt", "甲局\n乙局\n");
    REQUIRE(nianbao_run({"convert", "a.yaml", "-o", "a.xlsx"}, {.folder = folder}).exit == 0);
    /// The files of the answer: "a.yaml written a.json".
    const auto files = [&](std::string job) {
        for (std::size_t at; (at = job.find('@')) != job.npos;) job.replace(at, 1, folder + "/");
        nianbao_answer* answer = nullptr;
        REQUIRE(nianbao_run_job(nullptr, job.data(), static_cast<int64_t>(job.size()), nullptr,
                                &answer, nullptr) == NIANBAO_OK);
        const std::unique_ptr<nianbao_answer, Free> owned(answer);
        std::istringstream lines(nianbao_answer_json(answer, nullptr));
        std::string all;
        for (std::string line; std::getline(lines, line);) {
            if (!line.starts_with("  {\"file\": \"")) continue;
            line = line.substr(11, line.find(", \"findings\"") - 11);
            for (std::size_t at; (at = line.find(folder + "/")) != line.npos;)
                line.erase(at, folder.size() + 1);
            all += (all.empty() ? "" : "; ") + line;
        }
        return all;
    };
    CHECK(files(R"({"command": "convert", "files": ["@a.yaml"], "output": "@a.json"})") ==
          R"("a.yaml", "status": "written", "output": "a.json")");
    CHECK(files(R"({"command": "import", "files": ["@a.xlsx"], "output": "@c.yaml"})") ==
          R"("a.xlsx", "status": "written", "output": "c.yaml")");
    CHECK(files(R"({"command": "new", "agency": "甲局", "year": 2023, "output": "@new.yaml"})") ==
          R"("new.yaml", "status": "written", "output": "new.yaml")");
    CHECK(files(R"({"command": "new", "list": "@名单.txt", "year": 2023, "output": "@out"})") ==
          R"("out/甲局.xlsx", "status": "written", "output": "out/甲局.xlsx"; )"
          R"("out/乙局.xlsx", "status": "written", "output": "out/乙局.xlsx")");
    CHECK(files(R"({"command": "review", "files": "@a.yaml", "quote": "286条", "by": "张三"})") ==
          R"("a.yaml", "status": "written", "output": "a.yaml.核对记录.json")");
    CHECK(files(R"({"command": "fix", "files": ["@b.yaml"], "output": "@fixed.yaml"})") ==
          R"("b.yaml", "status": "written", "output": "fixed.yaml")");
    CHECK(files(R"({"command": "fix", "files": ["@b.yaml"], "in-place": true})") ==
          R"("b.yaml", "status": "written", "output": "b.yaml")");
    CHECK(files(R"({"command": "fix", "files": ["@b.yaml"], "in-place": true})") ==
          R"("b.yaml", "status": "accepted", "output": null)");
    CHECK(
        files(R"({"command": "check", "files": ["@a.xlsx"], "mark": true, "output": "@m.xlsx"})") ==
        R"("a.xlsx", "status": "accepted", "output": null; )"
        R"("a.xlsx", "status": "written", "output": "m.xlsx")");
    // A file of somebody else's is in the way.
    write_file(scratch / "a.json", "{}");
    CHECK(files(R"({"command": "convert", "files": ["@a.yaml"], "output": "@a.json"})") ==
          R"("a.yaml", "status": "refused", "output": null)");
}

TEST_CASE("What a command prints for people is the text of its answer, beside the members") {
    const Scratch scratch;
    const std::string folder = scratch.folder();
    write_file(scratch / "old.yaml", small());
    std::string changed = small();
    changed.replace(changed.find("12条"), 2, "13");
    write_file(scratch / "new.yaml", changed);
    write_file(scratch / "wrong.yaml", "agency：甲局\nyear: 2023\n");
    for (const char* side : {"a", "b"}) {
        std::filesystem::create_directory(scratch / side);
        write_file(scratch / side / "x.yaml", side[0] == 'a' ? small() : changed);
    }
    const auto answer_of = [&](std::string job) {
        for (std::size_t at; (at = job.find('@')) != job.npos;) job.replace(at, 1, folder + "/");
        nianbao_answer* answer = nullptr;
        REQUIRE(nianbao_run_job(nullptr, job.data(), static_cast<int64_t>(job.size()), nullptr,
                                &answer, nullptr) == NIANBAO_OK);
        const std::unique_ptr<nianbao_answer, Free> owned(answer);
        return std::string(nianbao_answer_json(answer, nullptr));
    };
    const auto same = [&](const std::vector<std::string>& words, const std::string& job,
                          const std::string& member) {
        const std::string printed = nianbao_run(words).out, answer = answer_of(job);
        REQUIRE(!printed.empty());
        CHECK_MESSAGE(answer.find(", \"text\": " + nianbao::json_string(printed)) != answer.npos,
                      answer);
        CHECK_MESSAGE(answer.find("\"" + member + "\": ") != answer.npos, answer);
    };
    same({"diff", folder + "/old.yaml", folder + "/new.yaml"},
         R"({"command": "diff", "files": ["@old.yaml", "@new.yaml"]})", "diff");
    same({"diff", folder + "/a", folder + "/b"}, R"({"command": "diff", "files": ["@a", "@b"]})",
         "pairs");
    same({"rules", "T3-01"}, R"({"command": "rules", "files": ["T3-01"]})", "rules");
    same({"rules"}, R"({"command": "rules", "format": "text"})", "rules");
    same({"fix", folder + "/wrong.yaml"}, R"({"command": "fix", "files": ["@wrong.yaml"]})",
         "fixed");
}
