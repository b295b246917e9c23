// Values of a PDF, read from its bytes.
#pragma once

#include "notation/pdf/objects.hpp"

#include <cstddef>
#include <string_view>

namespace nianbao::notation {

/// Reads values one after the other (ISO 32000-1, 7.3). What is none is passed over.
class PdfValues {
public:
    PdfValues(std::string_view bytes, std::size_t at) : bytes_(bytes), at_(at) {}

    PdfValue next(int depth = 0);
    std::size_t at() const { return at_; }
    void skip_blanks();

private:
    PdfValue number_or_reference();
    PdfValue name();
    PdfValue string();
    PdfValue hex_string();
    PdfValue array(int depth);
    PdfValue dictionary(int depth);
    bool take(std::string_view word);
    char here() const { return at_ < bytes_.size() ? bytes_[at_] : '\0'; }

    std::string_view bytes_;
    std::size_t at_;
};

}  // namespace nianbao::notation
