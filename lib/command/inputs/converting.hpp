// Old Word files and workbooks among what is to be read, and PDFs that carry no data.
#pragma once

#include "command/inputs/job_list.hpp"
#include "data/drafts/converter.hpp"
#include "nianbao/read.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace nianbao {

/// What other programs make readable.
struct Converting {
    std::optional<data::Converter> converter;  // old Word files and workbooks
    bool pdfs = false;                         // those that carry no data
};

/// A file that was named. False: it is none that is converted. Else it is among the jobs,
/// or among the others with why it is not. Throws Failure.
bool add_converted(JobList& jobs, const std::string& file, const Converting& converting);

/// Takes the reports among the others of a listing to the jobs. Word files are left if
/// data files stand beside them, as .docx are. Of what is left the findings say why.
/// Throws Failure.
void add_converted(JobList& jobs, Listing& listing, const std::filesystem::path& folder,
                   const Converting& converting);

}  // namespace nianbao
