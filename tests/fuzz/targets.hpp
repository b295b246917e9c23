// What is fuzzed: each takes any bytes, does one part of the line with them, and says
// what must never be.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::fuzz {

/// Each answers what is wrong with what the program made of the bytes; empty: nothing.
/// Whatever they are, it neither crashes nor throws, is done within 10 s and takes less
/// than 1 GiB.
using Target = std::string(std::string_view bytes);

/// A data file's bytes to findings and their places, by the readers that know nothing of
/// damage; a report that is read stays the same when it is written and read again.
Target read_json, read_yaml;

/// The same by the readers that mend: a report is read only if there is no damage.
Target mend_json, mend_yaml;

/// A data file's bytes corrected: once is enough.
Target fix_json, fix_yaml;

/// A PDF's bytes, behind its first line, to the data that it carries.
Target read_pdf;

/// A ZIP file's bytes to its parts: none leads out of it, each is as long as it says.
Target read_zip;

/// XML to elements, each closed that was opened, none too deep.
Target read_xml;

/// A workbook, or its parts one behind the other, to a report that can be written.
Target read_workbook;

/// A Word file, or its parts one behind the other, to a data file.
Target read_word;

/// A web page, or an archive of one, to a data file.
Target read_html;

/// A data file, behind it a revised draft as for read_word, to the data file with the
/// draft's changes: it reads as before, and is the same bytes if nothing changed.
Target revise_word;

/// A Word file, a workbook (both as above), a PDF or a page to what must not be published
/// with it.
Target look_at_file;

/// A report made from the bytes (report_from_bytes.hpp), through all the rules, with last
/// year's and without.
Target check_report;

/// Such a report, set on pages; every character is there, in the order of the document.
Target set_pages;

/// A font file: opened, its glyphs found and measured, a program made of them to embed.
Target open_font;

/// A data file to a PDF and a text, with every check, as the command line does it.
Target whole_file;

}  // namespace nianbao::fuzz
