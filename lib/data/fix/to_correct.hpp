// What fix() goes by: a reading, and what can be corrected in its text.
#pragma once

#include "data/report_from_values.hpp"
#include "nianbao/fix.hpp"
#include "notation/mending/mended_text.hpp"

#include <string_view>

namespace nianbao::data {

struct ToCorrect {
    Reading reading;
    PartOfReport part;  // also of a file without mistakes: all of it
    notation::Corrections corrections;
    bool readable = false;  // as text of a report; else nothing else is there
};

/// Reads bytes as those of a file, whatever the Input says that it holds.
ToCorrect read_to_correct(const Input& input, std::string_view bytes, Format format);

/// The same for fix().
Fixed fix(const Input& input, std::string_view bytes, Format format);

}  // namespace nianbao::data
