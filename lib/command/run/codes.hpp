// Every code that a finding carries beside those of the rules, from the tables of the
// rooms that tell them.
#pragma once

#include "nianbao/codes.hpp"

#include <span>
#include <string>

namespace nianbao {

/// In the order of their families: D reading, R cell references, F layout, M merging, O
/// what is written.
std::span<const Code> all_codes();

/// A code as the list of rules shows it: a section of Markdown, Chinese.
std::string code_text(const Code& code);

/// The families of codes as a document: what stands in RULES.md behind the rules.
std::string codes_document();

}  // namespace nianbao
