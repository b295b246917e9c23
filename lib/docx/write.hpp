// Writes a document as a Word file that people may edit, and that looks like our page.
#pragma once

#include "nianbao/document.hpp"
#include "nianbao/layout.hpp"
#include "nianbao/output.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

namespace docx {

/// Findings that a Word file carries, each beside the characters that it is about, or all
/// in a list on a last page. Those that are waived are left out.
struct Commentary {
    std::vector<Finding> findings = {};
    std::string author = {};
    bool as_list = false;
};

}  // namespace docx

/// The bytes of a .docx, the same for the same document. Headings have their levels,
/// numbers stand in the text, tables have merged cells and heads that repeat. Names the
/// agency and no person; has no macro and no theme. `data`: a custom part, which no
/// reader of ours looks at. Throws std::invalid_argument with fault() if the document has
/// one.
/// `commentary`: what was found, for who mends the report.
std::string write_docx(const Document& document, const Layout& layout,
                       const std::optional<Attachment>& data,
                       const docx::Commentary& commentary = {});

/// A letter: the same with 主送机关 between title and text, at the left edge (GB/T 9704
/// 7.3.2).
std::string write_letter(const Document& document, const Inline& addressee, const Layout& layout);

/// The same, as an output. REQUIRES: a document.
std::string write_docx(const Stages& stages);

/// 审签单: the sheet on which a report goes round to be signed, one A4 page with
/// the report's key figures and what the program compared. It is a file of its own, so
/// that it is never published with the report. As an output. REQUIRES: a document.
std::string write_signing_sheet(const Stages& stages);

/// True for a Word file that one of these made and nobody changed since.
bool is_docx_as_made(std::string_view bytes);

}  // namespace nianbao
