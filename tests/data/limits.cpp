// Reading data files at their limits, on both sides of each, and with any bytes at all.
#include "notation/limits.hpp"
#include "data_files.hpp"

#include <random>

using namespace data_files;

// ---------------------------------------------------------------- limits

TEST_CASE("a file of 16 MiB, and one byte more") {
    const std::string head = "agency: 某某局\n";
    const std::string text = head + rest(head, Format::yaml) + "\n#";
    const std::string most = text + std::string(notation::most_bytes - text.size(), 'x');
    CHECK(told(read(most, "a.yaml", Format::yaml)).empty());
    CHECK(told(read(most + "x", "a.yaml", Format::yaml)) ==
          "a.yaml: 错误 D-03: 文件超过上限 16 MiB\n");
}

TEST_CASE("a text of 1,000,000 characters, and one more") {
    CHECK(count_characters(report(yaml("overview: " + times(1000000, "字"))).overview) == 1000000);
    CHECK(told(json("\"overview\": \"" + times(1000000, "字") + "\"")).empty());
    const Reading over = yaml("overview: " + times(1000001, "字"));
    CHECK(told(over).starts_with(
        "data.yaml:1:1: 错误 D-03: “总体情况”有 1000001 个字，超过上限 1000000\n    1 | overview: 字"));
}

TEST_CASE("64 levels, and one more") {
    const auto nested = [](int levels) { return times(levels, "[") + times(levels, "]"); };
    // The file itself is the first level.
    const std::string known = "没有“x”这一项";
    CHECK(yaml("x: " + nested(63)).findings.front().message == known);
    CHECK(yaml("x: " + nested(64)).findings.back().message == "括号或缩进超过 64 层");
    CHECK(json("\"x\": " + nested(63)).findings.front().message == known);
    CHECK(json("\"x\": " + nested(64)).findings.back().message == "括号或缩进超过 64 层");
    CHECK(at(json("\"x\": " + nested(64)).findings.back().place) == "1:70+1");
    CHECK(yaml("x: " + times(200000, "[")).findings.size() == 2);
    CHECK(json("\"x\": " + times(200000, "[")).findings.size() == 2);
    CHECK(yaml("x: " + times(200000, "- ")).findings.size() == 1);
}

TEST_CASE("counts, amounts, years, pitch: both sides") {
    CHECK(cell(yaml("disclosure: {licences: 999999999999, unlisted: 0}"), "disclosure.licences") ==
          "999999999999");
    CHECK(stops(yaml("disclosure: {licences: 1000000000000, unlisted: 0}").findings));
    CHECK(cell(yaml("disclosure: {administrative_charges: 0.123456, unlisted: 0}"),
               "disclosure.administrative_charges") == "0.123456");
    CHECK(stops(yaml("disclosure: {administrative_charges: 0.1234567, unlisted: 0}").findings));
    CHECK(report(yaml("form: 2021\nyear: 2008")).year == 2008);
    CHECK(stops(yaml("form: 2021\nyear: 2007").findings));
    CHECK(report(yaml("year: 2100")).year == 2100);
    CHECK(stops(yaml("year: 2101").findings));
    CHECK(report(yaml("year: 2021")).year == 2021);
    CHECK(stops(yaml("year: 2018").findings));
    CHECK(report(yaml("layout: {line_pitch: 28}")).layout.pitch == 28.0_pt);
    CHECK(stops(yaml("layout: {line_pitch: 27.999999}").findings));
    CHECK(report(yaml("layout: {line_pitch: 29.62}")).layout == Layout{});
    CHECK(stops(yaml("layout: {line_pitch: 29.620001}").findings));
    CHECK(report(yaml("published: 2024-02-29")).published == Date{2024, 2, 29});
    CHECK(stops(yaml("published: 2100-02-29").findings));
    CHECK(stops(yaml("published: 2024-04-31").findings));
}

TEST_CASE("1,000,000 values, and one more") {
    const auto values = [](int count) { return "x: [0" + times(count - 1, ",0") + "]"; };
    // Besides the zeros of the list: the root, the key x, the list, nine required keys,
    // nine values, three times unlisted and its zero.
    const int others = 3 + 18 + 6;
    CHECK(yaml(values(notation::most_values - others)).findings.back().message == "没有“x”这一项");
    CHECK(yaml(values(notation::most_values - others + 1)).findings.back().message ==
          "文件里的值超过 1000000 个");
}

TEST_CASE("1,000 mistakes are told, the rest are counted") {
    CHECK(yaml(times(1000, "x: 1\n")).findings.size() == 1000);
    const Reading more = yaml(times(1007, "x: 1\n"));
    CHECK(more.findings.size() == 1001);
    CHECK(report_text(more.findings.back(), more.source) ==
          "data.yaml: 错误 D-03: 错误太多，另有 7 处没有列出\n");
    CHECK_FALSE(more.report);
}

TEST_CASE("a few bytes that are no UTF-8 are named one by one, more mean another encoding") {
    CHECK(yaml("title: 一\xB1\xB1\xB1\xB1\xB1").findings.size() == 5);
    const Reading more = yaml("title: 一\xB1\xB1\xB1\xB1\xB1\xB1");
    REQUIRE(more.findings.size() == 1);
    CHECK(more.findings.front().message == "字节 0xB1 不是 UTF-8，全文共 6 处");
}

TEST_CASE("more than half of the bytes in pairs as GBK has them make a file of GBK, half do not") {
    CHECK(yaml("title: \xB1\xB1\xB1\xB1\xB1 \x80 \x80").findings.front().hint ==
          "文件像是 GBK 编码 (记事本的“ANSI”)，另存为 UTF-8");
    CHECK(yaml("title: \xB1\xB1\xB1\xB1 \x80 \x80").findings.front().hint == "另存为 UTF-8");
}

