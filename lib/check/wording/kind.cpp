#include "check/rules.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::wording {
namespace {

/// 条例 第五十条: what the report of a government says besides. Offices write each in
/// several ways.
struct Duty {
    std::string_view name;
    std::initializer_list<std::u32string_view> words;
};

void check_duties(const Report& report, const Prose& prose, std::vector<Finding>& findings) {
    const bool government = report.kind == Kind::government;
    const bool town =
        report.kind == Kind::township && to_utf32(report.agency).ends_with(U"人民政府");
    if (!government && !town) return;
    const Duty duties[] = {{"工作考核", {U"考核", U"考评", U"评估", U"测评", U"绩效", U"评比"}},
                           {"社会评议",
                            {U"评议", U"满意度", U"社会监督", U"征求意见", U"群众评价", U"公众评价",
                             U"监督员", U"民意"}},
                           {"责任追究", {U"责任追究", U"追究责任", U"追责", U"问责", U"追究"}}};
    std::string missing;
    int count = 0;
    for (const Duty& duty : duties) {
        const bool said =
            std::any_of(duty.words.begin(), duty.words.end(), [&](std::u32string_view word) {
                const auto texts = prose.all();
                return std::any_of(texts.begin() + 1, texts.end(),
                                   [&](const FieldText* text) { return has(text->text, word); });
            });
        if (said) continue;
        missing += (missing.empty() ? "" : "、") + std::string(duty.name);
        ++count;
    }
    // The reports of towns are short by custom: one that says any of the three is let be.
    if (count == 0 || (town && count < 3)) return;
    findings.push_back((town ? advice_of : finding_of)(
        "W-11", {"overview"}, fmt::format("没有写明{}结果情况", missing),
        "条例第五十条：各级人民政府的年度报告还应当包括工作考核、社会评议和责任追究结果情况；没有发生的也请写明",
        {}));
}

/// What an office calls itself, “我” or “本” before it, and what must stand in the
/// agency's name for it. `not_before`: characters with which it is another word
/// (“我办理”, “本办法”, “自我局限”).
struct OwnName {
    std::u32string_view word, in_name, not_before;
};
constexpr OwnName own_names[] = {
    {U"局", U"局", U"限部面势长"}, {U"委", U"委", U"托派员"}, {U"厅", U"厅", U"堂"},
    {U"镇", U"镇", U"定静"},       {U"乡", U"乡", U"土亲"},   {U"街道", U"街", U""},
    {U"街", U"街", U"道头"},       {U"院", U"院", U"校子"},
};

/// The first “我局” of an office that is none.
struct Wrong {
    std::size_t begin, end;
};
std::optional<Wrong> wrong_own_name(std::u32string_view text, std::u32string_view agency,
                                    bool government) {
    for (std::size_t place = 0; place < text.size(); ++place) {
        if (!is_one_of(text[place], U"我本") || is_one_of(at(text, place - 1), U"自基根原资成书日"))
            continue;
        for (const OwnName& own : own_names) {
            const std::size_t end = place + 1 + own.word.size();
            if (!stands(text, place + 1, own.word) || is_one_of(at(text, end), own.not_before))
                continue;
            if (government || !has(agency, own.in_name)) return Wrong{place, end};
        }
    }
    return std::nullopt;
}

/// “全县收到政府信息公开申请”, “我市共受理…申请”: the whole place as the one who received
/// applications. npos where there is none.
std::optional<Wrong> place_as_office(std::u32string_view text) {
    for (std::size_t place = 0; place + 2 < text.size(); ++place) {
        if (!is_one_of(text[place], U"全我") || !is_one_of(text[place + 1], U"省市县区州旗"))
            continue;
        if (text[place] == U'全' && is_one_of(at(text, place - 1), U"安健保周完")) continue;
        Scanner scanner{text, place + 2};
        for (const std::u32string_view word :
             {U"各级", U"行政机关", U"各部门", U"各单位", U"政府系统", U"全年", U"累计", U"总共",
              U"一共", U"共计", U"共", U"新"})
            scanner.take(word);
        const bool received = scanner.take(U"收到") || scanner.take(U"受理") ||
                              scanner.take(U"收") || scanner.take(U"办理") || scanner.take(U"办结");
        if (!received) continue;
        for (const std::u32string_view word : {U"各类", U"的", U"依"}) scanner.take(word);
        if (scanner.take(U"政府信息公开申请") || scanner.take(U"信息公开申请") ||
            scanner.take(U"申请公开"))
            return Wrong{place, place + 2};
    }
    return std::nullopt;
}

void check_voice(const Report& report, const Prose& prose, std::vector<Finding>& findings) {
    const std::u32string agency = to_utf32(report.agency);
    const bool government = report.kind == Kind::government;
    for (const FieldText* text : {&prose.overview, &prose.problems, &prose.other}) {
        if (report.kind != Kind::office) {
            if (const auto wrong = wrong_own_name(text->text, agency, government)) {
                const std::string word =
                    to_utf8(std::u32string_view(text->text)
                                .substr(wrong->begin, wrong->end - wrong->begin));
                findings.push_back(finding_of(
                    "W-12", text->span(wrong->begin, wrong->end),
                    government ? fmt::format("这是{}的报告，这里自称“{}”", report.agency, word)
                               : fmt::format("“{}”与机关名称“{}”不符", word, report.agency),
                    government ? "政府的报告应从全市、全县的角度写"
                               : "可能是从别的单位的报告里抄来的，请改为本机关的自称"));
            }
        }
        if (report.kind == Kind::department || report.kind == Kind::township) {
            if (const auto wrong = place_as_office(text->text)) {
                const std::string word =
                    to_utf8(std::u32string_view(text->text)
                                .substr(wrong->begin, wrong->end - wrong->begin));
                findings.push_back(finding_of(
                    "W-12", text->span(wrong->begin, wrong->end),
                    fmt::format("这是{}的报告，申请的件数写成了“{}”的", report.agency, word),
                    "部门、乡镇和街道的报告只统计本机关收到的申请"));
            }
        }
    }
}

}  // namespace

void check_kind(const Report& report, const Prose& prose, std::vector<Finding>& findings) {
    check_duties(report, prose, findings);
    check_voice(report, prose, findings);
}

}  // namespace nianbao::wording
