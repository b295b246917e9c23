// Word files: what is in them, and that reading them gives the report back.
#include "docx/write.hpp"

#include "data_files.hpp"
#include "docx/body.hpp"
#include "nianbao/diff.hpp"
#include "nianbao/import.hpp"
#include "nianbao/write.hpp"
#include "notation/docx/word_file.hpp"
#include "office/draft_text.hpp"
#include "pack/zip_reader.hpp"
#include "program.hpp"
#include "report/generator.hpp"
#include "report/printed.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace nianbao;

namespace {

std::string word_of(const Report& report, const std::optional<Attachment>& data = {}) {
    return write_docx(compose(report), report.layout, data);
}

Report example(const std::string& file) {
    const Reading reading = read(std::string(NIANBAO_SOURCE) + "/" + file);
    REQUIRE_MESSAGE(reading.report, data_files::told(reading));
    return *reading.report;
}

std::string part_of(const std::string& bytes, std::string_view name) {
    ZipReader zip(bytes);
    for (const ZipPart& part : zip.parts()) {
        if (part.name == name) return zip.read(part).value_or("");
    }
    return "none";
}

bool holds(const std::string& text, std::string_view what) { return text.find(what) != text.npos; }

int count_of(const std::string& text, std::string_view what) {
    int count = 0;
    for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++count;
    return count;
}

/// What reading the file gives that its report has not, and the other way round.
std::string differences(const Report& report) {
    // Who has a title of his own says by options whose report it is.
    const Known known = report.title.empty() ? Known() : Known{report.agency, report.year};
    const Imported imported = import_report({.bytes = word_of(report), .name = "a.docx"}, known);
    const Reading reading = read(imported.text, "a.yaml", Format::yaml);
    if (!reading.report) return data_files::told(reading);
    Report before = as_printed(report), after = *reading.report;
    for (Report* one : {&before, &after}) {
        // A title is the same with other blanks, and a remark with its brackets.
        std::erase(one->title, '\n');
        one->title = plain_name(one->title);
        if (one->title ==
            plain_name(fmt::format("{}{}年政府信息公开工作年度报告", one->agency, one->year)))
            one->title.clear();
        for (FilledForm* table : {&one->disclosure, &one->applications, &one->disputes}) {
            const std::string_view mark = "注：";
            if (table->note.starts_with(mark)) table->note.erase(0, mark.size());
            for (Cell& cell : table->cells) {
                const std::string_view open = "（", close = "）";
                if (cell.remark.starts_with(open) && cell.remark.ends_with(close))
                    cell.remark = cell.remark.substr(
                        open.size(), cell.remark.size() - open.size() - close.size());
            }
        }
    }
    const Difference found = diff(before, after);
    return found.none() ? "" : diff_text(found);
}

}  // namespace

TEST_CASE("A Word file that is read again is the report that was written") {
    for (const char* file : {"tests/files/model.yaml", "tests/files/whole-zh.yaml",
                             "tests/files/whole-2019.yaml", "tests/files/revise.yaml",
                             "examples/huaian-2024.json", "examples/jinxiang-veterans-2022.yaml"}) {
        CAPTURE(file);
        CHECK(differences(example(file)) == "");
    }
    const Report model = as_printed(example("tests/files/model.yaml"));
    const Imported again = import_report({.bytes = word_of(model), .name = "a.docx"});
    CHECK(again.whole);
    CHECK(again.findings.empty());
    CHECK(again.text == write(model, Format::yaml, Keys::chinese));
}

TEST_CASE("Generated reports come back from Word files as they went in") {
    const std::uint64_t count = std::getenv("NIANBAO_LONG") != nullptr ? 200 : 30;
    for (std::uint64_t i = 0; i < count; ++i) {
        CAPTURE(i);
        CHECK(differences(generated_report(i)) == "");
    }
}

