#include "check/rules.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace nianbao::wording {
namespace {

/// A day of the text; month or day 0 where it is left out.
struct Written {
    int year = 0, month = 0, day = 0;
};

/// "2023年1月1日", "1月1日", "2023.1.1", "2023-01-01", "12月31". A year before it may be
/// left out where `may_lack_year`.
std::optional<Written> read_day(Scanner& scanner, bool may_lack_year) {
    Scanner at = scanner;
    Written day;
    if (const auto year = at.number(4); year && *year > 1900 && at.take_one_of(U"年.-/．"))
        day.year = *year;
    else if (may_lack_year) at = scanner;
    else return std::nullopt;
    const auto month = at.number(2);
    if (!month || *month < 1 || *month > 12 || !at.take_one_of(U"月.-/．")) return std::nullopt;
    day.month = *month;
    scanner = at;
    if (const auto number = at.number(2); number && *number >= 1 && *number <= 31) {
        day.day = *number;
        at.take_one_of(U"日号");
        scanner = at;
    }
    return day;
}

struct Period {
    Written from, to;
    std::size_t begin = 0, end = 0;
};

/// "自2023年1月1日起至2023年12月31日止" and its like, from a place on.
std::optional<Period> read_period(std::u32string_view text, std::size_t place) {
    Scanner scanner{text, place};
    Period period;
    period.begin = place;
    const auto from = read_day(scanner, false);
    if (!from) return std::nullopt;
    scanner.take_one_of(U"起始");
    scanner.take_one_of(U"，,");
    bool joined = false;
    while (scanner.take_one_of(U"至到—－-–～~一")) joined = true;
    if (!joined) return std::nullopt;
    const auto to = read_day(scanner, true);
    if (!to) return std::nullopt;
    period.from = *from;
    period.to = *to;
    if (period.to.year == 0) period.to.year = period.from.year;
    period.end = scanner.place;
    return period;
}

bool speaks_of_period(std::u32string_view sentence, bool introduction) {
    // Elsewhere there are periods of other things: “数据治理行动自2022年6月1日起”.
    if (!introduction)
        return has_any(sentence, {U"统计期限", U"统计时限", U"统计期间", U"统计时间", U"统计周期",
                                  U"所列数据"});
    return has_any(sentence,
                   {U"统计", U"期限", U"时限", U"数据", U"所列", U"期间", U"起止", U"报告期"});
}

/// Every period of a text that is the numbers' own; true where there was one.
bool check_periods(const Report& report, const FieldText& text, std::vector<Finding>& findings) {
    bool found = false;
    const std::u32string_view whole = text.text;
    for (std::size_t place = 0; place < whole.size(); ++place) {
        if (!is_any_digit(whole[place]) || is_any_digit(at(whole, place - 1))) continue;
        const auto period = read_period(whole, place);
        if (!period || !speaks_of_period(sentence_around(whole, place).of(whole),
                                         text.field == "introduction"))
            continue;
        found = true;
        const bool years = period->from.year == report.year && period->to.year == report.year;
        const bool starts = period->from.month == 1 && period->from.day <= 1;
        const bool ends = period->to.month == 12 && (period->to.day == 31 || period->to.day == 0);
        if (years && starts && ends) continue;
        const std::string message =
            fmt::format("统计期限写作“{}”，应为{}年1月1日至12月31日",
                        to_utf8(whole.substr(place, period->end - place)), report.year);
        // An office that was set up within the year counts from then on.
        if (years && ends)
            findings.push_back(
                doubt_of("W-04", text.span(place, period->end), message, "年中设立的机关除外"));
        else
            findings.push_back(finding_of("W-04", text.span(place, period->end), message,
                                          "请改为本年度的起止日期"));
        place = period->end;
    }
    return found;
}

/// Words that say of what year the numbers are, without both of its ends:
/// “截至2023年12月31日”, “统计期限为2023年度”.
bool speaks_of_year(const Report& report, const FieldText& text) {
    const std::u32string year = to_utf32(std::to_string(report.year)) + U"年";
    const std::u32string packed = without_blanks(text.text);
    for (std::size_t place = packed.find(year); place != packed.npos;
         place = packed.find(year, place + 1)) {
        if (speaks_of_period(sentence_around(packed, place).of(packed),
                             text.field == "introduction"))
            return true;
    }
    return false;
}

/// “按照《条例》第四十条规定编制”: reports are asked for in 第四十九条 and 第五十条; 条例 has
/// fifty-six.
void check_articles(const FieldText& text, std::vector<Finding>& findings) {
    constexpr int articles = 56;
    const std::u32string_view whole = text.text;
    if (const std::size_t hundred = whole.find(U"百条"); text.field == "introduction" &&
                                                         hundred != whole.npos && hundred > 1 &&
                                                         whole[hundred - 2] == U'第')
        findings.push_back(doubt_of(
            "W-05", text.span(hundred - 2, hundred + 2),
            fmt::format("条例共{}条，没有“{}”", articles, to_utf8(whole.substr(hundred - 2, 4))),
            "请核对条款"));
    for (std::size_t place = whole.find(U"条例》"); place != whole.npos;
         place = whole.find(U"条例》", place + 1)) {
        std::size_t begin = place + 3;
        if (at(whole, begin) == U'（') {  // 《…条例》（国务院令第711号）第五十条
            const std::size_t close = whole.find(U'）', begin);
            if (close == whole.npos) break;
            begin = close + 1;
        }
        if (at(whole, begin) != U'第') continue;
        ++begin;
        std::size_t end = begin;
        while (small_numerals.has(at(whole, end))) ++end;
        const int number = chinese_number(whole.substr(begin, end - begin));
        const bool regulations = has(whole.substr(place > 6 ? place - 6 : 0, 6), U"信息公开"),
                   short_name = at(whole, place - 1) == U'《';
        if (number == 0 || at(whole, end) != U'条' || (!regulations && !short_name)) continue;
        if (number > articles) {
            findings.push_back(
                doubt_of("W-05", text.span(begin - 1, end + 1),
                         fmt::format("条例共{}条，没有“{}”", articles,
                                     to_utf8(whole.substr(begin - 1, end + 2 - begin))),
                         "请核对条款"));
            continue;
        }
        // Schools, hospitals and waterworks report by 第五十五条.
        const bool asks = number == 49 || number == 50 || number == 55;
        if (text.field != "introduction" || asks || !regulations ||
            !has_any(sentence_around(whole, place).of(whole), {U"编制", U"制作"}))
            continue;
        findings.push_back(
            doubt_of("W-05", text.span(begin - 1, end + 1),
                     fmt::format("编制年度报告依据的是条例第四十九条、第五十条，这里写作“{}”",
                                 to_utf8(whole.substr(begin - 1, end + 2 - begin))),
                     "请核对条款"));
        return;
    }
}

/// 〔2012〕30, 〔2021〕03: the figures of 〔2021〕30 in another order.
bool is_exchanged(int year, int number) {
    std::string figures = fmt::format("{}{:02}", year, number);
    std::sort(figures.begin(), figures.end());
    return figures == "001223";
}

void check_superseded(const Report& report, const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    constexpr std::u32string_view series = U"国办公开办函";
    for (std::size_t place = whole.find(series); place != whole.npos;
         place = whole.find(series, place + 1)) {
        Scanner scanner{whole, place + series.size()};
        scanner.take_one_of(U"〔[（(【［「");
        const auto year = scanner.number(4);
        scanner.take_one_of(U"〕]）)】］」");
        scanner.take(U"第");
        const auto number = scanner.number(3);
        if (!year || !number) continue;
        if (!scanner.take(U"号")) {
            if (*year == 2021 && *number == 30)
                findings.push_back(doubt_of("W-05", text.span(place, scanner.place),
                                            "文号写得不完整，末尾没有“号”",
                                            "应为国办公开办函〔2021〕30号"));
            continue;
        }
        const Span where = text.span(place, scanner.place);
        const bool historical =
            has_any(sentence_around(whole, place).of(whole),
                    {U"废止",   U"停止", U"不再",     U"替代",    U"代替",     U"取代",
                     U"失效",   U"当时", U"旧格式",   U"原格式",  U"2020年度", U"2019年度",
                     U"此前",   U"以往", U"以前",     U"曾",      U"沿用",     U"历年",
                     U"修订前", U"最初", U"2019年年", U"2020年年"});
        if (*year == 2019 && *number == 60) {
            if (report.year < 2021 || historical) continue;
            findings.push_back(finding_of(
                "W-05", where,
                fmt::format(
                    "依据是已被替代的〔2019〕60号，{}年的报告应依据国办公开办函〔2021〕30号",
                    report.year),
                "2021年度起用《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）"));
        } else if (*year == 2021 && *number == 30) {
            if (report.year >= 2021) continue;
            findings.push_back(doubt_of(
                "W-05", where,
                fmt::format(
                    "{}年的报告用的是国办公开办函〔2019〕60号的格式，〔2021〕30号自2021年度起",
                    report.year),
                "请核对依据和年度"));
        } else if (report.year < 2021) {
            if (historical || text.field != "introduction") continue;
            findings.push_back(
                doubt_of("W-05", where,
                         fmt::format("{}年度报告的通知是国办公开办函〔2019〕60号，这里是〔{}〕{}号",
                                     report.year, *year, *number),
                         "请核对文号"));
        } else if (report.year >= 2021) {
            const std::size_t from = place > 12 ? place - 12 : 0;
            const bool exchanged = is_exchanged(*year, *number);
            const bool slip =
                text.field == "introduction" && (*year == 2021 || *number == 30) &&
                has_any(sentence_around(whole, place).of(whole),
                        {U"编制", U"制作", U"规定", U"要求", U"格式", U"发布", U"公布"});
            if (!slip && !exchanged && !has(whole.substr(from, place - from), U"年度报告格式"))
                continue;
            findings.push_back(doubt_of(
                "W-05", where,
                fmt::format("年度报告格式的文号是国办公开办函〔2021〕30号，这里是〔{}〕{}号", *year,
                            *number),
                "请核对文号"));
        }
    }
    check_articles(text, findings);
    const std::size_t order = whole.find(U"第492号");
    if (order != whole.npos && report.year >= 2019 && !has(whole, U"711号") &&
        !has_any(sentence_around(whole, order).of(whole),
                 {U"修订", U"取代", U"替代", U"代替", U"废止", U"原"})) {
        findings.push_back(
            doubt_of("W-05", text.span(order, order + 5),
                     "国务院令第492号公布的条例已于2019年修订，现行的是国务院令第711号",
                     "应写作“国务院令第711号”"));
    }
}

}  // namespace

