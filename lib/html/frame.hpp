// What every whole page begins and ends with.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::html {

/// The head of a page, with the tags `meta` in it, up to the beginning of its main part.
std::string begin_page(std::string_view language, std::string_view title, std::string_view meta);

/// Ends a page, whose main part is closed, and seals it: the last line is a comment with
/// the digest of all before it.
std::string end_page(std::string page);

}  // namespace nianbao::html
