// PDFs that carry no data, read by their text: by pdftotext, where it is installed.
#pragma once

#include "nianbao/finding.hpp"
#include "nianbao/read.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace nianbao::data {

/// The program, by PATH.
inline constexpr std::string_view text_program = "pdftotext";

/// True for a PDF that carries no data, as far as a look into it tells.
bool is_plain_pdf(const std::filesystem::path& file);

/// What stands on its pages, laid out by blanks; a form feed ends each. Else an error
/// D-20 that says why there is none and what to do. `program`: pdftotext, or one that
/// takes its arguments. Throws Failure.
std::variant<std::string, Finding> text_of_pdf(const std::filesystem::path& file,
                                               std::string_view program = text_program);

/// Puts such a PDF's text for the PDF, under its name; any other input stays as it is.
/// Answers the error if there is no text. Throws Failure.
std::optional<Finding> take_text_of_pdf(Input& input);

}  // namespace nianbao::data