void check_period(const Report& report, const Prose& prose, std::vector<Finding>& findings) {
    bool found = false;
    for (const FieldText* text : {&prose.introduction, &prose.overview})
        found = check_periods(report, *text, findings) || found;
    if (found || speaks_of_year(report, prose.introduction) ||
        speaks_of_year(report, prose.overview))
        return;
    findings.push_back(advice_of(
        "W-04", {"introduction"}, "引言没有写明数据的统计期限",
        fmt::format("通常写作“本报告所列数据的统计期限自{0}年1月1日起至{0}年12月31日止。”",
                    report.year)));
}

void check_basis(const Report& report, const Prose& prose, std::vector<Finding>& findings) {
    for (const FieldText* text : prose.all()) check_superseded(report, *text, findings);
    for (const FieldText* text : {&prose.introduction, &prose.overview}) {
        if (has_any(text->text, {U"条例", U"年度报告格式", U"国办公开办函"})) return;
    }
    findings.push_back(finding_of(
        "W-06", {"introduction"}, "引言没有写明依据《中华人民共和国政府信息公开条例》",
        "通常写明依据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）"));
}

void check_introduction(const Report&, const Prose& prose, std::vector<Finding>& findings) {
    const std::u32string said = prose.introduction.text +
                                prose.overview.text.substr(0, prose.overview.text.find(U"（一）"));
    if (!has_any(said, {U"联系", U"电话", U"咨询", U"地址", U"邮箱", U"信箱", U"意见箱", U"来电",
                        U"致电", U"来函", U"反映"})) {
        findings.push_back(finding_of("W-07", {"introduction"}, "引言没有写明联系方式",
                                      "通常写明联系的机构、地址和办公电话"));
    }
    // Short introductions are usual too; only one that lists the report's parts is meant
    // to be whole.
    const bool whole =
        has_any(said, {U"六部分", U"六个部分", U"六个方面", U"6个部分", U"六大部分"}) ||
        (has(said, U"总体情况") && has(said, U"其他需要报告"));
    if (whole && !has_any(said, {U"网", U"http", U"www", U"电子版", U"查阅", U"下载", U"公众号",
                                 U"公布", U"公告", U"公示", U"公开栏", U"平台", U"发布"})) {
        findings.push_back(finding_of("W-08", {"introduction"},
                                      "引言没有写明在哪里可以查阅或者下载本报告",
                                      "通常写明电子版所在的网站和网址"));
    }
}

}  // namespace nianbao::wording
