// Every file of 收件 accounted for: whose it is, and what became of it.
#pragma once

#include "county/desk/intake/assigned.hpp"
#include "nianbao/collect.hpp"

#include <string>
#include <vector>

namespace nianbao::desk {

/// The name of an office, on the list or not.
const std::string& office_name(const OfficeFiles& office, const std::vector<OfficeOfList>& list);

/// A line for each file, before anybody knows which counts.
std::vector<DeskFile> accounts_of(const std::vector<ReceivedFile>& files, const Assigned& assigned,
                                  const std::vector<OfficeOfList>& list, int year);

/// L-35, of each report that is counted for nobody.
void tell_disputes(const Assigned& assigned, const std::vector<ReceivedFile>& files,
                   const std::vector<OfficeOfList>& list, std::vector<Finding>& findings);

/// “署名是“…”，文件名写的是“…””
std::string dispute_text(const Dispute& dispute, const ReceivedFile& file,
                         const std::vector<OfficeOfList>& list);

/// Says which of an office's files counts. `read`: it could be read.
void account_for_choice(const OfficeFiles& office, const ChosenFile& choice, bool read,
                        std::vector<DeskFile>& accounts);

}  // namespace nianbao::desk
