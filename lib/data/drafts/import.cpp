// Makes a data file of what others made.
#include "nianbao/import.hpp"

#include "data/report_from_values.hpp"
#include "data/write/written.hpp"
#include "data/write/written_values.hpp"

#include <utility>

namespace nianbao {
namespace {

std::string text_of(const Written& file, Format format) {
    return format == Format::json ? data::write_json(file) : data::write_yaml(file);
}

/// What was read, as a report if it is whole, else value by value.
void take(const notation::Values& values, const Report& report, Format format, Keys keys,
          Imported& imported) {
    imported.agency = report.agency;
    imported.year = report.year;
    imported.whole = !values.findings.any_error();
    const Edition& edition = report.edition == nullptr ? edition_2021() : *report.edition;
    imported.text = imported.whole ? write(report, format, keys)
                                   : text_of(data::written_values(values, edition, keys), format);
}

}  // namespace

Imported import_report(const Input& input, const Known& known, Format format, Keys keys) {
    Imported imported;
    Reading reading = data::read_asking(
        input, {.known = known, .look = [&](const notation::Values& values, const Report& report) {
                    take(values, report, format, keys, imported);
                }});
    imported.source = std::move(reading.source);
    imported.findings = std::move(reading.findings);
    return imported;
}

}  // namespace nianbao
