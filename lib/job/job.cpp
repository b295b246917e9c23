// The passes of the line: read, check, compose, make.
#include "nianbao/job.hpp"
#include "file/path_text.hpp"

#include "check/part.hpp"
#include "data/report_from_values.hpp"
#include "data/values.hpp"
#include "file/reading.hpp"
#include "job/attachment.hpp"
#include "job/findings.hpp"
#include "job/passes.hpp"
#include "job/replacing.hpp"
#include "job/review_rules.hpp"
#include "job/standing.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/review.hpp"
#include "nianbao/whole_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace nianbao {
namespace {

void enter(Stage stage, const Line& line) {
    if (line.options.entering) line.options.entering(stage);
}

CheckOptions options_of(Line& line, const Report& report) {
    const CheckingOptions& options = line.options.check;
    CheckOptions rules{.disabled = options.disabled, .deadline = options.deadline};
    rules.speech = data::speech_of(line.outcome.source);
    rules.file = utf8(line.job.input.file.filename());
    rules.names = options.names;
    if (options.previous && !report.agency.empty()) {
        Previous found = options.previous(report);
        line.previous = std::move(found.report);
        rules.previous = line.previous.get();
        rules.no_previous = std::move(found.none);
    }
    return rules;
}

/// The rules look at what could be read.
void check_rest(Line& line, const data::PartOfReport& part) {
    add(line.outcome.findings,
        check_part(part.report, part.unread, line.outcome.findings, options_of(line, part.report)));
}

/// The data file becomes a report. False if it is none, or has a mistake.
bool read(Line& line) {
    enter(Stage::read, line);
    std::optional<data::PartOfReport> part;
    Reading reading = data::read_in_part(line.job.input, part);
    line.outcome.source = std::move(reading.source);
    line.outcome.findings = std::move(reading.findings);
    line.report = std::move(reading.report);
    if (line.report || part) {
        const Report& known = line.report ? *line.report : part->report;
        line.outcome.agency = known.agency;
        line.outcome.year = known.year;
    }
    if (part && !line.options.check.off) check_rest(line, *part);
    return line.report && !stops(line.outcome.findings);
}

/// The rules look at the report. False if it cannot be composed.
bool check(Line& line) {
    enter(Stage::check, line);
    std::vector<Finding>& findings = line.outcome.findings;
    std::vector<Finding> references =
        check_references(*line.report, data::speech_of(line.outcome.source));
    const bool composable = !stops(references);
    add(findings, std::move(references));
    const CheckingOptions& options = line.options.check;
    if (!options.off) {
        if (line.look) line.look(*line.report);
        const CheckOptions rules = options_of(line, *line.report);
        if (options.evidence || options.figures) {
            Examination both = examine(*line.report, rules);
            add(findings, std::move(both.findings));
            line.outcome.figures = count_of(both.evidence);
            if (options.evidence) line.outcome.evidence = std::move(both.evidence);
        } else {
            add(findings, nianbao::check(*line.report, rules));
        }
        if (options.also) add(findings, options.also(*line.report));
    }
    line.refused = stops(findings) && !options.force;
    return composable;
}

bool needed(const Line& line, const Standing& standing, From from) {
    for (std::size_t i = 0; i < line.job.targets.size(); ++i) {
        if (!standing.has(i) && line.job.targets[i].output->from >= from) return true;
    }
    return false;
}

/// The report becomes a document.
void compose(Line& line) {
    enter(Stage::compose, line);
    line.document = nianbao::compose(*line.report);
    if (!line.document->metadata.date) line.document->metadata.date = line.options.carry.date;
}

/// The document is set on pages.
void typeset(Line& line) {
    enter(Stage::typeset, line);
    Layout layout = line.report->layout;
    for (const auto& [name, value] : line.options.layout.settings) {
        if (auto wrong = set_layout(layout, name, value)) throw Failure(*wrong);
    }
    layout.show_grid = line.options.layout.show_grid;
    layout.seal_room = line.options.layout.seal_room;
    line.pages = nianbao::typeset(*line.document, line.fonts, layout);
    add(line.outcome.findings, line.pages->findings);
}

/// True if a character that no face has stops the outputs.
bool stopped_by_layout(const Line& line) {
    const auto offered = [](const Target& target) { return target.output->offered; };
    return line.pages && stops(line.pages->findings) &&
           std::any_of(line.job.targets.begin(), line.job.targets.end(), offered);
}

/// The name of the PDF that the job puts into the same folder; empty if it makes none.
std::string pdf_beside(const Target& own, const std::vector<Target>& targets) {
    for (const Target& target : targets) {
        if (target.output->name == "pdf" && !target.place.empty() && !own.place.empty() &&
            target.place.parent_path() == own.place.parent_path())
            return utf8(target.place.filename());
    }
    return {};
}

/// Every output that does not stand is written.
void make(Line& line, const Standing& standing) {
    enter(Stage::write, line);
    Stages stages{*line.report};
    if (line.document) stages.document = &*line.document;
    if (line.pages) stages.pages = &*line.pages;
    stages.fonts = &line.fonts;
    if (line.options.carry.data)
        stages.data = attachment_of(line.job.input, line.outcome.source, *line.report);
    stages.comments = line.options.carry.comments;
    stages.comments_by = line.options.carry.comments_by;
    stages.findings = &line.outcome.findings;
    if (line.outcome.figures) stages.figures = &*line.outcome.figures;
    line.outcome.status = line.job.targets.empty() ? Status::accepted : Status::unchanged;
    for (std::size_t i = 0; i < line.job.targets.size(); ++i) {
        const Target& target = line.job.targets[i];
        Made made{target.output, target.place, true, {}};
        if (!standing.has(i)) {
            stages.seal = standing.blank_seal(i);
            stages.pdf = pdf_beside(target, line.job.targets);
            made.bytes = target.output->write(stages);
            standing.seal(i, made.bytes);
            made.unchanged = standing.holds(i, made.bytes);
            if (made.unchanged) made.bytes.clear();
            else line.outcome.status = Status::written;
        }
        line.outcome.made.push_back(std::move(made));
    }
}

/// A file that somebody may need stops them all.
void leave_others(Line& line) {
    if (line.options.batch.replace) return;
    std::vector<Finding> in_the_way;
    for (const Made& made : line.outcome.made) {
        const bool written = !made.unchanged && !made.place.empty();
        if (written && !may_replace(made.place, made.bytes))
            in_the_way.push_back(not_replaced(made.place));
    }
    if (in_the_way.empty()) return;
    add(line.outcome.findings, std::move(in_the_way));
    line.outcome.made.clear();
    line.outcome.status = Status::refused;
}

/// True of a rule that this run need not have asked: a tick for it may be right.
bool may_not_have_run(const ReviewMark& mark) {
    const auto rules = check_rules();
    return std::any_of(rules.begin(), rules.end(), [&](const CheckRule& rule) {
        return rule.code == mark.rule && rule.needs != Needs::nothing;
    });
}

/// What a second reader ticked is put beside what the rules told.
void put_reviews(Line& line) {
    if (!line.report || line.job.input.bytes || line.job.input.file.empty()) return;
    const std::filesystem::path file = review_file_of(line.job.input.file);
    const std::optional<std::string> json = content_of(file);
    if (!json) return;
    ReviewRecord record = read_review(*json, utf8(file));
    auto* evidence = line.outcome.evidence ? &*line.outcome.evidence : nullptr;
    std::vector<Evidence> figures;
    if (evidence == nullptr) evidence = &(figures = nianbao::evidence(*line.report));
    for (std::size_t i = 0; i < record.marks.size(); ++i) {
        const ReviewMark& mark = record.marks[i];
        if (apply_review(mark, *line.report, line.outcome.findings, evidence) ||
            may_not_have_run(mark))
            continue;
        Finding unused;
        unused.severity = Severity::advice;
        unused.rule = review_rule("K-02");
        unused.place = record.places[i];
        unused.message = fmt::format("核对记录没有用上：{}“{}”没有{}", mark.field, mark.quote,
                                     mark.rule.empty() ? "数字" : " " + mark.rule + " 的问题");
        record.findings.push_back(std::move(unused));
    }
    if (line.outcome.figures) {
        line.outcome.figures->reviewed = static_cast<int>(
            std::count_if(evidence->begin(), evidence->end(),
                          [](const Evidence& one) { return !one.reviewed.empty(); }));
    }
    add(line.outcome.findings, std::move(record.findings));
}

void leave_all(Line& line) {
    line.outcome.status = Status::unchanged;
    for (const auto& [output, place] : line.job.targets)
        line.outcome.made.push_back({output, place, true, {}});
}

}  // namespace

void run_along(Line& line) {
    line.outcome.status = Status::refused;
    for (const Target& target : line.job.targets) {
        if (!target.place.empty()) refuse_special_file(target.place);
    }
    if (!read(line) || !check(line)) return;
    const Standing standing(line);
    if (standing.all()) return leave_all(line);

    if (needed(line, standing, From::document)) compose(line);
    if (needed(line, standing, From::pages)) typeset(line);
    if (line.refused || stopped_by_layout(line)) return;
    make(line, standing);
    leave_others(line);
}

void check_along(Line& line) {
    if (read(line) && check(line) && !line.fonts.none()) {
        compose(line);
        typeset(line);
    }
    put_reviews(line);
    line.outcome.status = stops(line.outcome.findings) ? Status::refused : Status::accepted;
}

std::string name_of(const Input& input) {
    return input.name.empty() ? utf8(input.file) : input.name;
}

}  // namespace nianbao
