// The options of the commands: one table, from which the command line and the JSON job
// are read, and from which they are explained.
#pragma once

#include "command/commands.hpp"
#include "command/options/arguments.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// One option: how it is written, which commands have it, what it does.
struct Option {
    std::string_view name;
    char letter;                // 0: none
    std::string_view argument;  // empty: a switch; "[=list]": a switch that may have a value
    bool repeats;
    unsigned commands;      // bits of Command
    std::string_view says;  // {outputs}, {endings}: see says()
    /// Throws Usage if the value is wrong.
    void (*set)(Arguments&, const std::string& value);
};

/// True for an option that must have a value.
constexpr bool needs_value(const Option& option) {
    return !option.argument.empty() && option.argument.front() != '[';
}

/// True for one that may have one, behind an equals sign.
constexpr bool may_have_value(const Option& option) {
    return !option.argument.empty() && !needs_value(option);
}

/// The options of a command, in the order of its help.
std::vector<const Option*> options_of(Command command);

/// Null if the command has no such option.
const Option* option_named(Command command, std::string_view name);

/// What no single option can see: those that exclude each other. Throws Usage.
void check_together(const Arguments& arguments);

/// What the option does. {outputs} and {endings} become the names and endings of the
/// outputs that are offered.
std::string says(const Option& option);

/// The explanations of a command's options, a line each.
std::string option_help(Command command);

}  // namespace nianbao
