// Tables as elements.
#pragma once

#include "nianbao/document.hpp"

#include <string>

namespace nianbao::html {

/// Appends a table and its notes. `number`: of the table on the page, from 0; with it the
/// IDs of its header cells are those of no other. `whole`: as HtmlOptions has it.
void append_table(std::string& out, const Table& table, int number, bool whole);

/// Appends running text: links, words of other languages, run-in headings. `first` texts
/// are left out.
void append_inline(std::string& out, const Inline& content);

}  // namespace nianbao::html
