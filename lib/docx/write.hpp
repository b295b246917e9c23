// Writes a document as a Word file that people may edit, and that looks like our page.
#pragma once

#include "nianbao/document.hpp"
#include "nianbao/layout.hpp"
#include "nianbao/output.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

/// The bytes of a .docx, the same for the same document. Headings have their levels,
/// numbers stand in the text, tables have merged cells and heads that repeat. Names the
/// agency and no person; has no macro and no theme. `data`: a custom part, which no
/// reader of ours looks at. Throws std::invalid_argument with fault() if the document has
/// one.
std::string write_docx(const Document& document, const Layout& layout,
                       const std::optional<Attachment>& data);

/// A letter: the same with 主送机关 between title and text, at the left edge (GB/T 9704
/// 7.3.2).
std::string write_letter(const Document& document, const Inline& addressee, const Layout& layout);

/// The same, as an output. REQUIRES: a document.
std::string write_docx(const Stages& stages);

/// True for a Word file that write_docx() made and nobody changed since.
bool is_docx_as_made(std::string_view bytes);

}  // namespace nianbao
