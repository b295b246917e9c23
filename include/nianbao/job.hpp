// The whole line: makes a PDF file or another output of a data file, or lists what is
// wrong with it.
#pragma once

#include "nianbao/check.hpp"
#include "nianbao/evidence.hpp"
#include "nianbao/finding.hpp"
#include "nianbao/fonts.hpp"
#include "nianbao/output.hpp"
#include "nianbao/read.hpp"
#include "nianbao/report.hpp"

#include <atomic>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// One output of a job, and where it goes.
struct Target {
    const Output* output = nullptr;  // a row of outputs()
    std::filesystem::path place;     // empty: the bytes are returned in Made::bytes
};

/// One report, and the outputs to make of it.
struct Job {
    Input input;
    std::vector<Target> targets;
};

/// The steps of a job, in order. Typesetting is skipped if no output needs pages.
enum class Stage { read, check, compose, typeset, write };
inline constexpr int stages = 5;

/// Which rules run, what they look at, and what they stop.
struct CheckingOptions {
    bool off = false;    // run no rules
    bool force = false;  // make the outputs in spite of errors that the rules found
    std::vector<std::string> disabled = {};  // codes of rules that are not run
    /// Finds last year's report for the rules that need it. Called on many threads at
    /// once. What it points to must outlive the run. PreviousReports::find is such a
    /// function.
    std::function<Previous(const Report&)> previous = {};
    std::optional<Date> deadline = {};    // of publication; empty: as CheckOptions says
    std::vector<std::string> names = {};  // as CheckOptions has them
    /// Tells what else is wrong with a whole report. Called on many threads at once.
    std::function<std::vector<Finding>(const Report&)> also = {};
    bool evidence = false;  // Outcome::evidence is asked for
    bool figures = false;   // Outcome::figures is; `evidence` asks for it too
};

/// How pages are set.
struct LayoutOptions {
    /// Names and values for set_layout(), over those of the data file.
    std::vector<std::pair<std::string, std::string>> settings = {};
    bool show_grid = false;  // draw the grid and the boxes of the lines
    // Make the copy that goes up for signature (报送稿), with room for a seal and a field
    // for a digital signature; else the one to publish (发布稿).
    bool seal_room = false;
};

/// What the outputs carry, if their format can.
struct CarryOptions {
    std::optional<Date> date = {};  // of the outputs, if the report tells none
    // The report's data, written anew without comments, waivers and members; a PDF is
    // then PDF/A-3a.
    bool data = false;
    // What was found, in Word files: all but what is waived.
    Comments comments = Comments::none;
    std::string comments_by = "年报检查";  // an agency, or what checks; never a person
};

/// How a run of many jobs goes on, and which files it writes over.
struct BatchOptions {
    bool skip_unchanged = false;  // leave an output that stands as this run would make it
    unsigned threads = 0;         // 0: as many as there are cores
    const std::atomic<bool>* stop = nullptr;  // once it is true (a signal handler may set
                                              // it), no further job begins
    bool replace = false;                     // write over files even if may_replace() says no
};

struct RunOptions {
    CheckingOptions check = {};
    LayoutOptions layout = {};
    CarryOptions carry = {};
    BatchOptions batch = {};
    /// Called before each stage, on the thread that does the job. To end the job before
    /// anything is written, it throws something that is no std::exception, which reaches
    /// the caller.
    std::function<void(Stage)> entering = {};
};

enum class Status {
    written,     // every output was written
    unchanged,   // every output was there already and was left (skip_unchanged only)
    accepted,    // no errors in the data; no output was asked for
    refused,     // errors in the data, or another file in an output's place; nothing was
                 // written
    failed,      // the machine failed, see `failure`; only what `made` lists was written
    passed_over  // no data file, but in a folder of them; its finding says what it is
};

/// One output that was made, or was there already.
struct Made {
    const Output* output = nullptr;  // null: a data file
    std::filesystem::path place = {};
    bool unchanged = false;
    std::string bytes = {};  // if the target has no place
};

/// What became of a job.
struct Outcome {
    std::string name;
    Status status = Status::failed;
    std::vector<Made> made = {};         // in the order of the targets
    std::vector<Finding> findings = {};  // in the order of the file, each with its place
    Source source = {};                  // for the lines that the findings are about
    std::string failure = {};            // Chinese; Status::failed only
    std::string agency = {};             // the report's; empty if the file holds none
    int year = 0;                        // the report's; 0 if the file holds none
    std::optional<std::vector<Evidence>> evidence = {};  // of the prose, if it was asked for
    std::optional<FigureCount> figures = {};             // the same, counted
};

/// Reads, checks and composes one report, and makes its outputs. The machine's failures
/// are in the outcome, not thrown. Errors of the reader, unknown cell references and
/// characters that no face has always stop all outputs; errors of the rules stop them
/// unless `force` is set.
///
/// An output appears whole or not at all: it is written beside its place, synced, and
/// renamed over what was there (a symbolic link is replaced, not followed). All outputs
/// are written before the first is renamed. A file in an output's place that
/// may_replace() says no to is an error O-01, which stops all outputs unless `replace` is
/// set. A folder, pipe or device there is a failure.
///
/// With `skip_unchanged` the data is still read and checked, so that its findings are
/// reported. An output is left alone if it was made with `skip_unchanged` from the same
/// data, options and faces by the same version, and no byte of it has changed since. To
/// be recognised, a PDF then carries a digest. A PDF with findings of layout carries
/// none: it is made again, so that they are reported, and left alone if the bytes are the
/// same.
///
/// Jobs are independent: safe to call from many threads at once. Throws
/// std::invalid_argument, before anything is read, if a target has no output, if an
/// output is made from pages and no fonts were opened, if a disabled rule is none or if
/// the deadline is no day.
[[nodiscard]] Outcome run(const Job& job, const Fonts& fonts, const RunOptions& options = {});

/// True if nothing that a person wrote is lost when a file with these bytes is put into
/// the place: it is free, or holds a symbolic link, an empty file, the same bytes, or an
/// is_output(). For those who write what write() or merge() gave; run() asks by itself.
/// Also true for a folder, pipe or device, which write_whole_file() refuses.
[[nodiscard]] bool may_replace(const std::filesystem::path& place, std::string_view bytes);

/// Reads and checks a report, and makes nothing. The outcome is accepted or refused, or
/// failed if the file cannot be read. Needs no fonts, so it does not see characters that
/// no face has. Of the options it uses `check`, except `force`, and `entering`. Throws as
/// run() does for wrong options.
[[nodiscard]] Outcome check(const Input& input, const RunOptions& options = {});

/// Also sets the report with these fonts, so that it refuses what run() refuses. With a
/// Fonts() that opened none it is as without.
[[nodiscard]] Outcome check(const Input& input, const Fonts& fonts, const RunOptions& options = {});

}  // namespace nianbao
