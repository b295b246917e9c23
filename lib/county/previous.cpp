#include "nianbao/previous.hpp"
#include "file/path_text.hpp"

#include "nianbao/failure.hpp"

#include <fmt/format.h>

#include <system_error>
#include <utility>

namespace nianbao {
namespace {

std::string file_name(const std::string& name) { return utf8(path_of(name).filename()); }

std::string no_data_in(const std::string& folder) {
    return fmt::format(
        "上年报告的文件夹 {} 里没有数据文件（.xlsx、.docx、.html、.yaml、.yml、.json，附有数据的 PDF）",
        folder);
}

}  // namespace

PreviousReports PreviousReports::read(const std::filesystem::path& file_or_folder) {
    PreviousReports previous;
    std::error_code unknown;
    previous.folder_ = std::filesystem::is_directory(file_or_folder, unknown);
    previous.name_ = utf8(file_or_folder);
    const auto files = previous.folder_ ? data_files(file_or_folder) : std::vector{file_or_folder};
    if (files.empty()) throw Failure(no_data_in(previous.name_));
    for (const std::filesystem::path& file : files) previous.add(utf8(file), nianbao::read(file));
    return previous;
}

PreviousReports PreviousReports::read(std::span<const Input> files, std::string folder) {
    if (files.empty()) throw Failure(no_data_in(folder));
    PreviousReports previous;
    previous.folder_ = true;
    previous.name_ = std::move(folder);
    for (const Input& input : files)
        previous.add(input.name.empty() ? utf8(input.file) : input.name, nianbao::read(input),
                     !input.bytes && (input.name.empty() || path_of(input.name) == input.file));
    return previous;
}

PreviousReports PreviousReports::read(const Input& input) {
    PreviousReports previous;
    previous.name_ = input.name.empty() ? utf8(input.file) : input.name;
    previous.add(previous.name_, nianbao::read(input));
    return previous;
}

void PreviousReports::add(std::string name, Reading reading, bool from_file) {
    if (!reading.report) {
        std::string first;
        for (const Finding& finding : reading.findings) {
            if (first.empty() && finding.severity == Severity::error) first = message(finding);
        }
        unread_.push_back(std::move(first));
        return;
    }
    by_agency_[plain_name(reading.report->agency)].push_back(files_.size());
    File file{std::move(name), reading.report->year, nullptr};
    if (files_.size() < most_kept || !from_file)
        file.report = std::make_shared<const Report>(*std::move(reading.report));
    files_.push_back(std::move(file));
}

std::shared_ptr<const Report> PreviousReports::report_of(const File& file) {
    if (file.report != nullptr) return file.report;
    try {
        Reading again = nianbao::read(path_of(file.name));
        if (!again.report) return nullptr;
        return std::make_shared<const Report>(*std::move(again.report));
    } catch (const Failure&) {
        return nullptr;
    }
}

Previous PreviousReports::find(const Report& report) const {
    const int year = report.year - 1;
    if (!folder_) {
        if (!files_.empty()) return {files_.front().report, {}};
        return {nullptr, fmt::format("上年的报告读不出来，没有比较：{}", unread_.front())};
    }
    std::vector<const File*> found;
    std::string other_years;
    if (const auto own = by_agency_.find(plain_name(report.agency)); own != by_agency_.end()) {
        for (std::size_t index : own->second) {
            const File& file = files_[index];
            if (file.year == year) found.push_back(&file);
            else
                other_years += fmt::format("{}{}（{} 年度）", other_years.empty() ? "" : "、",
                                           file_name(file.name), file.year);
        }
    }
    if (found.size() == 1) {
        if (std::shared_ptr<const Report> last = report_of(*found.front())) return {last, {}};
        return {nullptr, fmt::format("文件夹 {} 里的 {} 后来变了，读不出来，没有比较", name_,
                                     file_name(found.front()->name))};
    }
    if (found.size() > 1) {
        std::string names;
        for (const File* file : found) names += (names.empty() ? "" : "、") + file_name(file->name);
        return {nullptr, fmt::format("文件夹 {} 里有 {} 份“{}”{} 年度的报告，没有比较：{}", name_,
                                     found.size(), report.agency, year, names)};
    }
    std::string why =
        fmt::format("文件夹 {} 里没有“{}”{} 年度的报告，没有比较", name_, report.agency, year);
    if (!other_years.empty()) why += fmt::format("；这个单位别的年度的有：{}", other_years);
    if (!unread_.empty())
        why += fmt::format("；另有 {} 份读不出来，例如：{}", unread_.size(), unread_.front());
    return {nullptr, std::move(why)};
}

}  // namespace nianbao
