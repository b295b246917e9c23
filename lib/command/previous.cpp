#include "command/previous.hpp"

#include "command/plan.hpp"
#include "data/drafts/pdf_text.hpp"
#include "file/path_text.hpp"
#include "nianbao/previous.hpp"

#include <memory>
#include <system_error>
#include <utility>

namespace nianbao {
namespace {

/// PDFs that carry no data are read by their text. Of one that has none it is told, where
/// an office's report was not found, that it could not be read.
PreviousReports reports_at(const std::string& file_or_folder, Caller& caller) {
    const std::filesystem::path place = path_of(file_or_folder);
    if (file_or_folder == "-") return PreviousReports::read(place);
    const JobList jobs = list({file_or_folder}, Depth::below, caller, {}, PlainPdfs::by_text);
    std::vector<Input> files = inputs_of(jobs);
    std::error_code unknown;
    if (!std::filesystem::is_directory(place, unknown))
        return files.empty() ? PreviousReports::read(place) : PreviousReports::read(files.front());
    for (const OtherFile& other : jobs.others()) {
        if (data::is_plain_pdf(other.file)) files.push_back({.file = other.file});
    }
    return PreviousReports::read(files, file_or_folder);
}

}  // namespace

std::function<Previous(const Report&)> previous_of(const Arguments& arguments, Caller& caller) {
    if (!arguments.previous) return {};
    const auto reports =
        std::make_shared<const PreviousReports>(reports_at(*arguments.previous, caller));
    return [reports](const Report& report) { return reports->find(report); };
}

}  // namespace nianbao
