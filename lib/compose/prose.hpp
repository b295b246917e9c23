// A field's prose becomes paragraphs: lines, levels, run-in headings, cell references.
#pragma once

#include "nianbao/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// The paragraphs of a prose field. Each non-empty line is one; its level is what the writer typed.
std::vector<Paragraph> compose_prose(const Report& report, std::string_view field, const std::string& text);

/// One line of plain text as a paragraph, with its references and gaps; `prefix` is put before it (“注：”).
Paragraph compose_line(const Report& report, std::string_view field, std::u32string_view line, int offset, ParagraphRole role, FontRole font,
                       std::u32string_view prefix = {});

}  // namespace nianbao
