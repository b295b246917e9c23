// YAML text becomes the tree of values (libyaml's events).
#pragma once

#include "notation/values.hpp"

#include <optional>

namespace nianbao::notation {

/// Fills in values.tree from values.tree.clean. Returns the syntax error that ends the
/// tree; the containers it stands in are not closed. Anchors, aliases, tags, keys that
/// are no scalars and further documents are refused by name.
[[nodiscard]] std::optional<SyntaxFault> read_yaml(Values& values);

}  // namespace nianbao::notation
