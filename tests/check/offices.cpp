// W-30, W-31: by what name a report calls its own office and place:
// tests/cases/own_names.txt, and what stands in other fields and in the name of the file.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "check/offices/same_office.hpp"
#include "data_files.hpp"
#include "nianbao/check.hpp"
#include "nianbao/read.hpp"
#include "program.hpp"
#include "report/sentences.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

namespace {

/// Of findings joined by " + " those of W-30 and W-31.
std::string own(const std::string& all) {
    std::string found;
    for (std::size_t begin = 0; begin < all.size();) {
        const std::size_t end = std::min(all.find(" + ", begin), all.size());
        const std::string one = all.substr(begin, end - begin);
        if (one.find("W-3") != one.npos) found += (found.empty() ? "" : " + ") + one;
        begin = end == all.size() ? end : end + 3;
    }
    return found;
}

Report model(const std::string& from = {}, const std::string& to = {}) {
    std::string text = source_file("tests/files/model.yaml");
    if (!from.empty()) text = data_files::replaced(text, from, to);
    const Reading reading = read(text, "a.yaml", Format::yaml);
    REQUIRE(reading.report);
    return *reading.report;
}

std::string told(const Report& report, const std::string& file = {}) {
    CheckOptions options;
    options.file = file;
    std::string all;
    for (const Finding& finding : check(report, options)) {
        if (finding.rule == "W-30")
            all += finding.where.field + ": " + finding.message + "\n   " + finding.hint + "\n";
    }
    return all;
}

}  // namespace

TEST_CASE("every sentence with an office's name has the finding that it says, and no other") {
    const auto cases = sentence_cases("own_names.txt");
    CHECK(cases.size() >= 50);
    for (const SentenceCase& one : cases) {
        CAPTURE(one.line);
        CHECK(own(found_by_family(one.given, 'W')) == one.expected);
    }
}

TEST_CASE(
    "A report that was taken over from another office says so, wherever it speaks of itself") {
    // The issue's own case.
    std::string text = data_files::replaced(source_file("tests/files/model.yaml"),
                                            "云溪县农业农村局", "云溪县退役军人事务局");
    text = data_files::replaced(text, "agency: 云溪县退役军人事务局", "agency: 云溪县民政局");
    const Reading reading = read(text, "a.yaml", Format::yaml);
    REQUIRE(reading.report);
    CHECK(told(*reading.report) ==
          "introduction: 报告自称“云溪县退役军人事务局”（4处），机关名称是“云溪县民政局”\n"
          "   核对机关名称；文字是从别的单位抄来的，全部改过来\n");
}

TEST_CASE("The signature and the contact are the office's own") {
    Report report = model();
    report.signature = Signature{"云溪县民政局", {2024, 1, 22}};
    CHECK(told(report) ==
          "signature.agency: 报告自称“云溪县民政局”，机关名称是“云溪县农业农村局”\n"
          "   核对机关名称；文字是从别的单位抄来的，全部改过来\n");
    for (const char* name :
         {"", "云溪县农业农村局", "云溪县 农业农村局", "云溪县农业农村局办公室"}) {
        report.signature->agency = name;
        CHECK(told(report) == "");
    }
    report.contact->office = "云溪县民政局办公室";
    CHECK(told(report).starts_with("contact.office: 报告自称“云溪县民政局办公室”，"));
    for (const char* name : {"", "办公室", "云溪县农业农村局办公室", "云溪县政务服务中心",
                             "云溪县人民政府办公室", "政策法规科", "云溪县农业机械服务中心"}) {
        report.contact->office = name;
        CHECK(told(report) == "");
    }
}

TEST_CASE("The name of the file names the office, or none") {
    const Report report = model();
    for (const char* file :
         {"云溪县民政局.yaml", "民政局.yaml", "12民政局2023年.json", "民政局2023年年报.yaml",
          "民政局政府信息公开工作年度报告.yaml", "2023年民政局.yaml", "in/民政局-终稿.yaml"}) {
        CAPTURE(file);
        const std::string found = told(report, file);
        CHECK(found.starts_with("agency: 文件名里的单位是“"));
        CHECK(found.ends_with("民政局”，机关名称是“云溪县农业农村局”\n   核对机关名称和文件名\n"));
    }
    for (const char* file :
         {"", "-", "a.yaml", "报告.yaml", "2023.yaml", "农业农村局.yaml",
          "云溪县农业农村局2023年报.yaml", "年报数据.yaml", "全县汇总.yaml", "云溪县.yaml",
          "民政局、农业农村局.yaml", "民政局/报告.yaml", "县政府信息公开.yaml"}) {
        CAPTURE(file);
        CHECK(told(report, file) == "");
    }
    const Report county = model("agency: 云溪县农业农村局", "agency: 云溪县人民政府");
    CHECK(told(county, "政府办公室汇总.yaml").find("文件名") == std::string::npos);
}

TEST_CASE("an office's name as texts say it, the longest first") {
    const auto names = [](std::string_view name) {
        std::string all;
        for (const std::u32string& one : offices::names_in_texts(to_utf32(name)))
            all += (all.empty() ? "" : " ") + to_utf8(one);
        return all;
    };
    CHECK(names("云溪县民政局") == "云溪县民政局 县民政局 民政局 民政");
    CHECK(names("云溪县发展和改革委员会") ==
          "云溪县发展和改革委员会 县发展和改革委员会 发展和改革委员会 发展和改革");
    CHECK(names("云溪县青山镇人民政府") ==
          "云溪县青山镇人民政府 青山镇人民政府 镇人民政府 人民政府 青山镇");
    CHECK(names("甲局") == "甲局");
}
