// The report and its tables as data: exact amounts, names of fields, totals, the form of
// 2021.
#include "nianbao/report.hpp"

#include "nianbao/finding.hpp"
#include "report/fields.hpp"
#include "report/sum.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

using namespace nianbao;

namespace {

/// The cases of a file, one a line, its words parted by blanks.
std::vector<std::vector<std::string>> cases(const std::string& name) {
    std::ifstream in(std::string(NIANBAO_SOURCE) + "/tests/cases/" + name);
    REQUIRE(in);
    std::vector<std::vector<std::string>> lines;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("#")) continue;
        std::istringstream words(line);
        std::vector<std::string> found;
        for (std::string word; words >> word;) found.push_back(word);
        if (!found.empty()) lines.push_back(found);
    }
    REQUIRE(lines.size() > 5);
    return lines;
}

std::string own_path(int field) {
    const Field& own = report_fields[static_cast<std::size_t>(field)];
    return own.parent < 0 ? std::string(own.key)
                          : own_path(own.parent) + "." + std::string(own.key);
}

/// A name looked up where a group, given by its English path, stands; the English path
/// found, "-" for none.
std::string find(const std::string& group, const std::string& name) {
    if (group == ".") {
        const int found = find_field(report_fields, -1, name);
        return found < 0 ? "-" : own_path(found);
    }
    for (std::size_t i = 0; i < std::size(report_fields); ++i) {
        if (own_path(static_cast<int>(i)) != group) continue;
        const int found = find_field(report_fields, static_cast<int>(i), name);
        if (found >= 0) return own_path(found);
    }
    for (const Form* form : edition_2021().forms) {
        if (form->key == group) {
            const int found = find_field(form->fields, -1, name);
            return found < 0 ? "-" : field_path(*form, found);
        }
        for (std::size_t i = 0; i < form->fields.size(); ++i) {
            if (field_path(*form, static_cast<int>(i)) != group) continue;
            const int found = find_field(form->fields, static_cast<int>(i), name);
            return found < 0 ? "-" : field_path(*form, found);
        }
    }
    return "-";
}

Amount amount(const char* text) {
    const auto parsed = Amount::parse(text);
    REQUIRE(parsed);
    return *parsed;
}

/// A table with some of its cells filled in by path.
struct Filling {
    FilledForm filled;
    std::vector<bool> given;

    explicit Filling(const Form& form)
        : filled{&form, std::vector<Cell>(form.entries.size()), {}}, given(form.entries.size()) {}
    std::size_t entry(const std::string& path) const {
        for (std::size_t i = 0; i < given.size(); ++i) {
            if (field_path(*filled.form, filled.form->entries[i].field) == path) return i;
        }
        FAIL("no such cell");
        return 0;
    }
    void set(const std::string& path, const char* value) {
        filled.cells[entry(path)].value = amount(value);
        given[entry(path)] = true;
    }
    void zero_all_but_totals() {
        for (std::size_t i = 0; i < given.size(); ++i) {
            const std::string path = field_path(*filled.form, filled.form->entries[i].field);
            if (path.find("total") == std::string::npos) given[i] = true;
        }
    }
    std::string get(const std::string& path) const {
        return given[entry(path)] ? filled.cells[entry(path)].value.to_string() : "missing";
    }
};

}  // namespace

TEST_CASE("amounts as written") {
    for (const auto& line : cases("amounts.txt")) {
        REQUIRE(line.size() == 2);
        INFO(line[0]);
        const auto parsed = Amount::parse(line[0]);
        CHECK((parsed ? parsed->to_string() : "-") == line[1]);
    }
    CHECK_FALSE(Amount::parse(""));
    CHECK_FALSE(Amount::parse(" 1"));
}

TEST_CASE("sums of amounts are exact") {
    CHECK((amount("0.1") + amount("0.2")).to_string() == "0.3");
    CHECK((amount("12.50") + amount("1")).to_string() == "13.50");
    CHECK((amount("1") - amount("2.5")).to_string() == "-1.5");
    CHECK((amount("0.5") - amount("1")).to_string() == "-0.5");
    CHECK((amount("1.50") - amount("1.5")).to_string() == "0.00");
    Amount sum;
    for (int i = 0; i < 1000; ++i) sum = sum + amount("999999999999");
    CHECK(sum.to_string() == "999999999999000");
    CHECK(amount("1.50") == amount("1.5"));
    CHECK(amount("1.50") != amount("1.51"));
    CHECK(compare(amount("0.9"), amount("1")) < 0);
    CHECK(compare(amount("1.0"), amount("1")) == 0);
    CHECK(compare(amount("1.000001"), amount("1")) > 0);
}

