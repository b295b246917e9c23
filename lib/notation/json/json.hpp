// JSON text becomes the tree of values (simdjson On-Demand).
#pragma once

#include "notation/json/json_text.hpp"
#include "notation/values.hpp"

#include <optional>

namespace nianbao::notation {

/// Fills in values.tree from values.tree.clean. Returns the syntax error that ends the
/// tree; the containers it stands in are not closed. Numbers and words without quotes
/// stay as typed, right or wrong: the fields that they are given to judge them.
[[nodiscard]] std::optional<SyntaxFault> read_json(Values& values,
                                                   LoneSurrogates alone = LoneSurrogates::nothing);

}  // namespace nianbao::notation
