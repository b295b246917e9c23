// Tables of pages: those that hold values, and those that only arrange a page.
#pragma once

#include "notation/draft.hpp"
#include "notation/html/body.hpp"

namespace nianbao::notation {

/// True for a table of one column, and for one that holds long texts or other tables and
/// hardly any short ones: a frame about an article.
bool only_arranges(const WebTable& table);

/// Adds a table to a draft as its cells are shown: joined over rows and columns, rows of
/// unequal length, nothing twice. Tables within it follow.
void add_table(const WebTable& table, DraftBuilder& draft);

}  // namespace nianbao::notation
