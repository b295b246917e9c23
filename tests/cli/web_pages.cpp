// Every command that reads a data file reads a published page.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "cli/program_data.hpp"
#include "nianbao/read.hpp"
#include "nianbao/write.hpp"
#include "office/made_page.hpp"
#include "program.hpp"
#include "report/names/kind_named.hpp"

using namespace nianbao;

namespace {

/// A report as far as people read it on a page of a portal.
Report as_published(const std::string& file) {
    Report report = *read(source_file(file), "a", Format::yaml).report;
    report.kind = kind_named(report.agency).kind;
    report.contact.reset();
    report.published = Date{2024, 1, 20};
    report.processing_fees.reset();
    report.waive.clear();
    report.layout = {};
    report.site.reset();
    return report;
}

}  // namespace

TEST_CASE("A page is a data file to every command, alone and in a folder") {
    const Report report = as_published("tests/files/model.yaml"),
                 last = as_published("tests/files/model-2022.yaml");
    const Scratch scratch;
    const Setting here{.folder = scratch.folder()};
    std::filesystem::create_directories(scratch / "上年");
    write_file(scratch / "上年/index.html", made::portal_page(last));
    write_file(scratch / "上年/通知.html", "<!DOCTYPE html><p>开会。</p>");
    write_file(scratch / "今年.html", made::portal_page(report));
    write_file(scratch / "今年.yaml", write(report, Format::yaml));
    write_file(scratch / "上年.yaml", write(last, Format::yaml));

    // Last year's page is how most offices begin.
    const auto made = [&](const std::string& previous) {
        CHECK(nianbao_run({"new", "--agency", report.agency, "--year", "2023", "--previous",
                           previous, "-o", "新.yaml", "--force"},
                          here)
                  .exit == 0);
        return read_file(scratch / "新.yaml");
    };
    const std::string by_data = made("上年.yaml");
    CHECK(made("上年/index.html") == by_data);
    CHECK(made("上年") == by_data);

    CHECK(nianbao_run({"check", "今年.html", "--no-fonts", "--previous", "上年", "-q"}, here).out ==
          nianbao_run({"check", "今年.html", "--no-fonts", "--previous", "上年.yaml", "-q"}, here)
              .out);
    const Run same = nianbao_run({"diff", "今年.yaml", "今年.html"}, here);
    CHECK(same.exit == 0);
    CHECK_MESSAGE(same.out.ends_with("\n\n没有不同\n"), same.out);
    CHECK(nianbao_run({"render", "今年.html", "--to", "text"}, here).err == "已生成 今年.txt\n");
    const auto said = [&](const std::string& folder) {
        const Run run = nianbao_run({"check", folder, "--no-fonts"}, here);
        return run.err + run.out;
    };
    const auto tells = [&](const std::string& folder, std::string_view line) {
        const std::string all = said(folder);
        CHECK_MESSAGE(all.find(line) != all.npos, all);
    };
    tells("上年",
          "上年/通知.html: 警告 D-20: 这份网页里没有年报的标题和表，不是数据文件，没有读\n");
    tells(".", "今年.html: 警告 D-20: 这是网页，旁边有数据文件，没有读\n");
    CHECK(nianbao_run({"convert", "今年.yaml", "-o", "a.html"}, here).exit == 2);
}
