// Texts that show tables as lines: what a PDF prints, and what was copied from a page.
#pragma once

#include "notation/draft.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::recognise {

struct PrintedText {
    notation::Draft draft;
    std::vector<std::string> others;  // lines in the form's tables that are not the form's
    std::vector<std::string> heads;   // running heads and feet, which are left out
};

/// A text, a paragraph a line; the form's tables become grids. Places are the text's.
PrintedText draft_of_text(Source source);

/// What pdftotext -layout makes of a PDF: broken lines become paragraphs again. `file`:
/// its name in places, which are paragraphs and cells.
PrintedText draft_of_printed(std::string file, std::string_view text);

}  // namespace nianbao::recognise
