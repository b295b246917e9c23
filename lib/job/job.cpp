#include "nianbao/job.hpp"

#include "nianbao/check.hpp"
#include "nianbao/document.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/pages.hpp"
#include "nianbao/pdf.hpp"
#include "nianbao/whole_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <new>
#include <tuple>
#include <utility>

namespace nianbao {
namespace {

void add(std::vector<Finding>& findings, std::vector<Finding> more) {
    findings.insert(findings.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// Gives every finding its place, and puts them in the order of the file; those without a place come last.
void locate(std::vector<Finding>& findings, const Source& source) {
    for (Finding& finding : findings) {
        if (finding.place.row == 0) finding.place = source.place(finding.where);
        if (finding.place.file.empty()) finding.place.file = source.file();
    }
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        return std::tuple(a.place.row == 0, a.place.row, a.place.column) < std::tuple(b.place.row == 0, b.place.row, b.place.column);
    });
}

/// The PDF or the text of a stage. Empty where a finding stops it: then too the line goes on as far as it can, so that all mistakes are told at once.
std::optional<std::string> make(const Report& report, const Fonts& fonts, const RunOptions& options, const PdfOptions& pdf_options,
                                std::vector<Finding>& findings) {
    std::vector<Finding> references = check_references(report);
    const bool composable = !stops(references);
    add(findings, std::move(references));
    if (!options.no_check) add(findings, check(report, {.disabled = options.disabled}));
    const bool refused = stops(findings) && !options.force;
    if (!composable) return std::nullopt;

    Document document = compose(report);
    if (!document.metadata.date) document.metadata.date = options.date;
    add(findings, document.findings);
    if (options.product == Product::document && !refused) return dump(document);

    Layout layout = report.layout;
    for (const auto& [name, value] : options.layout) {
        if (auto wrong = set_layout(layout, name, value)) throw Failure(*wrong);
    }
    layout.show_grid = options.show_grid;
    const Pages pages = typeset(document, fonts, layout);
    add(findings, pages.findings);
    if (refused) return std::nullopt;
    if (options.product == Product::pages) return dump(pages, fonts);
    if (stops(pages.findings)) return std::nullopt;

    return write_pdf(pages, fonts, pdf_options);
}

/// The data file, as the PDF carries it. Its name has no folder; standard input has none, so it is called after its format.
Attachment attachment_of(const Job& job, const Source& source) {
    const bool json = job.bytes ? job.format == Format::json : format_of(job.input) == Format::json;
    std::string name = job.input.filename().string();
    if (name.empty()) name = json ? "data.json" : "data.yaml";
    return {std::move(name), json ? "application/json" : "application/yaml", source.bytes()};
}

void run(const Job& job, const Fonts& fonts, const RunOptions& options, Outcome& outcome) {
    if (!job.output.empty()) refuse_special_file(job.output);
    Reading reading = job.bytes ? read(*job.bytes, job.name, job.format) : read(job.input);
    outcome.source = std::move(reading.source);
    outcome.findings = std::move(reading.findings);

    std::optional<std::string> made;
    PdfOptions pdf_options;
    if (options.attach_data) pdf_options.attachment = attachment_of(job, outcome.source);
    if (reading.report && !stops(outcome.findings)) made = make(*reading.report, fonts, options, pdf_options, outcome.findings);
    if (!made) {
        outcome.status = Status::refused;
        return;
    }
    if (job.output.empty()) {
        outcome.bytes = std::move(*made);
    } else {
        write_whole_file(job.output, *made);
    }
    outcome.status = Status::written;
}

}  // namespace

Outcome run(const Job& job, const Fonts& fonts, const RunOptions& options) {
    Outcome outcome;
    outcome.name = job.name;
    outcome.output = job.output;
    try {
        run(job, fonts, options, outcome);
    } catch (const Failure& failure) {
        outcome.status = Status::failed;
        outcome.failure = failure.what();
    } catch (const std::bad_alloc&) {
        outcome.status = Status::failed;
        outcome.failure = fmt::format("{}：内存不足", job.name);
    } catch (const std::exception& error) {
        // A fault of this program: one report is lost by it, not the batch.
        outcome.status = Status::failed;
        outcome.failure = fmt::format("{}：程序内部出错：{}", job.name, error.what());
    }
    locate(outcome.findings, outcome.source);
    return outcome;
}

}  // namespace nianbao
