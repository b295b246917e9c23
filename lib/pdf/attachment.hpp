// A file that the PDF carries: the data that the report was made from.
#pragma once

#include "nianbao/pdf.hpp"
#include "pdf/objects/objects.hpp"

#include <string_view>

namespace nianbao {

/// Embeds the file and associates it with the document as its source (ISO 19005-3, 6.8
/// and annex E; ISO 14289-1, 7.11). `date`: a PDF date, or empty.
void add_attachment(Objects& objects, const Attachment& attachment, std::string_view date,
                    int compression);

}  // namespace nianbao
