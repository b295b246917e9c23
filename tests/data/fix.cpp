// What can mean only one thing is corrected in the file; nothing else is touched.
#include "nianbao/fix.hpp"

#include "data/fix/line_log.hpp"
#include "data_files.hpp"
#include "nianbao/write.hpp"
#include "program.hpp"

#include <doctest/doctest.h>

using namespace nianbao;
using namespace data_files;

namespace {

Fixed fixed(const std::string& text, Format format = Format::yaml) {
    return fix(text, format == Format::json ? "data.json" : "data.yaml", format);
}

/// A few lines as they are corrected in a file that has the other parts too.
std::string corrected(const std::string& damaged) {
    const std::string lines = with_characters(damaged);
    const std::string others = "\n" + rest(lines, Format::yaml) + "\n";
    const Fixed file = fixed(lines + others);
    INFO(file.text);
    REQUIRE(file.text.ends_with(others));
    CHECK(fixed(file.text).text == file.text);
    return file.text.substr(0, file.text.size() - others.size());
}

/// The members of an object, in the same way.
std::string corrected_json(const std::string& damaged) {
    const std::string members = with_characters(damaged);
    const std::string others = ", " + rest(members, Format::json) + "}";
    const Fixed file = fixed("{" + members + others, Format::json);
    INFO(file.text);
    REQUIRE(file.text.ends_with(others));
    CHECK(fixed(file.text, Format::json).text == file.text);
    return file.text.substr(1, file.text.size() - others.size() - 1);
}

std::string in_encoding(const std::string& encoding, const std::string& text) {
    const Run converted = ::run({"iconv", "-f", "UTF-8", "-t", encoding}, {.input = text});
    REQUIRE(converted.exit == 0);
    return converted.out;
}

}  // namespace

