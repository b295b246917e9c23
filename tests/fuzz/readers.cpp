// The two readers.
#include "fuzz/places.hpp"
#include "fuzz/targets.hpp"

#include "nianbao/fix.hpp"
#include "nianbao/read.hpp"
#include "nianbao/write.hpp"

#include <algorithm>

namespace nianbao::fuzz {
namespace {

bool any_error(const Reading& reading) {
    return std::any_of(reading.findings.begin(), reading.findings.end(),
                       [](const Finding& finding) { return finding.severity == Severity::error; });
}

/// A file of another kind, told as what it is: none of its bytes are text to be quoted.
bool is_foreign(const Reading& reading) {
    return reading.findings.size() == 1 && reading.findings.front().rule == "D-20";
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

std::string read_any(std::string_view bytes, Format format) {
    const Reading reading = read(bytes, "data", format);
    if (reading.report.has_value() == any_error(reading))
        return "a report in spite of errors, or none without an error";
    if (reading.source.bytes() != (is_foreign(reading) ? "" : bytes))
        return "the source is not the file";
    const Fixed fixed = fix(bytes, "data", format);
    if (fix(fixed.text, "data", format).text != fixed.text)
        return "correcting once more changes what was corrected";
    std::string wrong = told_wrongly(reading.findings, reading.source);
    if (wrong.empty() && reading.report) wrong = written_wrongly(*reading.report, bytes.size());
    return wrong;
}

}  // namespace

std::string read_json(std::string_view bytes) { return read_any(bytes, Format::json); }

std::string read_yaml(std::string_view bytes) { return read_any(bytes, Format::yaml); }

}  // namespace nianbao::fuzz
