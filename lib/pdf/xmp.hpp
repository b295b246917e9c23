// What the file says of itself once more, in XMP: which standards it claims, and the same
// facts as the information dictionary.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

/// The facts that both the information dictionary and XMP tell; the author is the
/// publisher too. Empty: not told.
struct Facts {
    std::string title, author, description, keywords, producer;
    std::string date;      // a PDF date, "D:20250120000000+08'00'"
    std::string language;  // told by the catalog too
};

/// A packet that claims PDF/A-2a, or PDF/A-3a if `attachment`, and PDF/UA-1 (ISO
/// 19005-2, 6.6.4; ISO 14289-1, 5).
std::string xmp_packet(const Facts& facts, bool attachment);

/// A PDF date as XMP writes it: "2025-01-20T00:00:00+08:00".
std::string xmp_date(std::string_view pdf_date);

/// Without the characters that XML has none for (XML 1.0, 2.2): controls, U+FFFE, U+FFFF.
std::string xml_characters(std::string_view utf8);

}  // namespace nianbao
