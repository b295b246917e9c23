// What a data file may hold, for editors and other programs.
#pragma once

#include <string>

namespace [[gnu::visibility("default")]] nianbao {

/// A JSON Schema (2020-12) of the data file, made from the tables of fields and the forms
/// of every edition: keys in both languages, with and without the form's numbering,
/// Chinese titles. It refuses some things that the reader accepts: full-width digits and
/// thousands commas, which the reader reads with a warning, and null. It does not know
/// sums, cells that are missing below the first level of a table, or a field that is
/// written twice, once with its numbering.
[[nodiscard]] std::string schema();

/// The same for people, a document in Markdown, Chinese: every field with its names and
/// how to write it, and the rows and cells of every edition's tables.
[[nodiscard]] std::string data_file_reference();

}  // namespace nianbao
