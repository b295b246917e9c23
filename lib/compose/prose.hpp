// A field's prose becomes blocks: headings by their numbering, run-in headings, lists.
#pragma once

#include "nianbao/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// Appends the blocks of a prose field to the last section, or to one without a heading
/// if there is none yet. Each line that is not empty is a heading, a paragraph or an
/// item; its level is what the writer typed. A heading of level 1 opens a section.
void compose_prose(const Report& report, std::string_view field, const std::string& text,
                   std::vector<Section>& sections);

}  // namespace nianbao
