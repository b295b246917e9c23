#include "data/values.hpp"

#include <fmt/format.h>

namespace nianbao::data {

bool has_keys(const Values& values) {
    return values.format == Format::yaml || values.format == Format::json;
}

std::string named(const Values& values, std::string_view name, std::string_view path) {
    std::string own = name.find("“") == name.npos ? fmt::format("“{}”", name) : std::string(name);
    if (has_keys(values)) own += fmt::format("（{}）", path);
    return own;
}

}  // namespace nianbao::data