TEST_CASE("What can mean one thing becomes that, and a second run changes nothing") {
    const std::string cases[][2] = {
        // Beside a key.
        {"title：年报", "title: 年报"},
        {"title： 年报", "title: 年报"},
        {"title:年报", "title: 年报"},
        {"标题：年报", "标题: 年报"},
        {"title⟨3000⟩: 年报", "title: 年报"},
        {"title⟨200B⟩: 年报", "title: 年报"},
        {"title:⟨00A0⟩年报", "title: 年报"},
        {"“title”: 年报", "title: 年报"},
        {"title 年报", "title: 年报"},
        // Beside what stays as it is.
        {"overview: 第一段。\n  第二段。\n  # 注\nyear: ２０２２",
         "overview: 第一段。\n  第二段。\n  # 注\nyear: 2022"},
        {"title：年报\nyear: ２０２２", "title: 年报\nyear: 2022"},
        {"“title”: 年报\nyear: ２０２２", "title: 年报\nyear: 2022"},
        {"title: \"年报", "title: \"年报\""},
        {"title: 关于: 年报", "title: \"关于: 年报\""},
        {"contact:\n⟨0009⟩phone: 1", "contact:\n  phone: 1"},
        {"contact:\n⟨3000⟩phone: 1", "contact:\n  phone: 1"},
        {"contact:\n⟨00A0⟩⟨00A0⟩phone: 1", "contact:\n  phone: 1"},
        // Rows.
        {"applications:\n  unlisted: 0\n  received: [1，0，0，0，0，0]",
         "applications:\n  unlisted: 0\n  received: [1, 0, 0, 0, 0, 0]"},
        {"applications:\n  unlisted: 0\n  received: [1、0、0、0、0、0]",
         "applications:\n  unlisted: 0\n  received: [1, 0, 0, 0, 0, 0]"},
        {"applications:\n  unlisted: 0\n  received: 1⟨0009⟩0⟨0009⟩0⟨0009⟩0⟨0009⟩0⟨0009⟩0",
         "applications:\n  unlisted: 0\n  received: [1, 0, 0, 0, 0, 0]"},
        {"applications:\n  unlisted: 0\n  received: 【1, 0, 0, 0, 0, 0】",
         "applications:\n  unlisted: 0\n  received: [1, 0, 0, 0, 0, 0]"},
        {"applications:\n  unlisted: 0\n  received: [1, 0, 0, 0, 0, 0",
         "applications:\n  unlisted: 0\n  received: [1, 0, 0, 0, 0, 0]"},
        // Numbers.
        {"disclosure:\n  unlisted: 0\n  licences: １２",
         "disclosure:\n  unlisted: 0\n  licences: 12"},
        {"disclosure:\n  unlisted: 0\n  licences: 1,234",
         "disclosure:\n  unlisted: 0\n  licences: 1234"},
        {"disclosure:\n  unlisted: 0\n  licences: １，２３４  # 年末",
         "disclosure:\n  unlisted: 0\n  licences: 1234  # 年末"},
        {"disclosure:\n  unlisted: 0\n  licences: \"1,234\"",
         "disclosure:\n  unlisted: 0\n  licences: \"1234\""},
        {"disclosure:\n  unlisted: 0\n  licences: ' 12 '",
         "disclosure:\n  unlisted: 0\n  licences: '12'"},
        {"disclosure:\n  unlisted: 0\n  licences: 12⟨3000⟩",
         "disclosure:\n  unlisted: 0\n  licences: 12"},
        {"year: ２０２２", "year: 2022"},
        // Both, one after the other.
        {"disclosure：\n  unlisted: 0\n  licences：１,２３４",
         "disclosure:\n  unlisted: 0\n  licences: 1234"},
        // Prose.
        {"overview: |\n第一段。\n第二段。", "overview: |\n  第一段。\n  第二段。"},
        {"overview: ｜\n  第一段。", "overview: |\n  第一段。"},
        {"overview:\n  ｜\n  第一段。", "overview:\n  |\n  第一段。"},
        {"overview: | 第一段。\n  第二段。", "overview: |\n  第一段。\n  第二段。"},
        {"overview: 第一段。\n  第二段。", "overview: |\n  第一段。\n  第二段。"},
        {"overview:\n    第一段。\n  第二段！\n     第三段",
         "overview: |\n  第一段。\n  第二段！\n  第三段"},
        {"overview: 情况如下\n  （一）公开。\n\n  全年12条。",
         "overview: |\n  情况如下\n  （一）公开。\n  全年12条。"},
        {"overview: 他说“好。”\n  第二段。\n# 注\ntitle: 年报",
         "overview: |\n  他说“好。”\n  第二段。\n# 注\ntitle: 年报"},
    };
    for (const auto& lines : cases) {
        CAPTURE(lines[0]);
        CHECK(corrected(lines[0]) == lines[1]);
    }
    const std::string members[][2] = {
        {R"("title"："年报")", R"("title":"年报")"},
        {R"("title": "年报"，"kind": "office")", R"("title": "年报","kind": "office")"},
        {R"("title": "年报" "kind": "office")", R"("title": "年报", "kind": "office")"},
        {R"(“title”: “年报”)", R"("title": "年报")"},
        {R"('title': '年报')", R"("title": "年报")"},
        {R"(title: 年报)", R"("title": "年报")"},
        {R"("title":⟨3000⟩"年报")", R"("title": "年报")"},
        {"\"overview\": \"好。\n很好。\"", R"("overview": "好。\n很好。")"},
        {R"("applications": {"unlisted": 0, "received": 【1，0，0，0，0，0】})",
         R"("applications": {"unlisted": 0, "received": [1,0,0,0,0,0]})"},
        {R"("disclosure": {"unlisted": 0, "licences": "１,２３４"})",
         R"("disclosure": {"unlisted": 0, "licences": "1234"})"},
    };
    for (const auto& one : members) {
        CAPTURE(one[0]);
        CHECK(corrected_json(one[0]) == one[1]);
    }
}

TEST_CASE("What can mean several things, or nothing is wrong with, stays") {
    for (const char* lines :
         {"disclosure:\n  unlisted: 0\n  licences: 无",
          "disclosure:\n  unlisted: 0\n  licences: 5件",
          "disclosure:\n  unlisted: 0\n  licences: -",
          "disclosure:\n  unlisted: 0\n  licences: 1,23", "title: 年报\ntitle: 年度报告",
          "agancy: 某某局", "title: 年报 kind: office",
          // One number of thousands where a row should be.
          "applications:\n  unlisted: 0\n  received: 1,234,567,890\nfoo: 1",
          "disclosure:\n  unlisted: 0\n  licences: \"1\\x32\"",
          // One paragraph on two lines; comments that a "|" would take in.
          "overview: 全年公开信息\n  12条。", "overview: 第一段。\n\n  第二段。",
          "overview: 第一段。\n  第二段。  # 注",
          "overview: 第一段。\n  第二段。\n  # 注\ntitle: 年报",
          "overview: \"第一段。\n  第二段。\"", "overview: >\n  第一段。\n  第二段。",
          "overview: |\n  title：年报\n  year: ２０２２", "title: ２０２２年报",
          "contact: {phone: 1,\n  office: 办公室}"}) {
        CAPTURE(lines);
        CHECK(corrected(lines) == lines);
    }
    for (const char* members :
         {"\"title\": \"年报\", // 标题\n\"kind\": \"office\"", "\"title\": \"年\t报\"",
          "\"disclosure\": {\"unlisted\": 0, \"licences\": }"}) {
        CAPTURE(members);
        CHECK(corrected_json(members) == members);
    }
    for (const std::string broken_off : {R"({"agency": "某某局", "year": 2022, "title": "年)",
                                         R"({"agency"："某某局", "year": 2022, "title": "年)"}) {
        CHECK(fixed(broken_off, Format::json).text == broken_off);
        CHECK_FALSE(fixed(broken_off, Format::json).changed());
    }
    // Of a file without its last bracket nobody knows whether more stood before that.
    const Reading model = read(source_file("tests/files/model.yaml"), "m.yaml", Format::yaml);
    std::string unclosed = write(*model.report, Format::json);
    unclosed.resize(unclosed.rfind('}'));
    CHECK(fixed(unclosed, Format::json).text == unclosed);
    CHECK(fixed(unclosed + "}", Format::json).reading.report == model.report);
}

