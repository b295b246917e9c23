// What happens to workbooks in offices: tests/cases/workbook.txt, line by line.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "data/report_from_values.hpp"
#include "nianbao/read.hpp"
#include "nianbao/workbook.hpp"
#include "office/edited_book.hpp"
#include "program.hpp"
#include "recognise/labels.hpp"
#include "report/dates.hpp"
#include "report/foreign_words.hpp"
#include "report/generator.hpp"
#include "report/workbook.hpp"

using namespace nianbao;

namespace {

std::vector<std::string> split(const std::string& text, const std::string& mark) {
    std::vector<std::string> parts;
    for (std::size_t from = 0;;) {
        const std::size_t at = text.find(mark, from);
        std::string part = text.substr(from, at == text.npos ? text.npos : at - from);
        const std::size_t first = part.find_first_not_of(' ');
        part = first == part.npos ? "" : part.substr(first, part.find_last_not_of(' ') - first + 1);
        parts.push_back(part);
        if (at == text.npos) return parts;
        from = at + mark.size();
    }
}

std::string path_of(const std::string& word) {
    static const std::map<std::string, std::string> shorts = {
        {"R", "applications.received.natural_person"},
        {"B", "applications.received.business"},
        {"T", "applications.received.total"},
        {"S", "applications.results.refused.state_secret.natural_person"},
        {"L", "disclosure.licences"},
        {"C", "disclosure.administrative_charges"},
        {"U", "disputes.reconsideration.upheld"},
    };
    const auto found = shorts.find(word);
    return found == shorts.end() ? word : found->second;
}

/// A workbook of a report, and what is done to it.
class Damaged {
public:
    explicit Damaged(const Report& report) : report_(report), book_(write_workbook(report)) {
        remember("agency");
        remember("year");
        remember("published");
        remember("signature.date");
        for (const FilledForm* filled : report.tables()) {
            for (const Entry& entry : filled->form->entries)
                remember(field_path(*filled->form, entry.field));
            remember(std::string(filled->form->key) + ".unlisted");
        }
    }

    void edit(const std::string& words) {
        std::istringstream in(words);
        std::string what, path, rest;
        in >> what >> path;
        std::getline(in >> std::ws, rest);
        for (char& c : rest)
            if (c == '_' && what != "formula") c = ' ';
        path = path_of(path);
        const auto last_word = [&] {
            const std::size_t blank = rest.find(' ');
            return std::pair(rest.substr(0, blank),
                             blank == rest.npos ? std::string() : rest.substr(blank + 1));
        };
        if (what == "text") book_.text(at(path), rest);
        else if (what == "number") book_.number(at(path), rest);
        else if (what == "put") book_.put(at(path), rest);
        else if (what == "blank") book_.blank(at(path));
        else if (what == "error") book_.error(at(path), rest);
        else if (what == "formula") book_.formula(at(path), last_word().first, last_word().second);
        else if (what == "shown") show(at(path), last_word().first, last_word().second, false);
        else if (what == "struck") show(at(path), "0", rest, true);
        else if (what == "rich") book_.rich(at(path), rest);
        else if (what == "head") book_.text(head_of(path), rest);
        else if (what == "hide") book_.hide_row(at(path));
        else if (what == "insert-rows") insert_rows(path, std::stoi(rest), true);
        else if (what == "paste-down") insert_rows(path_of(rest), 1, false);
        else if (what == "insert-columns") insert_columns(path, std::stoi(rest));
        else if (what == "to-front")
            book_.move_sheet_to_front(std::string(sheet_name(workbook::sheet_of(path))));
        else if (what == "no-names") no_names(path);
        else if (what == "no-name") book_.remove_name(path);
        else if (what == "rename") rename(path, rest);
        else if (what == "label") book_.text(label_of(path), rest);
        else if (what == "join") join(path, path_of(rest));
        else if (what == "zeros")
            book_.text(at(path + ".unlisted"), std::string(workbook::rest_is_zero));
        else if (what == "choice") book_.text(at(path + ".unlisted"), rest);
        else if (what == "blank-row")
            each_in_row(path, [&](const std::string& one) { book_.blank(one); });
        else if (what == "blank-table") blank_table(path);
        else FAIL(words);
    }

    std::string bytes() const { return book_.bytes(); }
    /// Where a cell stands after all.
    std::string at(const std::string& path) const {
        const auto found = places_.find(path);
        REQUIRE_MESSAGE(found != places_.end(), path);
        return found->second;
    }
    /// Where the label of a cell's row stands.
    std::string label_of(const std::string& path) const {
        const auto [form, entry] = cell_of(path);
        const recognise::Headings& headings = recognise::headings_of(*form);
        const recognise::Heading& heading = headings.rows[headings.row_of[entry]];
        return beside(path, heading.row - form->entries[entry].row,
                      heading.column - form->entries[entry].column);
    }

private:
    void remember(const std::string& path) { places_[path] = book_.where(path); }

