// Old Word files and workbooks, made readable by another program. In the runs of every
// day that program is the shell; LibreOffice converts in `tests/run.sh --long`.
#include "data/drafts/converter.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>

#include "file/reading.hpp"
#include "nianbao/failure.hpp"
#include "office/made_word.hpp"
#include "program.hpp"

using namespace nianbao;
using namespace nianbao::data;

namespace {

/// A compound file of old, with the name of one stream.
std::string compound(std::string_view stream) {
    std::string bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    bytes += std::string(504, '\0');
    for (const char c : stream) (bytes += c) += '\0';
    return bytes + std::string(512, '\0');
}

/// What became of a file, or why nothing did.
std::string converted(const std::string& command, const std::filesystem::path& file) {
    const notation::Kind* kind = convertible_kind(file);
    REQUIRE(kind != nullptr);
    auto made = Converter(command).convert(file, *kind);
    if (auto* bytes = std::get_if<std::string>(&made)) return *bytes;
    return "not: " + std::get<Converter::Refusal>(made).why;
}

/// Files as offices send them: a report in .doc, another in .xls, and a letter.
class Sent {
public:
    Sent() {
        std::filesystem::create_directories(in() / "甲 局");
        write_file(in() / "甲 局/年报.doc", compound("WordDocument"));
        write_file(in() / "乙局.xls", compound("Workbook"));
        const std::string model = source_file("tests/files/model.yaml");
        write_file(scratch / "model.yaml", model);
        made("report.docx", {"render", "model.yaml", "--no-check", "-o"});
        made("report.xlsx", {"convert", "model.yaml", "-o"});
    }

    std::filesystem::path in() const { return scratch / "收件"; }

    /// A command that gives what was made before, as an office program would.
    std::string command() const {
        return fmt::format("sh -c 'cp \"{}/report.$2\" \"$1\"' convert {{out}} {{to}} {{in}}",
                           scratch.folder().native());
    }

    Run run(std::vector<std::string> words) const {
        return nianbao_run(std::move(words), {.folder = scratch.folder()});
    }

    Scratch scratch;

private:
    void made(const std::string& name, std::vector<std::string> words) {
        words.push_back(name);
        const Run run = this->run(std::move(words));
        REQUIRE_MESSAGE(run.exit == 0, run.err);
    }
};

}  // namespace

TEST_CASE("Which files an office program can make readable") {
    const Scratch scratch;
    const auto becomes = [&](const std::string& name, const std::string& bytes) {
        const notation::Kind* kind = convertible_kind(write_file(scratch / name, bytes));
        return kind == nullptr ? std::string() : std::string(kind->becomes);
    };
    CHECK(becomes("a.doc", compound("WordDocument")) == ".docx");
    CHECK(becomes("a.wps", compound("WordDocument")) == ".docx");
    CHECK(becomes("a.rtf", "{\\rtf1 a}") == ".docx");
    CHECK(becomes("a.xls", compound("Workbook")) == ".xlsx");
    CHECK(becomes("a.et", compound("Workbook")) == ".xlsx");
    CHECK(becomes("a.ppt", compound("PowerPoint Document")) == "");
    CHECK(becomes("a.doc", compound("EncryptedPackage")) == "");
    CHECK(becomes("a.pdf", "%PDF-1.7\n") == "");
    CHECK(becomes("a.yaml", "单位: 甲局\n") == "");
    CHECK(convertible_kind(scratch / "none.doc") == nullptr);
}

