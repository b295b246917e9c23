#include "check/rules.hpp"
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

/// Words of which one stands wherever a problem, or what is done about it, is told.
constexpr std::initializer_list<std::u32string_view> words_of_problems = {
    U"问题", U"不足",   U"不够",   U"有待", U"薄弱", U"欠缺", U"短板", U"差距", U"不高",
    U"单一", U"滞后",   U"不及",   U"不深", U"仍需", U"亟待", U"较少", U"还需", U"不强",
    U"不全", U"不完善", U"不到位", U"不规", U"不平", U"不多", U"不熟", U"偏弱", U"较弱",
    U"偏少", U"不稳",   U"困难",   U"缺乏", U"缺少", U"不丰", U"需要", U"需进", U"尚需",
    U"不齐", U"不细",   U"不严",   U"不广", U"慢",   U"少；", U"少。", U"少，", U"待提",
    U"待加", U"待完",   U"待改",   U"待进", U"须进", U"不充", U"不均", U"不统", U"不便",
    U"陈旧", U"偏窄",   U"未到位", U"难懂", U"难以", U"偏重", U"老化", U"偏多"};
constexpr std::initializer_list<std::u32string_view> words_of_improvements = {
    U"下一步", U"下步",   U"改进", U"将",   U"加强", U"整改",  U"今后", U"措施", U"已",
    U"继续",   U"进一步", U"拟",   U"计划", U"完善", U"提升",  U"提高", U"针对", U"解决",
    U"强化",   U"加大",   U"优化", U"增加", U"明年", U"推进",  U"明确", U"开展", U"健全",
    U"改为",   U"丰富",   U"争取", U"力争", U"下年", U"下一年"};

/// “半数未配图”, “超过5天才公示”: what is not as it should be, said by a fact.
bool tells_of_problems(std::u32string_view text) {
    if (has_any(text, words_of_problems)) return true;
    for (std::size_t at = text.find(U'不'); at != text.npos; at = text.find(U'不', at + 1)) {
        if (!is_one_of(wording::at(text, at + 1), U"断懈少低超定得仅再")) return true;
    }
    return has_any(text, {U"未",   U"才公",   U"才发",   U"才更", U"超期",   U"逾期", U"紧缺",
                          U"空白", U"重复",   U"偏",     U"耗时", U"被纠正", U"挤占", U"交织",
                          U"断档", U"周期长", U"靠人工", U"仅有", U"较长",   U"较低", U"较高",
                          U"太",   U"过于",   U"缺失",   U"混淆", U"误",     U"错",   U"难"});
}

/// 有待提高 says what is wrong, not what is done about it.
bool tells_of_improvements(std::u32string_view text) {
    return std::any_of(
        words_of_improvements.begin(), words_of_improvements.end(), [&](std::u32string_view word) {
            for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
                if (at == 0 || !is_one_of(text[at - 1], U"待需未不")) return true;
            }
            return false;
        });
}

/// “（一）存在的主要问题” with “（二）改进情况” below it, and nothing else: a heading that
/// stands over nothing.
const TextLine* bare_heading(const FieldText& text) {
    constexpr std::size_t longest = 14;
    const auto is_heading = [&](const TextLine& line) {
        const auto body = std::u32string_view(text.text).substr(line.body, line.end - line.body);
        return line.level > 0 && body.size() <= longest &&
               has_any(body, {U"改进情况", U"改进措施", U"整改情况", U"整改措施", U"存在问题",
                              U"存在的问题", U"主要问题", U"下一步"}) &&
               !has_any(body, {U"，", U"不", U"较", U"欠", U"弱", U"将"});
    };
    for (std::size_t i = 0; i < text.lines.size(); ++i) {
        const bool last = i + 1 == text.lines.size();
        if (is_heading(text.lines[i]) && (last || (text.lines[i + 1].level == text.lines[i].level &&
                                                   is_heading(text.lines[i + 1]))))
            return &text.lines[i];
    }
    return nullptr;
}

/// Where the fifth section says that there is no problem, among those that it has; what
/// was mended, and what was told of another year or office, is no contradiction.
std::optional<Range> denied_problem(const FieldText& text) {
    constexpr std::u32string_view denials[] = {
        U"不存在问题", U"不存在任何问题", U"不存在不足", U"没有问题",  U"没有不足",   U"无问题",
        U"无不足",     U"未发现问题",     U"问题不存在", U"均不存在",  U"均不是问题", U"不是问题",
        U"并非问题",   U"不足：无",       U"问题：无",   U"问题不属实"};
    const std::u32string_view whole = text.text;
    for (const std::u32string_view denial : denials) {
        for (std::size_t at = whole.find(denial); at != whole.npos;
             at = whole.find(denial, at + denial.size())) {
            const auto clause = clause_around(whole, at).of(whole);
            if (!has_any(clause,
                         {U"已",   U"整改后", U"上年", U"去年", U"往年", U"复查", U"回访", U"检查",
                          U"抽查", U"反映",   U"认为", U"确保", U"做到", U"力争", U"实现", U"审计",
                          U"核查", U"经查",   U"目标", U"仍",   U"达到", U"？",   U"是否"}))
                return Range{at, at + denial.size()};
        }
    }
    if (!text.lines.empty() && stands(whole, text.lines.front().body, U"无。"))
        return Range{text.lines.front().body, text.lines.front().body + 1};
    return std::nullopt;
}

