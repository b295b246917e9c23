// The data files of the tree on pages, with the free faces.
#pragma once

#include <string_view>

#include "nianbao/pages.hpp"
#include "report/set_pages.hpp"

namespace nianbao {

/// A report with every kind of structure: lists, notes, links, headings of four ranks.
inline constexpr std::string_view tagged_data = "tests/cases/tagged.yaml";

Document document_of(std::string_view data);

/// `low`: on pages so low that paragraphs and tables go over several.
Pages pages_of(std::string_view data, bool low = false, const Fonts& fonts = free_fonts());

}  // namespace nianbao
