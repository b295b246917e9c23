#include "command/json.hpp"

#include "command/remedies.hpp"
#include "file/path_text.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <map>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao {
namespace {

std::string_view name_of(Status status) {
    switch (status) {
        case Status::written:
            return "written";
        case Status::unchanged:
            return "unchanged";
        case Status::accepted:
            return "accepted";
        case Status::refused:
            return "refused";
        case Status::failed:
            return "failed";
        case Status::passed_over:
            return "passed_over";
    }
    return "";
}

}  // namespace

std::string json_string(std::string_view text) {
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode_at(text, at);
        const std::string_view bytes = text.substr(at, next.bytes);
        at += bytes.size();
        if (!next.character)
            for (std::size_t i = 0; i < bytes.size(); ++i) out += "\\ufffd";
        else if (bytes == "\"" || bytes == "\\") out.append("\\").append(bytes);
        else if (bytes == "\n") out += "\\n";
        else if (*next.character < 0x20)
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(*next.character));
        else out += bytes;
    }
    return out += '"';
}

std::string json_strings(const std::vector<std::string>& texts) {
    std::string json;
    for (const std::string& text : texts) json += (json.empty() ? "" : ", ") + json_string(text);
    return "[" + json + "]";
}

std::string json(const Place& place) {
    if (place.row == 0) return "null";
    switch (place.kind) {
        case Place::Kind::text:
            break;
        case Place::Kind::cell:
            return fmt::format(R"({{"sheet": {}, "cell": {}}})", json_string(place.sheet),
                               json_string(cell_address(place)));
        case Place::Kind::paragraph:
            return place.character > 0 ? fmt::format(R"({{"paragraph": {}, "character": {}}})",
                                                     place.row, place.character)
                                       : fmt::format(R"({{"paragraph": {}}})", place.row);
        case Place::Kind::table:
            return fmt::format(R"({{"table": {}, "row": {}, "column": {}}})",
                               json_string(place.sheet), place.row, place.column);
    }
    return fmt::format(R"({{"line": {}, "column": {}, "length": {}}})", place.row, place.column,
                       place.length);
}

namespace {

/// , "reviewed": "张三 2024-01-20：…", if somebody did.
std::string reviewed_json(const std::string& reviewed) {
    return reviewed.empty() ? "" : R"(, "reviewed": )" + json_string(reviewed);
}

/// "found": "57", "missing": ["甲", "乙"]: a name that comes again has a list, as most
/// readers of JSON keep but the last member of a name.
std::string values_json(const std::vector<Value>& values) {
    std::map<std::string_view, std::vector<std::string>> texts;
    std::vector<std::string_view> names;  // in the order of the message
    for (const Value& value : values) {
        std::vector<std::string>& of_name = texts[value.name];
        if (of_name.empty()) names.push_back(value.name);
        of_name.push_back(value.text);
    }
    std::string members;
    for (const std::string_view name : names) {
        const std::vector<std::string>& own = texts[name];
        members += fmt::format("{}{}: {}", members.empty() ? "" : ", ", json_string(name),
                               own.size() == 1 ? json_string(own.front()) : json_strings(own));
    }
    return members;
}

}  // namespace

std::string json(const Finding& finding) {
    std::string remedies;
    for (const Remedy& remedy : finding.remedies) {
        remedies += fmt::format(
            R"({}{{"what": "{}"{}}})", remedies.empty() ? "" : ", ", name_of(remedy.what),
            remedy.subject.empty() ? "" : ", \"subject\": " + json_string(remedy.subject));
    }
    return fmt::format(
        R"({{"rule": {}, "severity": "{}", "field": {}, "place": {}, "values": {{{}}}, "message": {}, "hint": {}, "waived": {}{}{}}})",
        json_string(finding.rule), key_of(finding.severity), json_string(finding.where.field),
        json(finding.place), values_json(finding.values), json_string(finding.message),
        json_string(finding.hint), json_string(finding.waived),
        remedies.empty() ? "" : fmt::format(R"(, "remedies": [{}])", remedies),
        reviewed_json(finding.reviewed));
}

namespace {

/// , "figures": {"agree", "contradict", "not_compared", "reviewed"}
std::string json(const FigureCount& count) {
    return fmt::format(
        R"(, "figures": {{"agree": {}, "contradict": {}, "not_compared": {}, "reviewed": {}}})",
        count.agree, count.contradict, count.not_compared, count.reviewed);
}

/// , "evidence": [{"field", "place", "figure", "held", "against"}]
std::string json(const std::vector<Evidence>& evidence, const Source& source) {
    std::string all;
    for (const Evidence& one : evidence)
        all += fmt::format(
            "{}\n    "
            R"({{"field": {}, "place": {}, "figure": {}, "held": "{}", "against": {}{}}})",
            all.empty() ? "" : ",", json_string(one.where.field), json(source.place(one.where)),
            json_string(one.said), key_of(one.held), json_string(one.against),
            reviewed_json(one.reviewed));
    return ", \"evidence\": [" + all + "]";
}

}  // namespace

std::string json(const Outcome& outcome) {
    std::string findings, places;
    for (const Finding& finding : outcome.findings)
        findings += fmt::format("{}\n    {}", findings.empty() ? "" : ",", json(finding));
    for (const Made& made : outcome.made)
        places += fmt::format("{}{}", places.empty() ? "" : ", ", json_string(utf8(made.place)));
    const std::string first =
        outcome.made.empty() ? "null" : json_string(utf8(outcome.made.front().place));
    const std::string whose = outcome.agency.empty()
                                  ? ""
                                  : fmt::format(R"(, "agency": {}, "year": {})",
                                                json_string(outcome.agency), outcome.year);
    return fmt::format(
        R"({{"file": {}, "status": "{}", "output": {}{}, "findings": [{}]{}{}{}{}}})",
        json_string(outcome.name), name_of(outcome.status), first,
        outcome.made.size() > 1 ? fmt::format(R"(, "outputs": [{}])", places) : "", findings, whose,
        outcome.figures ? json(*outcome.figures) : "",
        outcome.evidence ? json(*outcome.evidence, outcome.source) : "",
        outcome.status == Status::failed
            ? fmt::format(R"(, "failure": {})", json_string(outcome.failure))
            : "");
}

void JsonAnswer::file(const Outcome& outcome) {
    files_ += fmt::format("{}\n  {}", begun_ ? "," : R"({"files": [)", json(outcome));
    begun_ = true;
}

void JsonAnswer::member(std::string_view name, std::string_view value) {
    members_ += fmt::format(", {}: {}", json_string(name), value);
}

std::string JsonAnswer::take() { return std::exchange(files_, {}); }

std::string JsonAnswer::text() const {
    return fmt::format("{}{}\n]{}}}\n", begun_ ? "" : R"({"files": [)", files_, members_);
}

}  // namespace nianbao
