#include "county/letters/reminders.hpp"

#include <fmt/format.h>

#include <tuple>
#include <vector>

namespace nianbao {
namespace {

/// True if a moment is past. A day lasts to its end.
bool is_over(const Moment& moment, const Moment& now) {
    const auto order = [](const Moment& own, int no_hour) {
        return std::tuple(own.date.year, own.date.month, own.date.day,
                          own.hour < 0 ? no_hour : own.hour, own.minute);
    };
    return now.date.month > 0 && order(moment, 24) < order(now, 0);
}

/// “请于1月18日17:00前报送，公布期限为1月31日。” Only what is still to come can be a date
/// to keep; once it is over, the report is to come at once.
std::string what_is_asked(const Profile& profile, const DeskHead& head) {
    const std::string when = profile.submission ? moment_text(*profile.submission) : std::string();
    const Date legal{head.year + 1, 1, 31};
    const Date publication = profile.publication.value_or(legal);
    const std::string_view name = publication == legal ? "法定公布期限" : "公布期限";
    std::string asked = "请尽快";
    if (!when.empty())
        asked = is_over(*profile.submission, head.now) ? "请立即" : fmt::format("请于{}前", when);
    return fmt::format("{}报送，{}为{}月{}日。", asked, name, publication.month, publication.day);
}

std::string as_of(const DeskHead& head) {
    const std::string now = moment_text(head.now);
    return now.empty() ? "" : fmt::format("截至{}，", now);
}

std::string names_of(std::span<const OfficeOfList> offices) {
    std::string names;
    for (const OfficeOfList& office : offices) names += (names.empty() ? "" : "、") + office.name;
    return names;
}

/// “联系人：李明，电话：0530-6120001。”; empty if the profile tells neither.
std::string whom_to_ask(const Profile& profile) {
    if (profile.contact.empty() && profile.phone.empty()) return {};
    return fmt::format("{}{}{}。", profile.contact.empty() ? "" : "联系人：" + profile.contact,
                       profile.contact.empty() || profile.phone.empty() ? "" : "，",
                       profile.phone.empty() ? "" : "电话：" + profile.phone);
}

}  // namespace

std::string group_reminder(std::span<const OfficeOfList> missing,
                           std::span<const OfficeOfList> unreadable,
                           std::span<const SentOtherYear> other_years, const Profile& profile,
                           const DeskHead& head) {
    std::vector<std::string> parts;
    if (!missing.empty())
        parts.push_back(fmt::format("尚有{}家未报送：{}", missing.size(), names_of(missing)));
    std::string others;
    for (const SentOtherYear& own : other_years)
        others += fmt::format("{}{}（{}年）", others.empty() ? "" : "、", own.office, own.year);
    if (!others.empty())
        parts.push_back(fmt::format("{}家报来的不是{}年的报告，需重新报送：{}", other_years.size(),
                                    head.year, others));
    if (!unreadable.empty())
        parts.push_back(fmt::format("{}家报送的文件无法读取，需重新报送：{}", unreadable.size(),
                                    names_of(unreadable)));
    return fmt::format("{}应报{}家，{}。{}", as_of(head), head.expected, fmt::join(parts, "；"),
                       what_is_asked(profile, head));
}

std::string reminder(const OfficeOfList& office, const Profile& profile, const DeskHead& head) {
    const std::string_view you = profile.address == Address::polite ? "贵单位" : "你单位";
    return fmt::format("{}：{}{}尚未报送{}年政府信息公开工作年度报告。{}{}", office.name,
                       as_of(head), you, head.year, what_is_asked(profile, head),
                       whom_to_ask(profile));
}

std::string reminder_of_other_year(const LedgerRow& row, const Profile& profile,
                                   const DeskHead& head) {
    const std::string_view you = profile.address == Address::polite ? "贵单位" : "你单位";
    return fmt::format(
        "{}：{}{}报来的是{}年的报告，{}年政府信息公开工作年度报告没有收到，请核对后重新报送。{}{}",
        row.office.name, as_of(head), you, row.other_year, head.year, what_is_asked(profile, head),
        whom_to_ask(profile));
}

std::string reminder_of_unreadable(const LedgerRow& row, const Profile& profile,
                                   const DeskHead& head) {
    const std::string_view you = profile.address == Address::polite ? "贵单位" : "你单位";
    std::string what = fmt::format(
        "收到的文件（{}）无法读取，请用WPS或者Word打开核对，去掉密码，另存为.docx或者.xlsx后重新报送",
        fmt::join(row.unreadable, "、"));
    if (row.only_scans)
        what = "只收到扫描件或者PDF，请另报可以编辑的电子文件（Word文件或者工作簿）";
    return fmt::format("{}：{}{}的{}年政府信息公开工作年度报告，{}。{}{}", row.office.name,
                       as_of(head), you, head.year, what, what_is_asked(profile, head),
                       whom_to_ask(profile));
}

}  // namespace nianbao
