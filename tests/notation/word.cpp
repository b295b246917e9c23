// Word files: what one sees of them is read, and the rest is told.
#include "notation/docx/word_file.hpp"

#include "data_files.hpp"
#include "notation/docx/parts.hpp"
#include "office/draft_text.hpp"
#include "office/made_word.hpp"
#include "office/made_zip.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

using namespace nianbao;
using namespace nianbao::notation;

namespace {

constexpr std::string_view styles =
    R"(<w:style w:type="paragraph" w:styleId="H1"><w:basedOn w:val="B"/></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="B"><w:pPr><w:outlineLvl w:val="0"/>)"
    R"(<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>)"
    R"(<w:style w:type="character" w:styleId="S"><w:rPr><w:strike/></w:rPr></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:dstrike/></w:rPr></w:style>)";

constexpr std::string_view numbering =
    R"(<w:abstractNum w:abstractNumId="7">)"
    R"(<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>)"
    R"(<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>)"
    R"(</w:abstractNum><w:abstractNum w:abstractNumId="8">)"
    R"(<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>)"
    R"(</w:abstractNum><w:abstractNum w:abstractNumId="9">)"
    R"(<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="l"/></w:lvl></w:abstractNum>)"
    R"(<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>)"
    R"(<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>)"
    R"(<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>)"
    R"(<w:num w:numId="4"><w:abstractNumId w:val="8"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>)"
    R"(<w:num w:numId="5"><w:abstractNumId w:val="9"/></w:num>)";

std::string seen(const WordFile& file) {
    std::string out = made::text_of(file.draft);
    const WordMarks& marks = file.marks;
    const std::pair<std::string_view, int> counts[] = {
        {"insertions", marks.insertions}, {"deletions", marks.deletions},
        {"moves", marks.moves},           {"comments", marks.comments},
        {"notes", marks.notes},           {"pictures", marks.pictures},
        {"embedded", marks.embedded}};
    for (const auto& [name, count] : counts) {
        if (count > 0) out += fmt::format("{} {}\n", name, count);
    }
    for (const WordMark& mark : file.placed) {
        if (mark.what == WordMark::What::struck) out += "struck " + mark.text + "\n";
        if (mark.what == WordMark::What::raised) out += "raised " + mark.text + "\n";
    }
    return out + (marks.hidden ? "hidden\n" : "");
}

std::string fault_of(const std::string& bytes) { return read_word_file(bytes, "a.docx").fault; }

}  // namespace

TEST_CASE("What one sees of a Word file is read") {
    int count = 0;
    data_files::each_case("cases/word.txt", [&](const std::string& name, std::string body, Format,
                                                const std::string& expected) {
        CAPTURE(name);
        std::erase(body, '\n');
        const std::string bytes =
            made::word_file(body, {std::string(styles), std::string(numbering)});
        const ReadWordFile read = read_word_file(bytes, "a.docx");
        REQUIRE_MESSAGE(read.file, read.fault);
        CHECK(seen(*read.file) == expected);
        ++count;
    });
    CHECK(count == 21);
}

TEST_CASE("A number is shown as its list says") {
    const std::pair<std::string_view, std::string_view> cases[] = {
        {"chineseCounting", "十二"},
        {"chineseCountingThousand", "十二"},
        {"chineseLegalSimplified", "壹贰"},
        {"decimalEnclosedCircle", "⑫"},
        {"decimalEnclosedParen", "⑿"},
        {"decimalEnclosedFullstop", "⒓"},
        {"decimalFullWidth", "１２"},
        {"decimalZero", "12"},
        {"ideographTraditional", "乙"},
        {"ideographZodiac", "亥"},
        {"upperLetter", "L"},
        {"lowerLetter", "l"},
        {"upperRoman", "XII"},
        {"lowerRoman", "xii"},
        {"bullet", ""},
        {"none", ""},
        {"decimal", "12"},
        {"unheardOf", "12"},
    };
    for (const auto& one : cases) {
        CAPTURE(one.first);
        CHECK(list_number(12, one.first) == one.second);
    }
    CHECK(list_number(9, "decimalZero") == "09");
    CHECK(list_number(27, "lowerLetter") == "aa");
    CHECK(list_number(20, "decimalEnclosedCircle") == "⑳");
    CHECK(list_number(21, "decimalEnclosedCircle") == "21");
    CHECK(list_number(99, "chineseCounting") == "九十九");
    CHECK(list_number(100, "chineseCounting") == "一〇〇");
}

TEST_CASE("What is no Word file is refused with the reason") {
    CHECK(fault_of("PK") != "");
    CHECK(fault_of(made::zip({{.name = "a.txt", .bytes = "x"}})) == "压缩包里没有 Word 的正文");
    CHECK(fault_of(made::zip({{.name = "word/document.xml", .bytes = "<w:document"}})) ==
          "压缩包里的“word/document.xml”不是完好的 XML");
    std::string paragraphs;
    for (int i = 0; i < 29'999; ++i) paragraphs += "<w:p/>";
    CHECK(fault_of(made::word_file(paragraphs + "<w:p/>")) == "");
    const std::string_view too_many = "段落、表格的格、修订和批注合起来超过上限 30000 个";
    CHECK(fault_of(made::word_file(paragraphs + "<w:p/><w:p/>")) == too_many);
    CHECK(fault_of(made::word_file(paragraphs + "<w:p><w:ins><w:r/></w:ins></w:p>")) == too_many);
    CHECK(fault_of(made::word_file(paragraphs + "<w:tbl><w:tr/></w:tbl>")) == too_many);
    CHECK(fault_of(made::word_file(paragraphs + "<w:p><w:r><w:commentReference/></w:r></w:p>")) ==
          too_many);
    const std::string text(std::size_t{2} << 20, 'a');
    const auto one = [](const std::string& own) {
        return made::word_file("<w:p><w:r><w:t>" + own + "</w:t></w:r></w:p>");
    };
    CHECK(fault_of(one(text)) == "");
    CHECK(fault_of(one(text + "a")) == "文字超过上限 2 MB");
}
