// Pages become the bytes of a PDF file.
#pragma once

#include "nianbao/pages.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace [[gnu::visibility("default")]] nianbao {

/// A file that the PDF carries.
struct Attachment {
    std::string name;   // "data.yaml"
    std::string type;   // MIME, "application/yaml"
    std::string bytes;  // given back as they are
};

struct PdfOptions {
    // Deflate levels, 0 to 12. Measured: level 6 saves 0.9 % of a report's bytes and costs 3.6 ms for fonts, 0.7 % and 0.6 ms for the rest.
    int font_compression = 1;
    int text_compression = 1;
    std::string producer;                  // empty: nianbao and its version
    std::optional<std::int64_t> epoch;     // SOURCE_DATE_EPOCH: the file's date where the document has none; without both, no date
    std::string seal;                      // ASCII; the file's trailer carries it under a private name (ISO 32000-1, annex E). Empty: none
    std::optional<Attachment> attachment;  // the data that the report was made from; the file is then PDF/A-3a, which may carry it
};

/// The file, whole: PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1). The same pages and fonts give the same bytes. Safe from many threads at once. Throws
/// Failure where libharu or a face refuses. REQUIRES: `fonts` is what `pages` were set with; `pages` has a title and nodes, as typeset() gives them, or the
/// file is not what it claims to be.
std::string write_pdf(const Pages& pages, const Fonts& fonts, const PdfOptions& options = {});

}  // namespace nianbao
