// The files of a folder: which hold data, and what the others are told to be. Files by
// name that are no data files, or not in UTF-8.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "data/kinds.hpp"
#include "data_files.hpp"
#include "nianbao/failure.hpp"
#include "notation/bytes.hpp"
#include "notation/limits.hpp"
#include "program.hpp"

using namespace data_files;
namespace fs = std::filesystem;

namespace {

std::string small() { return source_file("tests/cases/small.yaml"); }

/// The names below the folder, a space between.
std::string names(const std::vector<fs::path>& files, const fs::path& folder) {
    std::string all;
    for (const fs::path& file : files)
        all += (all.empty() ? "" : " ") + file.lexically_relative(folder).native();
    return all;
}

std::string others(const Listing& listing, const fs::path& folder) {
    std::string all;
    for (const OtherFile& other : listing.others) {
        const std::string file = other.file.lexically_relative(folder).native();
        CHECK(other.finding.place.file == other.file.native());
        CHECK(other.finding.severity == Severity::warning);
        CHECK(!other.finding.hint.empty());
        all += file + ": " + other.finding.rule + " " + other.finding.message + "\n";
    }
    return all;
}

bool begins_with_a(std::string_view bytes) { return bytes.starts_with("A"); }

/// GBK by hand, of the few characters that these tests write.
std::string in_gbk(std::string text) {
    for (const auto& [character, bytes] :
         {std::pair{"单位", "\xB5\xA5\xCE\xBB"}, std::pair{"甲局", "\xBC\xD7\xBE\xD6"},
          std::pair{"年度", "\xC4\xEA\xB6\xC8"}})
        text = replaced(text, character, bytes);
    return text;
}

}  // namespace

TEST_CASE("A folder is read with those below it: its own files first, each in byte order") {
    const Scratch scratch;
    fs::create_directories(scratch / "b/c");
    fs::create_directories(scratch / "a");
    fs::create_directories(scratch / ".git");
    for (const char* name : {"z.yaml", "A.YAML", "b.Json", "b/a.yml", "b/c/x.yaml", "a/x.yaml",
                             ".git/x.yaml", ".h.yaml"})
        write_file(scratch / name, "x");
    const Listing all = list_folder(scratch.folder(), Depth::below);
    CHECK(names(all.data, scratch.folder()) ==
          ".h.yaml A.YAML b.Json z.yaml a/x.yaml b/a.yml b/c/x.yaml");
    CHECK(all.others.empty());
    CHECK(names(list_folder(scratch.folder(), Depth::flat).data, scratch.folder()) ==
          ".h.yaml A.YAML b.Json z.yaml");
    CHECK(nianbao::data_files(scratch.folder()) == all.data);
    CHECK_THROWS_AS(static_cast<void>(list_folder(scratch / "none", Depth::flat)), Failure);
}

TEST_CASE("A data file is known by the ending of its name") {
    for (const char* name : {"a.yaml", "a.YML", "a.json", "年报.xlsx", "A.XLSX"})
        CHECK_MESSAGE(is_data_file(name), name);
    for (const char* name : {"a", "xlsx", "a.xls", "a.xlsm", "a.xlsx.bak", "a.pdf"})
        CHECK_MESSAGE(!is_data_file(name), name);
    CHECK(format_of("a.yaml") == Format::yaml);
    CHECK(format_of("a") == Format::yaml);
    CHECK(format_of("a.JSON") == Format::json);
    CHECK(format_of("年报.Xlsx") == Format::workbook);
    CHECK(notation::notation_of("PK\x03\x04") == Format::workbook);
    CHECK(notation::notation_of("PK: 1") == Format::yaml);
}

TEST_CASE("Every other file of a folder is told as what it is") {
    const Scratch scratch;
    fs::create_directory(scratch / "sub");
    write_file(scratch / "sub/年报.pdf", "%PDF-1.4\n");
    write_file(scratch / "A.pdf", "A\x01");
    write_file(scratch / "empty", "");
    write_file(scratch / "list.csv", small());
    write_file(scratch / "a.yaml.bak", small());
    write_file(scratch / "note.txt", "年度: 会议记录\n");
    write_file(scratch / "report", small());
    write_file(scratch / "report.TXT", "{\"agency\": \"某某局\", \"year\": 2022}");
    write_file(scratch / "~$年报.yaml", "x");
    write_file(scratch / ".DS_Store", "x");
    fs::create_symlink("nowhere", scratch / "dead");
    fs::create_directory_symlink("sub", scratch / "link");
    fs::create_symlink("report", scratch / "again");
    const Listing listing = list_folder(scratch.folder(), Depth::below, begins_with_a);
    CHECK(names(listing.data, scratch.folder()) == "again report report.TXT");
    CHECK(others(listing, scratch.folder()) ==
          "a.yaml.bak: D-20 这是一般的文本文件，不是数据文件，没有读\n"
          "dead: D-20 这是管道、设备，或者指向的文件已经没有了的链接，不是数据文件，没有读\n"
          "empty: D-20 这是空文件，不是数据文件，没有读\n"
          "link: D-20 这是指向文件夹的链接，没有进去，不是数据文件，没有读\n"
          "list.csv: D-20 这是 CSV 文件，不是数据文件，没有读\n"
          "note.txt: D-20 这是一般的文本文件，不是数据文件，没有读\n"
          "~$年报.yaml: D-20 这是 WPS 或 Office 打开着文件时留下的锁文件，不是数据文件，没有读\n"
          "sub/年报.pdf: D-20 这是 PDF 文件，不是数据文件，没有读\n");
    // Nobody knows it as an output then.
    CHECK(list_folder(scratch.folder(), Depth::flat).others.size() == 8);
}

