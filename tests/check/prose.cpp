// P: prose against tables. tests/cases/sentences/ has the sentences by their subject,
// with what must be found in each, and the reports that they stand in.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "check/rules.hpp"
#include "nianbao/check.hpp"
#include "nianbao/read.hpp"
#include "report/sample.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

namespace {

constexpr std::string_view field_names[] = {"overview", "problems", "other"};

Report blank_report(int year) {
    Report report = sample_report();
    report.year = year;
    const Edition* edition = edition_for(year);
    report.edition = edition;
    std::size_t table = 0;
    for (FilledForm* filled : {&report.disclosure, &report.applications, &report.disputes}) {
        filled->form = edition->forms[table++];
        filled->cells.assign(filled->form->entries.size(), Cell{});
        filled->note.clear();
    }
    report.overview = report.problems = report.other = report.introduction = "";
    report.processing_fees.reset();
    report.waive.clear();
    return report;
}

int field_of(const Form& form, std::string_view path) {
    int field = -1;
    while (!path.empty()) {
        const auto dot = std::min(path.find('.'), path.size());
        int next = -1;
        for (std::size_t i = 0; i < form.fields.size(); ++i) {
            if (form.fields[i].parent == field && form.fields[i].key == path.substr(0, dot))
                next = static_cast<int>(i);
        }
        if (next < 0) return -1;
        field = next;
        path.remove_prefix(std::min(dot + 1, path.size()));
    }
    return field;
}

/// "received 18 4": the numbers go to the cells of that row in the order of the form;
/// totals are left out.
void fill(Report& report, const std::string& line) {
    std::istringstream words(line);
    std::string name, number;
    words >> name;
    if (name == "费") {
        ProcessingFees fees;
        std::array<Amount*, 3> parts = {&fees.notices, &fees.notified, &fees.collected};
        for (Amount* part : parts) {
            words >> number;
            *part = Amount::parse(number).value();
        }
        report.processing_fees = fees;
        return;
    }
    for (FilledForm* filled : {&report.disclosure, &report.applications, &report.disputes}) {
        const Form& form = *filled->form;
        const int field = field_of(form, name);
        if (field < 0) continue;
        std::vector<std::size_t> cells;
        for (std::size_t i = 0; i < form.entries.size(); ++i) {
            const int own = form.entries[i].field;
            if (own == field || (form.fields[static_cast<std::size_t>(own)].parent == field &&
                                 form.fields[static_cast<std::size_t>(own)].key != "total"))
                cells.push_back(i);
        }
        std::size_t next = 0;
        while (words >> number) {
            REQUIRE_MESSAGE(next < cells.size(), line);
            filled->cells[cells[next++]].value = Amount::parse(number).value();
        }
        return;
    }
    FAIL("no row " << line);
}

void add_up(Report& report) {
    for (FilledForm* filled : {&report.applications, &report.disputes}) {
        std::vector<bool> given;
        for (const Entry& entry : filled->form->entries) {
            const Field& field = filled->form->fields[static_cast<std::size_t>(entry.field)];
            const bool results =
                field.parent >= 0 &&
                filled->form->fields[static_cast<std::size_t>(field.parent)].key == "total";
            given.push_back(field.key != "total" && !results);
        }
        complete_totals(*filled, given);
    }
}

/// A report of tests/cases/sentences/reports.txt, with last year's if it has one.
struct Tables {
    std::string name;  // agency and year
    Report report, previous;
    bool has_previous = false;
};

std::ifstream opened(const std::string& name) {
    std::ifstream file(NIANBAO_SOURCE "/tests/cases/sentences/" + name);
    REQUIRE_MESSAGE(file, name);
    return file;
}

/// The lines that say something.
std::vector<std::pair<int, std::string>> lines_of(const std::string& name) {
    std::ifstream file = opened(name);
    std::vector<std::pair<int, std::string>> lines;
    int number = 0;
    for (std::string line; std::getline(file, line);) {
        ++number;
        if (!line.empty() && line[0] != '#') lines.emplace_back(number, line);
    }
    return lines;
}

Kind kind_of(const std::string& word) {
    return word == "township"     ? Kind::township
           : word == "office"     ? Kind::office
           : word == "government" ? Kind::government
                                  : Kind::department;
}

std::vector<Tables> reports() {
    const std::string last_year = "上年 ";
    std::vector<Tables> all;
    for (const auto& [number, line] : lines_of("reports.txt")) {
        if (line.starts_with("= ")) {
            std::istringstream words(line.substr(2));
            std::string kind, agency;
            int year = 0;
            words >> kind >> year >> agency;
            Tables one{agency + " " + std::to_string(year), blank_report(year),
                       blank_report(std::max(year - 1, 2019))};
            one.report.agency = one.previous.agency = agency;
            one.report.kind = one.previous.kind = kind_of(kind);
            all.push_back(std::move(one));
        } else if (line.starts_with(last_year)) {
            fill(all.back().previous, line.substr(last_year.size()));
            all.back().has_previous = true;
        } else {
            fill(all.back().report, line);
        }
    }
    for (Tables& one : all) {
        add_up(one.report);
        add_up(one.previous);
    }
    return all;
}

struct Sentence {
    int line;
    std::string says, expected;
    Report report, previous;
    bool has_previous;
};

/// Puts a sentence into its section, lines ended where ⏎ stands.
void write_into(Report& report, std::string text) {
    for (auto at = text.find("⏎"); at != text.npos; at = text.find("⏎")) text.replace(at, 3, "\n");
    std::string* into = text.starts_with("六：")   ? &report.other
                        : text.starts_with("五：") ? &report.problems
                                                   : &report.overview;
    if (into != &report.overview) text.erase(0, std::string("六：").size());
    *into = text;
}

std::vector<Sentence> sentences(const std::string& name, const std::vector<Tables>& reports) {
    std::vector<Sentence> all;
    const Tables* tables = nullptr;
    for (const std::pair<int, std::string>& numbered : lines_of(name)) {
        const std::string& line = numbered.second;  // a lambda of clang 14 holds no binding
        if (line.starts_with("@ ")) {
            const auto found = std::find_if(reports.begin(), reports.end(), [&](const Tables& one) {
                return one.name == line.substr(2);
            });
            REQUIRE_MESSAGE(found != reports.end(), line);
            tables = &*found;
            continue;
        }
        const auto bar = line.find(" | ");
        REQUIRE_MESSAGE((tables != nullptr && bar != line.npos), line);
        Sentence one{numbered.first, line.substr(bar + 3), line.substr(0, bar),
                     tables->report, tables->previous,     tables->has_previous};
        write_into(one.report, one.says);
        all.push_back(std::move(one));
    }
    return all;
}

std::string meant(const Report& report, const Span& where) {
    for (std::string_view name : field_names) {
        if (where.field != name) continue;
        const std::string& text = name == "overview"   ? report.overview
                                  : name == "problems" ? report.problems
                                                       : report.other;
        std::string said = to_utf8(to_utf32(text).substr(static_cast<std::size_t>(where.offset),
                                                         static_cast<std::size_t>(where.length)));
        std::erase(said, '\n');
        return said;
    }
    return where.field;
}

std::vector<std::string> found(const Sentence& one, std::string* told = nullptr) {
    CheckOptions options;
    if (one.has_previous) options.previous = &one.previous;
    std::vector<Finding> findings;
    check_prose(one.report, options, findings, nullptr);
    std::vector<std::string> out;
    for (const Finding& finding : findings) {
        out.push_back(finding.rule + " " + std::string(level_of(finding.severity)) + " " +
                      meant(one.report, finding.where));
        if (told) *told += finding.message + "\n";
    }
    return out;
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts;
    if (text == "无") return parts;
    const std::string mark = "＋";
    for (std::size_t from = 0; from <= text.size();) {
        const auto at = std::min(text.find(mark, from), text.size());
        parts.push_back(text.substr(from, at - from));
        from = at + mark.size();
    }
    return parts;
}

/// Findings counted over a file of sentences.
struct Tally {
    int expected = 0, right = 0, told = 0, sentences = 0;
    std::string wrong;
};

Tally tally(const std::string& name, const std::vector<Tables>& reports) {
    Tally sum;
    for (const Sentence& one : sentences(name, reports)) {
        ++sum.sentences;
        std::string told;
        std::vector<std::string> is = found(one, &told), should = split(one.expected);
        sum.expected += static_cast<int>(should.size());
        sum.told += static_cast<int>(is.size());
        std::string missing;
        for (const std::string& wanted : should) {
            const auto at = std::find(is.begin(), is.end(), wanted);
            if (at == is.end()) {
                missing += " 缺[" + wanted + "]";
            } else {
                ++sum.right;
                is.erase(at);
            }
        }
        for (const std::string& rest : is) missing += " 多[" + rest + "]";
        if (!missing.empty())
            sum.wrong += fmt::format("{}:{}:{} {}\n   {}", name, one.line, missing, one.says,
                                     told.empty() ? "\n" : told);
    }
    return sum;
}

}  // namespace

