// Archives that nobody writes by mistake: each is read or refused, within its limits.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "measured.hpp"
#include "nianbao/read.hpp"
#include "office/edited_book.hpp"
#include "office/foreign_book.hpp"
#include "office/made_zip.hpp"
#include "program.hpp"
#include "report/generator.hpp"

using namespace nianbao;

namespace {

std::string times(std::size_t bytes, std::string_view text) {
    std::string all;
    while (all.size() + text.size() <= bytes) all += text;
    return all;
}

std::string book() { return made::plain_book(generated_report(3, {.extent = Extent::tiny})); }

/// A workbook whose one part is as long as a part may be.
std::string with_part(const std::string& name, const std::string& head, std::string_view filling,
                      const std::string& tail) {
    constexpr std::size_t most = std::size_t{16} << 20;
    made::EditedBook edited(book());
    edited.part(name) = head + times(most - head.size() - tail.size(), filling) + tail;
    return edited.bytes();
}

const std::string space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

/// The most that memory and time can be wanted for, by name.
[[maybe_unused]] std::vector<std::pair<std::string, std::string>> largest() {
    const std::string sheet = "xl/worksheets/sheet4.xml",
                      open = "<worksheet " + space + "><sheetData><row>",
                      close = "</row></sheetData></worksheet>";
    std::vector<std::pair<std::string, std::string>> all = {
        {"blanks", with_part(sheet, open, " ", close)},
        {"blank-cells", with_part(sheet, open, "<c/>", close)},
        {"cells", with_part(sheet, open, "<c><v>1</v></c>", close)},
        {"far-cells", with_part(sheet, open, "<c r=\"XFD1048576\"/>", close)},
        {"one-text", with_part(sheet, open + "<c t=\"str\"><v>", "年", "</v></c>" + close)},
        {"one-formula", with_part(sheet, open + "<c><f>", "1+", "</f></c>" + close)},
        {"one-attribute", with_part(sheet, open + "<c t=\"", "a", "\"/>" + close)},
        {"attributes", with_part(sheet, open + "<c/>", "<c r=\"A1\" s=\"1\" t=\"n\"/>", close)},
        {"joined", with_part(sheet, "<worksheet " + space + "><mergeCells>",
                             "<mergeCell ref=\"A1:XFD1048576\"/>", "</mergeCells></worksheet>")},
        {"columns",
         with_part(sheet, "<worksheet " + space + "><cols>",
                   "<col min=\"1\" max=\"16384\" hidden=\"1\"/>", "</cols></worksheet>")},
        {"depth", with_part(sheet, "", "<a>", "")},
        {"names",
         with_part("xl/workbook.xml", "<workbook " + space + "><definedNames>",
                   "<definedName name=\"a\">a</definedName>", "</definedNames></workbook>")},
        {"sheets", with_part("xl/workbook.xml", "<workbook " + space + "><sheets>",
                             "<sheet name=\"a\"/>", "</sheets></workbook>")},
        {"relations", with_part("_rels/.rels", "<a>", "<Relationship Id=\"a\"/>", "</a>")},
        {"comment", with_part(sheet, open + "<!--", "a", "-->" + close)},
    };
    std::vector<made::ZipEntry> parts;
    for (int i = 0; i < 2000; ++i) parts.push_back({.name = fmt::format("a/{}", i), .bytes = "1"});
    all.emplace_back("parts", made::zip(parts));
    parts.clear();
    for (int i = 0; i < 4; ++i)
        parts.push_back({.name = fmt::format("xl/{}", i), .bytes = std::string(16 << 20, '\0')});
    all.emplace_back("zeros", made::zip(parts));
    return all;
}

}  // namespace

TEST_CASE("the largest archives take no more than 64 MB and a second of the processor") {
    const Scratch scratch;
#ifdef NIANBAO_SANITIZED
    const auto files = std::vector<std::pair<std::string, std::string>>();  // memory is another's
#else
    const auto files = largest();
#endif
    for (const auto& file : files) {
        const std::string &name = file.first, &bytes = file.second;
        CAPTURE(name);
        write_file(scratch / (name + ".xlsx"), bytes);
        const Measured took = run_measured({NIANBAO_PROGRAM, "check", name + ".xlsx", "--no-fonts"},
                                           {.folder = scratch.folder()});
        CHECK(took.run.exit == 1);
        CHECK_MESSAGE(took.kilobytes <= 64 * 1024,
                      name << " took " << took.kilobytes << " KB: " << took.run.out.substr(0, 300));
        CHECK_MESSAGE(took.seconds <= most_hostile_seconds,
                      name << " took " << took.seconds << " s");
    }
}

TEST_CASE("a thousand archives with something wrong in them are read or refused") {
    Random random(2026);
    const std::string whole = book();
    int refused = 0;
    for (int number = 0; number < 1000; ++number) {
        std::string bytes = whole;
        const int changes = random.between(1, 4);
        for (int i = 0; i < changes; ++i) {
            // Half of the changes hit the directory, where most of what can lie stands.
            const int from = random.one_in(2) ? static_cast<int>(bytes.size()) - 900 : 0;
            const int at = random.between(std::max(from, 0), static_cast<int>(bytes.size()) - 1);
            if (random.one_in(8)) bytes.erase(static_cast<std::size_t>(at), 1);
            else bytes[static_cast<std::size_t>(at)] = static_cast<char>(random.below(256));
        }
        const Reading reading = read(bytes, "年报.xlsx", Format::workbook);
        const bool error = stops(reading.findings);
        CHECK(reading.report.has_value() != error);
        refused += error ? 1 : 0;
    }
    CHECK(refused > 800);
}

TEST_CASE("a thousand workbooks with something wrong in their XML are read or refused") {
    Random random(2027);
    const std::string whole = book();
    made::EditedBook intact(whole);
    const std::vector<std::string> names = {"xl/workbook.xml", "xl/worksheets/sheet1.xml",
                                            "xl/worksheets/sheet4.xml", "_rels/.rels",
                                            "xl/_rels/workbook.xml.rels"};
    for (int number = 0; number < 1000; ++number) {
        made::EditedBook edited = intact;
        std::string& text = edited.part(names[static_cast<std::size_t>(random.below(5))]);
        const std::string_view pieces[] = {
            "<",       ">",      "\"",   "&",    "A1",      "99999999",
            "-1",      "</c>",   "<c>",  "xml:", "]]>",     "<!DOCTYPE a>",
            "t=\"s\"", "<row/>", "\xFF", "&#0;", "_x0000_", "#REF!"};
        const int changes = random.between(1, 3);
        for (int i = 0; i < changes && !text.empty(); ++i) {
            const auto at = static_cast<std::size_t>(random.below(static_cast<int>(text.size())));
            if (random.one_in(3)) text.erase(at, static_cast<std::size_t>(random.between(1, 20)));
            else text.insert(at, random.of(pieces));
        }
        const Reading reading = read(edited.bytes(), "年报.xlsx", Format::workbook);
        CHECK(reading.report.has_value() != stops(reading.findings));
    }
}
