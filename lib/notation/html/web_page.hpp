// Web pages (.html, .mhtml): what one sees of them, as paragraphs and grids.
#pragma once

#include "notation/draft.hpp"
#include "notation/html/body.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::notation {

struct WebPage {
    Draft draft;  // facts: meta tags by their names, and "title"
    std::vector<WebLink> links;
    int lost = 0;  // bytes that are no text in the page's encoding
};

struct ReadWebPage {
    std::optional<WebPage> page;
    std::string fault;  // why there is none, in Chinese without an end mark
};

/// Reads a page, whole or a part of one, or an archive of a page and its frames.
ReadWebPage read_web_page(std::string_view bytes, std::string name);

}  // namespace nianbao::notation