TEST_CASE("A command has words, quotation marks, and places for file, folder and format") {
    const Scratch scratch;
    const auto file = write_file(scratch / "年 报.doc", compound("WordDocument"));
    const auto words = [&](const std::string& command) { return converted(command, file); };
    CHECK(
        words("sh -c 'printf \"%s|%s|%s\" \"$0\" \"$1\" \"$2\" > \"$3/a.docx\"' 'a b' \"c'd\" {to} "
              "{out} {in}") == "a b|c'd|docx");
    CHECK(words("sh -c 'cat \"$1\" > \"$0/a.docx\"' {out} {in}") == compound("WordDocument"));
    // Without {in}: as LibreOffice takes them.
    CHECK(words("sh -c 'printf \"%s \" \"$1\" \"$2\" \"$3\" \"$4\" > \"$5/a.docx\"' soffice") ==
          "--headless --convert-to docx --outdir ");
    CHECK_THROWS_WITH_AS(Converter(" \t"), "转换命令是空的", Failure);
    CHECK(Converter::fault("sh -c 'cp \"$1\" \"$0\"' {out} {in}") == "");
    CHECK(Converter::fault("soffice \"a") == "转换命令里的引号 \" 没有另一半");
    CHECK(Converter::fault("a 'b \"c\"") == "转换命令里的引号 ' 没有另一半");
    CHECK(Converter::fault("unoconv {in}") == "转换命令里写了 {in}，没有写 {out}");
    CHECK(Converter::fault("unoconv -o {out}") == "转换命令里写了 {out}，没有写 {in}");
    CHECK_THROWS_WITH_AS(Converter("'"), "转换命令里的引号 ' 没有另一半", Failure);
    const notation::Kind& kind = *convertible_kind(file);
    const auto of_bytes = Converter(
                              "sh -c 'cp \"$1\" \"$0/a.docx\"; echo \"${1##*.}\" >> "
                              "\"$0/a.docx\"' {out} {in}")
                              .convert("in memory ", "包.zip/甲局.wps", kind);
    CHECK(std::get<std::string>(of_bytes) == "in memory wps\n");
}

TEST_CASE("Why a file was not converted is told, and the file stays as it was") {
    const Scratch scratch;
    const auto file = write_file(scratch / "a.doc", compound("WordDocument"));
    const auto why = [&](const std::string& script) {
        return converted("sh -c '" + script + "' sh {in} {out}", file);
    };
    CHECK(why("exit 1") == "not: 转换程序出错");
    CHECK(why("exit 0") == "not: 转换程序没有做出 .docx 文件");
    CHECK(why("echo > \"$2/a.docx\"; echo > \"$2/b.docx\"") == "not: 转换程序没有做出 .docx 文件");
    CHECK(why("echo > \"$2/a.pdf\"") == "not: 转换程序没有做出 .docx 文件");
    CHECK(why("echo spoilt > \"$1\"; echo lock > \"$1.lock\"; echo ok > \"$2/A.DOCX\"") == "ok\n");
    CHECK(read_file(file) == compound("WordDocument"));
    CHECK(scratch.names() == "a.doc");
    CHECK_THROWS_WITH_AS(converted("no-such-office-program", file),
                         "找不到转换程序 no-such-office-program", Failure);
    const Finding finding = not_converted(*convertible_kind(file), "a.doc", "转换程序出错");
    CHECK(message(finding) ==
          "a.doc: 错误 D-20: 这是旧版 Word 文件 (.doc)，没有转换成：转换程序出错");
    CHECK(finding.hint == "用 WPS 或 Word 打开，另存为 .docx 再读");
}

TEST_CASE("Whole folders of old files are read") {
    const Sent sent;
    const Run checked = sent.run({"check", "收件", "--no-fonts", "--converter", sent.command()});
    CHECK_MESSAGE(checked.exit == 0, (checked.out + checked.err));
    CHECK_MESSAGE(checked.err.find("共 2 份：没有错误 2 份") != std::string::npos, checked.err);
    const Run merged = sent.run(
        {"merge", "收件", "--agency", "某县", "--converter", sent.command(), "-o", "县.yaml"});
    CHECK(merged.exit == 1);  // both are the same office's
    CHECK_MESSAGE(
        merged.err.find("“云溪县农业农村局”出现两次，前一次在 收件/乙局.xls") != std::string::npos,
        merged.err);
    const Run rendered =
        sent.run({"render", "收件", "--converter", sent.command(), "--to", "text", "-o", "out/"});
    CHECK_MESSAGE(rendered.exit == 0, rendered.err);
    CHECK(read_file(sent.scratch / "out/甲 局/年报.doc.txt") ==
          read_file(sent.scratch / "out/乙局.xls.txt"));
    // Without the option they are named, and nothing is read.
    CHECK(sent.run({"check", "收件", "--no-fonts"}).exit == 2);
}

