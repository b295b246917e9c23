// YAML text becomes the tree of values (libyaml's events).
#pragma once

#include "data/input.hpp"

namespace nianbao::data {

/// Fills in input.tree from input.tree.clean. A syntax error ends the tree there; the containers it stands in are not closed.
/// Anchors, aliases, tags, keys that are no scalars and further documents are refused by name.
void read_yaml(Input& input);

}  // namespace nianbao::data
