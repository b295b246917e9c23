// nianbao convert and nianbao schema as people and scripts meet them.
#include <doctest/doctest.h>

#include "nianbao/read.hpp"
#include "nianbao/schema.hpp"
#include "program.hpp"

namespace {

/// What nianbao says of wrong usage: exit code 2, nothing written.
void check_usage(const std::vector<std::string>& words, const std::string& message,
                 const Setting& setting = {}) {
    const Run run = nianbao_run(words, setting);
    CHECK(run.exit == 2);
    CHECK(run.out == "");
    CHECK(run.err == "nianbao: " + message + "\n用法见 nianbao help " + words.front() + "\n");
}

}  // namespace

TEST_CASE("convert and schema are explained") {
    CHECK(nianbao_run({"help", "convert"}).out == source_file("tests/cases/help_convert.txt"));
    CHECK(nianbao_run({"schema", "--help"}).out == source_file("tests/cases/help_schema.txt"));
}

TEST_CASE("YAML becomes JSON and YAML again, in either language, and stays the same report") {
    const Scratch scratch;
    const Setting here{.folder = scratch.folder()};
    write_file(scratch / "a.yaml", source_file("tests/files/whole-en.yaml"));
    const auto report = [&](const char* name) { return nianbao::read(scratch / name).report; };
    const Run first = nianbao_run({"convert", "a.yaml", "-o", "b.json"}, here);
    CHECK(first.exit == 0);
    CHECK(first.out + first.err == "");
    CHECK(nianbao_run({"convert", "b.json", "-o", "c.yml", "--keys", "zh"}, here).exit == 0);
    CHECK(nianbao_run({"convert", "c.yml", "-o", "d.yaml", "--keys=en"}, here).exit == 0);
    REQUIRE(report("a.yaml"));
    CHECK(report("b.json") == report("a.yaml"));
    CHECK(report("c.yml") == report("a.yaml"));
    CHECK(report("d.yaml") == report("a.yaml"));
    CHECK(read_file(scratch / "b.json")
              .starts_with("{\n  \"form\": 2021,\n  \"agency\": \"临江县水务局\","));
    CHECK(read_file(scratch / "c.yml") == source_file("tests/files/written-zh.yaml"));
    CHECK(scratch.names() == "a.yaml b.json c.yml d.yaml");
}

TEST_CASE("through pipes one notation becomes the other") {
    const std::string yaml = source_file("tests/files/written.yaml"),
                      json = source_file("tests/files/written.json");
    const Run to_json = nianbao_run({"convert", "-", "-o", "-"}, {.input = yaml});
    CHECK(to_json.exit == 0);
    CHECK(to_json.out == json);
    CHECK(nianbao_run({"convert", "-", "-o", "-"}, {.input = json}).out == yaml);
}

TEST_CASE("a file with mistakes is not converted, one with warnings is") {
    const Scratch scratch;
    const Setting here{.folder = scratch.folder()};
    const std::string good = source_file("tests/files/written.yaml");
    write_file(scratch / "out.json", "before");
    write_file(scratch / "bad.yaml", "agancy: 某某局\n" + good.substr(good.find("kind:")));
    const Run bad = nianbao_run({"convert", "bad.yaml", "-o", "out.json"}, here);
    CHECK(bad.exit == 1);
    CHECK(bad.err.starts_with("bad.yaml:1:1: 错误 D-08: 没有“agancy”这一项\n"));
    CHECK(read_file(scratch / "out.json") == "before");

    std::string wide = good;
    wide.replace(wide.find("licences: 0"), 11, "licences: １");
    write_file(scratch / "wide.yaml", wide);
    const Run warned = nianbao_run({"convert", "wide.yaml", "-o", "out.json", "--force"}, here);
    CHECK(warned.exit == 0);
    CHECK(warned.err.starts_with("wide.yaml:"));
    CHECK(read_file(scratch / "out.json").find("\"licences\": 1,") != std::string::npos);
    CHECK(scratch.names() == "bad.yaml out.json wide.yaml");
}

TEST_CASE("wrong usage of convert and schema") {
    const Scratch scratch;
    const Setting here{.folder = scratch.folder()};
    write_file(scratch / "a.yaml", source_file("tests/files/written.yaml"));
    check_usage({"convert"}, "没有写数据文件", here);
    check_usage({"convert", "a.yaml"}, "convert 要用 -o 写明输出文件", here);
    check_usage({"convert", "a.yaml", "-o", ""}, "convert 要用 -o 写明输出文件", here);
    check_usage({"convert", "a.yaml", "b.yaml", "-o", "c.json"}, "convert 一次只转换一份数据文件",
                here);
    check_usage({"convert", "a.yaml", "-o", "./a.yaml"},
                "输出 ./a.yaml 会覆盖数据文件 a.yaml：请用 -o 写到别处", here);
    check_usage({"convert", "a.yaml", "-o", "b.json", "--keys", "cn"},
                "--keys 的值“cn”不对，可用的是：en zh", here);
    check_usage({"convert", "a.yaml", "-o", "b.json", "--strict"}, "没有选项 --strict", here);
    check_usage({"schema", "a.yaml"}, "schema 后面不写文件", here);
    const Run missing = nianbao_run({"convert", "no.yaml", "-o", "b.json"}, here);
    CHECK(missing.exit == 3);
    CHECK(missing.err == "nianbao: 不能读取 no.yaml：没有这个文件\n");
    CHECK(nianbao_run({"convert", "a.yaml", "-o", "no/b.json"}, here).exit == 3);
    CHECK(scratch.names() == "a.yaml");
}

TEST_CASE("the schema is printed") {
    const Run run = nianbao_run({"schema"});
    CHECK(run.exit == 0);
    CHECK(run.out == nianbao::schema());
    CHECK(run.err == "");
}

TEST_CASE("a file that somebody wrote is not written over, but for --force") {
    const Scratch scratch;
    const Setting here{.folder = scratch.folder()};
    write_file(scratch / "a.yaml", source_file("tests/files/written.yaml"));
    write_file(scratch / "b.json", "{}");
    const Run refused = nianbao_run({"convert", "a.yaml", "-o", "b.json"}, here);
    CHECK(refused.exit == 1);
    CHECK(refused.err ==
          "a.yaml: 错误 O-01: b.json 已经存在，不是 nianbao 生成的，或者生成后有人改过，没有覆盖\n"
          "   提示: 换一个文件名，或者把那个文件移到别处\n"
          "   选项: 可用 --force\n");
    CHECK(read_file(scratch / "b.json") == "{}");
    CHECK(nianbao_run({"convert", "a.yaml", "-o", "b.json", "--force"}, here).exit == 0);
    CHECK(read_file(scratch / "b.json") == source_file("tests/files/written.json"));
    CHECK(nianbao_run({"convert", "a.yaml", "-o", "b.json"}, here).exit == 0);  // the same bytes
}