TEST_CASE("A file that is named is converted too, and one that is not becomes an error") {
    const Sent sent;
    const Run imported = sent.run(
        {"import", "收件/甲 局/年报.doc", "--converter", sent.command(), "-o", "data.yaml"});
    CHECK_MESSAGE(imported.exit == 0, imported.err);
    CHECK(sent.run({"diff", "data.yaml", "model.yaml"}).exit == 0);
    const Run failed = sent.run({"check", "收件", "--no-fonts", "--converter", "false {in} {out}"});
    CHECK(failed.exit == 1);
    CHECK_MESSAGE(failed.out.find("收件/乙局.xls: 错误 D-20: 这是旧版 Excel 文件 "
                                  "(.xls)，没有转换成：转换程序出错\n") != std::string::npos,
                  failed.out);
    CHECK_MESSAGE(failed.out.find("收件/甲 局/年报.doc: 错误 D-20") != std::string::npos,
                  failed.out);
}

TEST_CASE("A Word file of old beside data files is a draft, and a letter is no report") {
    const Sent sent;
    write_file(sent.scratch / "report.docx",
               made::word_file(made::word_paragraph("关于报送年报的通知")));
    const Run letter = sent.run({"check", "收件", "--no-fonts", "--converter", sent.command()});
    CHECK_MESSAGE(
        letter.out.find("收件/甲 局/年报.doc: 警告 D-20: 这份 Word 文件里没有年报的标题和表，"
                        "不是数据文件，没有读\n") != std::string::npos,
        letter.out);
    CHECK_MESSAGE(letter.err.find("共 1 份：没有错误 1 份") != std::string::npos, letter.err);

    write_file(sent.in() / "甲 局/年报.yaml", read_file(sent.scratch / "model.yaml"));
    const Run draft = sent.run({"check", "收件", "--no-fonts", "--converter", sent.command()});
    CHECK_MESSAGE(draft.err.find("共 2 份：没有错误 2 份") != std::string::npos, draft.err);
    CHECK_MESSAGE(draft.out.find("收件/甲 局/年报.doc: 警告 D-20: 这是旧版 Word 文件 (.doc)，"
                                 "不是数据文件，没有读\n") != std::string::npos,
                  draft.out);
}

TEST_CASE("LibreOffice makes old files readable") {
    if (std::getenv("NIANBAO_LONG") == nullptr) return;
    const Sent sent;
    for (const char* to : {"doc", "rtf", "odt"}) {
        REQUIRE(run({"soffice", "--headless", "--convert-to", to, "--outdir",
                     (sent.scratch / to).native(), (sent.scratch / "report.docx").native()})
                    .exit == 0);
        const Run imported = sent.run({"import", fmt::format("{0}/report.{0}", to), "--converter",
                                       "soffice", "--force", "-o", "data.yaml"});
        CHECK_MESSAGE(imported.exit == 0, imported.err);
        CHECK(sent.run({"diff", "data.yaml", "model.yaml"}).exit == 0);
    }
    for (const char* to : {"xls", "ods"}) {
        REQUIRE(run({"soffice", "--headless", "--convert-to", to, "--outdir",
                     (sent.scratch / to).native(), (sent.scratch / "report.xlsx").native()})
                    .exit == 0);
        const Run checked = sent.run({"import", fmt::format("{0}/report.{0}", to), "--converter",
                                      "soffice", "--force", "-o", "data.yaml"});
        // LibreOffice loses the names of cells: they are read by the words beside them.
        CHECK_MESSAGE(checked.out.find("错误") == std::string::npos, checked.out);
        CHECK(sent.run({"diff", "data.yaml", "model.yaml"}).exit == 0);
    }
}

TEST_CASE("A program that is written as a path is one from here") {
    const Scratch scratch;
    const auto file = write_file(scratch / "a.doc", compound("WordDocument"));
    const auto own = write_file("converter-of-the-test", "#!/bin/sh\ncp \"$1\" \"$2/a.docx\"\n");
    std::filesystem::permissions(own, std::filesystem::perms::owner_all);
    CHECK(converted("./converter-of-the-test {in} {out}", file) == compound("WordDocument"));
    std::filesystem::remove(own);
}
