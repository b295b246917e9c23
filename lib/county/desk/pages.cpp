#include "county/desk/pages.hpp"

#include "county/desk/intake/owners.hpp"
#include "county/desk/intake/received.hpp"
#include "county/desk/rules.hpp"
#include "county/gate.hpp"
#include "file/path_text.hpp"
#include "file/reading.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/import.hpp"
#include "nianbao/verify.hpp"
#include "nianbao/write.hpp"
#include "text/letters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nianbao::desk {
namespace {

namespace fs = std::filesystem;

/// What offices publish; a saved page brings styles and pictures with it, too.
bool may_be_published(const std::string& name) {
    constexpr std::string_view endings[] = {".html", ".htm", ".mhtml", ".mht", ".docx", ".pdf"};
    const std::string small = small_letters(name);
    return std::any_of(std::begin(endings), std::end(endings),
                       [&](std::string_view ending) { return has_ending(small, ending); });
}

void find_below(const fs::path& folder, const std::string& above, std::vector<std::string>& found) {
    const FolderEntries entries = entries_of(folder);
    for (const fs::path& file : entries.files) {
        const std::string name = utf8(file.filename());
        if (!name.starts_with('.') && may_be_published(name)) found.push_back(above + name);
    }
    for (const fs::path& below : entries.folders) {
        const std::string name = utf8(below.filename());
        if (!name.starts_with('.')) find_below(below, above + name + "/", found);
    }
}

}  // namespace

PublishedPages::PublishedPages(const fs::path& folder, const std::vector<OfficeOfList>& list,
                               std::vector<Finding>& findings)
    : folder_(folder) {
    const Owners owners(list);
    std::vector<std::string> found;
    find_below(folder, {}, found);
    for (const std::string& path : found) {
        std::string why = "里面没有年报";
        int owner = Owners::nobody;
        try {
            const Imported page = import_report(input_at(folder, path));
            owner = page.agency.empty() ? Owners::nobody : owners.named(page.agency);
            if (!page.agency.empty()) why = fmt::format("名单上没有“{}”", page.agency);
            else if (!page.text.empty()) owner = owners.in_path(path);
            if (!page.text.empty() && page.agency.empty()) why = "读不出是哪个单位的";
        } catch (const Failure& failure) {
            why = failure.what();
        }
        if (owner != Owners::nobody) {
            pages_[owner].push_back(path);
            continue;
        }
        findings.push_back(told(Severity::warning, rule("L-36"), {},
                                fmt::format("网页“{}”没有核对：{}", path, why),
                                "存成完整的网页，或者照单位名称给文件起名"));
    }
}

std::optional<std::vector<Finding>> PublishedPages::against(int office,
                                                            const Report& report) const {
    const auto pages = pages_.find(office);
    if (pages == pages_.end()) return std::nullopt;
    Report passed = report;
    passed.published.reset();  // nobody knew it when the report passed
    const Reading data =
        read(write(passed, Format::yaml, Keys::chinese), "定稿.yaml", Format::yaml);
    std::vector<Finding> differences;
    if (!data.report) return differences;
    for (const std::string& path : pages->second) {
        Verified verified = verify(input_at(folder_, path), data);
        std::erase_if(verified.findings,
                      [](const Finding& one) { return one.severity != Severity::error; });
        for (Finding& finding : verified.findings) differences.push_back(std::move(finding));
    }
    return differences;
}

}  // namespace nianbao::desk