TEST_CASE("What is no data file is told with what to do about it") {
    const Scratch scratch;
    fs::create_directory(scratch / "sub");
    fs::create_symlink("nowhere", scratch / "a-dead");
    fs::create_directory_symlink("sub", scratch / "b-link");
    write_file(scratch / "c.zip", "PK\x03\x04zip");
    write_file(scratch / "d.bin", std::string("\x00\x01\x02\x03", 4));
    std::string hints;
    for (const OtherFile& other : list_folder(scratch.folder(), Depth::below).others)
        hints += other.file.filename().native() + ": " + other.finding.hint + "\n";
    CHECK(hints ==
          "a-dead: 它不是数据文件；不用的可以删去\n"
          "b-link: 要读那个文件夹，写明它本来的位置\n"
          "c.zip: 先解压到一个文件夹，再读那个文件夹\n"
          "d.bin: 是数据文件的，每行写成“项目名: 内容”，文件名以 .yaml 结尾；不是的，移到别处\n");
}

TEST_CASE("YAML and JSON of other programs are a kind of their own") {
    const Scratch scratch;
    write_file(scratch / "deployment.yaml",
               "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n");
    write_file(scratch / "package.json", R"({"name": "web", "version": "1.0"})");
    write_file(scratch / "甲局.yaml", small());
    write_file(scratch / "乙局.yaml", "# 还没有填\n单位 乙局\n备注: 无\n负责人: 张三\n");
    write_file(scratch / "丙局.yaml", in_gbk("单位: 甲局\n联系人: 1\n备注: 2\n"));
    write_file(scratch / "empty.yaml", "");
    write_file(scratch / "words.yaml", "今天开会。\n");
    const Listing listing = list_folder(scratch.folder(), Depth::below);
    CHECK(names(listing.data, scratch.folder()) ==
          "empty.yaml words.yaml 丙局.yaml 乙局.yaml 甲局.yaml");
    CHECK(others(listing, scratch.folder()) ==
          "deployment.yaml: D-20 这里面没有年报的任何一项，不是年报数据文件，没有读\n"
          "package.json: D-20 这里面没有年报的任何一项，不是年报数据文件，没有读\n");
    CHECK(data_files::told(read(scratch / "package.json")) ==
          (scratch / "package.json").native() +
              ": 错误 D-20: 这里面没有年报的任何一项，不是年报数据文件\n"
              "   提示: 移到别处；是年报的，从一份待填的空白文件填起\n");
    // What a report's every line is, but damaged, is a report.
    for (const char* text : {"agency：甲局\nx: 1\n", "agency 甲局\nx: 1\ny: 2\n", "x: 1\n",
                             "# kind: a\n# b: c\n", "{\"agency\": 1, \"x\": 2}"}) {
        CAPTURE(text);
        CHECK(read(text, "a.yaml", Format::yaml).findings.front().rule != "D-20");
    }
}

TEST_CASE("Text holds a report if two of its lines begin with names of parts") {
    CHECK(data::holds_report("agency: a\nyear: 2022\n"));
    CHECK(data::holds_report("单位：甲局\n年度：2022\n"));
    CHECK(data::holds_report("{\"agency\": \"a\", \"year\": 2022}"));
    CHECK(data::holds_report("  {\n  \"单位\": \"a\",\n  \"年度\": 2022}"));
    CHECK(data::holds_report(in_gbk("单位: 甲局\n年度: 2022\n")));
    CHECK(!data::holds_report("agency: a\nagency: b\n"));
    CHECK(!data::holds_report("agency: a, year: 2022\n"));
    CHECK(!data::holds_report("单位与年度\n年度: 2022\n"));
    CHECK(!data::holds_report("office: a\nphone: b\n"));  // parts of a part
    CHECK(!data::holds_report("agency: a\nyear: 2022\n\xFF"));
    CHECK(!data::holds_report(""));
}

