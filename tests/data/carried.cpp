// Reports read out of PDFs that carry their data.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "data_files.hpp"
#include "nianbao/fix.hpp"
#include "nianbao/read.hpp"
#include "pack/deflate.hpp"
#include "program.hpp"

using namespace data_files;
namespace fs = std::filesystem;

namespace {

std::string small() { return source_file("tests/cases/small.yaml"); }

/// A PDF that embeds a file.
std::string pdf_with(const std::string& text, const std::string& type = "yaml") {
    return "%PDF-1.7\n1 0 obj\n<</Type/EmbeddedFile/Subtype/application#2F" + type +
           "/Filter/FlateDecode>>\nstream\n" + deflate(text, 6) + "\nendstream\nendobj\n%%EOF\n";
}

std::string told_of(const std::string& bytes) {
    return told(read(bytes, "年报.pdf", Format::yaml));
}

/// The names of files, a space between.
std::string names(const std::vector<fs::path>& files) {
    std::string all;
    for (const fs::path& file : files) all += (all.empty() ? "" : " ") + file.filename().native();
    return all;
}

bool made_here(std::string_view bytes) { return bytes.find("made here") != bytes.npos; }

}  // namespace

TEST_CASE("The data that a PDF carries are read as the data file they were") {
    const Reading own = read(small(), "a.yaml", Format::yaml);
    const std::string pdf = pdf_with(small());
    const Reading carried = read(pdf, "年报.pdf", Format::yaml);
    REQUIRE(carried.report);
    CHECK(*carried.report == *own.report);
    CHECK(carried.findings.empty());
    CHECK(carried.source.bytes() == pdf);
    CHECK(carried.source.text() == small());

    const std::string json = source_file("tests/files/whole.json");
    const Reading of_json = read(pdf_with(json, "json"), "年报.pdf", Format::yaml);
    REQUIRE(of_json.report);
    CHECK(*of_json.report == *read(json, "a.json", Format::json).report);

    const Scratch scratch;
    const Reading of_file = read(write_file(scratch / "年报.PDF", pdf));
    REQUIRE(of_file.report);
    CHECK(*of_file.report == *own.report);
    CHECK(of_file.findings.empty());  // no advice to rename it
}

TEST_CASE("Findings stand in the file that the PDF carries") {
    CHECK(told_of(pdf_with("agency: 甲局\nyear: x\n" + rest("agency:\nyear:", Format::yaml)))
              .find("年报.pdf 所附数据文件:2:7: 错误 D-12: 年度：“x”不是数\n"
                    "    2 | year: x\n"
                    "      |       ^\n") == 0);
    // Damage is mended there too.
    CHECK(told_of(pdf_with("agency：甲局\nyear: 2022\n" +
                           replaced(rest("", Format::yaml), "agency: 某某局\nyear: 2022\n", ""))) ==
          "年报.pdf 所附数据文件:1:7: 错误 D-05: 项目名后面是全角冒号\n"
          "    1 | agency：甲局\n"
          "      |       ^^\n"
          "   提示: 写成 agency: 甲局\n");
}

TEST_CASE("A PDF whose data cannot be read is told as what it is") {
    CHECK(told_of("%PDF-1.7\n") ==
          "年报.pdf: 错误 D-20: 这是 PDF 文件，不是数据文件\n"
          "   提示: PDF 是生成的结果或者扫描件：找出它的数据文件，或者照着填一份\n");
    std::string broken = pdf_with(small());
    broken[broken.find("stream\n") + 40] ^= 1;
    CHECK(told_of(broken) ==
          "年报.pdf: 错误 D-20: 这是附有数据的 PDF 文件，数据已经损坏，不能读\n"
          "   提示: 从别处再取一份这个 PDF，或者找出它的数据文件\n");
    // A PDF in a PDF: one is enough.
    CHECK(told_of(pdf_with("%PDF-1.7\n" + times(1000, "x"))) ==
          "年报.pdf 所附数据文件: 错误 D-20: 这是 PDF 文件，不是数据文件\n"
          "   提示: PDF 是生成的结果或者扫描件：找出它的数据文件，或者照着填一份\n");
    // Only the prose is asked for, and there is more.
    CHECK(!read_prose(pdf_with(small()), "年报.pdf", Format::yaml).report);
}

TEST_CASE("What a PDF carries is not corrected: it cannot be put back") {
    const std::string pdf = pdf_with("agency：甲局\n");
    const Fixed fixed = fix(pdf, "年报.pdf", Format::yaml);
    CHECK(!fixed.changed());
    CHECK(fixed.text == pdf);
    CHECK(told(fixed.reading) ==
          "年报.pdf: 错误 D-20: 这是附有数据的 PDF 文件，里面的数据不能改\n"
          "   提示: 先转换成数据文件，再改正那个文件\n");
}

TEST_CASE("In a folder a PDF with data is a data file, unless it was made of one there") {
    const Scratch scratch;
    fs::create_directories(scratch / "out");
    write_file(scratch / "甲局.yaml", small());
    write_file(scratch / "甲局.pdf", pdf_with(small()) + "made here");
    write_file(scratch / "out/甲局.pdf", pdf_with(small()) + "made here");
    write_file(scratch / "乙局.pdf", pdf_with(small()) + "made here");
    write_file(scratch / "丙局.pdf", "%PDF-1.7\nmade here");
    std::string broken = pdf_with(small());
    broken[broken.find("stream\n") + 40] ^= 1;
    write_file(scratch / "丁局.pdf", broken);
    write_file(scratch / "out/甲局.PDF", pdf_with(small()) + "signed");
    const Listing listing = list_folder(scratch.folder(), Depth::below, made_here);
    CHECK(names(listing.data) == "乙局.pdf 甲局.yaml");
    std::string others;
    for (const OtherFile& other : listing.others)
        others += other.file.filename().native() + ": " + other.finding.message + "\n";
    CHECK(others ==
          "丁局.pdf: 这是附有数据的 PDF 文件，数据已经损坏，不是数据文件，没有读\n"
          "甲局.PDF: 这是 PDF 文件，有同名的数据文件，没有读\n");
    CHECK(listing.others.back().finding.hint == "读的是那个数据文件；不是由它生成的，换一个名称");
    // Without that data file it is one itself.
    fs::remove(scratch / "甲局.yaml");
    CHECK(names(nianbao::data_files(scratch.folder())) == "乙局.pdf 甲局.pdf 甲局.PDF 甲局.pdf");
}
