// The command line's door: finds the command, and turns errors into a line and an exit
// code.
#include "command/commands.hpp"
#include "command/options/usage.hpp"
#include "command/remedies.hpp"
#include "command/run/dropped.hpp"
#include "console.hpp"
#include "nianbao/failure.hpp"
#include "parse.hpp"
#include "terminal.hpp"

#include <fmt/format.h>

#include <new>
#include <string>
#include <vector>

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

/// As run(), with errors told.
int run_and_tell(const std::vector<std::string>& words) {
    std::vector<const char*> all;
    for (const std::string& word : words) all.push_back(word.c_str());
    std::string help = "nianbao help";
    try {
        return run(static_cast<int>(all.size()), all.data(), help);
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

/// Makes reports of what was dropped on the program, and keeps what was told.
int run_dropped(const std::vector<std::string>& words, const std::vector<std::string>& dropped) {
    std::string told;
    keep_what_people_read(told);
    const int exit = run_and_tell(dropped);
    const std::string line = nianbao::keep_for_dropped(words, told, exit == nianbao::exit_clean);
    if (!line.empty()) to_people(line + "\n");
    wait_for_reader();
    return exit;
}

}  // namespace

int main(int count, char** given) {
    begin_process();
    const std::vector<std::string> words = command_line(count, given);
    if (has_own_window()) {
        if (const auto dropped = nianbao::words_for_dropped(words))
            return run_dropped(words, *dropped);
    }
    return run_and_tell(words);
}
