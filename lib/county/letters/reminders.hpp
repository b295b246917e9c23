// 催报: to the work group, and to each office that sent nothing.
#pragma once

#include "nianbao/collect.hpp"

#include <span>
#include <string>

namespace nianbao {

/// An office of which a report of another year came, and none of the year.
struct SentOtherYear {
    std::string office;
    int year = 0;
};

/// “截至1月15日17:00，应报100家，尚有8家未报送：…；1家报来的不是2026年的报告，需重新报送：…
/// （2025年）；2家报送的文件无法读取，需重新报送：…。请于
/// 1月18日17:00前报送，法定公布期限为1月31日。” `missing`: offices that sent nothing,
/// `other_years`: those of which another year's report came, `unreadable`: those whose
/// files nobody can read, in the order of the list; all of them
/// are named. REQUIRES: there are some.
std::string group_reminder(std::span<const OfficeOfList> missing,
                           std::span<const OfficeOfList> unreadable,
                           std::span<const SentOtherYear> other_years, const Profile& profile,
                           const DeskHead& head);

/// To one of them.
std::string reminder(const OfficeOfList& office, const Profile& profile, const DeskHead& head);
/// To an office of which another year's report came: row.other_year.
std::string reminder_of_other_year(const LedgerRow& row, const Profile& profile,
                                   const DeskHead& head);
/// To an office of which nothing came that can be read: row.unreadable or only_scans.
std::string reminder_of_unreadable(const LedgerRow& row, const Profile& profile,
                                   const DeskHead& head);

}  // namespace nianbao
