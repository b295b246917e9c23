#include "json.hpp"

#include <fmt/format.h>

namespace {

/// A JSON string. The text is UTF-8 and stays so; bytes of a file name that are none become U+FFFD.
std::string json_string(std::string_view text) {
    std::string out = "\"";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::size_t follow = byte < 0x80 ? 0 : byte >= 0xF0 && byte < 0xF5 ? 3 : byte >= 0xE0 && byte < 0xF0 ? 2 : byte >= 0xC2 && byte < 0xE0 ? 1 : 4;
        const auto continues = [&](std::size_t k) { return i + k < text.size() && (static_cast<unsigned char>(text[i + k]) & 0xC0) == 0x80; };
        if (byte == '"' || byte == '\\') {
            out += '\\';
            out += text[i];
        } else if (byte < 0x20) {
            out += fmt::format("\\u{:04x}", byte);
        } else if (follow == 0) {
            out += text[i];
        } else if (follow < 4 && continues(1) && (follow < 2 || continues(2)) && (follow < 3 || continues(3))) {
            out += text.substr(i, follow + 1);
            i += follow;
        } else {
            out += "\\ufffd";
        }
    }
    return out += '"';
}

std::string json(const nianbao::Finding& finding) {
    std::string values;
    for (const nianbao::Value& value : finding.values)
        values += fmt::format("{}{}: {}", values.empty() ? "" : ", ", json_string(value.name), json_string(value.text));
    const nianbao::Place& place = finding.place;
    const std::string where = place.row == 0 ? "null" : fmt::format(R"({{"line": {}, "column": {}, "length": {}}})", place.row, place.column, place.length);
    return fmt::format(R"({{"rule": {}, "severity": "{}", "field": {}, "place": {}, "values": {{{}}}, "message": {}, "hint": {}, "waived": {}}})",
                       json_string(finding.rule), finding.severity == nianbao::Severity::error ? "error" : "warning", json_string(finding.where.field), where,
                       values, json_string(finding.message), json_string(finding.hint), json_string(finding.waived));
}

}  // namespace

std::string json(const nianbao::Outcome& outcome) {
    using nianbao::Status;
    const bool written = outcome.status == Status::written;
    std::string findings;
    for (const nianbao::Finding& finding : outcome.findings) findings += fmt::format("{}\n    {}", findings.empty() ? "" : ",", json(finding));
    return fmt::format(R"({{"file": {}, "status": "{}", "output": {}, "findings": [{}]{}}})", json_string(outcome.name),
                       written                             ? "written"
                       : outcome.status == Status::refused ? "refused"
                                                           : "failed",
                       written ? json_string(outcome.output.native()) : "null", findings,
                       outcome.status == Status::failed ? fmt::format(R"(, "failure": {})", json_string(outcome.failure)) : "");
}
