// What the file says of itself: title, author, dates, language, how its pages are
// numbered. Nothing of the machine, its user or its clock.
#pragma once

#include "nianbao/pdf.hpp"
#include "pdf/objects/objects.hpp"

namespace nianbao {

/// Fills the catalog, the information dictionary and XMP, which say the same. REQUIRES:
/// all pages have been made.
void add_information(Objects& objects, const Pages& pages, const PdfOptions& options);

/// A PDF date (ISO 32000-1, 7.9.4): the document's day in China's time, else the epoch's
/// second in UTC, else empty.
std::string pdf_date(const Metadata& metadata, const PdfOptions& options);

}  // namespace nianbao
