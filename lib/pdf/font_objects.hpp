// A face's program as the PDF objects that embed it.
#pragma once

#include "outline/uses.hpp"
#include "pdf/objects/objects.hpp"

namespace nianbao {

/// A Type0 font (Identity-H) with its descendant, descriptor, program and ToUnicode.
/// Deflate levels as in PdfOptions.
HPDF_Dict make_font(Objects& objects, const UsedFace& face, int font_compression,
                    int text_compression);

/// The CMap from codes to text, complete: every code has its text, by which it is copied
/// and searched. Source: Adobe Technical Note 5411.
std::string to_unicode_cmap(const UsedFace& face);

}  // namespace nianbao
