// 网页: what offices published, as it was saved, held against the reports that passed.
#pragma once

#include "nianbao/finding.hpp"
#include "nianbao/office_list.hpp"
#include "nianbao/report.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace nianbao::desk {

class PublishedPages {
public:
    /// Looks whose each page, Word file or PDF of the folder and of those below it is: by
    /// the agency that it names, else by its name. What of these holds no report of an
    /// office of the list goes to `findings` (L-36). Throws Failure if the folder cannot
    /// be read.
    PublishedPages(const std::filesystem::path& folder, const std::vector<OfficeOfList>& list,
                   std::vector<Finding>& findings);

    /// What the pages of an office, by its index of the list, say otherwise than its
    /// report; nothing if none was saved. Throws Failure if one cannot be read.
    std::optional<std::vector<Finding>> against(int office, const Report& report) const;

private:
    std::filesystem::path folder_;
    std::map<int, std::vector<std::string>> pages_;  // paths under the folder
};

}  // namespace nianbao::desk
