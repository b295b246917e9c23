#include "nianbao/job.hpp"

#include "job/findings.hpp"
#include "nianbao/check.hpp"
#include "nianbao/document.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/pages.hpp"
#include "nianbao/pdf.hpp"
#include "nianbao/whole_file.hpp"

#include <fmt/format.h>

#include <new>
#include <utility>

namespace nianbao {
namespace {

void enter(Stage stage, const RunOptions& options) {
    if (options.entering) options.entering(stage);
}

/// Reads the job's data into the outcome. Empty where no report stands in it.
std::optional<Report> read_into(Outcome& outcome, const Job& job, const RunOptions& options) {
    enter(Stage::read, options);
    Reading reading = job.bytes ? read(*job.bytes, job.name, job.format) : read(job.input);
    outcome.source = std::move(reading.source);
    outcome.findings = std::move(reading.findings);
    return std::move(reading.report);
}

/// Adds what the rules find. False where the report cannot be composed.
bool check_into(std::vector<Finding>& findings, const Report& report, const RunOptions& options) {
    enter(Stage::check, options);
    std::vector<Finding> references = check_references(report);
    const bool composable = !stops(references);
    add(findings, std::move(references));
    if (!options.no_check) add(findings, check(report, {.disabled = options.disabled, .deadline = options.deadline}));
    return composable;
}

/// The PDF or the text of a stage. Empty where a finding stops it: then too the line goes on as far as it can, so that all mistakes are told at once.
std::optional<std::string> make(const Report& report, const Fonts& fonts, const RunOptions& options, const PdfOptions& pdf_options,
                                std::vector<Finding>& findings) {
    if (!check_into(findings, report, options)) return std::nullopt;
    const bool refused = stops(findings) && !options.force;

    enter(Stage::compose, options);
    Document document = compose(report);
    if (!document.metadata.date) document.metadata.date = options.date;
    add(findings, document.findings);
    if (options.product == Product::document && !refused) return dump(document);

    enter(Stage::typeset, options);
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

    enter(Stage::write, options);
    return write_pdf(pages, fonts, pdf_options);
}

/// The data file, as the PDF carries it. Its name has no folder; standard input has none, so it is called after its format.
Attachment attachment_of(const Job& job, const Source& source) {
    const bool json = job.bytes ? job.format == Format::json : format_of(job.input) == Format::json;
    std::string name = job.input.filename().string();
    if (name.empty()) name = json ? "data.json" : "data.yaml";
    return {std::move(name), json ? "application/json" : "application/yaml", source.bytes()};
}

void run_into(Outcome& outcome, const Job& job, const Fonts& fonts, const RunOptions& options) {
    if (!job.output.empty()) refuse_special_file(job.output);
    const std::optional<Report> report = read_into(outcome, job, options);

    std::optional<std::string> made;
    PdfOptions pdf_options;
    if (options.attach_data) pdf_options.attachment = attachment_of(job, outcome.source);
    if (report && !stops(outcome.findings)) made = make(*report, fonts, options, pdf_options, outcome.findings);
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

/// The outcome of a job whose work is `work`: the machine's failures are told in it.
template <typename Work>
Outcome outcome_of(const Job& job, Work work) {
    Outcome outcome;
    outcome.name = job.name;
    outcome.output = job.output;
    try {
        work(outcome);
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

}  // namespace

Outcome run(const Job& job, const Fonts& fonts, const RunOptions& options) {
    return outcome_of(job, [&](Outcome& outcome) { run_into(outcome, job, fonts, options); });
}

Outcome check(const Job& job, const RunOptions& options) {
    return outcome_of(job, [&](Outcome& outcome) {
        const std::optional<Report> report = read_into(outcome, job, options);
        if (report && !stops(outcome.findings)) check_into(outcome.findings, *report, options);
        outcome.status = stops(outcome.findings) ? Status::refused : Status::accepted;
    });
}

}  // namespace nianbao
