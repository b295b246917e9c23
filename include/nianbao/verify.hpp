// Holds what was published against the data that it was made from.
#pragma once

#include "nianbao/read.hpp"

#include <string>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// What a published page, Word file or PDF says otherwise than its data.
struct Verified {
    std::string agency;  // as the published file says it; else the data's
    int year = 0;
    Source source = {};                         // of the published file
    std::vector<Finding> findings = {};         // B: differences, errors; D: what was not read.
                                                // In the order of the published file
    std::vector<std::string> attachments = {};  // that a page links: names or addresses
};

/// Compares title, 发布机构, 发布日期, every cell, every sentence and the signature. Blanks,
/// line ends, the numbers of headings and the order of sentences in a field are no
/// differences; nor are a title and dates that the published file does not have. Each
/// finding stands at its place in the published file; its values are "published", "data"
/// and "data_place". A PDF that carries no data is compared by its text, which pdftotext
/// gives where it is installed (D-46; else an error D-20 says what to do). Throws
/// std::invalid_argument without data.report, and Failure if the file cannot be read.
[[nodiscard]] Verified verify(const Input& published, const Reading& data);

}  // namespace nianbao
