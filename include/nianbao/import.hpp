// Makes a data file of what others made: Word files, web pages, workbooks, saved
// texts.
#pragma once

#include "nianbao/read.hpp"
#include "nianbao/write.hpp"

#include <string>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// What whoever imports knows better than the file. It wins over what the file says.
struct Known {
    std::string agency = {};  // empty: the file says it
    int year = 0;             // 0: the file says it
};

/// A data file that was made of another file.
struct Imported {
    std::string text;  // empty: there is nothing of a report in the file
    std::string agency = {};
    int year = 0;
    bool whole = false;  // it is a report without gaps and errors of reading
    Source source = {};
    std::vector<Finding> findings = {};  // what was not understood or is missing, in the
                                         // order of the file
};

/// Reads a report out of a Word file (.docx), a web page (.html, .mhtml), a workbook, a
/// saved text (.txt) or a data file, and writes it as a data file: whole if there are no
/// errors. Else whatever was read stands in it: marks that are no numbers as text, so
/// that reading it tells them again; what is missing is a gap, as write_new() leaves
/// them. REQUIRES: `format` is yaml or json. Throws Failure if the file cannot be opened
/// or read.
[[nodiscard]] Imported import_report(const Input& input, const Known& known = {},
                                     Format format = Format::yaml, Keys keys = Keys::chinese);

}  // namespace nianbao
