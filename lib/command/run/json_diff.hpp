// The difference of two reports, as programs read it.
#pragma once

#include "nianbao/diff.hpp"
#include "nianbao/source.hpp"

#include <string>

namespace nianbao {

/// `before`, `after`: where the sentences of the two reports stand.
std::string json(const Difference& difference, const Source& before, const Source& after);

}  // namespace nianbao
