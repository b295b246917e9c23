#include "county/desk/local.hpp"

#include "county/desk/rules.hpp"
#include "county/gate.hpp"
#include "text/blanks.hpp"
#include "text/digits.hpp"
#include "text/edit_distance.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace nianbao::desk {
namespace {

/// Digits, or words that say that there is none.
bool tells_number(const std::u32string& sentence) {
    const auto is_number = [](char32_t c) {
        return digit_value(c) >= 0 ||
               std::u32string_view(U"一二三四五六七八九十百千万两零〇").find(c) !=
                   std::u32string_view::npos;
    };
    if (std::any_of(sentence.begin(), sentence.end(), is_number)) return true;
    for (const std::u32string_view none : {U"未", U"无", U"没有"}) {
        if (sentence.find(none) != sentence.npos) return true;
    }
    return false;
}

bool stands(const RequiredFact& fact, const std::vector<Sentence>& all) {
    return std::any_of(all.begin(), all.end(), [&](const Sentence& sentence) {
        const auto says = [&](const std::string& word) {
            return sentence.text.find(to_utf32(word)) != sentence.text.npos;
        };
        return std::any_of(fact.words.begin(), fact.words.end(), says) &&
               (!fact.counted || tells_number(sentence.text));
    });
}

bool is_of(const AgreedCount& count, const std::vector<std::string>& names) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        return plain_name(name) == plain_name(count.office);
    });
}

}  // namespace

std::vector<Finding> check_name(const LedgerRow& row, const std::string& agency) {
    constexpr int most_wrong = 2;
    const std::string named = plain_name(agency), name = plain_name(row.office.name);
    if (!row.renamed || named != plain_name(row.own_name)) return {};
    const int apart = edit_distance(named, name);
    const bool as_long = count_characters(named) == count_characters(name);
    if (apart > (as_long ? most_wrong : 1)) return {};
    return {other_name(row, agency)};
}

Finding other_name(const LedgerRow& row, const std::string& agency) {
    Finding finding =
        told(Severity::error, rule("L-23"), "agency",
             fmt::format("报告中的机关名称写成“{}”，应为“{}”", agency, row.office.name),
             "名单写错了的，改名单");
    finding.place.file = row.chosen;
    return finding;
}

std::vector<Finding> check_local(const Report& report, const Profile& profile) {
    std::vector<Finding> findings;
    const std::u32string overview = to_utf32(report.overview);
    const int length = static_cast<int>(std::count_if(
        overview.begin(), overview.end(), [](char32_t c) { return !is_typed_blank(c); }));
    if (profile.longest_overview > 0 && length > profile.longest_overview)
        findings.push_back(told(Severity::warning, rule("L-22"), "overview",
                                fmt::format("总体情况有 {} 个字，本地要求不超过 {} 个字", length,
                                            profile.longest_overview),
                                "请改短"));
    if (profile.facts.empty()) return findings;
    const std::vector<Sentence> all = sentences(to_utf32(fmt::format(
        "{}\n{}\n{}\n{}", report.introduction, report.overview, report.problems, report.other)));
    for (const RequiredFact& fact : profile.facts) {
        if (stands(fact, all)) continue;
        findings.push_back(
            told(fact.level, rule("L-21"), "overview",
                 fmt::format("{}{}", fact.counted ? "没有用数字写明" : "没有写", fact.name),
                 fmt::format("本地的通知要求写；写有“{}”的都算", fmt::join(fact.words, "”“"))));
    }
    return findings;
}

void tell_other_year(const Profile& profile, int year, std::vector<Finding>& findings) {
    const auto look = [&](std::string_view name, const std::optional<Date>& date) {
        constexpr int december = 12;  // notices go out then
        if (!date || date->year == year + 1 || (date->year == year && date->month == december))
            return;
        findings.push_back(told(Severity::warning, rule("L-15"), {},
                                fmt::format("本地要求的“{}”是 {} 年的，{} 年度的报告应是 {} 年的",
                                            name, date->year, year, year + 1),
                                "改成这一年的日期"));
    };
    const auto day = [](const std::optional<Moment>& moment) {
        return moment ? std::optional(moment->date) : std::nullopt;
    };
    look("报送截止", day(profile.submission));
    look("整改期限", day(profile.correction));
    look("公布期限", profile.publication);
    look("汇总公布期限", profile.county_publication);
}

std::vector<Finding> check_agreed(const Report& report, const std::vector<std::string>& names,
                                  const Profile& profile) {
    std::vector<Finding> findings;
    for (const AgreedCount& count : profile.agreed) {
        const Cell* cell = is_of(count, names) ? report.cell(count.field) : nullptr;
        if (cell == nullptr || cell->value == count.value) continue;
        findings.push_back(told(Severity::warning, rule("L-25"), count.field,
                                fmt::format("报告是{}件，核对清单（司法行政部门）是{}件",
                                            cell->value.to_string(), count.value.to_string()),
                                "请与司法行政部门核对"));
    }
    return findings;
}

std::string demands_text(const Profile& profile, const std::vector<std::string>& names) {
    std::string text = fmt::format("{}", profile.longest_overview);
    for (const RequiredFact& fact : profile.facts)
        text += fmt::format("\n{}\t{}\t{}\t{}", fact.name, fmt::join(fact.words, "\v"),
                            static_cast<int>(fact.level), fact.counted);
    for (const AgreedCount& count : profile.agreed) {
        if (is_of(count, names))
            text += fmt::format("\n{}\t{}", count.field, count.value.to_string());
    }
    return text;
}

}  // namespace nianbao::desk
