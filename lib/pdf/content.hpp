// A page's marks as a content stream.
#pragma once

#include "outline/elements.hpp"
#include "outline/uses.hpp"

#include <span>
#include <string>

namespace nianbao {

/// Every glyph stands within 0.005 pt of its place, without drift along the line. `shown`
/// has one entry for each glyph of the page's runs. `resource`: as in UsedFonts; resource
/// n is the font /Fn. Text comes in the order of the marks. `sequences`: those of the
/// page; each is marked content under its element's type, or an artifact. `elements`: one
/// for each node.
std::string content_stream(const Page& page, std::span<const Shown> shown,
                           std::span<const int> resource, std::span<const Sequence> sequences,
                           std::span<const Element> elements);

/// The number of glyphs on a page.
std::size_t count_glyphs(const Page& page);

}  // namespace nianbao