TEST_CASE("a thousand of the largest amounts with decimals") {
    Amount sum;
    for (int i = 0; i < 1000; ++i) sum = sum + amount("999999999999.999");
    CHECK(sum.to_string() == "999999999999999.000");
}

TEST_CASE("names of fields, in both languages and with the form's numbering") {
    for (const auto& line : cases("fields.txt")) {
        REQUIRE(line.size() == 3);
        INFO(line[0], " in ", line[1]);
        CHECK(find(line[1], line[0]) == line[2]);
    }
}

TEST_CASE("names without their numbering") {
    for (const auto& line : cases("field_names_numbered.txt")) {
        REQUIRE(line.size() == 2);
        CHECK(without_numbering(line[0]) == line[1]);
    }
    CHECK(without_numbering("1. 属于国家秘密") == "属于国家秘密");
    CHECK(without_numbering("").empty());
    CHECK(without_numbering(" 属于国家秘密") == " 属于国家秘密");  // it has no numbering
}

TEST_CASE("every field of a form is found by each of its names, as printed on the form too") {
    std::vector<const Form*> forms;
    for (const Edition* edition : editions())
        forms.insert(forms.end(), edition->forms.begin(), edition->forms.end());
    for (const Form* form : forms) {
        for (std::size_t i = 0; i < form->fields.size(); ++i) {
            const Field& field = form->fields[i];
            CHECK(find_field(form->fields, field.parent, field.key) == static_cast<int>(i));
            CHECK(find_field(form->fields, field.parent, field.name) == static_cast<int>(i));
            if (!field.printed.empty())
                CHECK(find_field(form->fields, field.parent, field.printed) == static_cast<int>(i));
        }
    }
    for (std::size_t i = 0; i < 6; ++i) {
        constexpr std::string_view sections[] = {"overview", "disclosure", "applications",
                                                 "disputes", "problems",   "other"};
        const int found = find_field(report_fields, -1, edition_2021().headings[i]);
        REQUIRE(found >= 0);
        CHECK(report_fields[static_cast<std::size_t>(found)].key == sections[i]);
    }
    for (const Form* form : edition_2021().forms) {
        const int found = find_field(report_fields, -1, form->name);
        REQUIRE(found >= 0);
        CHECK(report_fields[static_cast<std::size_t>(found)].key == form->key);
    }
}

TEST_CASE("every row label of tables two and three names its row") {
    for (const Form* form : {edition_2019().forms[0], edition_2021().forms[0],
                             edition_2019().forms[1], edition_2021().forms[1]}) {
        for (const Box& box : form->boxes) {
            if (box.scope != Scope::row) continue;
            std::string label;
            for (char c : box.text) label += c == '|' ? std::string() : std::string(1, c);
            bool named = false;
            for (const Field& field : form->fields)
                named = named || find_field(form->fields, field.parent, label) >= 0;
            CHECK_MESSAGE(named, label);
        }
    }
}

