// The note below a table.
#pragma once

#include "nianbao/form.hpp"
#include "recognise/recognition.hpp"
#include "recognise/region.hpp"

namespace nianbao::recognise {

/// Takes a table's note from its named cell, or from behind the word 注 below the table,
/// in the same cell or in the next one of its row. `labelled`: where the table's labels
/// stand, if they and not the names said where its cells are; or nullptr.
void read_note(const Form& form, const Region* labelled, Recognition& work);

}  // namespace nianbao::recognise