    std::pair<const Form*, int> cell_of(const std::string& path) const {
        for (const FilledForm* filled : report_.tables()) {
            const Form& form = *filled->form;
            for (int i = 0; i < std::ssize(form.entries); ++i) {
                if (field_path(form, form.entries[i].field) == path) return {&form, i};
            }
        }
        FAIL(path);
        return {};
    }

    std::string beside(const std::string& path, int rows, int columns) const {
        const std::string place = at(path);
        const std::size_t mark = place.rfind('!');
        made::Address where = made::address(place.substr(mark + 1));
        where.row += rows;
        where.column += columns;
        return place.substr(0, mark + 1) + made::address_text(where);
    }

    void show(const std::string& place, const std::string& format, const std::string& number,
              bool struck) {
        book_.number(place, number);
        book_.style(place, format, struck);
    }

    /// Where the label of a cell's column stands.
    std::string head_of(const std::string& path) const {
        const auto [form, entry] = cell_of(path);
        const recognise::Headings& headings = recognise::headings_of(*form);
        const recognise::Heading& heading = headings.columns[headings.column_of[entry]];
        return beside(path, heading.row - form->entries[entry].row,
                      heading.column - form->entries[entry].column);
    }

    void insert_rows(const std::string& path, int count, bool names_too) {
        const std::string place = at(path);
        const int from = made::address(place.substr(place.rfind('!') + 1)).row;
        const std::string names = book_.part("xl/workbook.xml");
        book_.insert_rows(place, count);
        if (!names_too) book_.part("xl/workbook.xml") = names;
        move_places(place, [from, count](made::Address& one) {
            if (one.row >= from) one.row += count;
        });
    }

    void insert_columns(const std::string& path, int count) {
        const std::string place = at(path);
        const int from = made::address(place.substr(place.rfind('!') + 1)).column;
        book_.insert_columns(place, count);
        move_places(place, [from, count](made::Address& one) {
            if (one.column >= from) one.column += count;
        });
    }

    /// Of the sheet on which `place` is.
    void move_places(const std::string& place, const std::function<void(made::Address&)>& move) {
        const std::string sheet = place.substr(0, place.rfind('!') + 1);
        for (auto& [field, where] : places_) {
            if (!where.starts_with(sheet)) continue;
            made::Address moved = made::address(where.substr(sheet.size()));
            move(moved);
            where = sheet + made::address_text(moved);
        }
    }

    void no_names(const std::string& table) {
        for (const auto& [path, place] : places_) {
            if (path.starts_with(table + ".") && !place.empty()) book_.remove_name(path);
        }
    }

    void rename(const std::string& table, const std::string& to) {
        const std::string from(workbook::sheet_name(workbook::sheet_of(table)));
        book_.rename_sheet(from, to);
        for (auto& [path, place] : places_) {
            if (place.starts_with(from + "!")) place = to + place.substr(from.size());
        }
    }

    void join(const std::string& from, const std::string& to) {
        const std::string place = at(from), sheet = place.substr(0, place.rfind('!'));
        book_.join(sheet,
                   place.substr(sheet.size() + 1) + ":" + at(to).substr(at(to).rfind('!') + 1));
    }

    void each_in_row(const std::string& path, const std::function<void(const std::string&)>& call) {
        const std::string row = path.substr(0, path.rfind('.') + 1);
        for (const auto& [field, place] : places_) {
            if (field.starts_with(row)) call(place);
        }
    }

    void blank_table(const std::string& table) {
        for (const auto& [path, place] : places_) {
            if (path.starts_with(table + ".") && path != table + ".unlisted") book_.blank(place);
        }
        book_.blank(book_.where(table + ".note"));
    }

