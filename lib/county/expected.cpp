// Who has to be among the members of a merged report.
#include "file/path_text.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/merge.hpp"
#include "nianbao/office_list.hpp"
#include "nianbao/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

namespace nianbao {
namespace {

void add_once(std::vector<std::string>& names, std::string name) {
    const auto same = [&](const std::string& other) {
        return plain_name(other) == plain_name(name);
    };
    if (!name.empty() && std::none_of(names.begin(), names.end(), same))
        names.push_back(std::move(name));
}

}  // namespace

ExpectedMembers ExpectedMembers::read(const std::filesystem::path& list_or_folder) {
    ExpectedMembers expected;
    std::error_code unknown;
    if (std::filesystem::is_directory(list_or_folder, unknown)) {
        for (const std::filesystem::path& file : data_files(list_or_folder)) {
            const Reading reading = nianbao::read(file);
            if (reading.report) add_once(expected.names, reading.report->agency);
            else expected.unread.push_back(utf8(file.filename()));
        }
    } else {
        expected.offices = OfficeList::read(list_or_folder).offices;
        for (const OfficeOfList& office : expected.offices) expected.names.push_back(office.name);
    }
    if (expected.names.empty())
        throw Failure(fmt::format("单位名单 {} 里没有单位", utf8(list_or_folder)));
    return expected;
}

}  // namespace nianbao
