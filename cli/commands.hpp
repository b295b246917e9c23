// The subcommands. Each is given what stands after its name and returns the exit code; throws Usage, nianbao::Failure.
#pragma once

#include "options.hpp"

int run_render(const Arguments& arguments);
int run_convert(const Arguments& arguments);
int run_fonts(const Arguments& arguments);
int run_schema(const Arguments& arguments);
int run_help(const Arguments& arguments);

/// The help of one subcommand.
std::string help_text(const CommandText& command);
