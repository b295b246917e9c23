// What to do about parts of a report that are missing or of another shape, in the words
// of the file.
#pragma once

#include "data/members.hpp"
#include "data/values.hpp"

#include <string>
#include <string_view>

namespace nianbao::data {

/// What to write, and where, for a field that is not there. `within`: the mapping that it
/// belongs to, whose first key says the language.
std::string hint_for_missing(const Values& values, const Node& within, std::string_view name,
                             std::string_view path);

/// For something else in the place of a group: the member that it was meant to be, or how
/// the group is written. `own`: its field of report_fields.
std::string hint_for_group(const Values& values, const Node& found, int own);

/// For something else in the place of a list.
std::string hint_for_list(const Values& values);

/// Tells once of a file that was not copied or saved to its end: the last of the parts
/// that it must have are missing, and its last line has no end. `members`: of the file
/// itself. False: it is none.
bool tell_cut_off(Values& values, const Members& members);

/// Tells of a file that holds something else than fields.
void tell_no_fields(Values& values, const Node& root);

/// For a year before the first edition.
std::string hint_for_edition(const Values& values);

}  // namespace nianbao::data
