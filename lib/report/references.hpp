// The cell references of a text: {{applications.received.total}} stands for the number in
// that cell.
#pragma once

#include "nianbao/report.hpp"
#include "nianbao/speech.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// One reference, or one escaped pair of braces, in a field's text: code points [begin,
/// end). `text` is what is printed there; `fault` (Chinese) is empty if it is sound,
/// and `hint` says what to do.
struct Reference {
    int begin = 0, end = 0;
    std::u32string text;
    std::string fault, hint;
};

/// Every reference in the text, in order. `{{{{` is two braces. `speech`: of hints.
std::vector<Reference> find_references(const Report& report, std::u32string_view text,
                                       Speech speech = Speech::english);

/// Braces of another width, with blanks between them, or too few or too many, about the
/// path of a cell: no references, but meant as such. Each has a fault; `text` is what
/// stands there, which is what is printed.
std::vector<Reference> almost_references(const Report& report, std::u32string_view text,
                                         Speech speech = Speech::english);

}  // namespace nianbao
