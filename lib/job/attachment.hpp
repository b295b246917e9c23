// What an output carries of its data, if it is asked to.
#pragma once

#include "nianbao/job.hpp"
#include "nianbao/output.hpp"
#include "nianbao/report.hpp"

#include <string>

namespace nianbao {

/// The report's data, written anew in the notation of its file, or of the
/// data that a PDF carried: what stays in the office
/// is left out, as are comments, waivers with their reasons, the files of a merged
/// report's members, and the name of the data file.
Attachment attachment_of(const Input& input, const Source& source, const Report& report);

/// The name of that, "data.yaml" or "data.json".
std::string attachment_name(const Input& input, const Source& source);

}  // namespace nianbao
