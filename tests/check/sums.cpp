// What holds of every report, not only of examples: sums that come out are not told of,
// and no number can be changed unseen.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "nianbao/check.hpp"
#include "report/cells.hpp"
#include "report/generator.hpp"

using namespace nianbao;

namespace {

/// The findings of the tables' sums, and of 现行有效 against last year's, as "CODE
/// message".
std::vector<std::string> told(const Report& report, const Report* previous = nullptr) {
    std::vector<std::string> out;
    for (const Finding& finding :
         check(report, {.disabled = {"T2-03", "T2-04"}, .previous = previous})) {
        if (finding.rule.front() == 'T') out.push_back(finding.rule + " " + finding.message);
    }
    return out;
}

/// A report on the year before with which 现行有效 goes on.
Report year_before(const Report& report) {
    Report last = report;
    --last.year;
    for (const char* row : {"government_rules", "normative_documents"}) {
        const auto at = [&](const char* cell) {
            return static_cast<std::size_t>(
                find_entry(*report.disclosure.form, std::string(row) + "." + cell));
        };
        const auto& cells = report.disclosure.cells;
        last.disclosure.cells[at("in_force")].value =
            cells[at("in_force")].value - cells[at("made")].value + cells[at("repealed")].value;
    }
    return last;
}

/// The tables alone: the rules of the prose tell nothing of them.
Report without_prose(Report report) {
    for (std::string Report::*text :
         {&Report::introduction, &Report::overview, &Report::problems, &Report::other})
        (report.*text).clear();
    return report;
}

}  // namespace

TEST_CASE("any report whose sums come out has no finding of the tables") {
    for (std::uint64_t number = 0; number < 300; ++number) {
        CAPTURE(number);
        const Report report = generated_report(number);
        CHECK(told(report) == std::vector<std::string>{});
        if (report.year < 2022) continue;
        const Report last = year_before(report);
        CHECK(told(report, &last) == std::vector<std::string>{});
    }
}

TEST_CASE(
    "any one number that takes part in a sum and is changed is found, and its row or column is named") {
    int changed = 0;
    for (std::uint64_t number = 0; number < 12; ++number) {
        const Report good =
            without_prose(generated_report(number, {.year = number % 3 == 0 ? 2020 : 2023}));
        const Report last = year_before(
            number % 3 == 0 ? without_prose(generated_report(number, {.year = 2023})) : good);
        for (FilledForm Report::*table :
             {&Report::disclosure, &Report::applications, &Report::disputes}) {
            const Form& form = *(good.*table).form;
            for (std::size_t i = 0; i < form.entries.size(); ++i) {
                const Field& column = form.fields[static_cast<std::size_t>(form.entries[i].field)];
                if (column.parent < 0 || (table == &Report::disclosure && good.year < 2022))
                    continue;  // no sum has it
                Report report = good;
                (report.*table).cells[i].value.digits += number % 2 == 0 ? 1 : 1'000;
                const std::vector<std::string> said = told(report, &last);
                const std::string row(form.fields[static_cast<std::size_t>(column.parent)].name);
                bool named = false;
                for (const std::string& each : said) {
                    const std::string about =
                        each.substr(each.find(' ') + 1, each.find("：") - each.find(' ') - 1);
                    named = named || about == column.name || about.find(row) != std::string::npos;
                }
                CHECK_MESSAGE(named, number << " " << field_path(form, form.entries[i].field));
                ++changed;
            }
        }
    }
    CHECK(changed > 2'000);
}
