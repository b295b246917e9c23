// In which encoding a page is, by what it says and by what it is.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::notation {

struct PageText {
    std::string text;  // UTF-8
    int lost = 0;      // bytes that are no text in that encoding; each is U+FFFD
};

/// A page as UTF-8. What is UTF-8 as a whole is taken as such, whatever it says.
/// `charset`: what the mail around it says; empty: nothing.
PageText page_text(std::string_view bytes, std::string_view charset);

}  // namespace nianbao::notation