TEST_CASE("A number of thousands is read as one among others") {
    CHECK(corrected("applications:\n  unlisted: 0\n  received: [1，234, 5, 0, 0, 0, 0]\nfoo: 1") ==
          "applications:\n  unlisted: 0\n  received: [1234, 5, 0, 0, 0, 0]\nfoo: 1");
    // Where all commas are full-width, they part the values.
    CHECK(corrected("applications:\n  unlisted: 0\n  received: [1，234，5，0，0，0]") ==
          "applications:\n  unlisted: 0\n  received: [1, 234, 5, 0, 0, 0]");
}

TEST_CASE("Encodings and line ends are changed throughout") {
    const std::string text = "title: 年报\n" + rest("", Format::yaml) + "\n";
    std::string returns = replaced(text, "\n", "\r\n");
    const Fixed gbk = fixed(in_encoding("GBK", text));
    CHECK(gbk.text == text);
    CHECK(gbk.throughout == std::vector<std::string>{"GBK 编码，改成 UTF-8"});
    CHECK(gbk.lines.empty());
    CHECK(gbk.reading.findings.empty());
    CHECK(fixed(in_encoding("UTF-16", returns)).text == returns);

    // A file that ends its lines in one way is right.
    CHECK_FALSE(fixed(text).changed());
    CHECK_FALSE(fixed(returns).changed());
    CHECK_FALSE(fixed("\xEF\xBB\xBF" + text).changed());
    CHECK(fixed("\xEF\xBB\xBF" + text).text == "\xEF\xBB\xBF" + text);
    const Fixed lone = fixed(replaced(text, "\n", "\r"));
    CHECK(lone.text == text);
    CHECK(lone.throughout == std::vector<std::string>{"各行结尾的换行符不一样，都改成 LF"});
    CHECK(fixed("title: 年报\r\n" + text.substr(text.find('\n') + 1)).text == text);
    const Fixed most = fixed("title: 年报\n" + returns.substr(returns.find('\n') + 1));
    CHECK(most.text == returns);
    CHECK(most.throughout == std::vector<std::string>{"各行结尾的换行符不一样，都改成 CR LF"});
    // New lines end as the others do.
    CHECK(fixed("overview: 第一段。\r\n  第二段。\r\n" +
                replaced(rest("\noverview:", Format::yaml), "\n", "\r\n"))
              .text.starts_with("overview: |\r\n  第一段。\r\n  第二段。\r\n"));
}

TEST_CASE("A file that is no text, or in no encoding, is told and stays") {
    const std::string word = "PK\x03\x04 word/document.xml";
    const Fixed foreign = fixed(word);
    CHECK(foreign.text == word);
    CHECK_FALSE(foreign.changed());
    REQUIRE(foreign.reading.findings.size() == 1);
    CHECK(foreign.reading.findings.front().rule == "D-20");
    const std::string malformed = times(6, "title：\xB0\n") + "\r";
    CHECK(fixed(malformed).text == malformed);
    CHECK(fixed("").text == "");
    CHECK_FALSE(fixed("").changed());
}

