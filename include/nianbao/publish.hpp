// What a file holds that people do not see, looked for before it is published.
#pragma once

#include "nianbao/read.hpp"

#include <string_view>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// What was found in a file, and its text as far as the findings stand in it.
struct LookedThrough {
    Source source;
    std::vector<Finding> findings;
};

/// True for the kinds of files that look_through() knows, by their first bytes.
[[nodiscard]] bool can_look_through(std::string_view bytes, std::string_view name);

/// Looks through a Word file, a workbook, a PDF or a web page for what must not go out
/// with it (G): changes that are not accepted, comments, hidden text, rows, columns and
/// sheets, names of persons, other data in the file. What it reports is not read, and
/// nothing is told of what people see but of names in cells such as 填报人. `own`: true of
/// an output that nobody changed; the report's data in it is then told as advice. A file
/// that cannot be looked through is an error G-07. Throws Failure if it cannot be opened
/// or read.
[[nodiscard]] LookedThrough look_through(const Input& input,
                                         bool (*own)(std::string_view bytes) = nullptr);

}  // namespace nianbao
