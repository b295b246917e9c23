// Pages become the bytes of a PDF file.
#pragma once

#include "nianbao/pages.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace nianbao {

struct PdfOptions {
    int font_compression = 1;  // deflate levels, 0 to 12; measured: level 6 saves 0.9 % and costs 3.6 ms a report
    int text_compression = 6;
    std::string producer;               // empty: nianbao and its version
    std::optional<std::int64_t> epoch;  // SOURCE_DATE_EPOCH: the file's date where the document has none; without both, no date
};

/// The file, whole. The same pages and fonts give the same bytes. Throws Failure where libharu or a face refuses.
/// REQUIRES: `fonts` is what `pages` were set with.
std::string write_pdf(const Pages& pages, const Fonts& fonts, const PdfOptions& options = {});

}  // namespace nianbao
