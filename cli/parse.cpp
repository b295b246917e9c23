#include "parse.hpp"

#include "command/options/nearest.hpp"
#include "command/options/options.hpp"
#include "command/options/usage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <set>

namespace {

namespace po = boost::program_options;
using nianbao::Command;
using nianbao::Option;
using nianbao::Usage;

/// "-o" or "--output": as it was written, or as it is written best.
std::string written(const po::basic_option<char>& option) {
    return option.original_tokens.empty() ? "--" + option.string_key
                                          : option.original_tokens.front();
}

po::parsed_options split(Command command, int count, const char* const* words) {
    po::options_description known;
    for (const Option* option : nianbao::options_of(command)) {
        std::string names(option->name);
        if (option->letter != 0) names += fmt::format(",{}", option->letter);
        // The second argument is owned by the description that it is added to.
        if (option->argument.empty()) {
            known.add_options()(names.c_str(), "");
        } else if (nianbao::may_have_value(*option)) {
            known.add_options()(names.c_str(),
                                po::value<std::vector<std::string>>()->implicit_value({}, ""));
        } else {
            known.add_options()(names.c_str(), po::value<std::vector<std::string>>());
        }
    }
    po::positional_options_description files;
    files.add("file", -1);
    known.add_options()("file", po::value<std::vector<std::string>>());
    const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    return po::command_line_parser(count, words)
        .options(known)
        .positional(files)
        .style(style)
        .run();
}

/// Boost's refusals, in Chinese.
po::parsed_options split_or_explain(Command command, int count, const char* const* words) {
    try {
        return split(command, count, words);
    } catch (const po::unknown_option& error) {
        std::vector<std::string> known;
        for (const Option* option : nianbao::options_of(command))
            known.push_back(fmt::format("--{}", option->name));
        const std::vector<std::string_view> names(known.begin(), known.end());
        const std::string name = error.get_option_name();
        throw Usage(fmt::format("没有选项 {}{}", name, nianbao::did_you_mean(name, names)));
    } catch (const po::invalid_command_line_syntax& error) {
        using Syntax = po::invalid_syntax;
        const std::string name = error.get_option_name();
        switch (error.kind()) {
            case Syntax::missing_parameter:
            case Syntax::empty_adjacent_parameter:
                throw Usage(fmt::format("选项 {} 后面缺少值", name));
            case Syntax::extra_parameter:
                throw Usage(fmt::format("选项 {} 不带值", name));
            default:
                throw Usage(fmt::format("选项 {} 写得不对", name));
        }
    } catch (const po::error&) {
        throw Usage("命令行写得不对");
    }
}

}  // namespace

nianbao::Arguments parse(Command command, int count, const char* const* words) {
    nianbao::Arguments arguments;
    std::set<std::string> seen;
    for (const po::basic_option<char>& given : split_or_explain(command, count, words).options) {
        if (given.position_key >= 0) {
            arguments.files.insert(arguments.files.end(), given.value.begin(), given.value.end());
            continue;
        }
        const Option& option = *nianbao::option_named(command, given.string_key);
        if (!option.repeats && !seen.insert(given.string_key).second)
            throw Usage(fmt::format("选项 {} 写了两次", written(given)));
        option.set(arguments, given.value.empty() ? std::string() : given.value.front());
    }
    nianbao::check_together(arguments);
    return arguments;
}
