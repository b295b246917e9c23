// Makes a report of what a database has, without a data file, and saves its PDF.
//
//     c++ -std=c++20 database.cpp $(pkg-config --cflags --libs nianbao) -o database
//     ./database report.pdf
#include <nianbao/check.hpp>
#include <nianbao/failure.hpp>
#include <nianbao/pdf.hpp>
#include <nianbao/read.hpp>
#include <nianbao/whole_file.hpp>

#include <cstdio>

namespace {

/// A row of the answer to a query: a cell of the form, and its count. What is 0 need not
/// be there, nor need a total.
struct Row {
    const char* cell;
    int count;
};
constexpr Row rows[] = {
    {"disclosure.licences", 36},
    {"applications.received.natural_person", 2},
    {"applications.carried_in.business", 1},
    {"applications.results.disclosed.natural_person", 2},
    {"applications.results.refused.third_party.business", 1},
};

nianbao::Report report_of_database() {
    nianbao::Report report = nianbao::Report::empty("清河县水务局", 2023).value();
    for (const Row& row : rows) report.cell(row.cell)->value = {row.count};
    report.add_up();
    report.introduction =
        "本报告由清河县水务局依据《条例》编制，数据截至2023年12月31日。电话：0530-6120018。";
    report.overview = "（一）主动公开情况\n2023年，主动公开信息12条。";
    report.problems = "人员不足，将加强培训。";
    report.other = "2023年未收取信息处理费。无其他需要报告的事项。";
    report.signature = {.agency = {}, .date = {2024, 1, 18}};
    return report;
}

/// Prints what is wrong. False if it stops the report.
bool tell(const std::vector<nianbao::Finding>& findings) {
    for (const nianbao::Finding& finding : findings)
        std::fputs(nianbao::report_text(finding, {}).c_str(), stdout);
    return !nianbao::stops(findings);
}

/// The bytes of the PDF; none if the report has errors.
std::string pdf_of(const nianbao::Report& report, const nianbao::Fonts& fonts) {
    if (!tell(nianbao::check(report)) || !tell(nianbao::check_references(report))) return {};
    const nianbao::Pages pages = nianbao::typeset(nianbao::compose(report), fonts, report.layout);
    return tell(pages.findings) ? nianbao::write_pdf(pages, fonts) : std::string();
}

}  // namespace

int main(int count, char** words) {
    if (count != 2) return 2;
    try {
        const nianbao::Fonts fonts = nianbao::Fonts::open();  // serves any number of reports
        const std::string pdf = pdf_of(report_of_database(), fonts);
        if (pdf.empty()) return 1;
        nianbao::write_whole_file(words[1], pdf);
        return 0;
    } catch (const nianbao::Failure& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 3;
    }
}
