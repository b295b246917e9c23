#include "data/values.hpp"

#include <fmt/format.h>

namespace nianbao::data {

std::string named(std::string_view name, std::string_view path) {
    return name.find("“") == name.npos ? fmt::format("“{}”（{}）", name, path)
                                       : fmt::format("{}（{}）", name, path);
}

}  // namespace nianbao::data
