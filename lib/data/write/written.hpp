// Notations of data files.
#pragma once

#include "report/written/written.hpp"

#include <string>

namespace nianbao::data {

std::string write_yaml(const Written& file);
/// A value on one line, as it stands in YAML: [9, 3, 0, 0, 0, 0, 12].
std::string yaml_line(const Written& value);
/// The same within brackets, where more must be quoted.
std::string yaml_flow(const Written& value);
std::string write_json(const Written& file);
/// A value on one line, as it stands in JSON.
std::string json_line(const Written& value);

}  // namespace nianbao::data
