// Who the report says that it is.
#pragma once

#include "nianbao/check.hpp"

#include <vector>

namespace nianbao {
namespace wording {
struct Prose;
}

/// W-30: another office's name where the office speaks of itself, in the introduction,
/// the signature, the contact and the whole text, and in the name of the file. Silent
/// where others are spoken of, or may be.
void check_own_name(const Report& report, const wording::Prose& prose, const CheckOptions& options,
                    std::vector<Finding>& findings);

}  // namespace nianbao
