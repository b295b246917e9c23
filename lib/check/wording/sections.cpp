#include "check/rules.hpp"
#include "check/wording/problems/problems.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao::wording {
namespace {

constexpr std::size_t longest_denial =
    24;  // Han characters of a text that says only that there is nothing

bool is_empty(const FieldText& text) {
    return std::none_of(text.text.begin(), text.text.end(), [](char32_t c) {
        return is_han(c) || is_any_digit(c) || is_latin_letter(c);
    });
}

/// Words that point to what stands elsewhere, instead of saying it.
constexpr std::u32string_view same_as[] = {
    U"同上",         U"同上年",       U"同去年",     U"同上年度",   U"同上一年",
    U"同上一年度",   U"同前",         U"内容同上",   U"内容同上年", U"内容同去年",
    U"内容同前",     U"与上年相同",   U"与去年相同", U"与上年一致", U"与去年一致",
    U"与上年度相同", U"与上年度一致", U"和上年相同", U"和去年相同", U"和去年一样",
    U"同去年一样",   U"见去年报告",   U"见上年报告", U"参照上年",   U"参照去年"};

bool points_elsewhere(std::u32string_view text) {
    return std::find(std::begin(same_as), std::end(same_as), han_of(text)) != std::end(same_as);
}

/// “无。”, “暂无”, “略”: a word instead of a section.
bool is_bare(const FieldText& text) {
    const std::u32string said = han_of(text.text);
    constexpr std::u32string_view bare[] = {
        U"无",       U"暂无",     U"没有",       U"略",       U"无内容", U"无问题",
        U"暂无问题", U"没有问题", U"无相关情况", U"无此情况", U"见附件", U"详见附件",
        U"无变化",   U"无异议",   U"不涉及",     U"待补",     U"待定"};
    return points_elsewhere(text.text) ||
           std::find(std::begin(bare), std::end(bare), said) != std::end(bare);
}

/// “本年度不存在问题。”: no more than that there is nothing.
bool is_denial(const FieldText& text) {
    return han_of(text.text).size() <= longest_denial &&
           has_any(text.text, {U"无", U"没有", U"不存在", U"未发现", U"未发生"});
}

/// “同上。” below a heading of its own.
void check_paragraphs(const FieldText& text, std::string_view section,
                      std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    for (std::size_t begin = 0; begin < whole.size();) {
        const std::size_t end = std::min(whole.find(U'\n', begin), whole.size());
        const std::u32string_view line = whole.substr(begin, end - begin);
        if (points_elsewhere(line))
            findings.push_back(
                finding_of("W-09", text.span(begin, end),
                           fmt::format("{}有一段只写了“{}”", section, to_utf8(han_of(line))),
                           "请写明实际情况"));
        begin = end + 1;
    }
}

void check_said(const FieldText& text, std::string_view section, std::vector<Finding>& findings) {
    if (is_empty(text)) {
        findings.push_back(finding_of("W-09", {text.field}, fmt::format("{}没有内容", section),
                                      "六个部分都要有内容"));
    } else if (is_bare(text)) {
        findings.push_back(finding_of(
            "W-09", {text.field}, fmt::format("{}只写了“{}”", section, to_utf8(han_of(text.text))),
            "请写明实际情况"));
    } else {
        check_paragraphs(text, section, findings);
    }
}

void check_fee(const Prose& prose, std::vector<Finding>& findings) {
    const FieldText& other = prose.other;
    constexpr std::u32string_view right = U"信息处理费";
    const std::string hint =
        "收取的，写明发出收费通知的件数、总金额和实际收取的总金额；没有收取的，写明未收取信息处理费";
    const bool named = has(other.text, right);

    // Wrong names, longer ones first; the last ones are names of other fees, which may
    // stand beside it.
    struct Name {
        std::u32string_view written;
        bool may_stand_beside;
    };
    constexpr Name wrong[] = {{U"政府信息公开处理费", false},
                              {U"信息公开处理费", false},
                              {U"信息处置费", false},
                              {U"信息公开服务费", false},
                              {U"信息公开费用", true},
                              {U"信息公开费", true},
                              {U"信息费", true},
                              {U"处理费", true},
                              {U"检索费", true},
                              {U"复制费", true},
                              {U"工本费", true}};
    for (const Name& name : wrong) {
        const std::size_t place =
            name.may_stand_beside && named ? other.text.npos : other.text.find(name.written);
        if (place == other.text.npos) continue;
        findings.push_back(
            doubt_of("W-10", other.span(place, place + name.written.size()),
                     fmt::format("“{}”的正式名称是“信息处理费”", to_utf8(name.written)),
                     "见《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）"));
        return;
    }
    if (named || is_empty(other)) return;
    const bool elsewhere = has(prose.overview.text, right) || has(prose.problems.text, right);
    if (elsewhere) {
        findings.push_back(doubt_of(
            "W-10", {other.field}, "收取信息处理费的情况写在了别处，格式要求在第六部分报告", hint));
    } else if (has(other.text, U"收费通知")) {
        return;  // which is sent for nothing else
    } else if (has_any(other.text, {U"收费", U"收取", U"费用", U"缴费"})) {
        findings.push_back(
            doubt_of("W-10", {other.field}, "第六部分写了收费，没有写明是信息处理费", hint));
    } else if (is_denial(other)) {
        findings.push_back(finding_of("W-10", {other.field},
                                      "第六部分只写了没有其他事项，没有报告收取信息处理费的情况",
                                      hint));
    } else {
        findings.push_back(
            doubt_of("W-10", {other.field}, "第六部分没有报告收取信息处理费的情况", hint));
    }
}

}  // namespace

void check_sections(const Report& report, const Prose& prose, std::vector<Finding>& findings) {
    check_said(prose.overview, "第一部分“总体情况”", findings);
    check_said(prose.problems, "第五部分“存在的主要问题及改进情况”", findings);
    if (is_empty(prose.other)) check_said(prose.other, "第六部分“其他需要报告的事项”", findings);
    if (!is_bare(prose.problems) && !is_empty(prose.problems) && is_denial(prose.problems)) {
        findings.push_back(doubt_of("W-09", {"problems"}, "第五部分只写了没有问题",
                                    "请写明存在的主要问题，以及怎样改进"));
    }
    if (!is_empty(prose.problems) && !is_denial(prose.problems))
        check_problems(report, prose.problems, findings);
    else check_bare_heading(prose.problems, findings);
    if (report.edition != nullptr && report.edition->year >= 2021) check_fee(prose, findings);
}

}  // namespace nianbao::wording
