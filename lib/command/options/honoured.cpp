#include "command/options/honoured.hpp"

#include "command/options/usage.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao {
namespace {

/// Throws Usage unless one of the outputs can.
template <typename Can>
void require_one(const std::vector<const Output*>& made, const char* option, Can can) {
    if (std::any_of(made.begin(), made.end(), can)) return;
    std::string able;
    for (const Output& output : outputs()) {
        if (output.offered && can(&output))
            able += fmt::format("{}{}", able.empty() ? "" : "、", output.name);
    }
    throw Usage(fmt::format("{} 只用于 {}，这里不写这样的文件", option, able));
}

}  // namespace

void refuse_unhonoured(const RunOptions& options, const std::vector<const Output*>& outputs,
                       const OutputOptionNames& names) {
    const auto has_pages = [](const Output* output) { return output->from == From::pages; };
    const auto carries_data = [](const Output* output) { return output->carries_data; };
    if (options.layout.seal_room) require_one(outputs, names.seal, has_pages);
    if (options.layout.show_grid) require_one(outputs, names.show_grid, has_pages);
    if (options.carry.data) require_one(outputs, names.attach_data, carries_data);
}

}  // namespace nianbao
