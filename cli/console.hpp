// The command line as the commands' caller: what is said to people goes to standard error, what was asked for to standard output.
#pragma once

#include "command/arguments.hpp"
#include "command/caller.hpp"
#include "command/commands.hpp"
#include "command/json.hpp"

#include <cstdio>
#include <string_view>

/// Writes all of it to standard output. Throws nianbao::Failure where that fails.
void print(std::string_view text);

class Console final : public nianbao::Caller {
public:
    Console(const nianbao::Arguments& arguments, const nianbao::CommandText& command);

    /// The findings, each with its line, a caret and a hint; waived ones with their reason, but not with --quiet. Then why the machine failed. With --format
    /// json both wait for finish().
    void outcome(const nianbao::Outcome& outcome) override;
    void output(std::string_view bytes) override;
    void member(std::string_view name, std::string_view json) override;
    /// Nothing with --quiet or --format json.
    void say(std::string_view line) override;
    /// "12/300", rewritten in place; only on a terminal, and not with --quiet.
    void progress(std::size_t done, std::size_t all) override;
    std::string standard_input() override;
    bool on_screen() const override;

    /// With --format json: prints the answer.
    void finish() const;

private:
    void clear_progress() const;
    void tell(const nianbao::Finding& finding, const nianbao::Source& source) const;

    bool json_, quiet_, terminal_, color_;
    std::FILE* findings_;
    nianbao::JsonAnswer answer_;
};
