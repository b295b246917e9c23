// Options that only some outputs can honour: where none of those that are made can, the
// option is wrong usage and not passed over.
#pragma once

#include "nianbao/job.hpp"

#include <vector>

namespace nianbao {

/// What a door calls them.
struct OutputOptionNames {
    const char *seal, *show_grid, *attach_data;
};

/// Throws Usage, which names the option and the outputs that honour it.
void refuse_unhonoured(const RunOptions& options, const std::vector<const Output*>& outputs,
                       const OutputOptionNames& names);

}  // namespace nianbao
