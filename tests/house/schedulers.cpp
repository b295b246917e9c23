// The examples for schedulers of many machines are run, each as its scheduler runs it:
// together the shards make what one run makes, byte for byte.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <sstream>

#include "program.hpp"

namespace {

namespace fs = std::filesystem;

const std::string examples = std::string(NIANBAO_SOURCE) + "/examples/schedulers/";

using Files = std::map<std::string, std::string>;  // content by name

Files files_of(const fs::path& folder) {
    Files files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        files[entry.path().filename().native()] = read_file(entry.path());
    return files;
}

/// A folder "in it" of eleven reports, of which one has an error of the rules, and what
/// one run makes of it.
struct Province {
    explicit Province(bool wrong = true) {
        fs::create_directory(scratch / "in it");
        fs::create_directory(scratch / "bin");
        const std::string small = source_file("tests/cases/small.yaml");
        for (int i = 0; i < 11; ++i) {
            std::string data = small;
            data.insert(data.find("依据"), fmt::format("第{}科", i));
            const std::string row = "received: [2, 0, 0, 0, 0, 0, 2]";
            if (wrong && i == 7)
                data.replace(data.find(row), row.size(), "received: [0, 0, 0, 0, 0, 0, 0]");
            write_file(scratch / fmt::format("in it/{:02}.yaml", i), data);
        }
        const Run run = nianbao_run({"render", "in it", "-o", "whole", "--skip-unchanged"},
                                    {.folder = scratch.folder()});
        REQUIRE(run.exit == (wrong ? 1 : 0));
        whole = files_of(scratch / "whole");
        REQUIRE(whole.size() == (wrong ? 10 : 11));
    }

    /// A program that the schedulers' machines have, as a script.
    void give(const std::string& name, const std::string& script) const {
        write_file(scratch / ("bin/" + name), "#!/bin/bash\n" + script);
        fs::permissions(scratch / ("bin/" + name), fs::perms::owner_all);
    }

    Run run(const std::vector<std::string>& words,
            std::vector<std::string> environment = {}) const {
        environment.push_back(fmt::format("PATH={}:{}:{}", (scratch / "bin").native(),
                                          fs::path(NIANBAO_PROGRAM).parent_path().native(),
                                          std::getenv("PATH")));
        environment.push_back("HOME=" + scratch.folder().native());
        return ::run(words, {.folder = scratch.folder(), .environment = std::move(environment)});
    }