TEST_CASE("A file by name that is no data file is told as what it is") {
    const Scratch scratch;
    const auto one = [&](const std::string& name, const std::string& bytes) {
        const Reading reading = read(write_file(scratch / name, bytes));
        return std::string(reading.report ? "read\n" : "") +
               replaced(data_files::told(reading), scratch.folder().native() + "/", "");
    };
    const std::string word = "PK\x03\x04\x14..................word/document.xml\x01\x02\xF7";
    const std::string broken =
        ": 错误 D-26: 文件不完整，末尾没有压缩包的目录\n"
        "   提示: 用 WPS 或 Word 打开，另存为 .docx；打不开的，请报送单位重发\n";
    CHECK(one("年报.docx", word) == "年报.docx" + broken);
    CHECK(one("年报.yaml", word) == "年报.yaml" + broken);
    CHECK(one("~$年报.docx", "\x05xx") ==
          "~$年报.docx: 错误 D-20: 这是 WPS 或 Office 打开着文件时留下的锁文件，不是数据文件\n"
          "   提示: 请先在 WPS 中关闭那份文件，锁文件会自己消失\n");
    CHECK(one("名单", "甲局\n乙局\n") ==
          "名单: 错误 D-20: 这是一般的文本文件，不是数据文件\n"
          "   提示: 是数据文件的，每行写成“项目名: 内容”，文件名以 .yaml 结尾；不是的，移到别处\n");
    CHECK(one("a.txt", "") ==
          "a.txt: 错误 D-20: 这是空文件，不是数据文件\n"
          "   提示: 删去它，或者从一份待填的空白文件开始\n");
    CHECK(one("A.YAML", small()) == "read\n");
    CHECK(one("年报.txt", small()) ==
          "read\n年报.txt: 警告 D-22: 文件名没有数据文件的后缀，按里面的内容读了\n"
          "   提示: 改名为 年报.yaml\n");
    CHECK(one("年报", source_file("tests/files/whole.json")) ==
          "read\n年报: 警告 D-22: 文件名没有数据文件的后缀，按里面的内容读了\n"
          "   提示: 改名为 年报.json\n");

    // Bytes have the name that their caller gives, and no kind but by their bytes.
    CHECK(read(small(), "年报", Format::yaml).findings.empty());
    CHECK(data_files::told(read(word, "年报", Format::yaml)) == "年报" + broken);
}

TEST_CASE("Text in GBK and UTF-16 is read with one warning, and quoted right") {
    const std::string lines = "单位: 甲局\n年度: x甲局\n";
    const std::string expected =
        "data.yaml:2:5: 错误 D-12: 年度：“x甲局”不是数\n"
        "    2 | 年度: x甲局\n"
        "      |       ^^^^^\n";
    const Reading gbk = read(in_gbk(lines), "data.yaml", Format::yaml);
    const std::string told_of_gbk = data_files::told(gbk);
    CHECK(told_of_gbk.find(expected) != std::string::npos);
    CHECK(told_of_gbk.find("data.yaml: 警告 D-21: 文件是 GBK 编码，已照读\n"
                           "   提示: 用编辑器另存为 UTF-8（记事本：另存为，编码选 UTF-8）\n") !=
          std::string::npos);
    CHECK(gbk.source.bytes() == in_gbk(lines));
    CHECK(gbk.source.text() == lines);

    std::string wide = "\xFF\xFE";
    for (char c : std::string("agency: A\n")) (wide += c) += '\0';
    const Reading utf16 = read(wide, "data.yaml", Format::yaml);
    CHECK(utf16.source.text() == "agency: A\n");
    CHECK(utf16.source.bytes() == wide);
    CHECK(data_files::told(utf16).find("data.yaml: 警告 D-21: 文件是 UTF-16 编码，已照读\n") !=
          std::string::npos);
}

TEST_CASE("A text that is too long is refused for that before anything looks for a report in it") {
    const Scratch scratch;
    const std::string most(notation::most_bytes, 'a');
    const auto told_of = [&](const std::string& text) {
        write_file(scratch / "名单", text);
        const Reading reading = read(scratch / "名单");
        REQUIRE(reading.findings.size() == 1);
        return reading.findings.front().rule + " " + reading.findings.front().message;
    };
    CHECK(told_of(most) == "D-20 这是一般的文本文件，不是数据文件");
    CHECK(told_of(most + "a") == "D-03 文件超过上限 16 MiB");
    // What a file is that is no text is told whatever its length.
    CHECK(told_of("\x89PNG\r\n\x1A\n" + most).starts_with("D-20 "));
}
