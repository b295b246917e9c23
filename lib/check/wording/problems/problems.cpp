// W-09: the fifth section tells of problems and of what is done about them.
#include "check/wording/problems/problems.hpp"

#include "check/rules.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

namespace nianbao::wording {
namespace {

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

}  // namespace

bool check_bare_heading(const FieldText& text, std::vector<Finding>& findings) {
    const TextLine* const heading = bare_heading(text);
    if (heading == nullptr) return false;
    findings.push_back(
        doubt_of("W-09", text.span(heading->begin, heading->end),
                 fmt::format("“{}”下面没有内容", text.quote(heading->begin, heading->end)),
                 "请写明存在的主要问题，以及怎样改进"));
    return true;
}

/// The fifth section tells of problems and of what is done about them.
void check_problems(const Report& report, const FieldText& text, std::vector<Finding>& findings) {
    constexpr std::size_t shortest = 6;  // Han characters of a section that says something
    if (check_bare_heading(text, findings)) return;
    if (han_of(text.text).size() < shortest) return;
    if (const auto denied = denied_problem(text)) {
        findings.push_back(doubt_of("W-09", text.span(denied->begin, denied->end),
                                    fmt::format("第五部分写问题和改进，这里又说没有问题：“{}”",
                                                text.quote(denied->begin, denied->end)),
                                    "请写明存在的主要问题，以及怎样改进"));
        return;
    }
    if (const auto announced = miscounted_problems(text)) {
        findings.push_back(
            doubt_of("W-09", text.span(announced->where.begin, announced->where.end),
                     fmt::format("“{}”是{}个，后面列出的有{}个",
                                 text.quote(announced->where.begin, announced->where.end),
                                 announced->said, announced->told),
                     "请核对问题的个数"));
    }
    const std::size_t before = findings.size();
    if (!tells_of_problems(text.text))
        findings.push_back(doubt_of("W-09", {text.field}, "第五部分没有写存在的问题",
                                    "请写明存在的主要问题，以及怎样改进"));
    else if (!tells_of_improvements(text.text) &&
             !has(text.text, to_utf32(std::to_string(report.year + 1)) + U"年"))
        findings.push_back(doubt_of("W-09", {text.field}, "第五部分没有写改进情况",
                                    "请写明上年问题的改正情况和下一步的措施"));
    if (findings.size() == before) check_contradictions(text, findings);
}

}  // namespace nianbao::wording
