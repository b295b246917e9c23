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

/// False of workbooks, Word files and pages: people see no English keys there.
bool has_keys(const Values& values);

/// How messages name a field: “本年新收”（applications.received); where the file has no
/// keys, by its Chinese name alone.
std::string named(const Values& values, std::string_view name, std::string_view path);

}  // namespace nianbao::data