/// “问题主要有三个：其一……；其二……。”: how many are announced, and how many follow.
struct Announced {
    Range where;
    int said = 0, told = 0;
};
std::optional<Announced> miscounted_problems(const FieldText& text) {
    const std::u32string_view whole = text.text;
    constexpr std::u32string_view counted[] = {U"个", U"点", U"方面", U"个方面", U"项", U"条"};
    for (std::size_t at = 0; at < whole.size(); ++at) {
        if (!small_numerals.has(whole[at]) && whole[at] != U'两') continue;
        const int said = whole[at] == U'两' ? 2 : chinese_number(whole.substr(at, 1));
        const bool counts = std::any_of(std::begin(counted), std::end(counted),
                                        [&](auto word) { return stands(whole, at + 1, word); });
        const std::size_t colon = whole.find(U'：', at);
        if (said < 2 || !counts || small_numerals.has(wording::at(whole, at + 1)) ||
            colon == whole.npos || colon - at > 12 ||
            is_one_of(wording::at(whole, static_cast<std::ptrdiff_t>(at) - 1), U"第年月这前上后"))
            continue;
        const auto sentence = sentence_around(whole, at);
        const auto before = whole.substr(sentence.begin, colon - sentence.begin);
        if (!has_any(before, {U"问题", U"不足", U"短板", U"差距"})) continue;
        const std::size_t end = std::min(whole.find(U'\n', colon), whole.size());
        const auto list = whole.substr(colon, end - colon);
        int told = 0;
        for (const std::u32string_view mark : {U"是", U"其"}) {
            int number = 1;
            for (;; ++number) {
                constexpr std::u32string_view figures = U"一二三四五六七八九";
                if (number > 9) break;
                const char32_t figure = figures[static_cast<std::size_t>(number) - 1];
                const std::u32string item =
                    mark == U"是" ? std::u32string{figure, U'是'} : std::u32string{U'其', figure};
                if (!has(list, item)) break;
            }
            told = std::max(told, number - 1);
        }
        if (told < 2 || told == said) continue;
        return Announced{{at, colon}, said, told};
    }
    return std::nullopt;
}

/// The fifth section tells of problems and of what is done about them.
void check_problems(const Report& report, const FieldText& text, std::vector<Finding>& findings) {
    constexpr std::size_t shortest = 6;  // Han characters of a section that says something
    if (const TextLine* const heading = bare_heading(text)) {
        findings.push_back(doubt_of("W-09", text.span(heading->begin, heading->end),
                                    fmt::format("“{}”下面没有内容", to_utf8(text.view(*heading))),
                                    "请写明存在的主要问题，以及怎样改进"));
        return;
    }
    if (han_of(text.text).size() < shortest || is_denial(text)) return;
    if (const auto denied = denied_problem(text)) {
        findings.push_back(doubt_of("W-09", text.span(denied->begin, denied->end),
                                    fmt::format("第五部分写问题和改进，这里又说没有问题：“{}”",
                                                to_utf8(denied->of(text.text))),
                                    "请写明存在的主要问题，以及怎样改进"));
        return;
    }
    if (const auto announced = miscounted_problems(text)) {
        findings.push_back(doubt_of(
            "W-09", text.span(announced->where.begin, announced->where.end),
            fmt::format("“{}”是{}个，后面列出的有{}个", to_utf8(announced->where.of(text.text)),
                        announced->said, announced->told),
            "请核对问题的个数"));
    }
    if (!tells_of_problems(text.text))
        findings.push_back(doubt_of("W-09", {text.field}, "第五部分没有写存在的问题",
                                    "请写明存在的主要问题，以及怎样改进"));
    else if (!tells_of_improvements(text.text) &&
             !has(text.text, to_utf32(std::to_string(report.year + 1)) + U"年"))
        findings.push_back(doubt_of("W-09", {text.field}, "第五部分没有写改进情况",
                                    "请写明上年问题的改正情况和下一步的措施"));
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
    check_problems(report, prose.problems, findings);
    if (report.edition != nullptr && report.edition->year >= 2021) check_fee(prose, findings);
}

}  // namespace nianbao::wording
