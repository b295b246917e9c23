// Names of files in lines for people.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

/// In one line, whatever was put into the name: a line end in it is ␊, other controls are
/// their pictures too. JSON has names as they are.
std::string shown_name(std::string_view name);

}  // namespace nianbao