    Scratch scratch;
    Files whole;
};

std::size_t lines_of(const fs::path& file) {
    const std::string text = read_file(file);
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

/// nianbao, whose first runs fail with this exit code; every run leaves a line in `runs`.
std::string failing_first(int runs, int exit) {
    return fmt::format(
        "echo \"$*\" >>\"$HOME/runs\"\n(($(wc -l <\"$HOME/runs\") > {})) || exit {}\nexec " NIANBAO_PROGRAM
        " \"$@\"\n",
        runs, exit);
}

}  // namespace

TEST_CASE("GNU parallel") {
    for (const bool wrong : {false, true}) {
        const Province province(wrong);
        for (const std::string shards : {"1", "4", "20"}) {
            CAPTURE(shards);
            const Run spread =
                province.run({examples + "parallel.sh", "in it", "out", shards}, {"AT_ONCE=2"});
            CHECK_MESSAGE(spread.exit == (wrong ? 1 : 0), spread.err);
            CHECK((spread.err.find("T3-01") != std::string::npos) == wrong);
            CHECK((files_of(province.scratch / "out") == province.whole));
            fs::remove_all(province.scratch / "out");
        }
    }
}

TEST_CASE("GNU parallel: only a failure of the machine is tried again, and not for ever") {
    struct Case {
        int failing, code;
        int exit;
        std::size_t runs;
    };
    for (const Case& one : {Case{2, 3, 0, 4 + 2}, Case{2, 137, 0, 4 + 2}, Case{1000, 3, 3, 3 * 4},
                            Case{1000, 2, 2, 4}, Case{1000, 1, 1, 4}}) {
        CAPTURE(one.code);
        CAPTURE(one.failing);
        const Province province(false);
        province.give("nianbao", failing_first(one.failing, one.code));
        const Run spread = province.run({examples + "parallel.sh", "in it", "out", "4"});
        CHECK_MESSAGE(spread.exit == one.exit, spread.err);
        CHECK(lines_of(province.scratch / "runs") == one.runs);
        if (one.exit == 0) CHECK((files_of(province.scratch / "out") == province.whole));
    }
}

TEST_CASE("Slurm") {
    const Province province;
    province.give("scontrol", "echo \"$*\" >>\"$HOME/requeued\"\n");
    const auto task = [&](int number, int restarts) {
        return province.run(
            {examples + "slurm.sh", "in it", "out"},
            {fmt::format("SLURM_ARRAY_TASK_ID={}", number), "SLURM_ARRAY_TASK_COUNT=3",
             "SLURM_ARRAY_JOB_ID=4711", "SLURM_CPUS_PER_TASK=2",
             fmt::format("SLURM_RESTART_COUNT={}", restarts)});
    };
    CHECK(task(1, 0).exit == 0);
    CHECK(task(2, 0).exit == 1);  // in it/07.yaml
    CHECK(task(3, 0).exit == 0);
    CHECK((files_of(province.scratch / "out") == province.whole));
    CHECK(!fs::exists(province.scratch / "requeued"));

    // One shard again, alone in its array.
    fs::remove(province.scratch / "out/02.pdf");
    const Run again =
        province.run({examples + "slurm.sh", "in it", "out"},
                     {"SLURM_ARRAY_TASK_ID=3", "SLURM_ARRAY_TASK_COUNT=1", "SHARDS=3"});
    CHECK(again.exit == 0);
    CHECK(
        again.err ==
        "已生成 out/02.pdf\n不必重做 out/05.pdf\n不必重做 out/08.pdf\n共 3 份：已生成 1 份，不必重做 2 份（其中 0 份有问题提示），有错误未生成 0 "
        "份，机器出错 0 份\n");

    // The machine fails: three more tries.
    province.give("nianbao", "exit 3\n");
    for (int restarts = 0; restarts < 5; ++restarts) CHECK(task(2, restarts).exit == 3);
    CHECK(read_file(province.scratch / "requeued") ==
          "requeue 4711_2\nrequeue 4711_2\nrequeue 4711_2\n");

    // What sbatch reads at the head of the script: shards are counted from 1.
    CHECK(source_file("examples/schedulers/slurm.sh").find("\n#SBATCH --array=1-") !=
          std::string::npos);
}

TEST_CASE("Kubernetes") {
    const Province province;
    fs::rename(province.scratch / "in it", province.scratch / "in");
    // The manifest as a line each: completions, SHARDS, the exit codes that end a shard,
    // then the words of the container.
    const Run manifest = province.run(
        {"python3", "-c",
         "import sys, yaml\n"
         "job = yaml.safe_load(open(sys.argv[1]))\n"
         "spec = job['spec']\n"
         "container, = spec['template']['spec']['containers']\n"
         "rule = spec['podFailurePolicy']['rules'][0]\n"
         "assert job['apiVersion'] == 'batch/v1' and job['kind'] == 'Job' and spec['completionMode'] == 'Indexed'\n"
         "assert spec['template']['spec']['restartPolicy'] == 'Never' and spec['backoffLimitPerIndex'] == 3\n"
         "assert rule['action'] == 'FailIndex' and rule['onExitCodes']['containerName'] == container['name']\n"
         "print(spec['completions'])\n"
         "print({each['name']: each['value'] for each in container['env']}['SHARDS'])\n"
         "print(rule['onExitCodes']['operator'], rule['onExitCodes']['values'])\n"
         "print(*container['command'], *container['args'], sep='\\n')\n",
         examples + "kubernetes.yaml"});
    REQUIRE_MESSAGE(manifest.exit == 0, manifest.err);
    std::istringstream lines(manifest.out);
    std::string completions, shards, codes;
    std::getline(lines, completions);
    std::getline(lines, shards);
    std::getline(lines, codes);
    CHECK(shards == completions);
    CHECK(codes == "In [1, 2]");
    std::vector<std::string> words;
    for (std::string word; std::getline(lines, word);) words.push_back(word);
    REQUIRE(words.size() == 3);

    for (int pods : {3, std::stoi(completions)}) {
        for (int index = 0; index < pods; ++index) {
            CAPTURE(index);
            const Run pod = province.run(words, {fmt::format("JOB_COMPLETION_INDEX={}", index),
                                                 fmt::format("SHARDS={}", pods)});
            CHECK_MESSAGE(pod.exit == (index == 7 % pods ? 1 : 0), pod.err);
        }
        CHECK((files_of(province.scratch / "out") == province.whole));
        fs::remove_all(province.scratch / "out");
    }
}
