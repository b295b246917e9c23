// Writes a report as a data file.
#pragma once

#include "nianbao/read.hpp"
#include "nianbao/report.hpp"

#include <optional>
#include <string>

namespace [[gnu::visibility("default")]] nianbao {

/// The language of a data file's keys.
enum class Keys { english, chinese };

/// The text of a data file that reads back equal, in the order of the official form: YAML
/// as a person would write it (prose as blocks, a row of a table on a line), or JSON.
/// Leaves out what would be the same anyway: a title that would be composed, settings of
/// the page at their defaults; and, as the reader does, blanks and line ends at the ends
/// of texts and the CR of CR LF. Throws std::invalid_argument with fault() if the report
/// is not whole, and for Format::workbook.
[[nodiscard]] std::string write(const Report& report, Format format, Keys keys = Keys::english);

/// A data file to fill in.
struct NewReport {
    std::string agency;
    int year = 0;
    std::optional<Kind> kind = {};     // empty: last year's, or a department
    const Report* previous = nullptr;  // the report on the year before
};

/// The text of that file, YAML with comments for the clerk. It takes over from last year
/// the contact, the kind, the settings of the page, 结转 as this year's 上年结转, and the
/// headings of the prose; last year's numbers and prose are comments. Everything else is
/// a gap. read() refuses the file, naming every gap, until all are filled. Throws
/// std::invalid_argument if edition_for(year) is nullptr or the report on the year before
/// is not whole.
[[nodiscard]] std::string write_new(const NewReport& asked, Keys keys = Keys::chinese);

}  // namespace gnu::visibility("default")]]nianbao
