// What was recognised of a report, on the way to a data file.
#pragma once

#include "data/values.hpp"
#include "nianbao/form.hpp"
#include "report/written/written.hpp"

namespace nianbao::data {

/// A data file of the values, in the order of the form. What a report needs and the
/// values lack is a gap: null, or {{请填写}} in a text. Totals that nobody wrote are left
/// out. What the form has no place for is left out too, as reading told of it.
Written written_values(const Values& values, const Edition& edition, Keys keys);

}  // namespace nianbao::data
