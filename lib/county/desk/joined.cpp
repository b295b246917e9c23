// A report in two files: a workbook's tables, a Word file's texts.
#include "county/desk/examined.hpp"
#include "data/report_from_values.hpp"
#include "nianbao/write.hpp"

#include <utility>

namespace nianbao::desk {
namespace {

bool is_of_table(const std::string& field) {
    return field.starts_with("disclosure") || field.starts_with("applications") ||
           field.starts_with("disputes");
}

Place place_in(const Joined& joined, const Span& where) {
    const Place place =
        is_of_table(where.field) ? joined.tables.place(where) : joined.texts.place(where);
    return place.row != 0 || is_of_table(where.field) ? place : joined.tables.place(where);
}

}  // namespace

Joined join(const Input& tables, const Input& texts) {
    Joined joined;
    std::optional<data::PartOfReport> part;
    Reading grids = data::read_in_part(tables, part);
    Reading prose = read_prose(texts);
    joined.tables = std::move(grids.source);
    joined.texts = std::move(prose.source);
    if (!part || !part->unread.empty() || !prose.report) return joined;
    Report report = *std::move(prose.report);
    if (report.agency.empty()) report.agency = part->report.agency;
    if (report.year == 0) report.year = part->report.year;
    if (report.agency.empty() || report.year == 0) return joined;
    report.edition = part->report.edition;
    const auto take = [](FilledForm& own, FilledForm& filled) {
        if (filled.note.empty()) filled.note = std::move(own.note);
        own = std::move(filled);
    };
    take(report.disclosure, part->report.disclosure);
    take(report.applications, part->report.applications);
    take(report.disputes, part->report.disputes);
    if (!report.processing_fees) report.processing_fees = part->report.processing_fees;
    if (!fault(report).empty()) return joined;
    joined.findings = std::move(prose.findings);
    for (Finding& finding : grids.findings) {
        if (finding.rule == "D-10" && !is_of_table(finding.where.field)) continue;
        joined.findings.push_back(std::move(finding));
    }
    joined.report = std::move(report);
    return joined;
}

Input joined_input(const Report& report, const std::string& name) {
    return {.bytes = write(report, Format::json), .name = name, .format = Format::json};
}

Examined examine_joined(const Input& tables, const Input& texts, const CheckingOptions& checking) {
    Joined joined = join(tables, texts);
    if (!joined.report) return examine(tables, checking);
    Examined examined = examine(joined_input(*joined.report, tables.name), checking);
    for (Finding& finding : examined.findings) {
        finding.place = place_in(joined, finding.where);
        joined.findings.push_back(std::move(finding));
    }
    examined.findings = std::move(joined.findings);
    return examined;
}

}  // namespace nianbao::desk
