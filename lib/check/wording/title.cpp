#include "check/rules.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::wording {
namespace {

constexpr std::u32string_view name_of_report = U"政府信息公开工作年度报告";

/// Ways of writing the name that are seen, and what is wrong with each.
struct Variant {
    std::u32string_view written;
    std::string_view wrong;
};
constexpr Variant variants[] = {
    {U"政府信息公开工作报告", "写成了“工作报告”，缺“年度”二字"},
    {U"政府信息公开年度工作报告", "“工作”的位置不对"},
    {U"政府信息公开年度报告", "缺“工作”二字"},
    {U"政府信息公开工作年报", "“年度报告”写成了“年报”"},
    {U"政府信息公开年报", "“工作年度报告”写成了“年报”"},
    {U"政务公开工作年度报告", "“政府信息公开”写成了“政务公开”"},
    {U"政务信息公开工作年度报告", "“政府信息公开”写成了“政务信息公开”"},
    {U"信息公开工作年度报告", "缺“政府”二字"},
    {U"信息公开年度报告", "“政府信息公开工作”写成了“信息公开”"},
};

/// The year in figures or in Chinese numerals (二〇二三, 二零二三) that stands before 年;
/// 0 where there is none.
int year_in(std::u32string_view title) {
    constexpr std::u32string_view figures = U"〇一二三四五六七八九";
    for (std::size_t year = title.find(U'年'); year != title.npos;
         year = title.find(U'年', year + 1)) {
        if (year < 4) continue;
        int value = 0;
        bool whole = true;
        for (std::size_t i = year - 4; i < year; ++i) {
            char32_t c = title[i];
            if (c >= U'０' && c <= U'９') c -= U'０' - U'0';
            if (is_one_of(c, U"零○Ｏ0O")) c = U'〇';
            const std::size_t figure = is_any_digit(c) ? c - U'0' : figures.find(c);
            if (figure == figures.npos) whole = false;
            else value = value * 10 + static_cast<int>(figure);
        }
        if (whole && value > 1900) return value;
    }
    return 0;
}

/// True where the title names the agency in full, or a tail of it that is a name of its
/// own, or a government by its place alone.
bool names(std::u32string_view title, std::u32string_view agency) {
    constexpr std::size_t shortest = 4;
    if (has(title, agency)) return true;
    if (agency.ends_with(U"人民政府")) {
        const auto place = agency.substr(0, agency.size() - 4);
        if (has(title, place)) return true;
        for (std::size_t from = 1; from + 3 <= place.size(); ++from) {  // 东川市云溪区: 云溪区
            if (is_one_of(place[from - 1], U"省市区州盟") && has(title, place.substr(from)))
                return true;
        }
    }
    for (std::size_t from = 1; from + shortest <= agency.size(); ++from) {
        const auto tail = agency.substr(from);
        if (has(title, tail)) return is_one_of(agency[from - 1], U"省市县区州盟旗");
    }
    return false;
}

}  // namespace

void check_title(const Report& report, std::vector<Finding>& findings) {
    if (report.title.empty()) return;  // composed from agency and year
    const std::u32string title = without_blanks(to_utf32(report.title));
    const Span whole{"title"};
    const std::string right =
        fmt::format("{}{}年{}", report.agency, report.year, to_utf8(name_of_report));

    constexpr std::u32string_view first_half = U"政府信息公开工作", second_half = U"年度报告";
    const std::size_t half = title.find(first_half);
    const bool parted = half != title.npos && year_in(title.substr(half)) != 0 &&
                        title.substr(half + first_half.size() + 4) == second_half;
    if (parted) {
        findings.push_back(
            doubt_of("W-01", whole,
                     "标题里的年份写在“政府信息公开工作”与“年度报告”之间，格式写在机关名称之后",
                     fmt::format("标题应为“{}”", right)));
    } else if (!has(title, name_of_report)) {
        const auto variant =
            std::find_if(std::begin(variants), std::end(variants),
                         [&](const Variant& one) { return has(title, one.written); });
        findings.push_back(
            finding_of("W-01", whole,
                       variant == std::end(variants)
                           ? fmt::format("标题里没有“{}”", to_utf8(name_of_report))
                           : fmt::format("标题里的“{}”应为“{}”：{}", to_utf8(variant->written),
                                         to_utf8(name_of_report), variant->wrong),
                       fmt::format("标题应为“{}”；不写标题时由程序这样写出", right)));
    } else if (has(title, U"年度政府信息公开工作年度报告")) {
        findings.push_back(doubt_of("W-01", whole,
                                    "标题里年份后的“年度”与“年度报告”重复，格式写作“年”",
                                    fmt::format("标题应为“{}”", right)));
    }

    const int year = year_in(title);
    if (year != report.year) {
        findings.push_back(finding_of(
            "W-02", whole,
            year == 0 ? fmt::format("标题里没有年份，应有“{}年”", report.year)
                      : fmt::format("标题里的年份是{}年，报告的年度是{}年", year, report.year),
            fmt::format("标题应为“{}”", right),
            {{"found", std::to_string(year)}, {"expected", std::to_string(report.year)}}));
    }

    const std::u32string shown = to_utf32(std::to_string(report.year)) + U"年";
    const std::size_t first = title.find(shown);
    if (first != title.npos && title.find(shown, first + 1) != title.npos)
        findings.push_back(doubt_of("W-02", whole,
                                    fmt::format("标题里的“{}年”写了两次", report.year),
                                    fmt::format("标题应为“{}”", right)));

    constexpr std::size_t longest_name = 100;
    const std::u32string agency = without_blanks(to_utf32(report.agency));
    if (agency.size() <= longest_name && !names(title, agency)) {
        findings.push_back(finding_of("W-03", whole,
                                      fmt::format("标题里没有机关全称“{}”", report.agency),
                                      fmt::format("标题应为“{}”", right)));
    }
}

}  // namespace nianbao::wording
