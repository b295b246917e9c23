#include "nianbao/job.hpp"

#include "job/findings.hpp"
#include "job/made.hpp"
#include "job/seal.hpp"
#include "nianbao/check.hpp"
#include "nianbao/document.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/pages.hpp"
#include "nianbao/pdf.hpp"
#include "nianbao/whole_file.hpp"

#include <fmt/format.h>

#include <new>
#include <set>
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
bool check_into(Outcome& outcome, const Report& report, const RunOptions& options) {
    enter(Stage::check, options);
    std::vector<Finding>& findings = outcome.findings;
    std::vector<Finding> references = check_references(report);
    const bool composable = !stops(references);
    add(findings, std::move(references));
    if (options.no_check) return composable;
    outcome.sketch = sketch(report);
    CheckOptions check_options{.disabled = options.disabled, .deadline = options.deadline};
    if (options.previous != nullptr) {
        PreviousReports::Found found = options.previous->find(report);
        check_options.previous = found.report;
        check_options.no_previous = std::move(found.no_previous);
    }
    add(findings, check(report, check_options));
    return composable;
}

/// The data file, as the PDF carries it. Its name has no folder; standard input has none, so it is called after its format.
Attachment attachment_of(const Job& job, const Source& source) {
    const bool json = job.bytes ? job.format == Format::json : format_of(job.input) == Format::json;
    std::string name = job.input.filename().string();
    if (name.empty()) name = json ? "data.json" : "data.yaml";
    return {std::move(name), json ? "application/json" : "application/yaml", source.bytes()};
}

/// The PDF or the text of a stage. Empty, and the outcome's status set, where a finding stops it or the output stands already. Where a finding stops it the
/// line goes on all the same as far as it can, so that all mistakes are told at once.
std::optional<std::string> product_of(Outcome& outcome, const Job& job, const Report& report, const Fonts& fonts, const RunOptions& options) {
    std::vector<Finding>& findings = outcome.findings;
    outcome.status = Status::refused;
    if (!check_into(outcome, report, options)) return std::nullopt;
    const bool refused = stops(findings) && !options.force;

    PdfOptions pdf_options;
    if (options.attach_data) pdf_options.attachment = attachment_of(job, outcome.source);
    std::string inputs;  // empty: the PDF is not sealed
    if (options.skip_unchanged && options.product == Product::pdf && !job.output.empty() && !refused) {
        inputs = inputs_digest(outcome.source.bytes(), pdf_options.attachment ? pdf_options.attachment->name : "", fonts, options);
        if (is_sealed(job.output, inputs)) {
            outcome.status = Status::unchanged;
            return std::nullopt;
        }
    }

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
    if (!document.findings.empty() || !pages.findings.empty()) inputs.clear();  // they are told again the next time
    if (!inputs.empty()) pdf_options.seal = blank_seal();
    std::string pdf = write_pdf(pages, fonts, pdf_options);
    if (!inputs.empty()) seal(pdf, inputs);
    return pdf;
}

/// `write` gets the bytes, where they are to stand in a file that does not hold them yet.
template <typename Write>
void run_into(Outcome& outcome, const Job& job, const Fonts& fonts, const RunOptions& options, Write write) {
    if (!job.output.empty()) refuse_special_file(job.output);
    const std::optional<Report> report = read_into(outcome, job, options);

    outcome.status = Status::refused;
    if (!report || stops(outcome.findings)) return;
    std::optional<std::string> made = product_of(outcome, job, *report, fonts, options);
    if (!made) return;
    if (options.skip_unchanged && !job.output.empty() && content_of(job.output) == *made) {
        outcome.status = Status::unchanged;
        return;
    }
    if (job.output.empty()) {
        outcome.bytes = std::move(*made);
    } else {
        write(std::move(*made));
    }
    outcome.status = Status::written;
}

/// Does the work of an outcome: the machine's failures are told in it.
template <typename Work>
void work_on(Outcome& outcome, Work work) {
    try {
        work();
    } catch (const Failure& failure) {
        outcome.status = Status::failed;
        outcome.failure = failure.what();
    } catch (const std::bad_alloc&) {
        outcome.status = Status::failed;
        outcome.failure = fmt::format("{}：内存不足", outcome.name);
    } catch (const std::exception& error) {
        // A fault of this program: one report is lost by it, not the batch.
        outcome.status = Status::failed;
        outcome.failure = fmt::format("{}：程序内部出错：{}", outcome.name, error.what());
    }
}

template <typename Work>
Outcome outcome_of(const Job& job, Work work) {
    Outcome outcome;
    outcome.name = job.name;
    outcome.output = job.output;
    work_on(outcome, [&] { work(outcome); });
    locate(outcome.findings, outcome.source);
    return outcome;
}

}  // namespace

Outcome run(const Job& job, const Fonts& fonts, const RunOptions& options) {
    return outcome_of(
        job, [&](Outcome& outcome) { run_into(outcome, job, fonts, options, [&](const std::string& bytes) { write_whole_file(job.output, bytes); }); });
}

Made make(const Job& job, const Fonts& fonts, const RunOptions& options, std::optional<SignalsHeld>& held) {
    Made made;
    made.outcome = outcome_of(job, [&](Outcome& outcome) {
        run_into(outcome, job, fonts, options, [&](std::string bytes) {
            if (!held) held.emplace(interrupts());
            auto file = std::make_unique<TemporaryFile>(job.output);
            if (file->write(bytes) == 0) {
                file->begin_sync();
                made.file = std::move(file);
            }
            made.bytes = std::move(bytes);
        });
    });
    return made;
}

void put_in_place(std::span<Made> made) {
    std::set<std::filesystem::path> folders;
    for (Made& one : made) {
        if (one.file && one.file->into_place() == 0) {
            folders.insert(one.outcome.output.parent_path());
            one.bytes.clear();
        }
        one.file.reset();
    }
    for (const std::filesystem::path& folder : folders) sync_folder(folder);
    for (Made& one : made) {
        if (!one.bytes.empty()) work_on(one.outcome, [&] { write_whole_file(one.outcome.output, one.bytes); });
    }
}

void hold_against(Outcome& outcome, Neighbours& neighbours, const RunOptions& options) {
    if (!outcome.sketch) return;
    add(outcome.findings, neighbours.add(*outcome.sketch, options.disabled));
    locate(outcome.findings, outcome.source);
}

Outcome check(const Job& job, const RunOptions& options) {
    return outcome_of(job, [&](Outcome& outcome) {
        const std::optional<Report> report = read_into(outcome, job, options);
        if (report && !stops(outcome.findings)) check_into(outcome, *report, options);
        outcome.status = stops(outcome.findings) ? Status::refused : Status::accepted;
    });
}

}  // namespace nianbao
