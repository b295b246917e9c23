// Wrong usage, help and version.
#include <doctest/doctest.h>

#include "cli/program_data.hpp"
#include "nianbao/output.hpp"

namespace {

/// Of the outputs that are offered.
std::string names() {
    std::string all;
    for (const nianbao::Output& output : nianbao::outputs()) {
        if (output.offered) all += (all.empty() ? "" : " ") + std::string(output.name);
    }
    return all;
}

}  // namespace

TEST_CASE("Wrong usage says what is wrong, and the nearest right word") {
    check_usage({}, "没有写子命令");
    check_usage({"rendr", "a.yaml"}, "没有子命令“rendr”，是不是 render？");
    check_usage({"毕业"}, "没有子命令“毕业”");
    check_usage({"检查", "年报.yaml"}, "没有子命令“检查”，是不是 check？");
    check_usage({"年报.yaml"},
                "没有子命令“年报.yaml”；检查这个文件写 nianbao check 年报.yaml，生成 PDF 写 "
                "nianbao render 年报.yaml");
    check_usage({"我的 年报.docx"},
                "没有子命令“我的 年报.docx”；检查这个文件写 nianbao check \"我的 年报.docx\"，生成 "
                "PDF 写 nianbao render \"我的 年报.docx\"");
    check_usage({"render"}, "没有写数据文件");
    check_usage({"merge", "--agency", "清河县人民政府", "-o", "a.yaml"}, "没有写成员的数据文件");
    check_usage({"render", "a.yaml", "-o", "-", "--summary"},
                "标准输出只有一个：不能既写 -o - 又写 --summary");
    check_usage({"render", "a.yaml", "--forse"}, "没有选项 --forse，是不是 --force？");
    check_usage({"render", "a.yaml", "--for"}, "没有选项 --for，是不是 --force？");
    check_usage({"render", "a.yaml", "-x"}, "没有选项 -x");
    check_usage({"fonts", "--force"}, "没有选项 --force");
    check_usage({"render", "a.yaml", "-o"}, "选项 --output 后面缺少值");
    check_usage({"render", "a.yaml", "--dump"}, "选项 --dump 后面缺少值");
    check_usage({"render", "a.yaml", "--force=yes"}, "选项 --force 不带值");
    check_usage({"render", "a.yaml", "-o", "a.pdf", "--output", "b.pdf"}, "选项 --output 写了两次");
    check_usage({"render", "a.yaml", "--to", "pdf", "--dump", "pages"},
                "--to 和 --dump 不能同时使用");
    check_usage({"render", "a.yaml", "--to", "odt"}, "--to 的值“odt”不对，可用的是：" + names());
    check_usage({"render", "a.yaml", "--to", "pdf,"}, "--to 的值“”不对，可用的是：" + names());
    check_usage({"render", "a.yaml", "--color", "red"},
                "--color 的值“red”不对，可用的是：auto always never");
    check_usage({"render", "a.yaml", "--dump", "svg"},
                "--dump 的值“svg”不对，可用的是：document pages");
    check_usage({"render", "a.yaml", "--format", "xml"},
                "--format 的值“xml”不对，可用的是：text json csv");
    check_usage({"render", "a.yaml", "--font", "simfang.ttf"},
                "--font 的值“simfang.ttf”不对，应写成 用途=字体文件，例如 body=/fonts/simfang.ttf");
    check_usage({"render", "a.yaml", "--font", "text=simfang.ttf"},
                "--font 的值“text”不对，可用的是：title body heading1 heading2 table latin");
    check_usage({"render", "a.yaml", "--disable", "T3-1"},
                "--disable：没有规则“T3-1”，是不是 T3-01？");
    check_usage({"render", "a.yaml", "-o", ""}, "-o 的值是空的");
    check_usage({"help", "render", "fonts"}, "help 后面最多写一个子命令");
}

TEST_CASE("Help and version go to standard output") {
    const Run version = nianbao_run({"--version"});
    CHECK(version.exit == 0);
    CHECK(version.out == "nianbao " NIANBAO_VERSION "\n");
    CHECK(version.err == "");
    for (const char* same : {"version", "-V", "-v"}) CHECK(nianbao_run({same}).out == version.out);

    const Run help = nianbao_run({"help"});
    CHECK(help.exit == 0);
    CHECK(help.out == source_file("tests/cases/help.txt"));
    CHECK(nianbao_run({"--help"}).out == help.out);

    const Run render = nianbao_run({"help", "render"});
    CHECK(render.exit == 0);
    CHECK(render.out == source_file("tests/cases/help_render.txt"));
    CHECK(nianbao_run({"render", "--help"}).out == render.out);
}

TEST_CASE("The date of a build must be a number of seconds") {
    check_usage({"render", "a.yaml"}, "环境变量 SOURCE_DATE_EPOCH 的值“yesterday”不是秒数",
                {.environment = {"SOURCE_DATE_EPOCH=yesterday"}});
}