    const Report& report_;
    made::EditedBook book_;
    std::map<std::string, std::string> places_;
};

/// What was read of a field, as the table shows it.
std::string value_of(const Report& report, const std::string& path) {
    if (path == "agency") return report.agency;
    if (path == "published") return report.published ? date_text(*report.published) : "none";
    if (path == "signature.date")
        return report.signature ? date_text(report.signature->date) : "none";
    const Cell* cell = report.cell(path);
    if (cell == nullptr) return "no such cell";
    return cell->printed() + (cell->remark.empty() ? "" : "（" + cell->remark + "）");
}

/// Everything that is told of a damaged workbook, word by word.
std::string told_of(const std::string& line, const Report& report) {
    const std::vector<std::string> parts = split(line, " | ");
    Damaged damaged(report);
    for (const std::string& words : split(parts[1], ";")) damaged.edit(words);
    const Reading reading = read(damaged.bytes(), "年报.xlsx", Format::workbook);
    std::string told = "== " + parts[0] + "\n";
    for (const Finding& finding : reading.findings) {
        told += report_text(finding, reading.source);
        CHECK_MESSAGE(foreign_words(finding, Speech::cells) == "", told);
    }
    return told;
}

/// What is wrong with what one line says of one report; empty: nothing.
std::string failed(const std::string& line, const Report& report, const Report& undamaged) {
    const std::vector<std::string> parts = split(line, " | ");
    REQUIRE_MESSAGE(parts.size() == 3, line);
    Damaged damaged(report);
    for (const std::string& words : split(parts[1], ";")) damaged.edit(words);
    std::optional<data::PartOfReport> part;
    const Reading reading = data::read_in_part(
        Input{.bytes = damaged.bytes(), .name = "年报.xlsx", .format = Format::workbook}, part);
    std::multiset<std::string> told, expected;
    std::string findings;
    for (const Finding& finding : reading.findings) {
        if (finding.rule == "D-25") continue;  // of odd names, which generated reports have
        told.insert(finding.rule + " " + place_text(finding.place));
        findings += "\n" + report_text(finding, reading.source);
    }
    std::string wrong;
    for (const std::string& one : split(parts[2], ";")) {
        const std::size_t at = one.find('@'), equals = one.find('=');
        if (one == "same") {
            if (!reading.report) wrong += " no report";
            else if (!(*reading.report == undamaged)) wrong += " another report";
        } else if (at != one.npos) {
            std::string path = one.substr(at + 1);
            const bool label = path.ends_with('<');
            if (label) path.pop_back();
            // A cell that only the newer form has, or another one.
            const std::vector<std::string> either = split(path, "|");
            path = path_of(either.front());
            if (report.cell(path) == nullptr && either.size() > 1) path = either.back();
            expected.insert(one.substr(0, at) + " 年报.xlsx：" +
                            (label ? damaged.label_of(path) : damaged.at(path)));
        } else if (equals != one.npos) {
            const std::string path = path_of(one.substr(0, equals));
            if (!reading.report) wrong += " no report";
            else if (value_of(*reading.report, path) != one.substr(equals + 1))
                wrong += " " + path + "=" + value_of(*reading.report, path);
        } else {
            expected.insert(one + " 年报.xlsx");
        }
    }
    if (told != expected) {
        wrong += " told:" + findings + " expected:";
        for (const std::string& one : expected) wrong += "\n" + one;
    }
    return wrong;
}

}  // namespace

TEST_CASE("every kind of damage is read right, or told at its cell") {
    std::ifstream in(std::string(NIANBAO_SOURCE) + "/tests/cases/workbook.txt");
    REQUIRE(in);
    const std::uint64_t reports = std::getenv("NIANBAO_LONG") != nullptr ? 20 : 2;
    int cases = 0;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#') continue;
        ++cases;
        for (std::uint64_t number = 0; number < reports; ++number) {
            Generating wanted;
            wanted.extent = Extent::usual;
            wanted.year = 2023;
            const Report report = generated_report(number + 1, wanted);
            const Reading undamaged = read(write_workbook(report), "年报.xlsx", Format::workbook);
            REQUIRE(undamaged.report);
            const std::string wrong = failed(line, report, *undamaged.report);
            CHECK_MESSAGE(wrong.empty(), line << " (" << number << "):" << wrong);
        }
    }
    CHECK(cases >= 60);
}

// To accept a change: NIANBAO_ACCEPT=1 build/release/tests/nianbao_tests
// --source-file='*/recognise/damage.cpp'
TEST_CASE("what is told of each kind of damage, word by word") {
    std::ifstream in(std::string(NIANBAO_SOURCE) + "/tests/cases/workbook.txt");
    Generating wanted;
    wanted.extent = Extent::usual;
    wanted.year = 2023;
    const Report report = generated_report(1, wanted);
    std::string told;
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line.front() != '#') told += told_of(line, report);
    }
    const auto file = std::filesystem::path(NIANBAO_SOURCE) / "tests/golden/workbook-messages.txt";
    if (std::getenv("NIANBAO_ACCEPT") != nullptr) write_file(file, told);
    CHECK(told == read_file(file));
}
