// Text that stands in markup.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::html {

/// Appends a text as characters, never as markup, in elements and in quoted attributes.
/// Blanks that follow each other stay as they are. Characters without ink are left out.
void append_text(std::string& out, std::u32string_view text);
void append_text(std::string& out, std::string_view text);

std::string escaped(std::string_view text);

/// True for an address that a page may lead to.
bool may_lead_to(std::string_view uri);

/// The address of a file that stands in the page's folder, or below it: every character
/// that is no letter, digit or “-._~/” as RFC 3986 writes it, so that no part of a name
/// is taken for a scheme or query. Ready for a quoted attribute.
std::string address_of_file(std::string_view path);

/// Base64 (RFC 4648) in one line.
std::string base64(std::string_view bytes);

}  // namespace nianbao::html
