// A leader's changes to a text: which of its paragraphs stay, change, go and come.
#pragma once

#include "nianbao/report.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::data {

/// A paragraph of the text as it is to be: one of the old ones, or a new one.
struct RevisedParagraph {
    int old = -1;          // which of the old paragraphs it was, from 0; -1: it is new
    std::string text;      // as the data file has it, with its references
    bool changed = false;  // the text is not the old one's
};

/// A reference that the change touches.
struct TouchedReference {
    std::string written;  // “{{applications.received.total}}”
    std::string printed;  // what the revised text has in its place; empty: nothing
    std::string now;      // what it prints in the new report; empty: it was dropped
};

struct RevisedText {
    std::vector<RevisedParagraph> paragraphs;  // blank ones are none
    std::vector<TouchedReference> references;
    bool changed = false;  // any of them is new, changed or gone
};

/// The paragraphs of a text of the data file, as they are numbered above: its lines that
/// are not blank.
std::vector<std::string_view> paragraphs_of(std::string_view text);

/// Carries a revised text, as it is printed, back into a text of the data file. A
/// reference stays where what it printed still stands, or where stands what it prints in
/// the new report. Blanks alone are no change. `old`, `revised`: reports whose cells the
/// references of the old text and of the new one print.
RevisedText carry_text(std::string_view text, const Report& old, std::string_view printed,
                       const Report& revised);

}  // namespace nianbao::data
