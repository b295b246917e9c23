// The command line as the caller of commands. What people read goes to standard error,
// what they asked for to standard output.
#pragma once

#include "command/caller.hpp"
#include "command/commands.hpp"
#include "command/json.hpp"
#include "command/options/arguments.hpp"
#include "interrupts.hpp"
#include "progress.hpp"
#include "terminal.hpp"

#include <optional>
#include <string>
#include <string_view>

/// Writes all of it to standard output. Throws nianbao::Failure if that fails.
void print(std::string_view text);

/// Writes it to standard error. Goes on if that fails, as there is nobody to tell.
void to_people(std::string_view text);

/// From here on what people read is kept too. `kept` outlives all that is written.
void keep_what_people_read(std::string& kept);

class Console final : public nianbao::Caller {
public:
    Console(const nianbao::Arguments& arguments, const nianbao::CommandText& command);

    /// From here on interrupts end the work after the files in hand. Shows a bar on a
    /// terminal, unless --quiet is given.
    void begin(std::size_t files) override;
    const std::atomic<bool>* stop() const override {
        return interrupts_ ? &interrupts_->mark() : nullptr;
    }
    /// Prints the findings, each with its line, a caret and a hint, and then why the
    /// machine failed. Of several files, advice is left out. Waived findings have their
    /// reason, and are left out with --quiet; all are with --summary. With --format json
    /// everything goes into the answer, which is printed as it grows once the work has
    /// begun; with csv, findings are lines.
    void outcome(const nianbao::Outcome& outcome) override;
    void output(std::string_view bytes) override;
    void member(std::string_view name, std::string_view json) override;
    /// Prints a line, unless --quiet or --format json is given.
    void say(std::string_view line) override;
    void progress(std::size_t done, std::size_t all) override;
    std::string standard_input() override;
    bool on_screen() const override;

    /// With --format json: prints the answer, or the rest of it.
    void finish() const;
    /// The signal that stopped the work; 0: none.
    int interrupted() const { return interrupts_ ? interrupts_->signal() : 0; }

private:
    void tell(const nianbao::Finding& finding, const nianbao::Source& source) const;

    nianbao::Command command_;
    bool json_, csv_, summary_, quiet_, terminal_, color_;
    bool csv_begun_ = false;
    bool batch_ = false;
    Progress progress_;
    std::optional<Interrupts> interrupts_;
    Stream findings_;
    nianbao::JsonAnswer answer_;
};
