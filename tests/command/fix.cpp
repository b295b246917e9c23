// nianbao fix as people and programs meet it.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>

#include "command/json.hpp"
#include "command/json_job.hpp"
#include "nianbao/read.hpp"
#include "program.hpp"

using namespace nianbao;
namespace fs = std::filesystem;

namespace {

const std::string agency = "agency: 云溪县农业农村局\n", damage = "agency：云溪县农业农村局\n";
const std::string difference = "a.yaml:3\n- agency：云溪县农业农村局\n+ agency: 云溪县农业农村局\n";

std::string model() { return source_file("tests/files/model.yaml"); }

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const std::size_t at = text.find(what);
    REQUIRE(at != text.npos);
    return text.replace(at, what.size(), by);
}

std::string damaged() { return replaced(model(), agency, damage); }

/// A folder with a damaged file in it.
struct Here {
    Scratch scratch;
    Setting setting{.folder = scratch.folder()};
    Here() { write_file(scratch / "a.yaml", damaged()); }
    ::Run fix(std::vector<std::string> words) const {
        words.insert(words.begin(), "fix");
        return nianbao_run(words, setting);
    }
};

}  // namespace

TEST_CASE("fix is explained") {
    CHECK(nianbao_run({"help", "fix"}).out == source_file("tests/cases/help_fix.txt"));
}

TEST_CASE("Without an output fix only shows what it would change") {
    const Here here;
    const ::Run shown = here.fix({"a.yaml"});
    CHECK(shown.exit == 1);
    CHECK(shown.out == difference);
    CHECK(shown.err == "");
    CHECK(read_file(here.scratch / "a.yaml") == damaged());
    CHECK(here.scratch.names() == "a.yaml");

    write_file(here.scratch / "a.yaml", model());
    const ::Run clean = here.fix({"a.yaml"});
    CHECK(clean.exit == 0);
    CHECK(clean.out == "");
    CHECK(clean.err == "a.yaml：没有要改的\n");
    CHECK(here.fix({"a.yaml", "-q"}).err == "");
}

TEST_CASE("In place the file is corrected, with its rights and by its link") {
    const Here here;
    const fs::path file = here.scratch / "a.yaml";
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink("a.yaml", here.scratch / "link.yaml");
    const ::Run fixed = here.fix({"link.yaml", "--in-place"});
    CHECK(fixed.exit == 0);
    CHECK(fixed.out == replaced(difference, "a.yaml", "link.yaml"));
    CHECK(fixed.err == "已改正 link.yaml\n");
    CHECK(read_file(file) == model());
    CHECK(fs::is_symlink(here.scratch / "link.yaml"));
    CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));

    // Nothing is written where nothing is wrong.
    const auto before = fs::last_write_time(file);
    const ::Run again = here.fix({"a.yaml", "--in-place"});
    CHECK(again.exit == 0);
    CHECK(again.out == "");
    CHECK(again.err == "a.yaml：没有要改的\n");
    CHECK(fs::last_write_time(file) == before);
}

TEST_CASE("What is left to a person is told, and the rest is corrected all the same") {
    const Here here;
    write_file(here.scratch / "a.yaml", replaced(damaged(), "licences: 320", "licences: 320件"));
    const ::Run fixed = here.fix({"a.yaml", "--in-place"});
    CHECK(fixed.exit == 1);
    CHECK(fixed.out == difference);
    CHECK(fixed.err.starts_with("a.yaml:30:13: 错误 D-12: 行政许可：“320件”不只是数字\n"));
    CHECK(fixed.err.ends_with("\n已改正 a.yaml\n"));
    CHECK(read_file(here.scratch / "a.yaml") ==
          replaced(model(), "licences: 320", "licences: 320件"));
    const ::Run left = here.fix({"a.yaml"});
    CHECK(left.exit == 1);
    CHECK(left.out == "");
    CHECK(left.err + "已改正 a.yaml\n" == fixed.err);
}

