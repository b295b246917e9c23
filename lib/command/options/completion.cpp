#include "command/commands.hpp"
#include "command/options/manual.hpp"
#include "command/options/options.hpp"
#include "nianbao/check.hpp"
#include "report/fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace nianbao {
namespace {

/// The values, if they are a list of words: "text json", the rules'
/// codes. Empty if they are anything else.
std::string words_for(std::string_view argument) {
    std::string words(argument);
    if (argument == "RULE") {
        words.clear();
        for (const CheckRule& rule : check_rules())
            words += fmt::format("{}{}", words.empty() ? "" : " ", rule.code);
        return words;
    }
    if (argument == "KIND") {
        words.clear();
        for (const auto& kind : kinds)
            words += fmt::format("{}{}", words.empty() ? "" : " ", kind.key);
        return words;
    }
    if (argument.starts_with("OUTPUT")) {
        words.clear();
        for (const Output& output : outputs()) {
            if (output.offered) words += fmt::format("{}{}", words.empty() ? "" : " ", output.name);
        }
        return words;
    }
    if (std::any_of(words.begin(), words.end(),
                    [](char c) { return (c < 'a' || c > 'z') && c != '|'; }))
        return "";
    std::replace(words.begin(), words.end(), '|', ' ');
    return words;
}

/// What stands after the command's name without a dash.
std::string operands_of(const CommandText& command) {
    if (command.synopsis.find("COMMAND") != command.synopsis.npos) {
        std::string names;
        for (const CommandText& other : commands())
            names += fmt::format("{}{}", names.empty() ? "" : " ", other.name);
        return names;
    }
    return command.synopsis.find("RULE") != command.synopsis.npos ? words_for("RULE") : "";
}

/// "FILE|FOLDER", "ROLE=PATH": a file's name, or what ends in one.
bool names_files(std::string_view argument) {
    constexpr std::string_view files[] = {"FILE", "FOLDER", "DIR", "PATH", "LIST"};
    return std::any_of(std::begin(files), std::end(files),
                       [&](std::string_view word) { return argument.find(word) != argument.npos; });
}

bool takes_files(const CommandText& command) {
    return command.synopsis.find("FILE") != command.synopsis.npos ||
           command.synopsis.find("OLD") != command.synopsis.npos;
}

/// For zsh: what stands in single quotes, within brackets.
std::string zsh_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
        out += c;
        if (c == '\'') out += "\\''";
    }
    return out;
}

std::string zsh_option(const Option& option) {
    const std::string words = words_for(option.argument);
    const std::string chosen = !words.empty()                 ? fmt::format("({})", words)
                               : names_files(option.argument) ? "_files"
                                                              : " ";
    const std::string value =
        !needs_value(option) ? "" : fmt::format(":{}:{}", zsh_text(option.argument), chosen);
    const std::string told = zsh_text(says(option));
    if (option.letter == 0)
        return fmt::format("'{}--{}[{}]{}'", option.repeats ? "*" : "", option.name, told, value);
    return fmt::format("{{-{},--{}}}'[{}]{}'", option.letter, option.name, told, value);
}

}  // namespace

std::string bash_completion() {
    std::string names, cases, values;
    for (const CommandText& command : commands()) {
        names += fmt::format("{}{}", names.empty() ? "" : " ", command.name);
        std::string written;
        for (const Option* option : options_of(command.command)) {
            written += fmt::format("{}--{}", written.empty() ? "" : " ", option->name);
            if (option->letter != 0) written += fmt::format(" -{}", option->letter);
            if (!needs_value(*option)) continue;
            const std::string letter =
                option->letter != 0 ? fmt::format("|{}:-{}", command.name, option->letter) : "";
            const std::string words = words_for(option->argument);
            values += fmt::format("        {}:--{}{}) words='{}' files={} ;;\n", command.name,
                                  option->name, letter, words,
                                  words.empty() && names_files(option->argument) ? "yes" : "no");
        }
        cases += fmt::format("        {}) options='{}' words='{}' files={} ;;\n", command.name,
                             written, operands_of(command), takes_files(command) ? "yes" : "no");
    }
    return fmt::format(
        R"(# Completion of nianbao for bash, made from the tables of commands and options: nianbao help --as bash
_nianbao() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} options= words= files=no
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W '{} --help --version' -- "$word")
        return
    fi
    case ${{COMP_WORDS[1]}} in
{}    esac
    case ${{COMP_WORDS[1]}}:$before in
{}    esac
    if [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
    elif [[ $words ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    fi
    if [[ $files == yes && $word != -* ]]; then
        compopt -o filenames 2>/dev/null
        mapfile -t -O ${{#COMPREPLY[@]}} COMPREPLY < <(compgen -f -- "$word")
    fi
}}
complete -F _nianbao nianbao
)",
        names, cases, values);
}

std::string zsh_completion() {
    std::string names, cases;
    for (const CommandText& command : commands()) {
        names += fmt::format("        '{}:{}'\n", command.name, zsh_text(command.says));
        cases += fmt::format("        {})\n            _arguments -s", command.name);
        for (const Option* option : options_of(command.command))
            cases += fmt::format(" \\\n                {}", zsh_option(*option));
        if (const std::string words = operands_of(command); !words.empty())
            cases += fmt::format(" \\\n                '*:{}:({})'", command.name, words);
        else if (takes_files(command)) cases += " \\\n                '*:FILE:_files'";
        cases += "\n            ;;\n";
    }
    return fmt::format(R"(#compdef nianbao
# Made from the tables of commands and options: nianbao help --as zsh
_nianbao() {{
    local -a commands=(
{}    )
    if ((CURRENT == 2)); then
        _describe -t commands 子命令 commands
        return
    fi
    local command=$words[2]
    shift words
    ((CURRENT--))
    case $command in
{}    esac
}}
_nianbao "$@"
)",
                       names, cases);
}

}  // namespace nianbao
