// Last year's reports, found by the name of the office.
#pragma once

#include "nianbao/read.hpp"
#include "nianbao/report.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// Read once, then safe from many threads.
class PreviousReports {
public:
    /// Reads a data file, or every one of a folder (not below it). A file that holds no report is remembered as such. Throws Failure where nothing can be
    /// read there, or the folder has no data file.
    static PreviousReports read(const std::filesystem::path& file_or_folder);

    /// Reads one data file's bytes, as read.hpp does; `name` stands in messages as the file's name. Never throws for what stands in them.
    static PreviousReports read(std::string_view bytes, std::string name, Format format);

    /// For CheckOptions: the report, or why there is none.
    struct Found {
        const Report* report = nullptr;
        std::string no_previous;
    };
    /// The office's report on the year before. Of a folder the one of that name (blanks left out) and year; a single file's always, whosever it is: the rules
    /// tell where it is another's.
    Found find(const Report& report) const;

private:
    void add(std::string name, Reading reading);

    struct File {
        std::string name;
        Report report;
    };
    bool folder_ = false;
    std::string name_;
    std::vector<File> files_;
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_agency_;  // indexes of files_; names without blanks
    std::vector<std::string> unread_;                                         // files without a report, and their first mistake
};

}  // namespace nianbao
