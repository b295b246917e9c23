// JSON text becomes the tree of values (simdjson On-Demand).
#pragma once

#include "data/input.hpp"

namespace nianbao::data {

/// Fills in input.tree from input.tree.clean. A syntax error ends the tree there; the containers it stands in are not closed.
/// Numbers and words without quotes stay as typed, right or wrong: the fields that they are given to judge them.
void read_json(Input& input);

}  // namespace nianbao::data
