// Texts that show tables as lines: what a PDF prints, and what was copied from a page.
#pragma once

#include "notation/draft.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::recognise {

/// A line in one of the form's tables that the form does not have.
struct OtherLine {
    std::string words;
    int begin = 0, end = 0;  // bytes of the text
    int page = 0;            // from 1; of a text without form feeds 1
};

struct PrintedText {
    notation::Draft draft;
    std::vector<OtherLine> others;
    std::vector<std::string> heads;  // running heads and feet, which are left out
};

/// A text, a paragraph a line; the form's tables become grids. Places are the text's.
PrintedText draft_of_text(Source source);

/// What pdftotext -layout makes of a PDF: broken lines become paragraphs again. `file`:
/// its name in places, which are paragraphs and cells.
PrintedText draft_of_printed(std::string file, std::string_view text);

}  // namespace nianbao::recognise
