// The page that leads to the pages of many offices.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace nianbao {

/// A report's page, and what else was made of the report.
struct IndexEntry {
    std::string agency;
    int year = 0;
    std::string page;  // where it is from the folder of the index: “镇/a.html”
    /// What a file is called for people (“PDF”), and where it is.
    std::vector<std::pair<std::string, std::string>> others = {};
};

/// A whole page in UTF-8 with a link to every report, in their order, the newest year
/// first. It says nothing else of them. Ends as write_html() does, so that
/// is_page_as_made() knows it.
std::string write_index(const std::vector<IndexEntry>& entries);

}  // namespace nianbao
