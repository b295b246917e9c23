// The passes of composing that have files of their own.
#pragma once

#include "nianbao/document.hpp"

namespace nianbao {

/// A filled form as a table: labels and numbers in the grid of the form.
Table compose_table(const FilledForm& filled);

}  // namespace nianbao