TEST_CASE("a sum keeps twelve digits, above zero and below") {
    const std::string path = "disclosure.licences.change";
    for (const std::int64_t sign : {1, -1}) {
        CAPTURE(sign);
        Report report = *Report::empty("甲局", 2019);
        GrowingSum sum;
        report.cell(path)->value = Amount{sign * 999'999'999'999, 0};
        sum.add(report);
        CHECK(sum.sum().too_large.empty());
        report.cell(path)->value = Amount{sign, 0};
        sum.add(report);
        CHECK(sum.sum().too_large == std::vector<std::string>{path});
    }
}

TEST_CASE("the form of a year") {
    CHECK(edition_for(2018) == nullptr);
    CHECK(edition_for(2019) == &edition_2019());
    CHECK(edition_for(2020) == &edition_2019());
    CHECK(edition_for(2021) == &edition_2021());
    CHECK(edition_for(2100) == &edition_2021());
}

TEST_CASE("the form of 2019 has its cells") {
    const auto& forms = edition_2019().forms;
    CHECK(forms[0]->entries.size() == 22);
    CHECK(forms[1]->entries.size() == 23 * 7);
    CHECK(forms[2] == edition_2021().forms[2]);
    CHECK(field_path(*forms[0], forms[0]->entries.back().field) == "disclosure.procurement.amount");
    CHECK(forms[0]->entries.back().measure == Measure::money);
    CHECK(edition_2019().headings == edition_2021().headings);
}

TEST_CASE("what the editions of table three do not share is the one group that was a row") {
    const auto paths = [](const Form& form) {
        std::vector<std::string> all;
        for (const Entry& entry : form.entries) all.push_back(field_path(form, entry.field));
        std::sort(all.begin(), all.end());
        return all;
    };
    const auto old_paths = paths(*edition_2019().forms[1]),
               new_paths = paths(*edition_2021().forms[1]);
    std::vector<std::string> only;
    std::set_symmetric_difference(old_paths.begin(), old_paths.end(), new_paths.begin(),
                                  new_paths.end(), std::back_inserter(only));
    CHECK(only.size() == 7 + 3 * 7);
    for (const std::string& path : only)
        CHECK(path.starts_with("applications.results.other_handling."));
}

TEST_CASE("how a value is written that was computed") {
    CHECK(written(Measure::count, amount("3")) == "");
    CHECK(written(Measure::amount, amount("3.50")) == "");
    CHECK(written(Measure::change, amount("3")) == "+3");
    CHECK(written(Measure::change, amount("0")) == "");
    CHECK(written(Measure::change, amount("1") - amount("3")) == "");
    CHECK(written(Measure::money, amount("251000")) == "251000元");
    CHECK(Cell{amount("3"), {}, "+3"}.printed() == "+3");
    CHECK(Cell{amount("3.50"), "说明"}.printed() == "3.50");
}

TEST_CASE("the form of 2021 has its cells") {
    const auto& forms = edition_2021().forms;
    CHECK(forms[0]->entries.size() == 10);
    CHECK(forms[1]->entries.size() == 25 * 7);
    CHECK(forms[2]->entries.size() == 15);
    CHECK(field_path(*forms[1], forms[1]->entries.front().field) ==
          "applications.received.natural_person");
    CHECK(field_path(*forms[1], forms[1]->entries.back().field) ==
          "applications.carried_out.total");
    CHECK(entry_of(*forms[0], 0) == -1);
    CHECK(entry_of(*forms[0], 1) == 0);
}

TEST_CASE("totals left out are computed, also the total of totals") {
    Filling table(*edition_2021().forms[1]);
    table.zero_all_but_totals();
    table.set("applications.received.natural_person", "5");
    table.set("applications.received.other", "2");
    table.set("applications.results.disclosed.natural_person", "4");
    table.set("applications.results.refused.third_party.business", "3");
    complete_totals(table.filled, table.given);
    CHECK(table.get("applications.received.total") == "7");
    CHECK(table.get("applications.results.disclosed.total") == "4");
    CHECK(table.get("applications.results.total.natural_person") == "4");
    CHECK(table.get("applications.results.total.business") == "3");
    CHECK(table.get("applications.results.total.total") == "7");
    CHECK(table.get("applications.carried_out.total") == "0");
}

TEST_CASE("a total that is given stays, and one whose parts are not all given is not computed") {
    Filling table(*edition_2021().forms[2]);
    table.set("disputes.reconsideration.upheld", "1");
    table.set("disputes.reconsideration.corrected", "1");
    table.set("disputes.reconsideration.other", "1");
    table.set("disputes.reconsideration.pending", "1");
    table.set("disputes.reconsideration.total", "9");
    table.set("disputes.litigation_direct.upheld", "1");
    complete_totals(table.filled, table.given);
    CHECK(table.get("disputes.reconsideration.total") == "9");
    CHECK(table.get("disputes.litigation_direct.total") == "missing");
}

TEST_CASE("an office is the same one, whatever blanks stand in its name") {
    for (const char* name : {"云溪县农业局", "云溪县 农业局", "\t云溪县农业局 ",
                             "云溪县\u00A0农业局", "云溪县\u3000农业局\u00A0\u3000"})
        CHECK(plain_name(name) == "云溪县农业局");
}

TEST_CASE("an error that is not waived stops the report") {
    Finding finding;
    CHECK_FALSE(stops({}));
    CHECK(stops({finding}));
    finding.waived = "机构改革划入";
    CHECK_FALSE(stops({finding}));
    finding = {};
    finding.severity = Severity::warning;
    CHECK_FALSE(stops({finding}));
}

TEST_CASE("the three levels: what each is called, and which of them makes a report doubtful") {
    Finding finding;
    CHECK(level_of(finding) == "错误");
    CHECK(key_of(finding.severity) == "error");
    CHECK(doubtful({finding}));
    finding.severity = Severity::warning;
    CHECK(level_of(finding) == "警告");
    CHECK(key_of(finding.severity) == "warning");
    CHECK(doubtful({finding}));
    finding.severity = Severity::advice;
    CHECK(level_of(Severity::advice) == "建议");
    CHECK(key_of(finding.severity) == "advice");
    CHECK_FALSE(doubtful({finding}));
    finding.severity = Severity::error;
    finding.waived = "机构改革划入";
    CHECK(level_of(finding) == "豁免");
    CHECK_FALSE(doubtful({finding}));
}
