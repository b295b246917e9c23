#include "county/desk/intake/accounts.hpp"

#include "county/desk/rules.hpp"
#include "county/gate.hpp"

#include <fmt/format.h>

#include <string_view>

namespace nianbao::desk {
namespace {

DeskFile& at(std::vector<DeskFile>& accounts, int i) {
    return accounts[static_cast<std::size_t>(i)];
}

}  // namespace

const std::string& office_name(const OfficeFiles& office, const std::vector<OfficeOfList>& list) {
    return office.office == Owners::nobody ? office.agency
                                           : list[static_cast<std::size_t>(office.office)].name;
}

std::vector<DeskFile> accounts_of(const std::vector<ReceivedFile>& files, const Assigned& assigned,
                                  const std::vector<OfficeOfList>& list, int year) {
    std::vector<DeskFile> accounts;
    for (const ReceivedFile& file : files)
        accounts.push_back(
            {file.path, {}, file.says, file.agency, file.year, file.draft, file.seen});
    for (const OfficeFiles& office : assigned.offices) {
        for (const std::vector<int>* own : {&office.reports, &office.other_years, &office.scans,
                                            &office.unreadable, &office.others}) {
            for (const int i : *own) at(accounts, i).office = office_name(office, list);
        }
        for (const int i : office.reports) at(accounts, i).says = "没有采用";
        for (const int i : office.other_years)
            at(accounts, i).says = fmt::format("不是 {} 年度的，没有采用", year);
        for (const int i : office.scans)
            at(accounts, i).says =
                fmt::format("签字盖章件（{}）", files[static_cast<std::size_t>(i)].says);
    }
    for (const Dispute& dispute : assigned.disputes) {
        const ReceivedFile& file = files[static_cast<std::size_t>(dispute.file)];
        at(accounts, dispute.file).says =
            fmt::format("{}，没有采用", dispute_text(dispute, file, list));
    }
    for (const int i : assigned.unowned) {
        const ReceivedFile& file = files[static_cast<std::size_t>(i)];
        if (file.came == Came::lock) continue;
        at(accounts, i).says =
            fmt::format("不知道是哪个单位的{}{}", file.says.empty() ? "" : "：", file.says);
    }
    return accounts;
}

std::string dispute_text(const Dispute& dispute, const ReceivedFile& file,
                         const std::vector<OfficeOfList>& list) {
    return fmt::format("署名是“{}”，文件名写的是“{}”", file.agency,
                       list[static_cast<std::size_t>(dispute.in_path)].name);
}

void tell_disputes(const Assigned& assigned, const std::vector<ReceivedFile>& files,
                   const std::vector<OfficeOfList>& list, std::vector<Finding>& findings) {
    for (const Dispute& dispute : assigned.disputes) {
        const ReceivedFile& file = files[static_cast<std::size_t>(dispute.file)];
        findings.push_back(told(Severity::warning, rule("L-35"), {},
                                fmt::format("“{}”的{}，没有算作任何一家的", file.path,
                                            dispute_text(dispute, file, list)),
                                "核对是哪个单位的，在它的“采用文件”里写上这个文件"));
    }
}

void account_for_choice(const OfficeFiles& office, const ChosenFile& choice, bool read,
                        std::vector<DeskFile>& accounts) {
    if (choice.undecided) {
        for (const int i : office.reports) at(accounts, i).says = "多稿待定";
    }
    if (choice.file >= 0) at(accounts, choice.file).says = read ? "采用" : "读不出来";
    if (choice.with >= 0) at(accounts, choice.with).says = "采用（文字部分）";
    for (const int i : choice.same) at(accounts, i).says = "与采用的内容相同";
}

}  // namespace nianbao::desk
