#include "check/wording/times/years.hpp"
#include "check/rules.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::wording {

std::optional<Year> read_year_of_digits(std::u32string_view text, std::size_t place) {
    if (is_any_digit(at(text, place - 1))) return std::nullopt;
    Scanner scanner{text, place};
    const auto value = scanner.number(4);
    if (!value || *value < 1990 || *value > 2100 || !scanner.take(U"年")) return std::nullopt;
    scanner.take(U"度");
    return Year{*value, place, scanner.place};
}

bool in_document_name(std::u32string_view text, std::size_t place) {
    constexpr std::size_t longest_name = 80;
    for (std::size_t i = place; i-- > 0 && place - i < longest_name;) {
        if (text[i] == U'》' || text[i] == U'\n') return false;
        if (text[i] == U'《') return true;
    }
    return false;
}

namespace {

/// The introduction speaks of this report alone: “现公布…2022年政府信息公开工作年度报告”.
void check_report_named(const Report& report, const FieldText& text,
                        std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    for (std::size_t place = 0; place < whole.size(); ++place) {
        const auto year = read_year(whole, place);
        if (!year || year->value == report.year) continue;
        // The name of the report follows within the same words, perhaps after the
        // agency's name.
        const auto rest = whole.substr(year->end, 30);
        const auto name = rest.substr(0, rest.find_first_of(U"，。；：、（》\n"));
        const bool named = (has(name, U"信息公开") || has(name, U"政务公开")) &&
                           (has(name, U"年度报告") || has(name, U"年报") || has(name, U"工作报告"));
        if (!named) continue;
        const auto sentence = sentence_around(whole, place).of(whole);
        // The notice that asks for the report has a year in its name too; last year's
        // report may be spoken of.
        if (has_any(sentence,
                    {U"关于做好", U"通知", U"上一年", U"上年", U"去年", U"问题", U"整改", U"此前"}))
            continue;
        const bool own = has_any(
            sentence, {U"公布", U"公开如下", U"编制", U"编写", U"形成", U"发布", U"本报告"});
        const std::string message =
            fmt::format("引言称这是{}年的报告，报告的年度是{}年", year->value, report.year);
        const std::string hint = fmt::format("请改为{}年", report.year);
        findings.push_back(
            own ? finding_of("W-13", text.span(year->begin, year->end), message, hint)
                : doubt_of("W-13", text.span(year->begin, year->end), message, hint));
        place = year->end;
    }
}

/// Words with which a sentence speaks of another year on purpose.
bool means_other_year(std::u32string_view sentence, bool future) {
    if (future)
        return has_any(sentence, {U"将",   U"计划", U"拟",   U"继续",   U"下一步", U"要",   U"力争",
                                  U"打算", U"争取", U"着力", U"进一步", U"预计",   U"加快", U"加强",
                                  U"推动", U"推进", U"深化", U"重点",   U"预算",   U"已于"});
    return has_any(
        sentence,
        {U"以来",   U"上年", U"去年",       U"同比",   U"相比", U"对比", U"比较",     U"较",
         U"增长",   U"下降", U"增加",       U"减少",   U"决算", U"预算", U"规划",     U"计划",
         U"印发",   U"修订", U"出台",       U"荣获",   U"获",   U"评为", U"问题",     U"整改",
         U"反馈",   U"通报", U"报告",       U"年报",   U"结转", U"遗留", U"考核结果", U"评估结果",
         U"版",     U"启用", U"启动",       U"开工",   U"立项", U"竣工", U"成立",     U"上线",
         U"开通",   U"建成", U"机构改革",   U"至今",   U"当时", U"曾",   U"基础上",   U"施行",
         U"实施的", U"生效", U"收到的申请", U"提出的", U"审结", U"起诉", U"立案",     U"排第",
         U"位次",   U"该项", U"持平",       U"单位为"});
}

/// True where a sentence begins at that place: nothing before it in its paragraph but
/// numbering, a heading or an end mark.
bool begins_sentence(const FieldText& text, std::size_t place, bool clauses) {
    const auto next = std::upper_bound(
        text.lines.begin(), text.lines.end(), place,
        [](std::size_t wanted, const TextLine& line) { return wanted < line.begin; });
    if (next != text.lines.begin() &&
        (place == std::prev(next)->begin || place == std::prev(next)->body))
        return true;
    const char32_t before = at(text.text, place - 1);
    constexpr std::size_t longest_heading = 20;  // “（二）依申请公开情况：2023年…”
    if (before == U'：' && next != text.lines.begin() && std::prev(next)->level > 0 &&
        place - std::prev(next)->begin <= longest_heading)
        return true;
    return is_one_of(before, U"。；") || (clauses && is_one_of(before, U"，："));
}

/// What a sentence begins with before its year, and still is of that year: “我局2022年度…”,
/// “截至2022年12月31日，…”.
constexpr std::u32string_view subjects[] = {
    U"我局", U"我镇", U"我乡",   U"我委",   U"我办", U"我厅", U"我院", U"我街道",
    U"我县", U"我市", U"我区",   U"我单位", U"本局", U"本镇", U"本委", U"本街道",
    U"全县", U"全市", U"本机关", U"本单位", U"全区", U"全镇", U"全局", U"我中心"};
constexpr std::u32string_view until[] = {U"截至", U"截止", U"截止到", U"截至到"};

/// The place where the sentence begins whose first words are one of these and then the
/// year; the year's own place where they are not.
template <std::size_t n>
std::size_t begin_before(std::u32string_view text, std::size_t place,
                         const std::u32string_view (&words)[n]) {
    for (const std::u32string_view word : words) {
        if (place >= word.size() && stands(text, place - word.size(), word))
            return place - word.size();
    }
    return place;
}

/// “2022年，我局共收到申请20件，…”: what was counted in the year, said as this report
/// says it; what the rest of the sentence speaks of does not matter.
bool counts_the_year(std::u32string_view text, std::size_t year_begin, std::size_t year_end) {
    std::size_t end = year_end;
    bool first = true;
    while (end < text.size() && !is_one_of(text[end], U"。；\n") &&
           !(is_one_of(text[end], U"，：（") && !first)) {
        if (!is_one_of(text[end], U"，")) first = false;
        ++end;
    }
    const auto clause = text.substr(year_begin, end - year_begin);
    const bool counted =
        clause.find_first_of(U"0123456789", year_end - year_begin) != clause.npos &&
        has_any(clause, {U"件", U"条", U"份", U"宗"});
    return counted &&
           has_any(clause, {U"收到", U"受理", U"新收", U"办理", U"主动公开", U"公开各类",
                            U"公开政府信息", U"公开信息", U"发布信息"}) &&
           !means_other_year(clause, false);
}

/// True where the paragraph has spoken of the report's year before, and the sentence
/// compares.
bool compares_with_before(const Report& report, std::u32string_view text, std::size_t place,
                          std::u32string_view sentence) {
    const std::size_t line = text.rfind(U'\n', place);
    const std::size_t begin = line == text.npos ? 0 : line + 1;
    const std::u32string year = to_utf32(std::to_string(report.year)) + U"年";
    return has(text.substr(begin, place - begin), year) &&
           has_any(sentence, {U"同比", U"相比", U"增长", U"增加", U"下降", U"减少"});
}

/// “2022年收到1件，今年是上年的3倍”, “2022年收到1件，均在2022年答复”, “2021年1件、2020年2件”:
/// the sentence means the year that it names, or names more years than one.
bool means_its_year(const Report& report, std::u32string_view sentence, std::size_t behind) {
    const auto rest = sentence.substr(behind);
    if (has_any(rest,
                {U"今年", U"个百分点", U"持平", U"倍", U"当年", U"当时", U"三年合计", U"两年合计"}))
        return true;
    for (std::size_t place = 0; place < rest.size(); ++place) {
        const auto year = read_year(rest, place);
        if (!year) continue;
        place = year->end - 1;
        // not 较2021年的14件, （2021年为64件）, 为2022年结转
        if (year->value < report.year && !is_any_digit(at(rest, year->end)) &&
            is_one_of(at(rest, year->begin - 1), U"在于，、和与") && at(rest, year->end) != U'结')
            return true;
    }
    return false;
}

/// “2023年公开870条，…。2022年两个账号分别公开298条、611条”: the paragraph has counted the
/// report's own year, and the sentence names nobody who counts anew.
bool follows_own_year(const Report& report, std::u32string_view text, std::size_t place,
                      std::u32string_view sentence) {
    const std::size_t line = text.rfind(U'\n', place);
    const std::size_t begin = line == text.npos ? 0 : line + 1;
    const auto before = text.substr(begin, place - begin);
    const std::size_t own = before.rfind(to_utf32(std::to_string(report.year)) + U"年");
    return own != before.npos && has_any(before.substr(own), {U"条", U"件"}) &&
           !has_any(sentence, {U"我", U"本", U"共", U"全年", U"累计", U"全"});
}

/// “2022年，我局…” at the head of a sentence of the 2023 report.
void check_sentences(const Report& report, const FieldText& text, bool fees_only,
                     std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    for (std::size_t place = 0; place < whole.size(); ++place) {
        const auto year = read_year(whole, place);
        if (!year) continue;
        place = year->end - 1;
        const int distance = year->value - report.year;
        const std::size_t dated = begin_before(whole, year->begin, until);
        const bool to_the_end = dated < year->begin && distance == -1 && !fees_only;
        const std::size_t first = to_the_end ? dated : begin_before(whole, year->begin, subjects);
        if (distance == 0 || distance < -2 || distance > 1 ||
            in_document_name(whole, year->begin) ||
            !(begins_sentence(text, year->begin, fees_only) ||
              begins_sentence(text, first, fees_only)))
            continue;
        // “2022年底”, “2022年8月”, “2021年至2023年”, “2022年的”: a point in time or a
        // span that begins there.
        Scanner scanner{whole, year->end};
        scanner.blanks();
        const char32_t next = at(whole, scanner.place);
        const bool year_end =
            to_the_end && (stands(whole, scanner.place, U"12月31日") || is_one_of(next, U"底末")) &&
            has_any(sentence_around(whole, year->begin).of(whole),
                    {U"收到", U"受理", U"公开", U"发布", U"办理", U"制发"});
        if (!year_end &&
            (is_any_digit(next) || is_one_of(next, U"底末初前后起至到以的、—-－–～~和及与（(版")))
            continue;
        // “2021年为3件”: beside what this year's are.
        if (!fees_only && next == U'为' && is_any_digit(at(whole, scanner.place + 1))) continue;
        const auto sentence = sentence_around(whole, year->begin).of(whole);
        const bool counts =
            !fees_only && distance == -1 && counts_the_year(whole, year->begin, year->end);
        if (fees_only ? !has(sentence, U"信息处理费")
                      : !counts && means_other_year(sentence, distance > 0))
            continue;
        // “2023年收到7件。2022年收到1件，同比增加600%。”: so do two sentences of a paragraph.
        if (counts && compares_with_before(report, whole, year->begin, sentence)) continue;
        const std::size_t behind = year->end - sentence_around(whole, year->begin).begin;
        if (!fees_only && (means_its_year(report, sentence, behind) ||
                           follows_own_year(report, whole, year->begin, sentence)))
            continue;
        // A sentence with the right year in it compares the two.
        if (has(without_blanks(sentence), to_utf32(std::to_string(report.year)) + U"年")) continue;
        findings.push_back(
            doubt_of("W-13", text.span(year->begin, year->end),
                     fmt::format("这里说的是{}年，报告的年度是{}年", year->value, report.year),
                     distance < 0 ? "可能是上年报告里留下的，请核对" : "请核对年份"));
    }
}

/// “2022年，我局…存在…问题”: the fifth section of last year's report, left as it was.
void check_problems_year(const Report& report, const FieldText& text,
                         std::vector<Finding>& findings) {
    if (text.lines.empty()) return;
    const std::u32string_view whole = text.text;
    const auto year = read_year(whole, text.lines.front().body);
    if (!year || year->value != report.year - 1 ||
        has(without_blanks(whole), to_utf32(std::to_string(report.year)) + U"年"))
        return;
    Scanner scanner{whole, year->end};
    scanner.blanks();
    if (is_any_digit(at(whole, scanner.place))) return;
    std::size_t end = whole.find_first_of(U"。\n", year->end);
    end = std::min(end, whole.size());
    const auto sentence = whole.substr(year->begin, end - year->begin);
    if (has_any(sentence, {U"已", U"整改", U"反馈", U"指出", U"上年", U"去年", U"以来", U"报告",
                           U"考核", U"评估", U"通报", U"年报"}))
        return;
    findings.push_back(
        doubt_of("W-13", text.span(year->begin, year->end),
                 fmt::format("这里说的是{}年，报告的年度是{}年", year->value, report.year),
                 "可能是上年报告里留下的，请核对"));
}

/// “结转2023年度继续办理” in the report on 2023: what is carried over goes to the next year.
/// “加上2023年结转的1件”: what was carried in comes from the year before.
void check_carried(const Report& report, const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    for (std::size_t place = 0; place < whole.size(); ++place) {
        const auto year = read_year(whole, place);
        if (!year) continue;
        place = year->end - 1;
        if (year->value == report.year + 1) continue;
        const auto clause = clause_around(whole, year->begin);
        auto before = whole.substr(clause.begin, year->begin - clause.begin);
        const auto rest = whole.substr(year->end, clause.end - year->end);
        if (year->value == report.year && before.ends_with(U"加上") && rest.starts_with(U"结转"))
            findings.push_back(
                doubt_of("W-13", text.span(year->begin, year->end),
                         fmt::format("从{}年结转，报告的年度就是{}年", report.year, report.year),
                         fmt::format("结转的来自{}年，请核对年份", report.year - 1)));
        const bool to = before.ends_with(U"至") || before.ends_with(U"到");
        if (to) before.remove_suffix(1);
        const bool carried = before.ends_with(U"结转") || before.ends_with(U"转入") ||
                             before.ends_with(U"顺延") || (to && before.ends_with(U"转"));
        const bool goes_on = to || rest.starts_with(U"继续") || rest.starts_with(U"办理") ||
                             rest.starts_with(U"答复") || rest.starts_with(U"办结");
        // 2021年结转至2022年办理的2件 came from the year before.
        if (!carried || !goes_on || has_any(before, {U"上年", U"去年", U"上一年"}) ||
            has(before, to_utf32(std::to_string(report.year - 1))) ||
            !has_any(sentence_around(whole, year->begin).of(whole), {U"申请", U"件"}))
            continue;
        findings.push_back(
            doubt_of("W-13", text.span(year->begin, year->end),
                     fmt::format("结转到{}年，报告的年度是{}年", year->value, report.year),
                     fmt::format("结转的应到{}年继续办理，请核对年份", report.year + 1)));
    }
}

/// “公开2021年预算、2020年决算” in the report on 2022: of the year's own budget and the
/// accounts of the year before one tells.
void check_budgets(const Report& report, const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    const std::u32string own = to_utf32(std::to_string(report.year)) + U"年";
    for (std::size_t place = 0; place < whole.size(); ++place) {
        const auto year = read_year(whole, place);
        if (!year) continue;
        place = year->end - 1;
        if (year->value != report.year - 1) continue;
        const auto sentence = sentence_around(whole, year->begin);
        const auto rest = whole.substr(year->end, sentence.end - year->end);
        constexpr std::size_t near = 16;
        const std::size_t budget = rest.substr(0, near).find(U"预算");
        const std::size_t accounts =
            budget == rest.npos
                ? rest.npos
                : rest.find(to_utf32(std::to_string(report.year - 2)) + U"年", budget);
        if (accounts == rest.npos || !has(rest.substr(accounts, near), U"决算") ||
            !has(sentence.of(whole), U"公开") || has(whole, own + U"预算") ||
            has(sentence.of(whole), own))
            continue;
        findings.push_back(doubt_of("W-13", text.span(year->begin, year->end),
                                    fmt::format("公开的是{}年的预算和{}年的决算，报告的年度是{}年",
                                                year->value, year->value - 1, report.year),
                                    fmt::format("通常公开{}年的预算、{}年的决算，请核对年份",
                                                report.year, report.year - 1)));
    }
}

/// “2023年度报告提出的问题” in the report on 2023; “2020年，街道针对上年度…” in the one on 2021.
void check_year_before(const Report& report, const FieldText& text,
                       std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    for (std::size_t place = 0; place < whole.size(); ++place) {
        const auto year = read_year(whole, place);
        if (!year) continue;
        place = year->end - 1;
        const auto sentence = sentence_around(whole, year->begin);
        const auto rest = whole.substr(year->end, sentence.end - year->end);
        auto name = rest;
        for (const std::u32string_view word : {U"度", U"政府信息公开", U"工作", U"年度"}) {
            if (name.starts_with(word)) name.remove_prefix(word.size());
        }
        const bool report_of = name.starts_with(U"报告") || name.starts_with(U"年报");
        if (report_of) name.remove_prefix(2);
        if (name.starts_with(U"中")) name.remove_prefix(1);
        const bool told_there =
            report_of && (name.starts_with(U"提出") || name.starts_with(U"指出") ||
                          name.starts_with(U"列") || name.starts_with(U"反映"));
        if (told_there && year->value >= report.year) {
            findings.push_back(
                doubt_of("W-13", text.span(year->begin, year->end),
                         fmt::format("这里说的是{}年的报告所列的问题，本报告就是{}年的",
                                     year->value, report.year),
                         fmt::format("上年的报告是{}年的，请核对年份", report.year - 1)));
            continue;
        }
        const bool begins = place < 8 || is_one_of(at(whole, year->begin - 1), U"。\n：");
        if (begins && year->value == report.year - 1 && rest.starts_with(U"，") &&
            has_any(rest.substr(0, 16), {U"针对上年", U"对上年", U"针对去年", U"根据上年"}))
            findings.push_back(
                doubt_of("W-13", text.span(year->begin, year->end),
                         fmt::format("这里说的是{}年，报告的年度是{}年", year->value, report.year),
                         "可能是上年报告里留下的，请核对"));
    }
}

}  // namespace

void check_years(const Report& report, const Prose& prose, std::vector<Finding>& findings) {
    check_report_named(report, prose.introduction, findings);
    check_sentences(report, prose.overview, false, findings);
    check_carried(report, prose.overview, findings);
    check_budgets(report, prose.overview, findings);
    check_year_before(report, prose.problems, findings);
    check_problems_year(report, prose.problems, findings);
    check_plans(report, prose, findings);
    check_sentences(report, prose.other, true, findings);
}

}  // namespace nianbao::wording
