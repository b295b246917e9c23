// The command line's door: finds the subcommand, and turns what went wrong into a line and an exit code.
#include "commands.hpp"
#include "console.hpp"
#include "nianbao/failure.hpp"
#include "usage.hpp"

#include <fmt/format.h>

#include <new>

namespace {

int run(const CommandText& command, const Arguments& arguments) {
    if (arguments.help) {
        print(help_text(command));
        return exit_clean;
    }
    switch (command.command) {
        case Command::render:
            return run_render(arguments);
        case Command::fonts:
            return run_fonts(arguments);
        case Command::convert:
            return run_convert(arguments);
        case Command::schema:
            return run_schema(arguments);
        case Command::help:
            return run_help(arguments);
    }
    return exit_usage;
}

int run(int count, const char* const* words) {
    if (count < 2) throw Usage("没有写子命令");
    const std::string_view first = words[1];
    if (first == "--version") {
        print("nianbao " NIANBAO_VERSION "\n");
        return exit_clean;
    }
    if (first == "--help" || first == "-h") return run_help({});
    const CommandText& command = command_named(first);
    return run(command, parse(command.command, count - 1, words + 1));
}

int complain(std::string_view what, int exit) {
    fmt::print(stderr, "nianbao: {}\n", what);
    if (exit == exit_usage) fmt::print(stderr, "用法见 nianbao help\n");
    return exit;
}

}  // namespace

int main(int count, char** words) {
    try {
        return run(count, words);
    } catch (const Usage& usage) {
        return complain(usage.what(), exit_usage);
    } catch (const nianbao::Failure& failure) {
        return complain(failure.what(), exit_failed);
    } catch (const std::bad_alloc&) {
        return complain("内存不足", exit_failed);
    }
}
