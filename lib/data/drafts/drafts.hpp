// Files in which a report is recognised by its headings and labels: workbooks, Word
// files, web pages, saved texts. One table says what is such a file, and how it is read.
#pragma once

#include "nianbao/import.hpp"
#include "notation/kind/kind.hpp"
#include "notation/values.hpp"

#include <string>
#include <string_view>

namespace nianbao::data {

/// A kind of such files.
struct DraftKind {
    Format format;
    bool (*is)(std::string_view bytes, std::string_view name);
    /// Reads it into `values`: source, tree, and findings of what was not read. False if
    /// it is no report, or cannot be read; that is told too. REQUIRES: bytes of this
    /// kind, no more than most_bytes.
    bool (*read)(std::string_view bytes, const std::string& name, const Known& known,
                 notation::Values& values);
    std::string_view not_corrected, what_to;  // told by who corrects texts of data files
};

/// The kind of a file by its content; by its name too if that is text. Null: it is no
/// such file.
const DraftKind* draft_kind_of(std::string_view bytes, std::string_view name);

/// What a Word file or a web page is that has nothing of a report in it. Null for one
/// that may hold one, also if it cannot be read, so that it is told why when it is.
/// REQUIRES: bytes of a Word file or a page, or a PDF's text under its name.
const notation::Kind* without_report(std::string_view bytes, std::string_view name);

}  // namespace nianbao::data
