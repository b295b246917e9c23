// What a file is, by its bytes; and text in other encodings.
#include "notation/kind/kind.hpp"

#include "office/made_zip.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "notation/kind/encoding.hpp"

using namespace nianbao::notation;
using namespace std::string_view_literals;

namespace {

std::string wide(std::string_view ascii) {
    std::string text;
    for (char c : ascii) (text += c) += '\0';
    return text;
}

std::string zip(std::string_view part) {
    return "PK\x03\x04\x14" + std::string(25, '\0') + "[Content_Types].xml" + std::string(part);
}

std::string compound(std::string_view stream) {
    return "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(504, '\0') + wide(stream);
}

std::string kind(std::string_view bytes, std::string_view name = "a") {
    const Kind* found = foreign_kind(bytes, name);
    return found == nullptr ? "text" : std::string(found->is);
}

}  // namespace

TEST_CASE("A file that is no text is known by its first bytes") {
    CHECK(kind(zip("word/document.xml")) == "这是 Word 文件 (.docx)");
    CHECK(kind(zip("word/document.xml"), "a.yaml") == "这是 Word 文件 (.docx)");
    CHECK(kind(zip("word/document.xml"), "a.wps") == "这是 Word 文件 (.docx)");
    CHECK(kind(zip("xl/workbook.xml")) == "这是 Excel 文件 (.xlsx)");
    CHECK(kind(zip("ppt/presentation.xml")) == "这是演示文稿 (.pptx)");
    CHECK(kind(zip("OFD.xml")) == "这是 OFD 文件 (.ofd)");
    CHECK(kind(zip("mimetypeapplication/vnd.oasis.opendocument.text")) ==
          "这是 OpenDocument 文件 (.odt)");
    CHECK(kind(zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet")) ==
          "这是 OpenDocument 表格 (.ods)");
    CHECK(kind(zip("a.yaml")) == "这是 ZIP 压缩文件");
    CHECK(kind(zip("b"), "年报.DOCX") == "这是 Word 文件 (.docx)");
    CHECK(kind("PK\x05\x06") == "这是 ZIP 压缩文件");
    // Documents that are stored as they are: the names of their own parts stand in it.
    const std::string letter = made::zip({{.name = "word/document.xml", .bytes = "x"}});
    const auto stored = [&](const std::string& name) {
        return kind(
            made::zip({{.name = "报送/"}, {.name = name, .bytes = letter, .deflated = false}}));
    };
    CHECK(stored("报送/水务局.docx") == "这是 ZIP 压缩文件");
    CHECK(stored("水务局.PDF") == "这是 ZIP 压缩文件");
    CHECK(stored("word/embeddings/a.docx") == "这是 Word 文件 (.docx)");
    CHECK(stored("[Content_Types].xml") == "这是 Word 文件 (.docx)");
    CHECK(kind(made::zip({{.name = "a.docx", .bytes = letter}}), "b.docx") == "这是 ZIP 压缩文件");
    CHECK(kind(letter) == "这是 Word 文件 (.docx)");
    CHECK(kind(compound("WordDocument")) == "这是旧版 Word 文件 (.doc)");
    CHECK(kind(compound("WordDocument"), "in/年报.wps") == "这是 WPS 文字文件 (.wps)");
    CHECK(kind(compound("Workbook")) == "这是旧版 Excel 文件 (.xls)");
    CHECK(kind(compound("Workbook"), "表.et") == "这是 WPS 表格文件 (.et)");
    CHECK(kind(compound("__substg1.0_0037001F")) == "这是邮件 (.msg)");
    CHECK(kind(compound("PowerPoint"), "a.ppt") == "这是旧版演示文稿 (.ppt)");
    CHECK(kind(compound("EncryptedPackage"), "a.doc") == "这是加了密码的 Office 文件");
    CHECK(kind(compound("Other")) == "这是旧版 Office 文件");
    CHECK(kind("%PDF-1.4\n") == "这是 PDF 文件");
    CHECK(kind("\x89PNG\r\n\x1A\n") == "这是图片或者扫描件");
    CHECK(kind("\xFF\xD8\xFF\xE0") == "这是图片或者扫描件");
    CHECK(kind("GIF89a") == "这是图片或者扫描件");
    CHECK(kind("II*\0\x08"sv) == "这是图片或者扫描件");
    CHECK(kind("MM\0*\0"sv) == "这是图片或者扫描件");
    CHECK(kind("RIFF1234WEBPVP8 ") == "这是图片或者扫描件");
    CHECK(kind("\0\0\0\x18"
               "ftypheic"sv) == "这是图片或者扫描件");
    CHECK(kind("BM\x36\x10\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\0\0\0\0\0\0\0\0\0"sv) ==
          "这是图片或者扫描件");
    CHECK(kind("Rar!\x1A\x07\x01") == "这是 RAR 压缩文件");
    CHECK(kind("7z\xBC\xAF\x27\x1C") == "这是 7z 压缩文件");
    CHECK(kind("\x1F\x8B\x08") == "这是 gzip 压缩文件");
    CHECK(kind("{\\rtf1\\ansi") == "这是 RTF 文件 (.rtf)");
    CHECK(kind("\xEF\xBB\xBF\r\n<!DOCTYPE HTML>") == "这是网页 (.html)");
    CHECK(kind("<html>") == "这是网页 (.html)");
    CHECK(kind("<?xml version=\"1.0\"?>") == "这是 XML 文件");
    CHECK(kind("From: a@b\nMIME-Version: 1.0\n\n") == "这是邮件 (.eml)");
    CHECK(kind("From: WPS\nmime-version: 1.0\nContent-Type: multipart/related\n") ==
          "这是网页存档 (MHTML)");
    CHECK(kind("MIME-Version: 1.0\n", "a.mht") == "这是网页存档 (MHTML)");
    CHECK(kind("agency: 某某局\n", "in/~$年报.docx") ==
          "这是 WPS 或 Office 打开着文件时留下的锁文件");
    CHECK(kind(std::string(100, '\x01')) == "这不是文本文件");
}

TEST_CASE("What may be text is left to the readers of text") {
    CHECK(kind("") == "text");
    CHECK(kind("agency: 某某局\n") == "text");
    CHECK(kind("{\"agency\": 1}") == "text");
    CHECK(kind("BM 开头的一句话，不是图片，也没有四个零字节。") == "text");
    CHECK(kind("GIF") == "text");
    CHECK(kind(wide("agency: A")) == "text");
    CHECK(kind("\xFF\xFE" + wide("agency: A")) == "text");
    CHECK(kind("~a", "in/~a.yaml") == "text");
    // A few controls are a mistake, which is told with its place; many are no text.
    const std::string line = "agency: 某某局\n";
    CHECK(kind(line + std::string(8, '\x01')) == "text");
    CHECK(kind(line + std::string(9, '\x01')) == "这不是文本文件");
    CHECK(kind(std::string(180, 'a') + std::string(9, '\x01')) == "text");
    CHECK(kind(std::string(170, 'a') + std::string(9, '\x01')) == "这不是文本文件");
}

TEST_CASE("Whatever is no data file has a kind") {
    CHECK(kind_of("", "a").is == "这是空文件");
    CHECK(kind_of("今天开会。\n", "a.txt").is == "这是一般的文本文件");
    CHECK(kind_of("%PDF-1.4", "a.txt").is == "这是 PDF 文件");
    const auto what_to = [](std::string_view bytes, std::string_view name = "a") {
        return std::string(kind_of(bytes, name).what_to);
    };
    CHECK(what_to("%PDF-1.4") == "PDF 是生成的结果或者扫描件：找出它的数据文件，或者照着填一份");
    CHECK(what_to("{\\rtf1\\ansi") == "用 WPS 或 Word 打开，另存为 .docx 再读");
    CHECK(what_to("\xFF\xD8\xFF\xE0") == "照着它填一份数据文件，从一份待填的空白文件开始");
    CHECK(what_to("Rar!\x1A\x07\x01") == "先解压到一个文件夹，再读那个文件夹");
    CHECK(what_to("From: a@b\nMIME-Version: 1.0\n\n") == "先把附件存成文件，再读那个文件");
    CHECK(what_to(compound("Workbook")) == "用 WPS 或 Excel 打开，另存为 .xlsx 再读");
    CHECK(kind_of("甲局,5\n", "a.csv").is == "这是 CSV 文件");
    CHECK(what_to("甲局,5\n", "a.csv") ==
          "CSV 只有一张表：在 WPS 或 Excel 里打开原来的工作簿，另存为 .xlsx 再读");
    CHECK(what_to(zip("xl/workbook.xml")) == "照着里面的提示改正");
    CHECK(what_to(zip("word/document.xml")) == "移到别处；是年报的，六个部分的标题照格式写");
    CHECK(what_to("<html>") == "把其中的文字和数填进数据文件；可以从一份待填的空白文件开始");
    CHECK(what_to(compound("WordDocument")) == "用 WPS 或 Word 打开，另存为 .docx 再读");
    CHECK(what_to(std::string(100, '\x01')) ==
          "数据文件是 .xlsx，或者 .yaml、.json 的文本；不是数据文件的，移到别处");
    CHECK(kind_of("", "~$a.docx").what_to == "请先在 WPS 中关闭那份文件，锁文件会自己消失");
}

namespace {

/// "GBK 甲局": the encoding, and the text in UTF-8.
std::string decoded(std::string_view bytes) {
    const auto text = decoded_text(bytes);
    return text ? std::string(text->encoding) + " " + text->text : "none";
}

}  // namespace

TEST_CASE("Text in UTF-16 and GB 18030 becomes UTF-8") {
    CHECK(decoded("\xBC\xD7\xBE\xD6") == "GBK 甲局");
    CHECK(decoded("a: \xBC\xD7\xBE\xD6\n") == "GBK a: 甲局\n");
    CHECK(decoded("\x95\x32\x82\x36\xBE\xD6") == "GBK 𠀀局");  // four bytes of GB 18030
    CHECK(decoded("\xFF\xFE\x32\x75\x40\x5C"sv) == "UTF-16 甲局");
    CHECK(decoded("\xFE\xFF\x75\x32\x5C\x40"sv) == "UTF-16 甲局");
    CHECK(decoded("a\0:\0\x32\x75"sv) == "UTF-16 a:甲");
    CHECK(decoded("\0a\0:\x75\x32"sv) == "UTF-16 a:甲");
    CHECK(decoded("\xFF\xFE") == "UTF-16 ");
}

TEST_CASE("Text in UTF-16 without a mark is known by its line ends, colons and blanks") {
    // 单:\n, and 一: whose own zero byte stands in the other place.
    CHECK(decoded("\x55\x53:\0\n\0"sv) == "UTF-16 单:\n");
    CHECK(decoded("\x53\x55\0:\0\n"sv) == "UTF-16 单:\n");
    CHECK(decoded("\0\x4E:\0"sv) == "UTF-16 一:");
    CHECK(decoded("\x4E\0\0:"sv) == "UTF-16 一:");
    CHECK(decoded("\x55\x53 \0"sv) == "UTF-16 单 ");
    CHECK(decoded("\x55\x53\"\0"sv) == "UTF-16 单\"");
    CHECK(decoded("\x55\x53\r\0"sv) == "UTF-16 单\r");
    // One that has none of them is known by its first character.
    CHECK(decoded("a\0\x32\x75"sv) == "UTF-16 a甲");
    CHECK(decoded("\0a\x75\x32"sv) == "UTF-16 a甲");
    // Neither order fits both, or there is a character that no text has.
    CHECK(decoded("\x55\x53:\0\0:"sv) == "none");
    CHECK(decoded("\x55\x53:\0\0\0"sv) == "none");
    CHECK(decoded("\x55\x53\x55\x53"sv) == "none");
}

TEST_CASE("Text that breaks off within a character is read to there") {
    const auto cut = [](std::string_view bytes) {
        const auto text = decoded_text(bytes);
        return !text ? std::string("none") : text->text + (text->cut ? "|" : "");
    };
    CHECK(cut("\xFF\xFE\x32\x75\x40"sv) == "甲|");
    CHECK(cut("\xFE\xFF\x75\x32\xD8\x40"sv) == "甲|");
    CHECK(cut("\xFF\xFE\x32\x75"sv) == "甲");
    CHECK(cut("\xFF\xFE\x32\x75\x40\xD8"sv) == "甲|");
    std::string gbk;
    for (int i = 0; i < 8; ++i) gbk += "\xC4\xEA";
    CHECK(cut(gbk) == "年年年年年年年年");
    CHECK(cut(gbk + "\xC4") == "年年年年年年年年|");
    CHECK(cut(gbk + "\x81\x30\x81") == "年年年年年年年年|");
    CHECK(cut(gbk + "\x81\x30\x81\x30") == "年年年年年年年年\xC2\x80");
    CHECK(cut(gbk.substr(0, 14) + "\xC4") == "none");  // too short to be told from UTF-8
    CHECK(cut(gbk + "甲乙丙丁\xC4") == "none");
}

TEST_CASE("UTF-8 with a mistake stays UTF-8, and what is no text is not read") {
    CHECK(decoded("") == "none");
    CHECK(decoded("a: b\n") == "none");
    CHECK(decoded("甲局") == "none");
    CHECK(decoded("甲\xBE局") == "none");    // one of three
    CHECK(decoded("甲\xBC\xD7") == "none");  // as many as there are right ones
    CHECK(decoded("甲\xBC\xD7\xBE\xD6") == "none");
    CHECK(decoded("\xBC\xD7\xBE") == "none");  // broken off
    CHECK(decoded("\xFF\xD7") == "none");
    CHECK(decoded("\xFF\xFE\x32") == "none");
    CHECK(decoded("\xFF\xFE\x00\xD8\x41\x00"sv) == "none");  // half of a surrogate pair
    CHECK(text_of("\xEF\xBB\xBF甲").value_or("none") == "甲");
    CHECK(text_of("\xBC\xD7").value_or("none") == "甲");
    CHECK(text_of("甲\xBE").value_or("none") == "none");
}
