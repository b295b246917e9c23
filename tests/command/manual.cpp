// Manual page, completions and help are told from one table, and the shells and man take
// them.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "command/options/options.hpp"
#include "program.hpp"

using namespace nianbao;

namespace {

/// What bash offers after these words, the last of which is being typed.
std::string bash_offers(const std::vector<std::string>& words,
                        const std::filesystem::path& folder = {}) {
    std::string typed;
    for (const std::string& word : words) typed += fmt::format(" '{}'", word);
    const std::string script =
        nianbao_run({"help", "--as", "bash"}).out +
        fmt::format(
            "COMP_WORDS=(nianbao{}); COMP_CWORD={}; _nianbao 2>/dev/null; echo \"${{COMPREPLY[*]}}\"\n",
            typed, words.size());
    const Run ran = run({"bash", "--norc", "-c", script}, {.folder = folder});
    CHECK(ran.exit == 0);
    CHECK(ran.err == "");
    return ran.out.substr(0, ran.out.size() - 1);
}

}  // namespace

TEST_CASE("Every command and option stands in help, manual page and completions") {
    const std::string man = nianbao_run({"help", "--as", "man"}).out,
                      bash = nianbao_run({"help", "--as", "bash"}).out,
                      zsh = nianbao_run({"help", "--as", "zsh"}).out;
    const auto escaped = [](std::string text) {
        for (std::size_t at = text.find('-'); at != std::string::npos; at = text.find('-', at + 2))
            text.insert(at, 1, '\\');
        return text;
    };
    for (const CommandText& command : commands()) {
        CAPTURE(command.name);
        const std::string help = help_text(command);
        CHECK(man.find(fmt::format(".SS \"nianbao {}\"", command.name)) != std::string::npos);
        CHECK(zsh.find(fmt::format("'{}:", command.name)) != std::string::npos);
        for (const Option* option : options_of(command.command)) {
            const std::string written = fmt::format("--{}", option->name);
            CHECK(help.find(written) != std::string::npos);
            CHECK(man.find(fmt::format("\\fB{}\\fR", escaped(written))) != std::string::npos);
            CHECK(bash.find(written) != std::string::npos);
            CHECK(zsh.find(written) != std::string::npos);
        }
    }
}

TEST_CASE("man sets the manual page without a warning") {
    const Scratch scratch;
    write_file(scratch / "nianbao.1", nianbao_run({"help", "--as", "man"}).out);
    const Run set =
        run({"groff", "-K", "utf8", "-T", "utf8", "-P-cbou", "-man", "-ww", scratch / "nianbao.1"});
    CHECK(set.exit == 0);
    CHECK(set.err == "");
    CHECK(set.out.find("由数据文件生成年度报告 PDF") != std::string::npos);
    CHECK(set.out.find("[#INDEX]") != std::string::npos);
}

TEST_CASE("bash completes commands, options, values and files") {
    CHECK(bash_offers({"re"}) == "render review revise");
    CHECK(bash_offers({"render", "--no-"}) == "--no-check --no-system-fonts");
    CHECK(bash_offers({"render", "--dump", ""}) == "document pages");
    CHECK(bash_offers({"render", "--disable", "T3-01"}) == "T3-01");
    CHECK(bash_offers({"convert", "--keys", "z"}) == "zh");
    CHECK(bash_offers({"new", "--kind", "t"}) == "township");
    CHECK(bash_offers({"help", "sch"}) == "schema");
    CHECK(bash_offers({"schema", ""}) == "");
    const Scratch scratch;
    write_file(scratch / "data.yaml", "");
    CHECK(bash_offers({"render", "da"}, scratch.folder()) == "data.yaml");
    CHECK(bash_offers({"render", "data.yaml", "-o", "da"}, scratch.folder()) == "data.yaml");
    CHECK(bash_offers({"render", "data.yaml", "--dump", "da"}, scratch.folder()) == "");
    CHECK(bash_offers({"render", "data.yaml", "--layout", "da"}, scratch.folder()) == "");
    CHECK(bash_offers({"diff", "da"}, scratch.folder()) == "data.yaml");
}

TEST_CASE("zsh reads its completions") {
    const Scratch scratch;
    write_file(scratch / "_nianbao", nianbao_run({"help", "--as", "zsh"}).out);
    const Run read = run({"zsh", "-f", "-n", scratch / "_nianbao"});
    CHECK(read.exit == 0);
    CHECK(read.err == "");
    // The whole of it, with the functions of completion replaced by what they are given.
    const std::string script =
        "_describe() { print -l -- $commands }; _arguments() { print -l -- \"$@\" }; words=(nianbao render ''); CURRENT=3; source ./_nianbao; words=(nianbao "
        "''); CURRENT=2; _nianbao";
    const Run offered = run({"zsh", "-f", "-c", script}, {.folder = scratch.folder()});
    CHECK(offered.err == "");
    CHECK(
        offered.out.find(
            "--dump[不生成 PDF，写出排版前的文稿或排好的页面（文本）；不写 -o 时写到标准输出]:document|pages:(document pages)\n") !=
        std::string::npos);
    CHECK(offered.out.find("*--layout[") != std::string::npos);
    CHECK(offered.out.find(
              "\nschema:写出数据文件的 JSON Schema（2020-12），供编辑器和别的程序使用\n") !=
          std::string::npos);
}

TEST_CASE("Only help has other forms, and then of everything") {
    CHECK(nianbao_run({"help", "render", "--as", "man"}).err ==
          "nianbao: help --as 后面不写子命令\n用法见 nianbao help\n");
    CHECK(nianbao_run({"help", "--as", "fish"}).err ==
          "nianbao: --as 的值“fish”不对，可用的是：man bash zsh\n用法见 nianbao help\n");
}
