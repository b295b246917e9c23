// A report becomes a data file again.
#pragma once

#include "nianbao/read.hpp"
#include "nianbao/report.hpp"

#include <optional>
#include <string>

namespace [[gnu::visibility("default")]] nianbao {

/// The language of a data file's keys.
enum class Keys { english, chinese };

/// The text of a data file that reads back equal, in the order of the official form: YAML as a person would write it (prose as blocks, a row of a table on
/// a line), or JSON. What the standard or the report itself settles is left out: a title that would be composed, settings of the page at their defaults.
/// REQUIRES: a whole report, as read() gives.
std::string write(const Report& report, Format format, Keys keys = Keys::english);

/// A data file that is to be filled in.
struct NewReport {
    std::string agency;
    int year = 0;
    std::optional<Kind> kind = {};     // empty: last year's, or a department
    const Report* previous = nullptr;  // the report on the year before
};

/// The text of that file, YAML with comments for the clerk. Of last year's it has contact, kind, settings of the page, 结转 as this year's 上年结转, the
/// headings of the prose, and as comments the numbers and the prose. All else is a gap, and read() names every one; nothing of it is a report until they are
/// filled. REQUIRES: edition_for(year).
std::string write_new(const NewReport& asked, Keys keys = Keys::english);

}  // namespace gnu::visibility("default")]]nianbao
