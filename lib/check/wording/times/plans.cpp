// W-13: what is planned for a year that is over.
#include "check/rules.hpp"
#include "check/wording/times/years.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>

namespace nianbao::wording {
namespace {

/// True where a clause speaks of what will be done: 将 before what one does, which is no
/// 将 that puts an object first (将政务公开纳入考核).
bool is_plan(std::u32string_view before, std::u32string_view rest) {
    constexpr std::u32string_view will_do[] = {
        U"加强", U"继续", U"进一步", U"加大", U"完善", U"重点", U"着力", U"不断", U"健全", U"优化",
        U"坚持", U"持续", U"深化",   U"从以", U"围绕", U"严格", U"组织", U"扩大", U"增加", U"开设",
        U"建立", U"编印", U"投入",   U"按月", U"按季", U"推进", U"推出", U"制定", U"开展", U"举办",
        U"新增", U"探索", U"推行",   U"实行", U"出台", U"印发", U"编制", U"修订", U"细化", U"定期",
        U"全面", U"努力", U"适时",   U"逐步", U"集中", U"针对", U"升级", U"更换", U"增设", U"拓展",
        U"丰富", U"强化", U"落实",   U"提高", U"提升", U"加快", U"切实", U"积极", U"抓好", U"做好",
        U"聚焦", U"立足", U"配备",   U"选派", U"邀请", U"补齐", U"再",   U"做到", U"把",   U"在全",
        U"在各", U"对",   U"为",     U"会同", U"联合", U"向",   U"参照", U"按照", U"结合", U"依托",
        U"利用", U"督促", U"指导",   U"推动", U"引入", U"引进", U"购置", U"建设", U"打造", U"搭建",
        U"更新", U"召开", U"轮训",   U"每",   U"统一", U"通过", U"与",   U"实施", U"启用", U"启动",
        U"补充", U"充实", U"梳理",   U"清理", U"整改", U"改进", U"改版", U"试行", U"尝试", U"选取",
        U"明确", U"设立", U"增派",   U"培训", U"分批", U"陆续", U"尽快", U"实现", U"缩短", U"压缩",
        U"先",   U"以",   U"从",     U"由",   U"采取"};
    if (has_any(before,
                {U"将在", U"将于", U"拟于", U"拟在", U"计划于", U"计划在", U"力争在", U"力争于"}))
        return true;
    // “计划2023年3月底前完成”; 原计划 tells of a plan that came to nothing.
    if ((before.ends_with(U"计划") && !before.ends_with(U"原计划")) || before.ends_with(U"拟"))
        return true;
    constexpr std::size_t near = 14;
    if (has_any(rest.substr(0, near), {U"力争", U"争取"})) return true;
    if ((rest.starts_with(U"计划") || rest.starts_with(U"拟")) &&
        !has_any(rest, {U"已", U"完成", U"实际"}) && at(rest, 2) != U'的')
        return true;
    const std::size_t will = rest.substr(0, near).find(U'将');
    if (will == rest.npos || has_any(rest, {U"作为", U"纳入", U"列入", U"列为", U"融入", U"贯穿",
                                            U"放在", U"摆在", U"转化", U"已", U"汇编成", U"改为"}))
        return false;
    const auto doing = rest.substr(will + 1);
    if (doing.starts_with(U"在") && is_any_digit(at(doing, 1))) return true;
    return std::any_of(std::begin(will_do), std::end(will_do),
                       [&](std::u32string_view word) { return doing.starts_with(word); });
}

/// What tells of something that was, or of how matters stand.
bool tells_of_past(std::u32string_view clause) {
    return has_any(
        clause,
        {U"已",   U"曾",   U"了",     U"上年", U"去年", U"往年", U"提出", U"指出", U"反馈", U"发现",
         U"存在", U"问题", U"收到",   U"受理", U"底",   U"较",   U"比",   U"占",   U"达",   U"出现",
         U"发生", U"被",   U"仅",     U"只有", U"未",   U"没有", U"不足", U"不够", U"报告", U"年报",
         U"因",   U"从",   U"由",     U"均",   U"共",   U"累计", U"为主", U"结转", U"分别", U"升至",
         U"降至", U"增至", U"完成率", U"至今", U"以来", U"通报", U"评估", U"考核", U"测评", U"调整",
         U"相比", U"同期", U"当年",   U"当时", U"为0"});
}

/// “2023年，把公开时限压到5个工作日”, “2024年上传并开放检索”: what is done in a year, said as a
/// plan is. REQUIRES: the year is over when the report's begins.
bool is_bare_plan(std::u32string_view text, const Year& year, std::u32string_view rest) {
    constexpr std::u32string_view to_do[] = {
        U"将",   U"把",   U"对",   U"为",   U"制定", U"编制", U"上传", U"开放", U"建立", U"建成",
        U"开展", U"举办", U"组织", U"实现", U"实行", U"推行", U"推进", U"完善", U"健全", U"公开",
        U"公布", U"增设", U"新增", U"增加", U"配备", U"聘请", U"加强", U"继续", U"先行", U"扩大",
        U"每月", U"每季", U"每年", U"按月", U"按季", U"逐步", U"全面", U"重点", U"完成", U"启动",
        U"优化", U"改版", U"升级", U"修订", U"清理", U"所有", U"争取", U"力争", U"确保", U"参照",
        U"与",   U"试点", U"落实", U"定期", U"统一", U"补齐", U"拓展", U"提高", U"提升", U"强化"};
    const char32_t before = at(text, static_cast<std::ptrdiff_t>(year.begin) - 1);
    if (before != U'\0' && !is_one_of(before, U"。；：，\n是")) return false;
    const bool amount = at(rest, 0) == U'为' && is_any_digit(at(rest, 1));
    if (tells_of_past(rest) || is_one_of(at(rest, 0), U"的版") || amount) return false;
    return std::any_of(std::begin(to_do), std::end(to_do),
                       [&](std::u32string_view word) { return rest.starts_with(word); });
}

/// “2025年6月底前建成其余6个”, “2023年3月31日前完成”: a day by which something is to be done.
bool is_deadline(std::u32string_view before, std::u32string_view rest) {
    Scanner scanner{rest, 0};
    const auto month = scanner.number(2);
    if (!month || !scanner.take(U"月")) return false;
    if (scanner.number(2)) scanner.take_one_of(U"日号");
    else scanner.take_one_of(U"底末");
    if (!scanner.take(U"前") && !scanner.take(U"之前")) return false;
    const auto doing = rest.substr(scanner.place);
    return !has_any(doing, {U"已", U"了", U"均", U"未", U"没", U"如期", U"按期", U"为"}) &&
           !has_any(before, {U"要求", U"原定", U"计划", U"规定", U"承诺", U"应", U"须", U"截至",
                             U"截止", U"未", U"对", U"将", U"的", U"已", U"在", U"于"}) &&
           has_any(doing, {U"完成", U"建成", U"补齐", U"公开", U"公布", U"上线", U"整改",
                           U"更新", U"实现", U"解决", U"启用", U"投用", U"开通", U"全部",
                           U"制定", U"修订", U"印发", U"配齐", U"到位", U"清零", U"调整"});
}

/// “2023年目标为75%”, “2023年的改进打算”.
bool is_aim(std::u32string_view rest, std::u32string_view sentence) {
    if (rest.starts_with(U"的")) rest.remove_prefix(1);
    for (const std::u32string_view word : {U"改进", U"整改", U"工作"}) {
        if (rest.starts_with(word)) rest.remove_prefix(word.size());
    }
    const bool aim = rest.starts_with(U"打算") || rest.starts_with(U"目标为") ||
                     rest.starts_with(U"目标是") || rest.starts_with(U"安排：") ||
                     rest.starts_with(U"安排如下") || rest.starts_with(U"计划：") ||
                     rest.starts_with(U"预计");
    return aim && !has_any(sentence, {U"实际", U"未达", U"没有达", U"已", U"低于", U"未完成"});
}

/// “2023年，我局将加强培训” in the fifth section of the report on 2023: what will be done is
/// done in the year after. “与2023年相比” is no comparison there.
void check_plan_year(const Report& report, const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    for (std::size_t place = 0; place < whole.size(); ++place) {
        const auto year = read_year(whole, place);
        if (!year) continue;
        place = year->end - 1;
        if (year->value < report.year - 4 || year->value > report.year + 1 ||
            in_document_name(whole, year->begin))
            continue;
        const auto clause = clause_around(whole, year->begin);
        const auto before = whole.substr(clause.begin, year->begin - clause.begin);
        auto rest = whole.substr(year->end, clause.end - year->end);
        if (year->value >= report.year && (before.ends_with(U"与") || before.ends_with(U"和")) &&
            rest.starts_with(U"相比") &&
            !has(sentence_around(whole, year->begin).of(whole),
                 to_utf32(std::to_string(report.year + 1)) + U"年，")) {
            findings.push_back(
                doubt_of("W-13", text.span(year->begin, year->end),
                         fmt::format("与{}年相比，报告的年度是{}年", year->value, report.year),
                         "请核对是与哪一年相比"));
            continue;
        }
        if (year->value > report.year) continue;
        if (rest.empty() && at(whole, year->end) == U'，')
            rest = clause_around(whole, year->end + 1).of(whole);
        const auto sentence = sentence_around(whole, year->begin).of(whole);
        const bool over = year->value < report.year;
        if (!is_plan(before, rest) && !is_deadline(before, rest) && !is_aim(rest, sentence) &&
            !(over && is_bare_plan(whole, *year, rest)))
            continue;
        findings.push_back(
            doubt_of("W-13", text.span(year->begin, year->end),
                     year->value == report.year
                         ? fmt::format("打算写在{}年，报告的年度就是{}年", report.year, report.year)
                         : fmt::format("打算写在{}年，报告的年度是{}年", year->value, report.year),
                     fmt::format("下一步的打算是{}年的，请核对年份", report.year + 1)));
        return;
    }
}

/// “汇总报告将于2023年3月31日前公布” in the report on 2023, which is written when that is over.
void check_announced(const Report& report, const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    for (std::size_t place = 0; place < whole.size(); ++place) {
        const auto year = read_year(whole, place);
        if (!year) continue;
        place = year->end - 1;
        if (year->value > report.year || year->value < report.year - 4 ||
            in_document_name(whole, year->begin))
            continue;
        const auto sentence = sentence_around(whole, year->begin);
        const auto before = whole.substr(sentence.begin, year->begin - sentence.begin);
        const bool announced = before.ends_with(U"将于") || before.ends_with(U"拟于") ||
                               before.ends_with(U"拟定于") || before.ends_with(U"预计于");
        if (!announced ||
            has_any(sentence.of(whole), {U"印发", U"通知", U"当时", U"原", U"已", U"曾"}))
            continue;
        findings.push_back(
            doubt_of("W-13", text.span(year->begin, year->end),
                     fmt::format("将要做的事写在{}年，报告的年度是{}年", year->value, report.year),
                     "请核对年份"));
    }
}

}  // namespace

void check_plans(const Report& report, const Prose& prose, std::vector<Finding>& findings) {
    check_plan_year(report, prose.problems, findings);
    check_announced(report, prose.overview, findings);
    check_announced(report, prose.other, findings);
}

}  // namespace nianbao::wording
