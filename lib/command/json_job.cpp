#include "command/json_job.hpp"

#include "command/options/nearest.hpp"
#include "command/options/options.hpp"
#include "command/options/usage.hpp"
#include "nianbao/read.hpp"
#include "notation/bytes.hpp"
#include "notation/json/json.hpp"
#include "notation/limits.hpp"
#include "text/digits.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>

namespace nianbao {
namespace {

using notation::Node;
using notation::Shape;
using notation::Tree;

/// Throws Usage with the first mistake if the text is not JSON.
void parse(std::string_view json, notation::Values& input) {
    if (json.size() > notation::most_bytes)
        throw Usage(fmt::format("任务超过上限 {} MiB", notation::most_bytes >> 20));
    input.format = Format::json;
    input.source = Source("任务", std::string(json));
    if (notation::inspect_bytes(input)) {
        if (std::optional<notation::SyntaxFault> fault =
                notation::read_json(input, notation::LoneSurrogates::bytes))
            input.tell(*std::move(fault));
    }
    const std::vector<Finding> findings = input.findings.take(input.source.file());
    for (const Finding& finding : findings) {
        if (finding.severity == Severity::error) throw Usage(message(finding));
    }
}

/// The values of a list or an object, in order.
std::vector<const Node*> values(const Tree& tree, const Node& container) {
    std::vector<const Node*> all;
    for (int node = container.first; node >= 0; node = tree.at(node).next)
        all.push_back(&tree.at(node));
    return all;
}

std::string_view key(const Tree& tree, const Node& value) { return tree.at(value.key).text; }

/// True for an option whose value names files or folders.
bool names_files(const Option& option) {
    constexpr std::string_view words[] = {"FILE", "FOLDER", "DIR",   "PATH",
                                          "LIST", "NAMES",  "LEDGER"};
    return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) {
        return option.argument.find(word) != option.argument.npos;
    });
}

/// Text as it reads, a number as it is written. Throws Usage. `of_file`: it may have
/// bytes that are no UTF-8.
std::string scalar(std::string_view name, const Node& value, bool of_file = false) {
    if (value.text.find('\0') != value.text.npos)  // a system would end a file's name there
        throw Usage(fmt::format("任务里“{}”的值里有 NUL", name));
    if (value.shape == Shape::text) {
        if (!of_file && find_malformed(value.text) != value.text.npos)
            throw Usage(fmt::format("任务里“{}”的值不是 UTF-8：只有文件名里可以有别的字节", name));
        return std::string(value.text);
    }
    const bool number =
        value.shape == Shape::bare && (value.text.front() == '-' || is_digit(value.text.front()));
    if (!number) throw Usage(fmt::format("任务里“{}”的值应是字符串或数字", name));
    return std::string(value.text);
}

/// A file's name is text: a number is rather a mistake than a name.
std::string file_name(const Node& value) {
    if (value.shape != Shape::text) throw Usage("任务里“files”的值应是字符串，或者一列字符串");
    return scalar("files", value, true);
}

std::vector<std::string> file_names(const Tree& tree, const Node& value) {
    if (value.shape != Shape::list) return {file_name(value)};
    std::vector<std::string> names;
    for (const Node* file : values(tree, value)) names.push_back(file_name(*file));
    return names;
}

void set(const Tree& tree, const Option& option, const Node& value, Arguments& arguments) {
    const bool bare = value.shape == Shape::bare && (value.text == "true" || value.text == "false");
    if (option.argument.empty() || (may_have_value(option) && bare)) {
        if (value.shape != Shape::bare || (value.text != "true" && value.text != "false"))
            throw Usage(fmt::format("任务里“{}”的值应是 true 或 false", option.name));
        if (value.text == "true") option.set(arguments, {});
    } else if (option.repeats && value.shape == Shape::list) {
        for (const Node* one : values(tree, value))
            option.set(arguments, scalar(option.name, *one, names_files(option)));
    } else if (option.repeats && value.shape == Shape::mapping &&
               option.argument.find('=') != option.argument.npos) {
        for (const Node* one : values(tree, value))
            option.set(arguments, fmt::format("{}={}", key(tree, *one),
                                              scalar(option.name, *one, names_files(option))));
    } else {
        option.set(arguments, scalar(option.name, value, names_files(option)));
    }
}

const Option& known_option(const CommandText& command, std::string_view name) {
    if (const Option* option = option_named(command.command, name)) return *option;
    std::vector<std::string_view> names{"command", "files"};
    for (const Option* option : options_of(command.command)) names.push_back(option->name);
    throw Usage(
        fmt::format("任务里的“{}”不是 {} 的选项{}", name, command.name, did_you_mean(name, names)));
}

}  // namespace

Task read_task(std::string_view json) {
    notation::Values input;  // the tree's texts point into it
    parse(json, input);
    const Tree& tree = input.tree;
    const std::vector<const Node*> members = values(tree, tree.at(tree.root));
    std::set<std::string_view> seen;
    Task task;
    for (const Node* member : members) {
        if (!seen.insert(key(tree, *member)).second)
            throw Usage(fmt::format("任务里“{}”写了两次", key(tree, *member)));
        if (key(tree, *member) == "command")
            task.command = &command_named(scalar("command", *member));
    }
    if (task.command == nullptr) throw Usage("任务里没有 command");

    for (const Node* member : members) {
        const std::string_view name = key(tree, *member);
        if (name == "command" || member->shape == Shape::null) continue;
        if (name == "files") task.arguments.files = file_names(tree, *member);
        else set(tree, known_option(*task.command, name), *member, task.arguments);
    }
    check_together(task.arguments);
    task.arguments.json = true;
    return task;
}

int run(const Task& task, Caller& caller) {
    if (!task.arguments.help) return task.command->run(task.arguments, caller);
    caller.output(help_text(*task.command));
    return exit_clean;
}

}  // namespace nianbao
