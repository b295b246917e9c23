// Last year's reports, found by the name of the office.
#pragma once

#include "nianbao/check.hpp"
#include "nianbao/read.hpp"
#include "nianbao/report.hpp"

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// Safe to use from many threads at once, once it is read.
class PreviousReports {
public:
    /// Reads a data file, or every data file of a folder, without its subfolders.
    /// Remembers which files hold no report, and keeps the reports of `most_kept` files;
    /// those of other files are read again whenever they are asked for. Throws Failure if
    /// nothing can be read there, or the folder has no data file.
    [[nodiscard]] static PreviousReports read(const std::filesystem::path& file_or_folder);

    /// Reads one data file, or its bytes, whatever they say. Throws Failure if the file
    /// cannot be read.
    [[nodiscard]] static PreviousReports read(const Input& input);

    /// Reads what a caller found in a folder, such as the text of its PDFs. `folder`: its
    /// name in messages. Keeps every report that came as bytes. Throws Failure as the
    /// first does.
    [[nodiscard]] static PreviousReports read(std::span<const Input> files, std::string folder);

    /// The office's report on the year before. In a folder it is found by name, ignoring
    /// blanks, and year. A single file's report is always returned, whosever it is: the
    /// rules find out if it is another office's.
    [[nodiscard]] Previous find(const Report& report) const;

private:
    void add(std::string name, Reading reading, bool from_file = true);

    /// More than a county has offices.
    static constexpr std::size_t most_kept = 1000;

    struct File {
        std::string name;
        int year = 0;
        std::shared_ptr<const Report> report;  // empty: it is read again
    };
    static std::shared_ptr<const Report> report_of(const File& file);

    bool folder_ = false;
    std::string name_;
    std::vector<File> files_;
    std::map<std::string, std::vector<std::size_t>, std::less<>>
        by_agency_;                    // indexes of files_; names without blanks
    std::vector<std::string> unread_;  // files without a report, and their first mistake
};

}  // namespace nianbao
