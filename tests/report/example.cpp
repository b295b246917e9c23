#include "report/example.hpp"

#include "nianbao/read.hpp"
#include "report/fields.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <map>
#include <stdexcept>

namespace nianbao {
namespace {

Report report_of(std::string_view name) {
    Reading reading = read(std::filesystem::path(NIANBAO_SOURCE) / "tests/data" / name);
    if (!reading.report || !reading.findings.empty()) throw std::runtime_error(std::string(name) + " is no model");
    return *reading.report;
}

Date date_of(const std::string& text) {
    Date date;
    if (std::sscanf(text.c_str(), "%d-%d-%d", &date.year, &date.month, &date.day) != 3) throw std::invalid_argument(text);
    return date;
}

Amount amount_of(const std::string& text) {
    const auto amount = Amount::parse(text);
    if (!amount) throw std::invalid_argument(text);
    return *amount;
}

/// A text of the report by its path; nullptr where that is none.
std::string* text_of(Report& report, std::string_view field) {
    if (field.starts_with("contact.") && !report.contact) report.contact.emplace();
    if (field.starts_with("signature.") && !report.signature) report.signature.emplace();
    if (field == "agency") return &report.agency;
    if (field == "title") return &report.title;
    if (field == "introduction") return &report.introduction;
    if (field == "overview") return &report.overview;
    if (field == "problems") return &report.problems;
    if (field == "other") return &report.other;
    if (field == "disclosure.note") return &report.disclosure.note;
    if (field == "applications.note") return &report.applications.note;
    if (field == "disputes.note") return &report.disputes.note;
    if (field == "contact.office") return &report.contact->office;
    if (field == "contact.address") return &report.contact->address;
    if (field == "contact.phone") return &report.contact->phone;
    if (field == "contact.email") return &report.contact->email;
    if (field == "contact.url") return &report.contact->url;
    if (field == "signature.agency") return &report.signature->agency;
    return nullptr;
}

Cell* cell_of(Report& report, std::string_view field) {
    for (FilledForm* filled : {&report.disclosure, &report.applications, &report.disputes}) {
        for (std::size_t i = 0; i < filled->cells.size(); ++i) {
            if (field_path(*filled->form, filled->form->entries[i].field) == field) return &filled->cells[i];
        }
    }
    return nullptr;
}

void set_field(Report& report, const std::string& field, const std::string& value, std::map<std::string, bool>& begun) {
    if (std::string* text = text_of(report, field)) {
        *text = begun[field] ? *text + "\n" + value : value;
        begun[field] = true;
    } else if (Cell* cell = cell_of(report, field)) {
        *cell = {amount_of(value), {}};
    } else if (field == "kind") {
        const auto kind = std::find_if(std::begin(kinds), std::end(kinds), [&](const auto& choice) { return choice.key == value; });
        if (kind == std::end(kinds)) throw std::invalid_argument(value);
        report.kind = kind->meaning;
    } else if (field == "year") {
        report.year = std::stoi(value);
        report.edition = edition_for(report.year);
    } else if (field == "published") {
        report.published = date_of(value);
    } else if (field == "signature.date") {
        report.signature->date = date_of(value);
    } else if (field == "processing_fees") {
        report.processing_fees.reset();
    } else if (field == "processing_fees.notices") {
        report.processing_fees->notices = amount_of(value);
    } else if (field == "processing_fees.notified") {
        report.processing_fees->notified = amount_of(value);
    } else if (field == "processing_fees.collected") {
        report.processing_fees->collected = amount_of(value);
    } else if (field == "waive") {
        const auto first = value.find(' '), second = value.find(' ', first + 1);
        report.waive.push_back({value.substr(0, first), value.substr(first + 1, second - first - 1), value.substr(second + 1)});
    } else {
        throw std::invalid_argument(field);
    }
}

/// The characters of a field that a span means; empty where it means the whole field.
std::string meant(const Report& report, const Span& where) {
    if (where.length == 0) return {};
    Report copy = report;
    const std::string* text = text_of(copy, where.field);
    if (text == nullptr) throw std::invalid_argument(where.field + " is no text");
    std::string out;
    int at = -1;
    for (const char byte : *text) {
        if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) ++at;
        if (at >= where.offset && at < where.offset + where.length) out += byte;
    }
    return "“" + out + "”";
}

}  // namespace

Report model_report() { return report_of("model.yaml"); }
Report model_report_of_last_year() { return report_of("model-2022.yaml"); }

Example example(std::string_view lines) {
    Example out{model_report(), model_report_of_last_year(), {}, {}};
    std::map<std::string, bool> begun, begun_last_year, begun_elsewhere;
    while (!lines.empty()) {
        const std::string line(lines.substr(0, lines.find('\n')));
        lines.remove_prefix(std::min(line.size() + 1, lines.size()));
        const auto colon = line.find(": ");
        if (colon == std::string::npos) throw std::invalid_argument(line);
        const std::string field = line.substr(0, colon), value = line.substr(colon + 2);
        if (field == "options.deadline") {
            out.options.deadline = date_of(value);
        } else if (field.starts_with("previous.")) {
            set_field(out.previous, field.substr(9), value, begun_last_year);
        } else if (field.starts_with("others.")) {
            if (out.others.empty()) out.others.push_back(model_report());
            set_field(out.others.back(), field.substr(7), value, begun_elsewhere);
        } else {
            set_field(out.report, field, value, begun);
        }
    }
    return out;
}

std::string as_in_examples(const Finding& finding, const Report& report) {
    return (finding.severity == Severity::error ? "错误 " : "警告 ") + finding.where.field + meant(report, finding.where) + ": " + finding.message +
           (finding.waived.empty() ? "" : " [" + finding.waived + "]");
}

}  // namespace nianbao
