// Which sentences of one text became which of another.
#pragma once

#include "nianbao/diff.hpp"

#include <string_view>
#include <vector>

namespace nianbao {

/// The changes from one text of a field to another, in the order of the texts; what was
/// taken out stands before what was put in.
std::vector<TextChange> sentence_changes(std::string_view field, std::string_view name,
                                         std::string_view before, std::string_view after);

}  // namespace nianbao
