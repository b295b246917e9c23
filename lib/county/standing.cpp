#include "county/standing.hpp"

#include "county/desk/intake/assigned.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nianbao {

void StandingByFiles::come(const std::string& agency, const std::string& file,
                           std::string_view bytes) {
    desk::ReceivedFile received = desk::received_file(file, bytes);
    if (received.agency.empty()) received.agency = agency;
    if (attendance_.come(agency, file) == nullptr)
        others_.push_back(static_cast<int>(files_.size()));
    files_.push_back(std::move(received));
}

ListStanding StandingByFiles::standing() const {
    ListStanding standing;
    standing.missing = attendance_.missing(false);
    const std::vector<OfficeOfList>& offices = attendance_.offices();
    const desk::Assigned assigned = desk::assign(files_, offices, desk::year_of_most(files_));
    std::vector<int> known;  // of `files_`, that are an office's after all
    for (std::size_t i = 0; i < offices.size(); ++i) {
        const desk::OfficeFiles& files = assigned.offices[i];
        const std::string& name = offices[i].name;
        if (!files.own_name.empty()) {
            auto& own = files.abbreviated ? standing.abbreviated : standing.renamed;
            own.push_back(fmt::format("{}（报告写的是“{}”）", name, files.own_name));
            known.insert(known.end(), files.reports.begin(), files.reports.end());
            std::erase(standing.missing, name);
        }
        if (desk::choose(files_, files, {}).undecided) standing.undecided.push_back(name);
        if (!files.disputed.empty()) standing.disputed.push_back(name);
    }
    for (const int i : others_) {
        if (std::find(known.begin(), known.end(), i) != known.end()) continue;
        const desk::ReceivedFile& file = files_[static_cast<std::size_t>(i)];
        standing.not_on_list.push_back(file.agency.empty() ? file.path : file.agency);
    }
    return standing;
}

}  // namespace nianbao
