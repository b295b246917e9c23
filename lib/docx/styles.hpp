// The styles of the report in Word, and the faces that the standard names.
#pragma once

#include "docx/page.hpp"
#include "nianbao/layout.hpp"
#include "nianbao/roles.hpp"

#include <string>
#include <string_view>

namespace nianbao::docx {

/// A face, and what stands in for it where it is not installed.
struct Face {
    std::string_view name, other;
};

/// The face of a role (GB/T 9704, 7.3).
const Face& face_of(Role role);

/// The ID of the style of paragraphs of a role, or "" for the text's own. Those of
/// headings are the built-in ones, so that every program knows their levels; people see
/// them by their Chinese names.
std::string_view style_of(Role role);
inline constexpr std::string_view signature_style = "落款", footer_style = "页码",
                                  break_style = "分节";

/// `comments`: there are some, which have a style of their own.
std::string styles_xml(const Page& page, const Layout& layout, bool comments);
std::string font_table_xml();

inline constexpr std::string_view word_namespace =
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

}  // namespace nianbao::docx