TEST_CASE("Into another file, which nobody may have written") {
    const Here here;
    const ::Run fixed = here.fix({"a.yaml", "-o", "b.yaml"});
    CHECK(fixed.exit == 0);
    CHECK(fixed.out == difference);
    CHECK(fixed.err == "已写好 b.yaml\n");
    CHECK(read_file(here.scratch / "b.yaml") == model());
    CHECK(read_file(here.scratch / "a.yaml") == damaged());
    CHECK(here.fix({"a.yaml", "-o", "b.yaml"}).exit == 0);

    write_file(here.scratch / "b.yaml", "mine");
    const ::Run refused = here.fix({"a.yaml", "-o", "b.yaml"});
    CHECK(refused.exit == 1);
    CHECK(refused.err ==
          "a.yaml: 错误 O-01: b.yaml 已经存在，不是 nianbao 生成的，或者生成后有人改过，没有覆盖\n"
          "   提示: 换一个文件名，或者把那个文件移到别处\n   选项: 可用 --force\n");
    CHECK(read_file(here.scratch / "b.yaml") == "mine");
    CHECK(here.fix({"a.yaml", "-o", "b.yaml", "--force"}).exit == 0);
    CHECK(read_file(here.scratch / "b.yaml") == model());
}

TEST_CASE("Standard input becomes standard output, and the changes go beside it") {
    const ::Run fixed = nianbao_run({"fix", "-", "-o", "-"}, {.input = damaged()});
    CHECK(fixed.exit == 0);
    CHECK(fixed.out == model());
    CHECK(fixed.err == replaced(difference, "a.yaml", "-"));
    CHECK(nianbao_run({"fix", "-"}, {.input = damaged()}).out ==
          replaced(difference, "a.yaml", "-"));
}

TEST_CASE("Several files, folders among them, are corrected in place") {
    const Here here;
    fs::create_directory(here.scratch / "in");
    write_file(here.scratch / "in/b.yaml", damaged());
    write_file(here.scratch / "in/c.docx", "PK\x03\x04 word/document.xml");
    const ::Run fixed = here.fix({"a.yaml", "in", "gone.yaml", "--in-place"});
    CHECK(fixed.exit == 3);
    CHECK(fixed.out == difference + replaced(difference, "a.yaml", "in/b.yaml"));
    CHECK(fixed.err.find("in/c.docx: 警告 D-20: ") != std::string::npos);
    CHECK(fixed.err.find("已改正 a.yaml\n已改正 in/b.yaml\nnianbao: 不能读取 gone.yaml：") !=
          std::string::npos);
    CHECK(read_file(here.scratch / "in/b.yaml") == model());
    // A foreign file that is named is told, and stays.
    const ::Run foreign = here.fix({"in/c.docx", "-o", "d.yaml"});
    CHECK(foreign.exit == 1);
    CHECK(
        foreign.err.starts_with("in/c.docx: 错误 D-20: 这是 Word 文件，里面的文字和数不在这里改"));
    CHECK_FALSE(fs::exists(here.scratch / "d.yaml"));
}

TEST_CASE("A file that cannot be written stays as it was") {
    const Here here;
    fs::create_directory(here.scratch / "b.yaml");
    const ::Run failed = here.fix({"a.yaml", "-o", "b.yaml"});
    CHECK(failed.exit == 3);
    CHECK(failed.err == "nianbao: 不能写文件 b.yaml：那里已有一个文件夹\n");
}

TEST_CASE("Wrong usage of fix") {
    const Here here;
    write_file(here.scratch / "b.yaml", model());
    const auto wrong = [&](const std::vector<std::string>& words, const std::string& message) {
        const ::Run run = here.fix(words);
        CHECK(run.exit == 2);
        CHECK(run.out == "");
        CHECK(run.err == "nianbao: " + message + "\n用法见 nianbao help fix\n");
    };
    wrong({}, "没有写数据文件");
    wrong({"a.yaml", "-o", ""}, "-o 的值是空的");
    wrong({"a.yaml", "-o", "c.yaml", "--in-place"}, "-o 和 --in-place 不能同时使用");
    wrong({"a.yaml", "-o", "-", "--format", "json"},
          "标准输出只有一个：不能既写 -o - 又写 --format json");
    wrong({"a.yaml", "--format", "csv"}, "--format 的值“csv”不对，可用的是：text json");
    wrong({"a.yaml", "b.yaml", "-o", "c.yaml"}, "fix -o 一次只改正一份数据文件；几份用 --in-place");
    wrong({"a.yaml", "-o", "a.yaml"}, "输出 a.yaml 会覆盖数据文件 a.yaml：请用 -o 写到别处");
    CHECK(nianbao_run({"fix", "-", "--in-place"}, {.input = damaged()}).err ==
          "nianbao: 标准输入不能用 --in-place：请用 -o 写明输出文件\n用法见 nianbao help fix\n");
    CHECK(read_file(here.scratch / "a.yaml") == damaged());
}

