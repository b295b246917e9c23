// What is read all the same, and is written better: numbers, and prose without "|".
#pragma once

#include "data/values.hpp"

#include <string>

namespace nianbao::data {

/// Both add to values.corrections, if what stands in the file can mean only one thing.
/// REQUIRES: values.corrections.

/// A number or date, as it is plainly written. Its quotes stay.
void correct_word(Values& values, const Node& node, const std::string& plainly);

/// Paragraphs on lines of their own behind a key without "|", which YAML makes one
/// paragraph of. Each line but the last must end as a paragraph does, or the next one
/// begin with a number: else it is one paragraph that was typed on several lines.
void correct_prose(Values& values, const Node& node);

}  // namespace nianbao::data
