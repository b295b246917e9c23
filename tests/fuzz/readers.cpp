// The readers, plain and of damaged files; correcting; and the data that a PDF carries.
#include "fuzz/places.hpp"
#include "fuzz/targets.hpp"

#include "data/report_from_values.hpp"
#include "nianbao/fix.hpp"
#include "nianbao/read.hpp"
#include "nianbao/write.hpp"
#include "notation/bytes.hpp"
#include "notation/json/json.hpp"
#include "notation/kind/encoding.hpp"
#include "notation/kind/kind.hpp"
#include "notation/yaml/yaml.hpp"

#include <algorithm>
#include <optional>

namespace nianbao::fuzz {
namespace {

bool any_error(const Reading& reading) {
    return std::any_of(reading.findings.begin(), reading.findings.end(),
                       [](const Finding& finding) { return finding.severity == Severity::error; });
}

/// A file of another kind, told as what it is: none of its bytes are text to be quoted.
bool is_foreign(const Reading& reading) {
    return reading.findings.size() == 1 &&
           (reading.findings.front().rule == "D-20" || reading.findings.front().rule == "D-26");
}

/// A report that was read, written and read again, in a notation and language that depend
/// on the file.
std::string written_wrongly(const Report& report, std::size_t size) {
    const Format format = size % 2 == 0 ? Format::json : Format::yaml;
    const std::string text =
        write(report, format, size / 2 % 2 == 0 ? Keys::english : Keys::chinese);
    const Reading again = read(text, "again", format);
    if (!again.report)
        return "what was written is refused:\n" +
               (again.findings.empty() ? "" : again.findings.front().message) + "\n" + text;
    if (*again.report != report) return "another report is read from what was written:\n" + text;
    return {};
}

/// The bytes as the readers take them that know nothing of damage.
Reading read_strictly(std::string_view bytes, Format format) {
    notation::Values values;
    values.format = format;
    const std::optional<notation::DecodedText> decoded = notation::decoded_text(bytes);
    values.source =
        Source("data", decoded ? decoded->text : std::string(notation::without_mark(bytes)));
    std::optional<Report> report;
    if (notation::foreign_kind(bytes, "data") == nullptr && notation::inspect_bytes(values)) {
        std::optional<notation::SyntaxFault> fault =
            format == Format::json ? notation::read_json(values) : notation::read_yaml(values);
        report = data::report_from_values(values, data::Holds::report);
        if (fault) values.tell(*std::move(fault));
    }
    if (values.findings.any_error()) report.reset();
    std::vector<Finding> findings = values.findings.take("data");
    return {std::move(report), std::move(values.source), std::move(findings)};
}

std::string read_plain(std::string_view bytes, Format format) {
    const Reading reading = read_strictly(bytes, format);
    std::string wrong = told_wrongly(reading.findings, reading.source);
    if (wrong.empty() && reading.report) wrong = written_wrongly(*reading.report, bytes.size());
    return wrong;
}

/// The reader of damaged files: what it reads without an error is what is written there.
std::string read_damaged(std::string_view bytes, Format format) {
    if (notation::is_workbook(bytes, "data")) return {};  // whatever its name
    const Reading reading = read(bytes, "data", format);
    if (reading.report.has_value() == any_error(reading))
        return "a report in spite of errors, or none without an error";
    if (reading.source.bytes() != (is_foreign(reading) ? "" : bytes))
        return "the source is not the file";
    const Reading strict = read_strictly(bytes, format);
    if (reading.report != strict.report) return "the strict reader reads another report";
    return told_wrongly(reading.findings, reading.source);
}

std::string fix_any(std::string_view bytes, Format format) {
    const Fixed fixed = fix(bytes, "data", format);
    if (fix(fixed.text, "data", format).text != fixed.text)
        return "correcting once more changes what was corrected";
    return told_wrongly(fixed.reading.findings, fixed.reading.source);
}

}  // namespace

std::string read_json(std::string_view bytes) { return read_plain(bytes, Format::json); }

std::string read_yaml(std::string_view bytes) { return read_plain(bytes, Format::yaml); }

std::string mend_json(std::string_view bytes) { return read_damaged(bytes, Format::json); }

std::string mend_yaml(std::string_view bytes) { return read_damaged(bytes, Format::yaml); }

std::string fix_json(std::string_view bytes) { return fix_any(bytes, Format::json); }

std::string fix_yaml(std::string_view bytes) { return fix_any(bytes, Format::yaml); }

std::string read_pdf(std::string_view bytes) {
    const std::string pdf = "%PDF-1.7\n" + std::string(bytes);
    const Reading reading = read(pdf, "data", Format::yaml);
    if (reading.report.has_value() == any_error(reading))
        return "a report in spite of errors, or none without an error";
    if (!reading.source.bytes().empty() && reading.source.bytes() != pdf)
        return "the source is not the file";
    if (fix(pdf, "data", Format::yaml).text != pdf) return "a PDF is corrected";
    return told_wrongly(reading.findings, reading.source);
}

}  // namespace nianbao::fuzz
