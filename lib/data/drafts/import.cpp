// Makes a data file of what others made.
#include "nianbao/import.hpp"

#include "data/drafts/drafts.hpp"
#include "data/kinds.hpp"
#include "data/report_from_values.hpp"
#include "data/write/written.hpp"
#include "data/write/written_values.hpp"
#include "notation/kind/kind.hpp"
#include "notation/xlsx/workbook.hpp"
#include "recognise/recognise.hpp"
#include "text/letters.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace nianbao {
namespace {

std::string text_of(const Written& file, Format format) {
    return format == Format::json ? data::write_json(file) : data::write_yaml(file);
}

/// What was recognised, as a report if it is whole, else value by value.
void take_values(notation::Values& values, Format format, Keys keys, Imported& imported) {
    const Report report = data::report_from_values(values, data::Holds::report);
    imported.agency = report.agency;
    imported.year = report.year;
    imported.whole = !values.findings.any_error();
    const Edition& edition = report.edition == nullptr ? edition_2021() : *report.edition;
    imported.text = imported.whole ? write(report, format, keys)
                                   : text_of(data::written_values(values, edition, keys), format);
}

/// A data file, or a PDF that carries one.
void take_reading(Reading reading, Format format, Keys keys, Imported& imported) {
    imported.source = std::move(reading.source);
    imported.findings = std::move(reading.findings);
    if (!reading.report) return;
    imported.agency = reading.report->agency;
    imported.year = reading.report->year;
    imported.whole = true;
    imported.text = write(*reading.report, format, keys);
}

}  // namespace

Imported import_report(const Input& input, const Known& known, Format format, Keys keys) {
    const std::string name = input.name.empty() ? input.file.string() : input.name;
    const std::string bytes = input.bytes ? *input.bytes : file_bytes(input.file);
    Imported imported;
    notation::Values values;
    bool found = false;
    if (notation::is_word_file(bytes, name)) {
        found = data::read_word(bytes, name, known, values);
    } else if (notation::is_web_page(bytes, name)) {
        found = data::read_page(bytes, name, known, values);
    } else if (has_ending(name, ".txt") && notation::foreign_kind(bytes, name) == nullptr &&
               !data::holds_report(bytes)) {
        found = data::read_saved_text(bytes, name, known, values);
    } else {
        take_reading(read(input), format, keys, imported);
        return imported;
    }
    if (found) take_values(values, format, keys, imported);
    imported.findings = values.findings.take(name);
    imported.source = std::move(values.source);
    return imported;
}

}  // namespace nianbao