TEST_CASE("A file keeps the notation of its name, and what is told of that") {
    const Scratch scratch;
    const std::string text = rest("", Format::yaml) + "\n";
    const std::string damage = replaced(text, "agency: ", "agency：");
    const Fixed plain = fix(Input{.file = write_file(scratch / "a.txt", damage)});
    CHECK(plain.text == text);
    REQUIRE(plain.reading.findings.size() == 1);
    CHECK(plain.reading.findings.front().rule == "D-22");
    CHECK(plain.reading.report == read(text, "a", Format::yaml).report);

    const std::string json = "{" + rest("", Format::json) + "}";
    const std::string broken = replaced(json, "\"agency\":", "\"agency\"：");
    CHECK(fix(Input{.file = write_file(scratch / "a.json", broken)}).text == json);
    CHECK_THROWS(static_cast<void>(fix(Input{.file = scratch / "none.yaml"})));
}

TEST_CASE("The changes are told line by line, and what cannot be seen is named") {
    const std::string others = rest("\nagency:\noverview:\ndisclosure:", Format::yaml) + "\n";
    const Fixed file = fixed(with_characters("agency：某某局\ncontact:\n⟨3000⟩phone:⟨00A0⟩1\n"
                                             "overview: 第一段。\n  第二段。\n"
                                             "disclosure: {unlisted: 0, licences: １２}\n") +
                             others);
    CHECK(fixed_text(file, "data.yaml") ==
          "data.yaml:1\n"
          "- agency：某某局\n"
          "+ agency: 某某局\n"
          "data.yaml:3\n"
          "- ⟨全角空格⟩phone:⟨不间断空格 (U+00A0)⟩1\n"
          "+   phone: 1\n"
          "data.yaml:4\n"
          "- overview: 第一段。\n"
          "-   第二段。\n"
          "+ overview: |\n"
          "+   第一段。\n"
          "+   第二段。\n"
          "data.yaml:6\n"
          "- disclosure: {unlisted: 0, licences: １２}\n"
          "+ disclosure: {unlisted: 0, licences: 12}\n");
    CHECK(fixed_text(fixed(in_encoding("GBK", "title：年报\n" + rest("", Format::yaml))), "a") ==
          "a: GBK 编码，改成 UTF-8\na:1\n- title：年报\n+ title: 年报\n");
    CHECK(fixed_text(fixed(rest("", Format::yaml)), "a") == "");
    // Of a long line what is near.
    const std::string long_title(300, 'a');
    CHECK(fixed_text(fixed("title: '" + long_title + "\n" + rest("", Format::yaml)), "a") ==
          "a:1\n- …" + std::string(60, 'a') + "\n+ …" + std::string(60, 'a') + "'\n");
}

TEST_CASE("Edits are followed line by line") {
    const auto changes = [](const std::string& text, std::vector<notation::Edit> edits) {
        data::LineLog log(text);
        log.edit(std::move(edits));
        std::string told = log.text() + "|";
        for (const FixedLines& lines : log.changes()) {
            told += fmt::format(" {}:", lines.first);
            for (const std::string& line : lines.before) told += " -" + line;
            for (const std::string& line : lines.after) told += " +" + line;
        }
        return told;
    };
    CHECK(changes("a\nb\nc", {}) == "a\nb\nc|");
    CHECK(changes("a\nb\nc", {{2, 3, "x"}}) == "a\nx\nc| 2: -b +x");
    CHECK(changes("a\nb\nc", {{2, 3, "b"}}) == "a\nb\nc|");
    CHECK(changes("a\nb\nc", {{5, 5, "x"}, {0, 0, "y"}}) == "ya\nb\ncx| 1: -a +ya 3: -c +cx");
    CHECK(changes("a\nb\n", {{4, 4, "x"}}) == "a\nb\nx| 3: - +x");
    CHECK(changes("a\nb\nc", {{1, 2, ""}}) == "ab\nc| 1: -a -b +ab");
    CHECK(changes("a\nb\n", {{3, 4, ""}}) == "a\nb| 2: -b - +b");
    CHECK(changes("a\nb\nc", {{1, 1, "\nx"}}) == "a\nx\nb\nc| 1: -a +a +x");
    CHECK(changes("a\nb\nc", {{0, 3, "x\ny"}, {2, 3, "z"}}) == "x\ny\nc| 1: -a -b +x +y");
    CHECK(changes("a\r\nb\r\n", {{3, 4, "x"}}) == "a\r\nx\r\n| 2: -b +x");

    data::LineLog twice("a\nb\nc\nd");
    twice.edit({{2, 3, "x\ny"}});
    twice.edit({{4, 5, "z"}, {8, 9, "e"}});
    CHECK(twice.text() == "a\nx\nz\nc\ne");
    CHECK(twice.changes() == std::vector<FixedLines>{{2, {"b"}, {"x", "z"}}, {4, {"d"}, {"e"}}});
}
