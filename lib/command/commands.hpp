// The commands: one table, which both doors run and explain from.
#pragma once

#include "command/caller.hpp"
#include "command/options/arguments.hpp"

#include <span>
#include <string>
#include <string_view>

namespace nianbao {

/// A bit each: an option belongs to several.
enum class Command : unsigned {
    render = 1,
    fonts = 2,
    help = 4,
    convert = 8,
    schema = 16,
    check = 32,
    rules = 64,
    merge = 128,
    new_report = 256,
    diff = 512,
    fix = 1024,
    review = 2048,
    import_report = 4096,
    verify = 8192,
    revise = 16384,
    collect = 32768
};

/// A command as it is called and as its help tells it.
struct CommandText {
    Command command;
    std::string_view name;
    std::string_view synopsis;  // after the name
    std::string_view says;      // in one line
    std::string_view details;   // below its options
    /// Does it, and tells the caller. Answers an Exit. Throws Usage, Failure.
    int (*run)(const Arguments&, Caller&);
    bool findings_are_its_output = false;  // they go to standard output, not to standard error
};

std::span<const CommandText> commands();
/// Throws Usage, with the nearest name, if there is no such command.
const CommandText& command_named(std::string_view name);

/// The help of one command.
std::string help_text(const CommandText& command);

int run_render(const Arguments& arguments, Caller& caller);
int run_check(const Arguments& arguments, Caller& caller);
/// The same with --publish. REQUIRES: arguments.publish.
int run_publish(const Arguments& arguments, Caller& caller);
int run_review(const Arguments& arguments, Caller& caller);
int run_fix(const Arguments& arguments, Caller& caller);
int run_diff(const Arguments& arguments, Caller& caller);
int run_new(const Arguments& arguments, Caller& caller);
int run_merge(const Arguments& arguments, Caller& caller);
int run_collect(const Arguments& arguments, Caller& caller);
int run_convert(const Arguments& arguments, Caller& caller);
int run_verify(const Arguments& arguments, Caller& caller);
int run_import(const Arguments& arguments, Caller& caller);
int run_revise(const Arguments& arguments, Caller& caller);
int run_fonts(const Arguments& arguments, Caller& caller);
int run_rules(const Arguments& arguments, Caller& caller);
int run_schema(const Arguments& arguments, Caller& caller);
int run_help(const Arguments& arguments, Caller& caller);

}  // namespace nianbao
