// Writes a document as a web page: whole, or its body alone for the editor of a portal.
#pragma once

#include "nianbao/document.hpp"
#include "nianbao/output.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

struct HtmlOptions {
    bool whole = true;  // false: the body without the title, for a portal's own page
    std::optional<Date> published = {};  // of the page; never the day of the signature
    std::optional<Site> site = {};       // on which it is published
    std::optional<Attachment> data = {};
    std::string pdf = {};  // the name of the PDF beside a whole page, which links to it
};

/// HTML in UTF-8, in elements that carry the meaning: headings, lists, tables with
/// caption, head, and header cells that every cell names. A whole page asks nothing of
/// any other address and has no script; its last line is a comment with the digest of
/// all before it. A part has no class, and looks as it should by attributes of its own.
/// Texts never become markup, and links lead to http, https and mailto alone. Leaves out
/// characters without ink. Throws std::invalid_argument with fault() if the document has
/// one.
std::string write_html(const Document& document, const HtmlOptions& options = {});

/// Both, as outputs. REQUIRES: a document.
std::string write_page(const Stages& stages);
std::string write_fragment(const Stages& stages);

/// True for a whole page that write_html() made, and nobody changed since.
bool is_page_as_made(std::string_view bytes);

}  // namespace nianbao