TEST_CASE("Headings have their levels, numbers stand in the text, tables have their heads") {
    const Report model = example("tests/files/model.yaml");
    const std::string bytes = word_of(model);
    notation::ReadWordFile read = notation::read_word_file(bytes, "a.docx");
    REQUIRE(read.file);
    const std::string text = made::text_of(read.file->draft);
    CHECK(text.starts_with("|云溪县农业农村局⏎2023年政府信息公开工作年度报告\n|本报告由"));
    CHECK(holds(text, "\n[1] |一、总体情况\n"));
    CHECK(holds(text, "\n[2] |（一）主动公开情况\n"));
    CHECK(holds(text, "\n|云溪县农业农村局\n|2024年1月18日\n"));
    const std::string xml = part_of(bytes, "word/document.xml");
    CHECK(count_of(xml, "<w:tblHeader/>") == 3 + 3);  // the heads of two tables
    CHECK(count_of(xml, "<w:tbl>") == 3);
    CHECK(holds(xml, R"(<w:tblCaption w:val="收到和处理政府信息公开申请情况"/>)"));
    CHECK(holds(xml, R"(<w:gridSpan w:val="7"/>)"));
    // A cell over several rows goes on in each of them.
    int joined = 0;
    for (const FilledForm* table : model.tables()) {
        for (const Box& box : table->form->boxes) joined += box.rows - 1;
    }
    CHECK(joined > 20);
    CHECK(count_of(xml, "<w:vMerge/>") == joined);
    CHECK(holds(xml, R"(<w:hyperlink r:id="rId6">)"));
    CHECK(holds(part_of(bytes, "word/_rels/document.xml.rels"),
                R"(Target="http://www.yunxi.gov.cn/zwgk" TargetMode="External")"));
}

TEST_CASE("The page is the standard's: 22 lines of 28 characters, and the number outside") {
    const std::string bytes = word_of(example("tests/files/model.yaml"));
    const std::string xml = part_of(bytes, "word/document.xml"),
                      styles = part_of(bytes, "word/styles.xml");
    CHECK(holds(xml,
                R"(<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1475" )"
                R"(w:bottom="1712" w:left="1587" w:header="851" w:footer="1307" w:gutter="0"/>)"
                R"(<w:docGrid w:type="lines" w:linePitch="592"/>)"));
    CHECK(
        holds(styles, R"(<w:spacing w:before="0" w:after="0" w:line="592" w:lineRule="exact"/>)"));
    CHECK(holds(styles, R"(<w:spacing w:val="-5"/><w:sz w:val="32"/>)"));
    CHECK(holds(styles, R"(w:styleId="一级标题"><w:name w:val="heading 1"/>)"));
    for (const char* face : {"方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312", "宋体"})
        CHECK(holds(styles, "w:eastAsia=\"" + std::string(face) + "\""));
    CHECK(holds(part_of(bytes, "word/settings.xml"), "<w:evenAndOddHeaders/>"));
    CHECK(holds(part_of(bytes, "word/footer1.xml"), R"(<w:ind w:left="280")"));
    CHECK(holds(part_of(bytes, "word/footer2.xml"), R"(<w:ind w:right="280")"));
    CHECK(holds(part_of(bytes, "word/footer2.xml"), "— </w:t>"));
    // A page number that was higher would take the last line from the page.
    CHECK(holds(styles, R"(w:line="280" w:lineRule="exact"/><w:ind w:firstLineChars="0" )"
                        R"(w:firstLine="0"/><w:jc w:val="right"/>)"));
}

TEST_CASE("Lines that stand closer leave room for more of them, as in the PDF") {
    Report report = example("tests/files/model.yaml");
    const auto bottom = [&](Length pitch) {
        report.layout.pitch = pitch;
        return part_of(word_of(report), "word/document.xml");
    };
    // 225 mm hold 23 lines of 28 pt, and 22 of 28.5 pt.
    CHECK(holds(bottom(28.0_pt), fmt::format(R"(w:bottom="{}")", 16838 - 2098 - 23 * 560 - 4)));
    CHECK(holds(bottom(28.5_pt), fmt::format(R"(w:bottom="{}")", 16838 - 2098 - 22 * 570 - 4)));
    // LibreOffice rounds these lines up to 10.27 mm, and would else print 21 of them.
    CHECK(holds(bottom(29.1_pt), fmt::format(R"(w:bottom="{}")", 16838 - 2098 - 22 * 582 - 7)));
}

TEST_CASE("Title, rows of tables and what follows them are as high as in the PDF") {
    Report report = example("tests/files/model.yaml");
    const auto body = [&] { return part_of(word_of(report), "word/document.xml"); };
    const std::string styles = part_of(word_of(report), "word/styles.xml");
    // Two lines of 22 + 13.8 pt in three of 29.6 pt, with the rest behind them.
    CHECK(holds(styles, R"(w:line="716" w:lineRule="exact"/>)"));
    std::string xml = body();
    CHECK(holds(xml, fmt::format(R"(<w:spacing w:after="{}"/>)", 3 * 592 - 2 * 716)));
    // 小五: lines of 11.25 pt, and 3 pt above and below; closer, as 31 rows are too high.
    CHECK(holds(xml, R"(<w:spacing w:line="225" w:lineRule="exact"/>)"));
    // 五号: 13.125 + 7 pt.
    CHECK(holds(xml, R"(<w:trHeight w:val="403" w:hRule="atLeast"/>)"));
    // Rows of a group stay together; the last one may end a page.
    CHECK(count_of(xml, "<w:tblHeader/>") == 6);
    CHECK(holds(xml, "<w:keepNext/><w:spacing"));
    // A name of several lines leaves its date where it has room.
    report.signature->agency = std::string();
    for (int i = 0; i < 40; ++i) report.signature->agency += "局";
    xml = body();
    CHECK(holds(xml, R"(w:rightChars="200")"));
    CHECK(!holds(xml, R"(w:rightChars="3)"));
    // Counts that no page holds upright turn it.
    CHECK(count_of(xml, R"(w:orient="landscape")") == 0);
    for (Cell& cell : report.applications.cells) cell.value = {1234567890123, 0};
    CHECK(count_of(body(), R"(w:orient="landscape")") == 1);
}

TEST_CASE("Settings of the page are the file's too") {
    Report report = example("tests/files/model.yaml");
    for (const auto& [name, value] :
         {std::pair{"page_number", "centred"}, std::pair{"first_page_number", "hidden"},
          std::pair{"wide_table", "landscape"}, std::pair{"table_numbers", "right"},
          std::pair{"digits", "han"}, std::pair{"spacing", "quarter"},
          std::pair{"table_size", "7.5"}, std::pair{"margins", "mirrored"}})
        REQUIRE(set_layout(report.layout, name, value) == std::nullopt);
    const std::string bytes = word_of(report), xml = part_of(bytes, "word/document.xml");
    CHECK(!holds(part_of(bytes, "word/settings.xml"), "evenAndOdd"));
    CHECK(holds(part_of(bytes, "word/settings.xml"), "<w:mirrorMargins/>"));
    CHECK(holds(part_of(bytes, "word/footer1.xml"), R"(<w:jc w:val="center"/>)"));
    CHECK(count_of(xml, "<w:titlePg/>") == 1);
    CHECK(count_of(xml, "<w:sectPr>") == 3);
    // Its height is the table's, and no whole number of lines.
    CHECK(count_of(xml, "<w:docGrid ") == 2);
    CHECK(count_of(xml, R"(w:orient="landscape")") == 1);
    CHECK(holds(xml, R"(<w:jc w:val="right"/></w:pPr><w:r><w:rPr><w:sz w:val="15"/>)"));
    // What begins a page has no table above it to stand clear of.
    const std::size_t third = xml.find("三、收到"), begins = xml.rfind("<w:p>", third);
    CHECK(!holds(xml.substr(begins, third - begins), "w:before"));
    CHECK(!holds(part_of(bytes, "word/styles.xml"), "Times New Roman"));
    CHECK(holds(part_of(bytes, "word/styles.xml"), R"(<w:autoSpaceDE w:val="1"/>)"));
    CHECK(differences(report) == "");
}

TEST_CASE("The title is parted by sense into lines of about one length") {
    const auto parted = [](std::u32string text, std::vector<Break> breaks, int most) {
        Inline title;
        title.texts.push_back({std::move(text), {}});
        title.breaks = std::move(breaks);
        std::string all;
        for (const std::u32string& line : docx::title_lines(title, most))
            all += (all.empty() ? "" : "/") + to_utf8(line);
        return all;
    };
    const std::u32string text = U"甲县水利局2023年年度报告";
    const std::vector<Break> breaks = {{2, Sense::good}, {5, Sense::best}, {10, Sense::fair}};
    CHECK(parted(text, breaks, 40) == "甲县水利局2023年年度报告");
    CHECK(parted(text, breaks, 24) == "甲县水利局2023年年度报告");
    CHECK(parted(text, breaks, 23) == "甲县水利局/2023年年度报告");
    CHECK(parted(text, breaks, 10) == "甲县水利局/2023年/年度报告");
    CHECK(parted(text, {}, 6) == "甲县水利局2023年年度报告");
    CHECK(parted(U"甲局\n年度报告", {}, 40) == "甲局/年度报告");
}

TEST_CASE("The date stands two characters behind where the name begins") {
    Report report = example("tests/files/model.yaml");
    const auto rights = [&](const std::string& name) {
        report.signature->agency = name;
        const std::string xml = part_of(word_of(report), "word/document.xml");
        std::string all;
        for (std::size_t at = xml.find("w:rightChars=\""); at != xml.npos;
             at = xml.find("w:rightChars=\"", at + 1))
            all += xml.substr(at + 14, xml.find('"', at + 14) - at - 14) + " ";
        return all;
    };
    // 2024年1月18日 is six characters wide and a half.
    CHECK(rights("云溪县农业农村局") == "200 150 ");
    CHECK(rights("甲局") == "850 200 ");
}

TEST_CASE("The file names the agency and no person, and carries data only if asked to") {
    const Report report = example("tests/files/model.yaml");
    const std::string bytes = word_of(report);
    CHECK(bytes == word_of(report));
    CHECK(holds(part_of(bytes, "docProps/core.xml"), "<dc:creator>云溪县农业农村局</dc:creator>"));
    ZipReader zip(bytes);
    std::string names;
    for (const ZipPart& part : zip.parts()) names += part.name + "\n";
    CHECK(!holds(names, "customXml"));
    CHECK(!holds(names, "theme"));
    CHECK(!holds(names, "vba"));
    const std::string carrying =
        word_of(report, Attachment{"data.yaml", "application/yaml", "单位: <甲局>\n"});
    CHECK(holds(part_of(carrying, "customXml/item1.xml"), "单位: &lt;甲局&gt;\n</data>"));
    // What one sees is the report, whatever is hidden in the file.
    const Reading reading = read(carrying, "a.docx", Format::article);
    REQUIRE(reading.report);
    CHECK(reading.report->agency == "云溪县农业农村局");
}

TEST_CASE("A Word file of ours is known, and one that somebody changed is not") {
    const std::string bytes = word_of(example("tests/files/model.yaml"));
    CHECK(is_docx_as_made(bytes));
    CHECK(is_output(bytes));
    CHECK(!is_docx_as_made(""));
    CHECK(!is_docx_as_made("PK\x03\x04"));
    const Scratch scratch;
    write_file(scratch / "a.docx", bytes);
    const Run changed = run({"python3", "-c", R"(import sys, zipfile
old = zipfile.ZipFile(sys.argv[1]); parts = [(p, old.read(p)) for p in old.namelist()]; old.close()
with zipfile.ZipFile(sys.argv[1], 'w') as new:
    for part, content in parts: new.writestr(part, content.replace(b'320', b'321')))",
                             (scratch / "a.docx").native()});
    REQUIRE_MESSAGE(changed.exit == 0, changed.err);
    CHECK(read(scratch / "a.docx").report);
    CHECK(!is_output(read_file(scratch / "a.docx")));
}

TEST_CASE("render --to docx writes Word files without fonts, and over its own alone") {
    const Scratch scratch;
    const Setting here{.folder = scratch.folder()};
    write_file(scratch / "a.yaml", source_file("tests/files/model.yaml"));
    CHECK(nianbao_run({"render", "a.yaml", "--to", "docx"}, here).err == "已生成 a.docx\n");
    CHECK(nianbao_run({"render", "a.yaml", "-o", "b.docx", "--attach-data"}, here).exit == 0);
    CHECK(nianbao_run({"render", "a.yaml", "-o", "b.docx"}, here).exit == 0);
    CHECK(read_file(scratch / "a.docx") == read_file(scratch / "b.docx"));
    // Beside its data file it is ours, and nothing is said of it.
    CHECK(nianbao_run({"check", ".", "--no-fonts"}, here).out == "");
    write_file(scratch / "a.docx", "PK\x03\x04 word/");
    CHECK(nianbao_run({"render", "a.yaml", "--to", "docx"}, here).exit == 1);
    CHECK(read_file(scratch / "a.docx") == "PK\x03\x04 word/");
    CHECK(nianbao_run({"render", "b.docx", "--to", "docx"}, here).exit == 2);
}

TEST_CASE("A document with a fault is refused, and an empty one is a file all the same") {
    Document document;
    Table table;
    table.rows = table.columns = 1;
    Section section;
    section.blocks.emplace_back(table);
    document.sections.push_back(section);
    CHECK_THROWS_AS((void)write_docx(document, Layout(), {}), std::invalid_argument);
    CHECK(notation::read_word_file(write_docx(Document(), Layout(), {}), "a").file);
}
