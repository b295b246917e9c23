// A command written as JSON, for programs that call the library as they would call the
// command line.
#pragma once

#include "command/commands.hpp"

#include <string_view>

namespace nianbao {

/// A command and what it is asked to do.
struct Task {
    const CommandText* command = nullptr;
    Arguments arguments;
};

/// {"command": "render", "files": ["a.yaml"], "output": "out/", "force": true, "disable":
/// ["T3-01"], "layout": {"page_number": "centred"}}: every option of the command by its
/// long name. A switch is true or false; a value is text or a number; of an option that
/// may stand several times it may be a list; of one that is NAME=VALUE it may be an
/// object. null: not given. "\udc80" to "\udcff" in the name of a file are its bytes 80
/// to FF, where it is no UTF-8. Arguments::json is set. Throws Usage, which names the
/// place or the key.
Task read_task(std::string_view json);

/// Runs it, or tells its help if that was asked for. Answers an Exit. Throws Usage,
/// Failure.
int run(const Task& task, Caller& caller);

}  // namespace nianbao
