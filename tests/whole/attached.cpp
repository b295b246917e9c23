// The data that a PDF carries: only if asked, and nothing that stays in the office.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "jobs.hpp"
#include "nianbao/job.hpp"
#include "nianbao/output.hpp"
#include "nianbao/read.hpp"
#include "nianbao/write.hpp"
#include "program.hpp"

using namespace nianbao;

namespace {

/// The small report, with a secret in each place that only the office sees.
std::string with_secrets() {
    return "# SECRET1 上年写的是：SECRET2\n" + source_file("tests/cases/small.yaml") +
           "waive:\n- {rule: W-01, field: overview, reason: SECRET3}\n"
           "members:\n- agency: SECRET4\n  file: SECRET5.yaml\n  sha256: " +
           std::string(64, '5') + "  # SECRET6\n";
}

/// The bytes of a PDF without compression, its text, and what it carries.
std::string opened(const std::string& pdf) {
    return run({"qpdf", "--qdf", "--object-streams=disable", pdf, "-"}).out +
           run({"pdftotext", pdf, "-"}).out + run({"pdfinfo", pdf}).out +
           run({"qpdf", "--list-attachments", "--verbose", pdf}).out;
}

/// What the data: addresses of a page hold.
std::string carried_in(const std::string& page) {
    std::string all;
    const std::string mark = ";base64,";
    for (std::size_t at = page.find(mark); at != page.npos; at = page.find(mark, at)) {
        at += mark.size();
        const std::string coded = page.substr(at, page.find('"', at) - at);
        all += run({"base64", "--decode"}, {.input = coded}).out;
    }
    return all;
}

}  // namespace

TEST_CASE("nothing that stays in the office is in any output") {
    const Scratch scratch;
    const Fonts fonts = Fonts::open({.chosen = {}, .folders = {}, .system = false});
    const Input input{.file = write_file(scratch / "SECRET7.yaml", with_secrets())};
    RunOptions options;
    for (const bool carried : {false, true}) {
        options.carry.data = carried;
        for (const Output& output : outputs()) {
            CAPTURE(output.name);
            const Outcome outcome = nianbao::run({input, {{&output, {}}}}, fonts, options);
            REQUIRE(outcome.status == Status::written);
            std::string bytes = outcome.made.front().bytes;
            if (output.name == "pdf")
                bytes += opened(write_file(scratch / "a.pdf", bytes).native());
            if (output.name == "html") {
                const std::string data = carried_in(bytes);
                CHECK((data.find("year: ") != data.npos) == carried);
                bytes += data;
            }
            CHECK(bytes.find("SECRET") == std::string::npos);
            CHECK(bytes.find(std::string(64, '5')) == std::string::npos);
        }
    }
}

TEST_CASE("--attach-data: the PDF carries the report's data, which read back as they were") {
    const Scratch scratch;
    const std::string input = write_file(scratch / "水务局 2023.yaml", with_secrets()).native(),
                      pdf = (scratch / "a.pdf").native(), plain = (scratch / "b.pdf").native();
    REQUIRE(nianbao_run({"render", input, "-o", pdf, "--attach-data"}).exit == 0);
    REQUIRE(nianbao_run({"render", input, "-o", plain}).exit == 0);
    const std::string carried = run({"qpdf", "--show-attachment=data.yaml", pdf}).out;
    Reading own = read({.bytes = with_secrets()}), back = read({.bytes = carried});
    REQUIRE(own.report);
    REQUIRE(back.report);
    own.report->waive.clear();
    own.report->members.clear();
    CHECK(*back.report == *own.report);
    CHECK(carried == write(*own.report, Format::yaml));
    CHECK(run({"qpdf", "--list-attachments", plain}).out == plain + " has no embedded files\n");
    CHECK(run({"pdftotext", pdf, "-"}).out == run({"pdftotext", plain, "-"}).out);
    const std::string bare = run({"qpdf", "--qdf", "--object-streams=disable", pdf, "-"}).out;
    for (const char* part : {"/AFRelationship /Source", "/Subtype /application#2fyaml",
                             "<pdfaid:part>3</pdfaid:part>"})
        CHECK_MESSAGE(bare.find(part) != std::string::npos, std::string(part));
}

TEST_CASE("the data that a PDF carries are in the notation of their file, and the same each time") {
    const Scratch scratch;
    const std::string pdf = (scratch / "a.pdf").native();
    const auto render = [&](const std::string& data) {
        REQUIRE(nianbao_run({"render", "-", "-o", pdf, "--attach-data"}, {.input = data}).exit ==
                0);
        return read_file(pdf);
    };
    const std::string json = source_file("examples/huaian-2024.json");
    const std::string first = render(json);
    CHECK(run({"qpdf", "--show-attachment=data.json", pdf}).out ==
          write(*read({.bytes = json, .format = Format::json}).report, Format::json));
    CHECK(render(json) == first);
    CHECK(render(source_file("tests/cases/small.yaml")) != first);
    CHECK(run({"qpdf", "--show-attachment=data.yaml", pdf}).out ==
          write(*read({.bytes = source_file("tests/cases/small.yaml")}).report, Format::yaml));
}

