// What a data file may hold, for editors and other programs.
#pragma once

#include <string>

namespace [[gnu::visibility("default")]] nianbao {

/// A JSON Schema (2020-12) of the data file, made from the tables of fields and the forms of every edition: keys in both languages, with and without the
/// form's numbering, Chinese titles. It is stricter than the reader in what that reads with a warning (full-width digits, thousands commas) or takes for
/// nothing (null), and knows nothing of sums, of cells missing below the first level of a table, and of a field
/// written twice where one of its names is numbered.
std::string schema();

/// The same for people: every field with its names, how it is written, and the rows and cells of every edition's tables; a document in Markdown, Chinese.
std::string data_file_reference();

}  // namespace nianbao
