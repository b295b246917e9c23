// A PDF that tells from what it was made, so that the next run can leave it, and that it
// stands as it was made, so that the next one may write over it.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

/// What stands in the PDF's trailer until it is sealed (PdfOptions::seal).
std::string blank_seal();

/// Seals a PDF that has a blank seal: a digest of the inputs and of every byte of the
/// file, so that a file that was changed since is not taken for it.
void seal(std::string& pdf, std::string_view inputs);

/// True if the whole PDF stands as it was sealed, made from these inputs.
bool is_sealed(std::string pdf, std::string_view inputs);

/// True if nianbao made the PDF, whichever version from whatever, sealed or not, and its
/// content stands as it was made: its ID is that of the content.
bool is_as_made(std::string_view pdf);

}  // namespace nianbao
