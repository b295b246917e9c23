// The command line's door: finds the command, and turns errors into a line and an exit
// code.
#include "command/commands.hpp"
#include "command/options/usage.hpp"
#include "command/remedies.hpp"
#include "console.hpp"
#include "nianbao/failure.hpp"
#include "parse.hpp"

#include <fmt/format.h>
#include <malloc.h>

#include <csignal>
#include <new>
#include <string>

namespace {

using nianbao::Usage;

/// `help`: where the usage of the command stands, once it is known.
int run(int count, const char* const* words, std::string& help) {
    if (count < 2) throw Usage("没有写子命令");
    const std::string_view first = words[1];
    if (first == "--version" || first == "-V" || first == "-v" || first == "version") {
        print("nianbao " NIANBAO_VERSION "\n");
        return nianbao::exit_clean;
    }
    const nianbao::CommandText& command =
        nianbao::command_named(first == "--help" || first == "-h" ? "help" : first);
    if (command.command != nianbao::Command::help) help += fmt::format(" {}", command.name);
    const bool bare = command.command == nianbao::Command::help &&
                      first != command.name;  // "nianbao --help": what follows is not looked at
    const nianbao::Arguments arguments =
        bare ? nianbao::Arguments{} : parse(command.command, count - 1, words + 1);
    if (arguments.help) {
        print(help_text(command));
        return nianbao::exit_clean;
    }
    Console console(arguments, command);
    const int exit = command.run(arguments, console);
    console.finish();
    if (const int signal = console.interrupted(); signal != 0) return 128 + signal;
    return exit;
}

int complain(const std::string& what, int exit) {
    to_people(fmt::format("nianbao: {}\n", what));
    return exit;
}

}  // namespace

int main(int count, char** words) {
#ifdef __GLIBC__
    // Every report needs fonts and files of some hundred kilobytes. Keeps the memory for
    // them instead of giving it back and asking for it again.
    ::mallopt(M_MMAP_THRESHOLD, 32 << 20);
    ::mallopt(M_TRIM_THRESHOLD, 64 << 20);
    ::mallopt(M_TOP_PAD, 1 << 20);
#endif
    std::signal(SIGXFSZ, SIG_IGN);  // a file over the size limit fails like a full disk
    std::string help = "nianbao help";
    try {
        return run(count, words, help);
    } catch (const Usage& usage) {
        return complain(fmt::format("{}\n用法见 {}", usage.what(), help), nianbao::exit_usage);
    } catch (const nianbao::Failure& failure) {
        const std::string options =
            nianbao::remedy_text(failure.remedies, nianbao::Command::render);
        return complain(failure.what() + (options.empty() ? "" : "\n" + options),
                        nianbao::exit_failed);
    } catch (const std::bad_alloc&) {
        return complain("内存不足", nianbao::exit_failed);
    }
}
