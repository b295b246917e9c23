// Characters that markup writes otherwise: &lt; &#26149; &#x4E2D;
#pragma once

#include <string>
#include <string_view>

namespace nianbao::notation {

enum class Within : bool { text, attribute };

/// Appends a text of a page with its references as characters. What is none stays as it
/// is written, as browsers show it. In an attribute “&copy=” is part of an address.
void append_decoded(std::string& out, std::string_view raw, Within within);

}  // namespace nianbao::notation
