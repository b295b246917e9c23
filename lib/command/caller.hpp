// Who called a command: whom it tells what came out, and where its standard input comes
// from. Each door has its own.
#pragma once

#include "nianbao/job.hpp"

#include <atomic>
#include <cstddef>
#include <string>
#include <string_view>

namespace nianbao {

class Caller {
public:
    virtual ~Caller() = default;

    /// The work on so many files begins.
    virtual void begin(std::size_t) {}
    /// What became of one file: its findings, and why the machine failed on it. In the
    /// order of the files, each as soon as it is known.
    virtual void outcome(const Outcome& outcome) = 0;
    /// What the command was asked for, if no file is named for it: a schema, a list of
    /// fonts, a PDF for standard output.
    virtual void output(std::string_view bytes) = 0;
    /// The same for programs: a member of the JSON answer beside "files". `json` is JSON
    /// text. REQUIRES: Arguments::json.
    virtual void member(std::string_view name, std::string_view json) = 0;
    /// What such a member says, for people: a caller takes it whose answer has both.
    virtual void text(std::string_view) {}
    /// A line for people about how it goes on, Chinese, without its line end: 已生成 ….
    virtual void say(std::string_view line) = 0;
    /// So many of the files are done.
    virtual void progress(std::size_t done, std::size_t all) = 0;

    /// The whole standard input. Throws Usage if there is none, Failure if it
    /// cannot be read.
    virtual std::string standard_input() = 0;
    /// True if output() goes to a screen.
    virtual bool on_screen() const = 0;
    /// Becomes true when no further file is to be begun: the caller was interrupted, or
    /// has cancelled. Null: never.
    virtual const std::atomic<bool>* stop() const { return nullptr; }
    /// The faces to set with: found as the options say, or those that the caller has
    /// open. Throws Failure.
    virtual Fonts fonts(const FontOptions& options) { return Fonts::open(options); }

protected:
    Caller() = default;
    Caller(const Caller&) = default;
    Caller& operator=(const Caller&) = default;
};

}  // namespace nianbao
