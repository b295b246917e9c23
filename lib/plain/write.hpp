// Writes a document as plain text for people: to read on a screen, search, or mail.
#pragma once

#include "nianbao/document.hpp"
#include "nianbao/output.hpp"

#include <string>

namespace nianbao {

/// UTF-8, with a line for each heading, paragraph and item, however long. The title is in
/// the middle of a line of 28 characters, the signature at its end. The columns of a
/// table are aligned on a terminal, with a rule below its header rows. If the text of a
/// link does not say its URI, it follows in brackets. No line ends in a blank; the last
/// one ends in U+000A; an empty document gives an empty text. Leaves out characters
/// without ink, as the pages do. Throws std::invalid_argument with fault() if the
/// document has one.
std::string write_text(const Document& document);

/// The same, as an output. REQUIRES: a document.
std::string write_text(const Stages& stages);

}  // namespace nianbao
