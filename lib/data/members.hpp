// Sorts the members of a mapping by the fields they name, and reports unknown names.
#pragma once

#include "data/values.hpp"
#include "nianbao/form.hpp"

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::data {

/// The names that a mapping may hold: the fields under `parent` in a table of fields.
struct Names {
    std::span<const Field> fields;
    int parent;
};

/// The node of each field of a table; nullptr if the field is not written.
using Members = std::vector<const Node*>;

/// Sorts a mapping's members by the names that it may hold, one Members for each of
/// `names`, and remembers the place of each. Unknown names and names given twice, in
/// either language, are findings; an unknown name is taken for the field that it is near,
/// if that is not written, so that one slip is told once. `path` is the mapping's own,
/// empty at the top. `required`: fields of the first of `names`; if one of them is
/// missing, and one name is unknown, this is taken for it however it is spelt.
std::vector<Members> sort_members(Values& values, const Node& mapping, const std::string& path,
                                  std::initializer_list<Names> names,
                                  std::initializer_list<int> required = {});

/// Joins "applications" and "note" to "applications.note". An empty path adds nothing.
std::string joined(const std::string& path, std::string_view key);

}  // namespace nianbao::data
