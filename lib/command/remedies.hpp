// What can be done about a finding or a failure, in the words of the command line.
#pragma once

#include "command/commands.hpp"
#include "nianbao/finding.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// "可用 --font heading2=文件": the options that the command has, in one sentence without
/// its end mark; empty if there are none.
std::string remedy_text(const std::vector<Remedy>& remedies, Command command);

/// "choose_face": as programs are told of it.
std::string_view name_of(Remedy::What what);

}  // namespace nianbao
