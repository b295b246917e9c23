// What PDF calls the roles.
#pragma once

#include "outline/elements.hpp"

#include <string_view>

namespace nianbao {

/// The standard structure type of an element (ISO 32000-1, 14.8.4). REQUIRES: it is not
/// left out.
std::string_view structure_type(const Element& element);

}  // namespace nianbao
