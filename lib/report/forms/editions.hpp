// Every edition of the official form, to be asked while compiling too.
#pragma once

#include "report/forms/2019.hpp"
#include "report/forms/2021.hpp"

namespace nianbao {

/// Oldest first.
inline constexpr std::array<const Edition*, 2> every_edition = {&form_2019::edition,
                                                                &form_2021::edition};

}  // namespace nianbao
