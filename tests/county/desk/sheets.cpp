// The sheets that a desk writes: the officer's columns, what goes on from last year;
// and the letters of a whole county.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "county/made_county.hpp"
#include "county/sums/sheets.hpp"
#include "county/sums/working_paper.hpp"
#include "county/troubled_county.hpp"
#include "notation/docx/word_file.hpp"
#include "office/edited_book.hpp"
#include "report/cells.hpp"
#include "report/forms/applications.hpp"
#include "report/sum.hpp"
#include "text/utf8.hpp"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

/// The styles of a workbook's cells, as XML.
std::vector<std::string> styles_of(made::EditedBook& book) {
    const std::string& xml = book.part("xl/styles.xml");
    std::vector<std::string> styles;
    std::size_t at = xml.find("<cellXfs");
    const std::size_t end = xml.find("</cellXfs>");
    while ((at = xml.find("<xf ", at)) < end) {
        const std::size_t next = std::min(xml.find("<xf ", at + 1), end);
        styles.push_back(xml.substr(at, next - at));
        at = next;
    }
    return styles;
}

std::string attribute(const std::string& xml, const std::string& name) {
    const std::size_t at = xml.find(" " + name + "=\"");
    if (at == xml.npos) return {};
    const std::size_t begin = at + name.size() + 3;
    return xml.substr(begin, xml.find('"', begin) - begin);
}

TEST_CASE("the officer's columns alone are unlocked and have a ground of their own") {
    const Scratch scratch;
    static_cast<void>(make_county(scratch.folder()));
    static_cast<void>(collect(made_desk(scratch.folder()), [](const Office&, const DeskHead&) {}));
    made::EditedBook book(read_file(scratch / "汇总/台账.xlsx"));
    const std::vector<std::string> styles = styles_of(book);
    const std::string& sheet = book.sheet("台账");
    std::set<std::string> open, marked;
    std::string ground;
    std::size_t cells = 0;
    for (std::size_t at = sheet.find("<row r=\"4\""); (at = sheet.find("<c ", at)) != sheet.npos;
         ++at) {
        const std::string cell = sheet.substr(at, sheet.find('>', at) - at);
        const std::string& style = styles.at(std::stoul(attribute(cell, "s")));
        std::string column = attribute(cell, "r");
        column.erase(column.find_first_of("0123456789"));
        ++cells;
        if (style.find("locked=\"0\"") != style.npos) {
            open.insert(column);
            if (ground.empty()) ground = attribute(style, "fillId");
        }
        if (!ground.empty() && attribute(style, "fillId") == ground) marked.insert(column);
    }
    CHECK(cells >= 100 * 26);
    // 收到日期、采用文件、审核、定稿、发布时间、发布网址、网页核对、备注
    CHECK(open == std::set<std::string>{"G", "H", "K", "U", "W", "X", "Y", "Z"});
    CHECK(marked == open);
    CHECK(ground != "0");
}

/// Cells as a sheet shows them.
std::string shown(const std::optional<Amount>& amount) {
    if (!amount) return {};
    std::string text = amount->to_string();
    if (text.find('.') != text.npos) {
        while (text.back() == '0') text.pop_back();
        if (text.back() == '.') text.pop_back();
    }
    return text;
}

const std::vector<std::string>* row_named(const SheetLines& lines, std::size_t column,
                                          const std::string& name) {
    for (const std::vector<std::string>& line : lines) {
        if (line.size() > column && line[column] == name) return &line;
    }
    return nullptr;
}

/// The seven cells of a row of the applications, 自然人 … 总计.
using Seven = std::array<Amount, applicant_count>;
Seven seven_of(const Report& report, const std::string& row) {
    Seven own;
    for (int i = 0; i < applicant_count; ++i)
        own[static_cast<std::size_t>(i)] =
            report.applications
                .cells[static_cast<std::size_t>(find_entry(
                    *report.applications.form,
                    fmt::format("{}.{}", row, applicants[static_cast<std::size_t>(i)].key)))]
                .value;
    return own;
}

