// The command line as the commands' caller: what is said to people goes to standard error, what was asked for to standard output.
#pragma once

#include "command/arguments.hpp"
#include "command/caller.hpp"
#include "command/commands.hpp"
#include "command/json.hpp"
#include "interrupts.hpp"
#include "progress.hpp"

#include <cstdio>
#include <optional>
#include <string_view>

/// Writes all of it to standard output. Throws nianbao::Failure where that fails.
void print(std::string_view text);

/// Writes it to standard error. Where that fails there is nobody to be told: the work goes on.
void to_people(std::string_view text);

class Console final : public nianbao::Caller {
public:
    Console(const nianbao::Arguments& arguments, const nianbao::CommandText& command);

    /// Interrupts end the work after the files in hand from here on; shows a bar on a terminal, but not with --quiet.
    void begin(std::size_t files) override;
    const std::atomic<bool>* stop() const override { return interrupts_ ? &interrupts_->mark() : nullptr; }
    /// The findings, each with its line, a caret and a hint; waived ones with their reason, but not with --quiet. Then why the machine failed. With --format
    /// json both go into the answer, which is printed as it grows once the work has begun.
    void outcome(const nianbao::Outcome& outcome) override;
    void output(std::string_view bytes) override;
    void member(std::string_view name, std::string_view json) override;
    /// Nothing with --quiet or --format json.
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

    bool json_, quiet_, terminal_, color_;
    Progress progress_;
    std::optional<Interrupts> interrupts_;
    std::FILE* findings_;
    nianbao::JsonAnswer answer_;
};