namespace {

/// A folder with a PDF that carries the data of a report, and that data file elsewhere.
struct Published {
    Published() {
        std::filesystem::create_directory(scratch / "pdf");
        write_file(scratch / "水务局.yaml", source_file("tests/cases/small.yaml"));
        REQUIRE(with({"render", "水务局.yaml", "-o", "pdf/年报.pdf", "--attach-data"}).exit == 0);
    }
    Run with(std::vector<std::string> words) const {
        return nianbao_run(std::move(words), {.folder = scratch.folder()});
    }
    Scratch scratch;
};

}  // namespace

TEST_CASE("A PDF with data is a data file for every command") {
    const Published published;
    CHECK(published.with({"check", "pdf/年报.pdf"}).err ==
          "pdf/年报.pdf：没有问题；1 个数字：0 个一致，0 个不一致，1 个未比对\n");
    CHECK(published.with({"check", "pdf"}).err ==
          "pdf/年报.pdf：没有问题；1 个数字：0 个一致，0 个不一致，1 个未比对\n");
    const Run diff = published.with({"diff", "pdf/年报.pdf", "水务局.yaml"});
    CHECK(diff.exit == 0);
    CHECK(diff.out.starts_with("旧：pdf/年报.pdf（清河县水务局，2023 年度）\n新：水务局.yaml（"));
    CHECK(published.with({"diff", "水务局.yaml", "水务局.yaml"})
              .out.ends_with(diff.out.substr(diff.out.find("\n\n"))));
    for (const char* previous : {"pdf/年报.pdf", "pdf"}) {
        CAPTURE(previous);
        const Run made = published.with({"new", "--agency", "清河县水务局", "--year", "2024",
                                         "--previous", previous, "-o", "-", "--keys", "en"});
        CHECK(made.exit == 0);
        CHECK(made.out == published
                              .with({"new", "--agency", "清河县水务局", "--year", "2024",
                                     "--previous", "水务局.yaml", "-o", "-", "--keys", "en"})
                              .out);
    }
    CHECK(published.with({"convert", "pdf/年报.pdf", "-o", "back.yaml"}).exit == 0);
    CHECK(read_file(published.scratch / "back.yaml") ==
          write(*read(published.scratch / "水务局.yaml").report, Format::yaml));
    CHECK(published.with({"fix", "pdf/年报.pdf", "--in-place"}).exit == 1);
    CHECK(published.with({"check", "pdf/年报.pdf"}).exit == 0);
}

TEST_CASE("Data that were JSON are JSON again in the PDF that is made of the PDF") {
    const Scratch scratch;
    write_file(scratch / "a.json", source_file("examples/huaian-2024.json"));
    const Setting here{.folder = scratch.folder()};
    REQUIRE(nianbao_run({"render", "a.json", "-o", "first.pdf", "--attach-data"}, here).exit == 0);
    REQUIRE(nianbao_run({"render", "first.pdf", "-o", "again.pdf", "--attach-data"}, here).exit ==
            0);
    CHECK(read_file(scratch / "again.pdf") == read_file(scratch / "first.pdf"));
}

TEST_CASE("A report that is made again from its PDF does not take the PDF's place unasked") {
    const Published published;
    const std::string before = read_file(published.scratch / "pdf/年报.pdf");
    const Run own = published.with({"render", "pdf/年报.pdf"});
    CHECK(own.exit == 2);
    CHECK(own.err.starts_with(
        "nianbao: 输出 pdf/年报.pdf 会覆盖数据文件 pdf/年报.pdf：请用 -o 写到别处\n"));
    const Run folder = published.with({"render", "pdf"});
    CHECK(folder.exit == 2);
    CHECK(folder.err.starts_with(
        "nianbao: 文件夹 pdf 里没有数据文件（.xlsx、.docx、.html、.yaml、.yml、.json，附有数据的 PDF）；有 1 个别的文件，例如 "
        "pdf/年报.pdf：这是附有数据的 PDF 文件，输出会覆盖它，没有读\n"));
    write_file(published.scratch / "pdf/乙局.yaml", source_file("tests/cases/small.yaml"));
    const Run mixed = published.with({"render", "pdf"});
    CHECK(mixed.exit == 0);
    CHECK(mixed.err ==
          "pdf/年报.pdf: 警告 D-20: 这是附有数据的 PDF 文件，输出会覆盖它，没有读\n"
          "   提示: 要由它的数据重新生成，把输出写到别的文件夹\n"
          "已生成 pdf/乙局.pdf\n"
          "共 1 份：已生成 1 份（其中 0 份有问题提示），有错误未生成 0 份，机器出错 0 份"
          "；另有 1 个文件不是数据文件，没有读\n");
    CHECK(read_file(published.scratch / "pdf/年报.pdf") == before);

    // Elsewhere it is the same file again, and with the name of the PDF.
    CHECK(published.with({"render", "pdf/年报.pdf", "-o", "again/", "--attach-data"}).err ==
          "已生成 again/年报.pdf\n");
    CHECK(read_file(published.scratch / "again/年报.pdf") == before);
    CHECK(published.with({"render", "pdf", "-o", "all", "--attach-data", "-q"}).exit == 0);
    CHECK(read_file(published.scratch / "all/年报.pdf") == before);
    CHECK(published.with({"render", "pdf/年报.pdf", "--to", "text"}).err ==
          "已生成 pdf/年报.txt\n");
}
