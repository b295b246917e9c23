// The command line's door: finds the command, and turns what went wrong into a line and an exit code.
#include "command/commands.hpp"
#include "command/usage.hpp"
#include "console.hpp"
#include "nianbao/failure.hpp"
#include "parse.hpp"

#include <fmt/format.h>
#include <malloc.h>

#include <csignal>
#include <new>

namespace {

using nianbao::Usage;

int run(int count, const char* const* words) {
    if (count < 2) throw Usage("没有写子命令");
    const std::string_view first = words[1];
    if (first == "--version") {
        print("nianbao " NIANBAO_VERSION "\n");
        return nianbao::exit_clean;
    }
    const nianbao::CommandText& command = nianbao::command_named(first == "--help" || first == "-h" ? "help" : first);
    const bool bare = command.command == nianbao::Command::help && first != command.name;  // "nianbao --help": what follows is not looked at
    const nianbao::Arguments arguments = bare ? nianbao::Arguments{} : parse(command.command, count - 1, words + 1);
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

int complain(std::string_view what, int exit) {
    to_people(fmt::format("nianbao: {}\n", what));
    if (exit == nianbao::exit_usage) to_people("用法见 nianbao help\n");
    return exit;
}

}  // namespace

int main(int count, char** words) {
#ifdef __GLIBC__
    // Fonts and files of some hundred kilobytes are made for every report: the memory for them is kept instead of being given back and asked for again.
    ::mallopt(M_MMAP_THRESHOLD, 32 << 20);
    ::mallopt(M_TRIM_THRESHOLD, 64 << 20);
    ::mallopt(M_TOP_PAD, 1 << 20);
#endif
    std::signal(SIGXFSZ, SIG_IGN);  // a file that grows over the limit is an error like a full disk
    try {
        return run(count, words);
    } catch (const Usage& usage) {
        return complain(usage.what(), nianbao::exit_usage);
    } catch (const nianbao::Failure& failure) {
        return complain(failure.what(), nianbao::exit_failed);
    } catch (const std::bad_alloc&) {
        return complain("内存不足", nianbao::exit_failed);
    }
}
