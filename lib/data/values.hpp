// The values that a report is read from, as notation/ gives them, and how messages name a
// field.
#pragma once

#include "notation/values.hpp"

#include <string>
#include <string_view>

namespace nianbao::data {

using notation::MappedText;
using notation::Node;
using notation::Shape;
using notation::shown;
using notation::Style;
using notation::Values;

/// How messages name a field: “本年新收”（applications.received）.
std::string named(std::string_view name, std::string_view path);

}  // namespace nianbao::data