TEST_CASE("the sentences give the findings that stand beside them") {
    const std::vector<Tables> all = reports();
    int sentences = 0;
    for (const std::string subject :
         {"intake", "results", "applicants", "disputes", "table_two", "claims", "lists", "shares",
          "growth", "fees", "scope", "other_things", "paragraphs"}) {
        const std::string name = subject + ".txt";
        const Tally sum = tally(name, all);
        MESSAGE(fmt::format(
            "{}: {} sentences, {} findings expected, {} told, {} of them right: precision {:.3f}, recall {:.3f}",
            name, sum.sentences, sum.expected, sum.told, sum.right,
            static_cast<double>(sum.right) / std::max(1, sum.told),
            static_cast<double>(sum.right) / std::max(1, sum.expected)));
        CHECK(sum.wrong == "");
        sentences += sum.sentences;
    }
    CHECK(sentences >= 1272);
}

TEST_CASE("clean reports have no finding") {
    for (std::string_view name :
         {"huaian-2024.json", "jinxiang-veterans-2022.yaml", "hard-zh.yaml", "form-2019-zh.yaml"}) {
        const Reading reading = read(std::filesystem::path(NIANBAO_SOURCE) / "examples" / name);
        REQUIRE(reading.report);
        std::vector<Finding> findings;
        check_prose(*reading.report, {}, findings, nullptr);
        for (const Finding& finding : findings)
            CHECK(std::string(name) + " " + finding.message == "");
    }
}
