// Marks of Markdown in a text.
#pragma once

#include <cstddef>
#include <string_view>

namespace nianbao::wording {

/// “## 一、主动公开”, “**全年公开**”: marks of Markdown, which a machine that writes leaves.
/// Where they end; 0: there are none.
std::size_t markdown(std::u32string_view text, std::size_t place);

}  // namespace nianbao::wording