TEST_CASE("--format json gives what was found and what was changed") {
    const Here here;
    const ::Run shown = here.fix({"a.yaml", "--format", "json"});
    CHECK(shown.exit == 1);
    CHECK(shown.err == "");
    const std::string fixed =
        R"("fixed": [{"file": "a.yaml", "throughout": [], "lines": [{"line": 3, )"
        R"("before": ["agency：云溪县农业农村局"], "after": ["agency: 云溪县农业农村局"]}]}])";
    CHECK(shown.out.find(fixed) != std::string::npos);
    CHECK(shown.out.find(R"("file": "a.yaml", "status": "accepted", )") != std::string::npos);
    const ::Run written = here.fix({"a.yaml", "--format", "json", "--in-place"});
    CHECK(written.exit == 0);
    std::string with_file = shown.out;
    const std::string none = R"("accepted", "output": null)";
    with_file.replace(with_file.find(none), none.size(),
                      fmt::format(R"("written", "output": "{}/a.yaml")",
                                  fs::canonical(here.scratch.folder()).native()));
    CHECK(written.out == with_file);
    CHECK(read_file(here.scratch / "a.yaml") == model());
    const ::Run clean = here.fix({"a.yaml", "--format", "json"});
    CHECK(clean.exit == 0);
    CHECK(clean.out.find(R"("lines": [])") != std::string::npos);
}

TEST_CASE("Dates and the year of the form are corrected where they can mean one thing") {
    const Here here;
    const auto fixed = [&](const std::string& from, const std::string& to) {
        write_file(here.scratch / "a.yaml", replaced(model(), from, to));
        return here.fix({"a.yaml", "-o", "-"}).out;
    };
    for (const char* day : {"2024.1.22", "2024年1月22日", "2024/01/22", "2024-1-22", "2024．1．22",
                            "２０２４-０１-２２", "\"2024 年 1 月 22 日\""}) {
        CAPTURE(day);
        const std::string right =
            std::string(day).starts_with('"') ? "\"2024-01-22\"" : "2024-01-22";
        CHECK(fixed("2024-01-22", day) == replaced(model(), "2024-01-22", right));
    }
    for (const char* day :
         {"22.1.2024", "2024.13.1", "2024.2.30", "2024.1.22 周一", "2024.1", "20240122"})
        CHECK(fixed("2024-01-22", day) == replaced(model(), "2024-01-22", day));
    CHECK(fixed("form: 2021", "form: ２０２１") == model());
    CHECK(fixed("year: 2023", "year: ２０２３") == model());
    CHECK(fixed("form: 2021", "form: ２０２２") ==
          replaced(model(), "form: 2021", "form: ２０２２"));
}

TEST_CASE("Programs get the changes as JSON") {
    class Program final : public Caller {
    public:
        void outcome(const Outcome& outcome) override { findings += outcome.findings.size(); }
        void output(std::string_view bytes) override { text += bytes; }
        void member(std::string_view name, std::string_view json) override {
            (members += name) += json;
        }
        void say(std::string_view) override {}
        void progress(std::size_t, std::size_t) override {}
        std::string standard_input() override { return {}; }
        bool on_screen() const override { return false; }
        std::size_t findings = 0;
        std::string text, members;
    };
    const Here here;
    const std::string file = here.scratch / "a.yaml";
    Program program;
    const Task task =
        read_task(R"({"command": "fix", "output": "-", "files": [)" + json_string(file) + "]}");
    CHECK(run(task, program) == 0);
    CHECK(program.text == model());
    CHECK(program.findings == 0);
    CHECK(
        program.members ==
        R"(fixed[{"file": )" + json_string(file) +
            R"(, "throughout": [], "lines": [{"line": 3, "before": ["agency：云溪县农业农村局"], "after": ["agency: 云溪县农业农村局"]}]}])");
}
