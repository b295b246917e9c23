// Distinct reports as the data files of a batch, and the faces that set them.
#pragma once

#include "nianbao/county.hpp"
#include "nianbao/fonts.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace nianbao::bench {

/// The free set alone, so that every machine does the same work.
const Fonts& free_fonts();

/// YAML of the generator's report with that number, as long as offices write them.
std::string data_file(std::uint64_t number);
/// The same report as a workbook.
std::string workbook_file(std::uint64_t number);

/// So many jobs with distinct reports, which return their PDFs.
std::vector<Job> jobs(int count);

/// A report of about so many pages of prose.
std::string long_data_file(int pages);

/// How many pages a data file makes.
int count_pages(const std::string& data);

}  // namespace nianbao::bench
