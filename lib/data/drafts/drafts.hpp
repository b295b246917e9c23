// Files in which a report is recognised by its headings and labels: Word files, web
// pages and saved texts.
#pragma once

#include "nianbao/import.hpp"
#include "notation/values.hpp"

#include <string>
#include <string_view>

namespace nianbao::data {

/// Reads a Word file into `values`: source, tree, and findings of what was not read.
/// False if it is no report, or cannot be read; that is told too.
bool read_word(std::string_view bytes, const std::string& name, const Known& known,
               notation::Values& values);

/// The same of a web page, or of an archive of one.
bool read_page(std::string_view bytes, const std::string& name, const Known& known,
               notation::Values& values);

/// The same of a text as a page gives it when it is copied, a paragraph a line.
/// REQUIRES: `bytes` are text.
bool read_saved_text(std::string_view bytes, const std::string& name, const Known& known,
                     notation::Values& values);

}  // namespace nianbao::data
