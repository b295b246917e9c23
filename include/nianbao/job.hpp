// The whole line: a data file becomes a PDF file, or a list of what is wrong with it.
#pragma once

#include "nianbao/finding.hpp"
#include "nianbao/fonts.hpp"
#include "nianbao/neighbours.hpp"
#include "nianbao/previous.hpp"
#include "nianbao/read.hpp"
#include "nianbao/report.hpp"

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// One report to be made: where its data is, and where its PDF goes.
struct Job {
    std::string name;                  // stands in places and messages
    std::filesystem::path input;       // read where `bytes` is empty
    std::optional<std::string> bytes;  // the data itself, in `format`
    Format format = Format::yaml;      // of `bytes`; a file's is told by its name
    std::filesystem::path output;      // empty: the PDF is handed back in Outcome::bytes
};

/// How far the line goes: to the PDF, or only to the readable text of a stage before it.
enum class Product { pdf, document, pages };

/// The steps of a job, in their order.
enum class Stage { read, check, compose, typeset, write };
inline constexpr int stages = 5;

struct RunOptions {
    bool force = false;                                       // write the PDF in spite of errors that the rules found
    bool no_check = false;                                    // do not run the rules at all
    std::vector<std::string> disabled;                        // codes of rules that are not run
    const PreviousReports* previous = nullptr;                // last year's, for the rules that need it; outlives the run
    std::optional<Date> deadline = {};                        // of publication; empty: as CheckOptions says
    std::vector<std::pair<std::string, std::string>> layout;  // names and values for set_layout(), over those of the data file
    bool show_grid = false;                                   // draw the grid and the boxes of the lines
    std::optional<Date> date;                                 // of the PDF, where the report is not signed
    Product product = Product::pdf;
    bool skip_unchanged = false;              // leave an output that stands as this run would make it
    unsigned threads = 0;                     // of a run of many jobs; 0: as many as there are cores
    const std::atomic<bool>* stop = nullptr;  // when it becomes true (a signal handler may set it), no further job is begun
    bool attach_data = false;                 // the PDF carries the data file, byte for byte, under its name, and is PDF/A-3a
    /// Called before each stage, on the thread that does the job. What it throws, where that is no std::exception, ends the job before anything is written,
    /// and is passed on.
    std::function<void(Stage)> entering;
};

enum class Status {
    written,    // the output is there, whole
    unchanged,  // it was there already, whole, and was left; with skip_unchanged only
    accepted,   // no error in the data; nothing was to be written
    refused,    // errors in the data; nothing was written
    failed      // the machine failed, see `failure`; nothing was written
};

/// What became of a job.
struct Outcome {
    std::string name;
    std::filesystem::path output;
    Status status = Status::failed;
    std::vector<Finding> findings;       // in the order of the file, each with its place
    Source source;                       // for the lines that the findings are about
    std::optional<ReportSketch> sketch;  // for the run's other reports, where the rules were run
    std::string bytes;                   // the PDF or text, where Job::output is empty
    std::string failure;                 // Chinese; of Status::failed only
};

/// Reads, checks, composes, typesets and writes one report. The machine's failures are in the outcome, not thrown.
/// What the reader refuses, an unknown cell reference and a character that no face has stop it always, what the rules find only without `force`.
/// The output appears whole or not at all: written beside its place, synced, renamed over what was there (a symbolic link is replaced, not followed).
/// With `skip_unchanged` the data is read and checked as always, so that its findings are told, but nothing is typeset where the PDF in the output's place was
/// made, with `skip_unchanged`, from the same data, options and faces by the same version, and not a byte of it has changed since. To be known again, a PDF
/// then carries a digest; one with findings of layout carries none: it is made again, so that they are told, and left where the bytes come out the same. A
/// folder, pipe or device in the output's place is a failure. Jobs are independent of each other: safe from many threads at once.
Outcome run(const Job& job, const Fonts& fonts, const RunOptions& options = {});

/// Adds to an outcome what its report is found to have in common with those before it (Y-04, T2-04). To be called in the order of the jobs; run() of several
/// jobs does it.
void hold_against(Outcome& outcome, Neighbours& neighbours, const RunOptions& options);

/// Reads and checks a report, and makes nothing: the outcome is accepted or refused, or failed where the file cannot be read. Needs no fonts, so it does not
/// see characters that no face has. Of the options it heeds those of the rules, and `entering`.
Outcome check(const Job& job, const RunOptions& options = {});

/// Runs every job, on several threads; a bad one stops none. `done` gets the outcomes in the order of the jobs, on the calling thread, each as soon as it and
/// those before it are known: few wait, however many the jobs are. An outcome's file is in its place by then: a thread puts a few there together. Files
/// and outcomes are the same for any number of threads. Answers how many jobs were done: all, or with `stop` those from the first on that were begun before it.
/// Where `done` throws, the jobs in hand are finished first.
std::size_t run(std::span<const Job> jobs, const Fonts& fonts, const RunOptions& options, const std::function<void(Outcome)>& done);

/// Checks every job in the same way.
std::size_t check(std::span<const Job> jobs, const RunOptions& options, const std::function<void(Outcome)>& done);

/// The same for so many jobs that need not all be kept: `job` makes that of a number from 0 on, more than once, on several threads at a time.
std::size_t run(std::size_t count, const std::function<Job(std::size_t)>& job, const Fonts& fonts, const RunOptions& options,
                const std::function<void(Outcome)>& done);
std::size_t check(std::size_t count, const std::function<Job(std::size_t)>& job, const RunOptions& options, const std::function<void(Outcome)>& done);

}  // namespace nianbao