TEST_CASE("big files of odd shapes are read in a time that grows with them") {
    CHECK(yaml(times(200000, "k: 1\n")).findings.size() == 1001);
    CHECK(json(times(200000, "\"k\": 1, ") + "\"z\": 1").findings.size() == 1001);
    CHECK(yaml("waive:\n" + times(200000, "  - {}\n")).findings.size() == 1001);
    CHECK(yaml("overview: \"" + times(500000, "\\x07") + "\"").findings.size() == 1001);
    CHECK(json("\"overview\": \"" + times(500000, "\\u0007") + "\"").findings.size() == 1001);
    CHECK(yaml("# " + times(5000, "x") + "\ntitle: " + times(500000, "\x07")).findings.size() ==
          1001);
    CHECK(yaml("overview: " + times(200000, "\n")).findings.size() == 1);
    CHECK(told(yaml("overview: |\n" + times(400000, "  字\n"))).empty());
    CHECK(told(yaml("overview: >\n" + times(400000, "  字\n\n"))).empty());
    CHECK(stops(
        yaml("disclosure: {licences: \"" + times(900000, "1") + "\", unlisted: 0}").findings));
    CHECK(stops(yaml(times(900000, "k")).findings));
}

// ---------------------------------------------------------------- any bytes at all

namespace {

/// What holds of every reading, whatever was read.
void check_sound(const Reading& reading) {
    CHECK(reading.report.has_value() != stops(reading.findings));
    for (const Finding& finding : reading.findings) {
        CHECK(finding.place.row >= 0);
        CHECK(finding.place.length >= 0);
        CHECK_FALSE(finding.message.empty());
        CHECK(find_malformed(report_text(finding, reading.source)) == std::string_view::npos);
    }
    if (!reading.report) return;
    // Each character of the prose stands where it is said to stand, as itself or as an
    // escape or fold.
    const std::u32string overview = to_utf32(reading.report->overview);
    for (std::size_t i = 0; i < overview.size(); ++i) {
        const Place place = reading.source.place({"overview", static_cast<int>(i), 1});
        const std::string_view line = reading.source.line(place.row);
        const std::u32string characters = to_utf32(line);
        const auto column = static_cast<std::size_t>(place.column) - 1;
        const char32_t there = column < characters.size() ? characters[column] : U'\n';
        const bool blank = there == U' ' || there == U'\t' || there == U'\n';
        const bool folded = (overview[i] == U' ' || overview[i] == U'\n') && blank;
        CHECK_MESSAGE((there == overview[i] || there == U'\\' || there == U'\'' || folded),
                      reading.source.text());
    }
}

}  // namespace

TEST_CASE("scalars of YAML in every style, put together at random") {
    std::mt19937 random(2021);
    const std::vector<std::string> atoms = {
        "甲",     "乙 丙", " ",  "\n  ", "\n\n  ", "\n    ",  "''", "\\n",   "\\u4e01",
        "\\\n  ", "x",     "\t", "  \n", "\r\n  ", "\n \n  ", "：", "\u2028"};
    const std::vector<std::string> heads = {"",       "'",        "\"",      "|\n  ",  ">\n  ",
                                            "|+\n  ", ">-\n\n  ", "|3\n   ", ">2\n   "};
    int read_whole = 0;
    for (int round = 0; round < 4000; ++round) {
        const std::string& head = heads[random() % heads.size()];
        std::string text = "overview: " + head + "始";
        for (auto left = random() % 10; left > 0; --left) text += atoms[random() % atoms.size()];
        text += "终";
        if (head == "'" || head == "\"") text += head;
        const Reading reading = yaml(text);
        check_sound(reading);
        read_whole += reading.report ? 1 : 0;
    }
    CHECK(read_whole > 2000);
}

TEST_CASE("strings of JSON, runs of any length with escapes between them") {
    std::mt19937 random(256);
    const std::vector<std::string> atoms = {
        times(255, "字"), times(256, "字"), times(300, "a"), "，", "𠮷", "\\n",
        "\\r\\n",         "\\u4e01",        "\\\""};
    for (int round = 0; round < 20; ++round) {
        std::string text = "\"overview\": \"始";
        for (int i = 0; i < 6; ++i) text += atoms[random() % atoms.size()];
        const Reading reading = json(text + "终\"");
        check_sound(reading);
        CHECK(reading.report);
    }
}

TEST_CASE("files with any bytes changed, taken out or doubled") {
    std::mt19937 random(30);
    const std::string yaml_text = file_text("files/whole-en.yaml"),
                      chinese_text = file_text("files/whole-zh.yaml"),
                      json_text = file_text("files/whole.json");
    const std::string interesting = "{}[]:,\"'\\\n\t -|>#&*!%@`0\x01\xFF?~";
    for (int round = 0; round < 1500; ++round) {
        const Format format = round % 3 == 2 ? Format::json : Format::yaml;
        std::string text = round % 3 == 0 ? yaml_text : round % 3 == 1 ? chinese_text : json_text;
        for (auto left = 1 + random() % 4; left > 0; --left) {
            const std::size_t spot = random() % text.size();
            switch (random() % 4) {
                case 0:
                    text[spot] = interesting[random() % interesting.size()];
                    break;
                case 1:
                    text.erase(spot, 1 + random() % 40);
                    break;
                case 2:
                    text.insert(spot, text.substr(random() % text.size(), random() % 60));
                    break;
                default:
                    text.resize(spot + 1);
                    break;
            }
        }
        check_sound(read(text, "any", format));
    }
}
