// The values that a report is read from, as notation/ gives them, and how messages name a
// field.
#pragma once

#include "nianbao/speech.hpp"
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

/// What a file calls its fields. A text speaks as most of its first three names do.
Speech speech_of(const Source& source);

/// How messages name a field: “本年新收”（applications.received); where the file has no
/// English keys, by its Chinese name alone.
std::string named(const Values& values, std::string_view name, std::string_view path);

/// A member as the file would write it: other: …, "其他需要报告的事项": …
std::string pair_of(const Values& values, std::string_view key, std::string_view value);

/// A cell with a remark, as the file would write it: {value: 22, remark: 说明}; in a sheet
/// 22（说明）.
std::string with_remark(const Values& values, std::string_view number);

}  // namespace nianbao::data