TEST_CASE("what all carry in is held against what they and the county carried out") {
    const MadeCounty county(4, 24);
    WorkingPaper paper(*edition_for(MadeCounty::year));
    for (const Office& office : county.offices) paper.add(office);
    const Report own = *Report::empty("云溪县人民政府", MadeCounty::year);
    const Report& own_before = county.last.front();
    const Scratch scratch;
    const std::string bytes = paper.write(county.head, &own, &own_before);
    const std::vector<SheetLines> sheets = shown_by_gnumeric(scratch, bytes, 7, true);
    const SheetLines* carried = nullptr;
    for (const SheetLines& sheet : sheets) {
        if (sheet.front().front().find("申请结转衔接") != std::string::npos) carried = &sheet;
    }
    REQUIRE(carried != nullptr);
    Seven in{}, out{};
    for (const Office& office : county.offices) {
        CAPTURE(office.row.office.name);
        const std::vector<std::string>* line = row_named(*carried, 1, office.row.office.name);
        REQUIRE(line != nullptr);
        REQUIRE(line->size() == 3 + 3 * applicant_count);
        const Seven its_in = seven_of(*office.report, "carried_in");
        for (std::size_t i = 0; i < applicant_count; ++i) {
            CHECK((*line)[3 + i] == shown(its_in[i]));
            if (office.row.summed) in[i] = in[i] + its_in[i];
            if (office.previous == nullptr) {
                CHECK((*line)[17 + i] == "");
                continue;
            }
            const Amount before = seven_of(*office.previous, "carried_out")[i];
            CHECK((*line)[10 + i] == shown(before));
            CHECK((*line)[17 + i] == shown(its_in[i] - before));
            if (office.row.summed) out[i] = out[i] + before;
        }
    }
    const std::vector<std::string>* sum = row_named(*carried, 0, "合计");
    const std::vector<std::string>* published = row_named(*carried, 0, "与本级上年公布的比较");
    REQUIRE(sum != nullptr);
    REQUIRE(published != nullptr);
    const Seven county_out = seven_of(own_before, "carried_out");
    for (std::size_t i = 0; i < applicant_count; ++i) {
        CHECK((*sum)[3 + i] == shown(in[i]));
        CHECK((*sum)[10 + i] == shown(out[i]));
        CHECK((*sum)[17 + i] == shown(in[i] - out[i]));
        CHECK((*published)[3 + i] == shown(in[i]));
        CHECK((*published)[10 + i] == shown(county_out[i]));
        CHECK((*published)[17 + i] == shown(in[i] - county_out[i]));
    }

    // And beside the sums of the tables stand those of the same offices' last year.
    GrowingSum last;
    for (const Office& office : county.offices) {
        if (office.row.summed && office.previous != nullptr) last.add(*office.previous);
    }
    const Sum before = last.sum();
    const FilledForm* forms[] = {&before.disclosure, &before.applications, &before.disputes};
    const FilledForm* published_forms[] = {&own_before.disclosure, &own_before.applications,
                                           &own_before.disputes};
    for (std::size_t table = 0; table < 3; ++table) {
        CAPTURE(table);
        const std::vector<std::string>* line =
            row_named(sheets[table + 1], 0, "上年合计（同一批单位）");
        const std::vector<std::string>* its = row_named(sheets[table + 1], 0, "本级上年公布");
        REQUIRE(line != nullptr);
        REQUIRE(its != nullptr);
        REQUIRE(line->size() == forms[table]->cells.size() + 4);
        for (std::size_t i = 0; i < forms[table]->cells.size(); ++i) {
            CHECK((*line)[i + 4] == shown(forms[table]->cells[i].value));
            CHECK((*its)[i + 4] == shown(published_forms[table]->cells[i].value));
        }
    }
}

TEST_CASE("no letter of a county names a file of ours, a rule or a field, and chat is short") {
    const Scratch scratch;
    static_cast<void>(make_county(scratch.folder()));
    write_file(scratch / "本地要求.yaml", "县名: 云溪县\n落款: 云溪县政务公开办公室\n");
    CHECK(nianbao_run({"collect", "收件", "--expect", "名单.csv", "--profile", "本地要求.yaml",
                       "-o", "汇总", "--now", "2024-01-12 09:30"},
                      {.folder = scratch.folder()})
              .exit == 1);
    int letters = 0, messages = 0;
    for (const char* folder : {"退改意见", "催报"}) {
        for (const fs::directory_entry& entry : fs::directory_iterator(scratch / "汇总" / folder)) {
            const std::string name = entry.path().filename().string();
            CAPTURE(name);
            std::string text = read_file(entry.path());
            if (name.ends_with("批注.docx") || name.ends_with(".xlsx")) continue;
            if (name.ends_with(".docx")) {
                const notation::ReadWordFile read = notation::read_word_file(text, name);
                REQUIRE(read.file);
                text = read.file->draft.source.text();
                ++letters;
            } else if (std::string(folder) == "退改意见") {
                CHECK(to_utf32(text).size() <= 500 + 1);  // and the line's end
                ++messages;
            }
            for (const char* ours :
                 {"台账", "汇总底稿", "统计.", "催报", "汇总/", ".json", "nianbao", "applications",
                  "overview", "T3-0", "D-10", "L-2", "审签单", "本地要求"})
                CHECK_MESSAGE(text.find(ours) == text.npos, ours << " in " << text);
        }
    }
    CHECK(letters == messages);
    CHECK(letters > 3);
}

}  // namespace
}  // namespace nianbao
