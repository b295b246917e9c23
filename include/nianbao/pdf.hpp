// Writes pages as a PDF file.
#pragma once

#include "nianbao/output.hpp"
#include "nianbao/pages.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace [[gnu::visibility("default")]] nianbao {

struct PdfOptions {
    // Deflate levels, 0 to 12. Measured: level 6 saves 0.9 % of a report's bytes and
    // costs 3.6 ms for fonts, 0.7 % and 0.6 ms for the rest.
    int font_compression = 1;
    int text_compression = 1;
    std::string producer;               // empty: nianbao and its version
    std::optional<std::int64_t> epoch;  // SOURCE_DATE_EPOCH: the file's date if the
                                        // document has none; without both, no date
    std::string seal;  // ASCII; the file's trailer carries it under a private name (ISO
                       // 32000-1, annex E). Empty: none
    std::optional<Attachment> attachment;  // the data that the report was made from; the
                                           // file is then PDF/A-3a, which may carry it
};

/// The bytes of the file: PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1). The same
/// pages and fonts give the same bytes. Safe to call from many threads at once. Throws
/// Failure if libharu or a face refuses. REQUIRES: `pages` were set with `fonts`, and
/// have a title and nodes, as typeset() makes them; else the file is not what it claims
/// to be.
[[nodiscard]] std::string write_pdf(const Pages& pages, const Fonts& fonts,
                                    const PdfOptions& options = {});

}  // namespace nianbao
