// The options of the command line: one table, from which they are parsed and explained.
#pragma once

#include "nianbao/fonts.hpp"
#include "nianbao/job.hpp"
#include "nianbao/write.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

enum class When { automatic, always, never };

/// What the command line asked for.
struct Arguments {
    std::vector<std::string> files;
    std::optional<std::string> output;
    nianbao::RunOptions run;
    nianbao::FontOptions fonts;
    nianbao::Keys keys = nianbao::Keys::english;
    bool strict = false;
    bool json = false;
    bool quiet = false;
    bool help = false;
    When color = When::automatic;
};

enum class Command : unsigned { render = 1, fonts = 2, help = 4, convert = 8, schema = 16 };

/// A subcommand as its help tells it. `main.cpp` runs it.
struct CommandText {
    Command command;
    std::string_view name;
    std::string_view synopsis;  // after the name
    std::string_view says;      // in one line
    std::string_view details;   // below its options
};

std::span<const CommandText> commands();
/// Throws Usage, with the nearest name, where there is no such subcommand.
const CommandText& command_named(std::string_view name);

/// Parses what stands after the subcommand. Throws Usage.
Arguments parse(Command command, int count, const char* const* words);

/// The explanations of a subcommand's options, a line each.
std::string option_help(Command command);
