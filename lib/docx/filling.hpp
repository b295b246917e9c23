// How the tables of a document stand on pages as Word will fill them, as far as one knows
// without faces.
#pragma once

#include "docx/shape.hpp"
#include "nianbao/document.hpp"
#include "nianbao/layout.hpp"

#include <map>

namespace nianbao::docx {

struct Standing {
    Shape shape;
    bool divided = false;  // a page ends inside it, or may rather than stay too empty
    Length below;          // blank below it, so that what follows stands on the grid
};

using Standings = std::map<const Table*, Standing>;

/// True if a section's pages are turned.
bool is_turned(const Section& section, const Standings& tables);

/// The lines of running text that a text takes.
int running_lines(const Inline& content, const Layout& layout);

/// Chooses the ends of pages as for the PDF, on lines that are counted instead of set: a
/// table stays whole if no page gets too empty by that. `title_lines`: its lines.
Standings stand(const Document& document, const Layout& layout, int title_lines);

}  // namespace nianbao::docx
