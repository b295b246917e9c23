// Carries the changes that somebody made in a Word file back into the data file.
#pragma once

#include "nianbao/diff.hpp"
#include "nianbao/read.hpp"

#include <optional>
#include <string>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// A data file with the changes of a revised draft in it.
struct Revised {
    std::string text;  // the whole file, as it should be written; empty: one of the two
                       // files cannot be read
    std::optional<Difference> carried;  // what is different in it, if there is a text; the
                                        // spans of `before` are in `data`
    Source data, draft;                 // where the findings stand
    std::vector<Finding> of_data;       // what the reader says of the data file
    std::vector<Finding> left;          // what was not carried, or what a person must decide, with
                                        // its place in the draft
    std::string agency = {};
    int year = 0;
};

/// Reads a revised draft (a Word file, or what else is read by headings and labels) of a
/// report whose data file is `data`: changes that are not accepted count as accepted.
/// Changed prose and numbers, title, notes and signature are put into the data file's
/// text: only lines that changed are written anew, and comments, order and references
/// {{…}} stay where the text around them stands. Fields that no draft shows stay as they
/// are. If nothing changed, the text is the data file's, byte for byte. REQUIRES: `data`
/// is YAML or JSON; else there is no text, and a finding says so. Throws Failure if a
/// file cannot be opened or read.
[[nodiscard]] Revised revise(const Input& data, const Input& draft);

}  // namespace nianbao
