// P-13: 办结率, 答复率, 公开率: never over 100 %, and of the counts that they are made of.
#include "check/prose/cells.hpp"
#include "check/prose/prose.hpp"
#include "check/prose/ratio.hpp"
#include "check/prose/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace nianbao::prose {
namespace {

/// Shares of what was done: no such rate can be more than all.
constexpr std::u32string_view rates[] = {
    U"办结率", U"答复率", U"回复率", U"公开率", U"满意率", U"解读率", U"办理率", U"及时率",
    U"采纳率", U"合格率", U"覆盖率", U"整改率", U"公示率", U"更新率", U"回应率", U"准确率",
    U"达标率", U"办复率", U"满意度", U"知晓率", U"知晓度", U"参与率", U"通过率", U"合规率",
    U"正确率", U"优秀率", U"优良率", U"规范率", U"审结率", U"维持率", U"纠错率", U"纠正率",
    U"败诉率", U"胜诉率", U"回收率", U"收回率", U"响应率", U"可用率", U"公布率", U"落实率",
    U"调解率", U"好评率", U"办成率"};

/// What the rates of applications are made of.
struct Made {
    std::u32string_view rate;
    Cells parts, wholes;
};
inline constexpr Cells all_in = cells<
    "applications.received+applications.carried_in|applications.received|"
    "applications.results.total">;
constexpr Made made_of[] = {
    {U"办结率", cells_finished, all_in},
    {U"答复率", cells_answered, all_in},
    {U"公开率", cells_disclosed_at_all, all_in},
};

/// 维持率, 纠错率: of the cases.
struct OfCases {
    std::u32string_view rate;
    Column column;
};
constexpr OfCases rates_of_cases[] = {{U"维持率", Column::upheld},
                                      {U"纠错率", Column::corrected},
                                      {U"纠正率", Column::corrected},
                                      {U"败诉率", Column::corrected}};

class Rates {
public:
    Rates(const Report& report, const Reading& reading, std::vector<Finding>& findings)
        : report_(report), reading_(reading), findings_(findings) {}

    void check() {
        for (std::size_t i = 0; i < reading_.tokens.size(); ++i) {
            if (reading_.role(i) == Role::figure &&
                reading_.figure(i).kind == FigureKind::percent && !reading_.figure(i).referred)
                rate(i);
        }
    }

private:
    void rate(std::size_t i) {
        std::size_t from = i;
        bool differs = false;
        while (from > 0 && !ends_item(reading_.role(from - 1)) &&
               reading_.role(from - 1) != Role::figure) {
            --from;
            const Role role = reading_.role(from);
            differs = differs || role == Role::rise || role == Role::fall || role == Role::compare;
        }
        if (differs || from == i) return;
        if (of_counts(i, from)) return;
        const int begin = reading_.tokens[from].begin, end = reading_.tokens[i].begin;
        const std::u32string_view said = reading_.between(begin, end);
        const auto named = std::find_if(std::begin(rates), std::end(rates),
                                        [&](std::u32string_view rate) { return has(said, rate); });
        if (named == std::end(rates)) return;
        const int name = begin + static_cast<int>(said.find(*named));
        const Numeral& numeral = reading_.figure(i).numeral;
        if (compare(numeral.value, {100, 0}) > 0) {
            findings_.push_back(finding_of(
                "P-13", span_of(reading_, numeral.begin, numeral.end),
                fmt::format("{}超过100%", quoted(reading_, name, reading_.tokens[i].end)),
                "请核对百分比", {{"found", numeral.value.to_string()}}));
            return;
        }
        if (!of_cases(i, name, said, numeral)) recompute(i, name, said, numeral);
    }

    /// 行政复议维持率40%: of all cases, or of those that are not pending. True where it is
    /// such a rate.
    bool of_cases(std::size_t i, int name, std::u32string_view said, const Numeral& numeral) {
        const auto rate = std::find_if(std::begin(rates_of_cases), std::end(rates_of_cases),
                                       [&](const OfCases& one) { return has(said, one.rate); });
        if (rate == std::end(rates_of_cases)) return false;
        if (!reading_.scopes[i].plain() || numeral.hedge != Hedge::none || numeral.rough > 0 ||
            !(has_any(reading_.sentence->text, {U"信息公开", U"依申请", U"政务公开"}) ||
              has_any(reading_.sentence->heading, {U"依申请", U"申请公开", U"复议"})) ||
            has_any(said, {U"平均", U"全市", U"全省", U"高于", U"低于"}))
            return true;
        std::optional<std::pair<Amount, Amount>> first;
        for (const Addends& all : readings_of(cells_disputes)) {
            const auto total = value_of(report_, all),
                       part = value_of(report_, narrowed({all}, rate->column).front()),
                       open = value_of(report_, narrowed({all}, Column::pending).front());
            if (!total || !part || !open) continue;
            if (is_ratio(*part, *total, numeral) || is_ratio(*part, *total - *open, numeral))
                return true;
            const bool meant = has(said, U"诉")     ? all.size() == 2
                               : has(said, U"复议") ? all.size() == 1
                                                    : total->digits > 0;
            if (!first && meant && total->digits > 0) first = std::pair{*part, *total};
        }
        if (!first) return true;
        const std::string right = ratio_text(first->first, first->second, numeral);
        findings_.push_back(
            doubt_of("P-13", span_of(reading_, numeral.begin, numeral.end),
                     fmt::format("{}可能与表中的数算出的不符：{} 占 {} 是 {}%",
                                 quoted(reading_, name, reading_.tokens[i].end),
                                 first->first.to_string(), first->second.to_string(), right),
                     "请核对百分比，以及它是哪两个数的比",
                     {{"found", numeral.value.to_string()}, {"expected", right}}));
        return true;
    }

    /// What is done stands before a count: 合格468批次, 收回480份 of 回收率.
    bool words_before(std::size_t figure, std::u32string_view done) const {
        std::size_t k = figure;
        while (k > 0 && !ends_item(reading_.role(k - 1)) && reading_.role(k - 1) != Role::figure)
            --k;
        const auto label =
            reading_.between(reading_.tokens[k].begin, reading_.tokens[figure].begin);
        return has(label, done) || (done == U"回收" && has(label, U"收回"));
    }

    /// 抽检480批次，其中合格468批次，合格率97.5%: of the count before it that bears its name,
    /// and of a greater one before that. True where such counts are there.
    bool of_counts(std::size_t i, std::size_t from) {
        const Numeral& said = reading_.figure(i).numeral;
        std::u32string_view name =
            reading_.between(reading_.tokens[from].begin, reading_.tokens[i].begin);
        for (const std::u32string_view word : {U"达到", U"达", U"为", U"是"}) {
            if (name.ends_with(word)) name.remove_suffix(word.size());
        }
        const bool made = std::any_of(std::begin(made_of), std::end(made_of),
                                      [&](const Made& one) { return one.rate == name; });
        if (made || name.size() < 3 || name.size() > 4 || !name.ends_with(U"率") || from < 2 ||
            reading_.role(from - 1) != Role::comma || said.hedge != Hedge::none)
            return false;
        const std::u32string_view done = name.substr(0, name.size() - 1);
        // 完成37项，1项因故顺延，完成率97.4%: the last count whose words bear the name
        std::size_t at = from - 1;
        while (at > 0 && reading_.role(at) != Role::semicolon &&
               !(reading_.role(at) == Role::figure && words_before(at, done)))
            --at;
        if (reading_.role(at) != Role::figure) return false;
        const Figure& part = reading_.figure(at);
        std::size_t begin = at;
        while (begin > 0 && !ends_item(reading_.role(begin - 1)) &&
               reading_.role(begin - 1) != Role::figure)
            --begin;
        const std::u32string_view label =
            reading_.between(reading_.tokens[begin].begin, part.numeral.begin);
        // 档案1360卷，数字化960卷: whatever is counted, one by one
        const auto is_exact = [](const Figure& figure) {
            return (is_counted(figure.kind) || figure.kind == FigureKind::none) &&
                   !figure.numeral.han && figure.numeral.hedge == Hedge::none &&
                   !figure.numeral.scaled;
        };
        const auto unit_of = [&](const Figure& figure) {
            return reading_.between(figure.numeral.end, figure.numeral.end + 1);
        };
        // 收回480份，回收率96%
        const bool named = has(label, done) || (done == U"回收" && has(label, U"收回"));
        if (!is_exact(part) || !named || has_any(label, {U"不", U"未"})) return false;
        const Amount& value = part.numeral.value;
        const Figure* whole = nullptr;
        for (std::size_t k = begin; k-- > 0 && reading_.role(k) != Role::semicolon;) {
            if (reading_.role(k) != Role::figure) continue;
            const Figure& one = reading_.figure(k);
            if (!is_exact(one) || unit_of(one) != unit_of(part) ||
                compare(one.numeral.value, value) < 0)
                continue;
            if (whole == nullptr) whole = &one;
            if (is_ratio(value, one.numeral.value, said)) {
                note(reading_, reading_.figure(i),
                     fmt::format("{} 占 {}", value.to_string(), one.numeral.value.to_string()));
                return true;
            }
        }
        if (whole == nullptr || whole->numeral.value.digits == 0) return false;
        const std::string right = ratio_text(value, whole->numeral.value, said);
        findings_.push_back(doubt_of(
            "P-13", span_of(reading_, said.begin, said.end),
            fmt::format("{}可能与各数算出的不符：{} 占 {} 是 {}%",
                        quoted(reading_, reading_.tokens[from].begin, reading_.tokens[i].end),
                        value.to_string(), whole->numeral.value.to_string(), right),
            "请核对百分比，以及它是哪两个数的比",
            {{"found", said.value.to_string()}, {"expected", right}}));
        return true;
    }

    /// 办结率98% of 165 that came in and 160 that were dealt with.
    void recompute(std::size_t i, int name, std::u32string_view said, const Numeral& numeral) {
        const Scope& scope = reading_.scopes[i];
        const auto made = std::find_if(std::begin(made_of), std::end(made_of),
                                       [&](const Made& one) { return has(said, one.rate); });
        const bool of_all = numeral.value == Amount{100, 0};
        if (made == std::end(made_of) || (of_all && made->rate != U"公开率") ||
            numeral.hedge != Hedge::none || reading_.topics[i] != Topic::applications ||
            !scope.plain() ||
            !(has_any(reading_.sentence->text, {U"信息公开申请", U"依申请", U"公开申请"}) ||
              has_any(reading_.sentence->heading, {U"依申请", U"申请公开"})) ||
            has_any(said, {U"按时", U"按期", U"及时", U"期限", U"法定", U"当日", U"主动", U"文件",
                           U"解读"}) ||
            (has(said, U"信息") && !has(said, U"信息公开申请")))
            return;
        std::vector<Amount> parts, wholes;
        for (const Addends& one : readings_of(made->parts)) add(parts, one);
        for (const Addends& one : readings_of(made->wholes)) add(wholes, one);
        if (parts.empty() || wholes.empty()) return;
        if (wholes.front().digits == 0) return;
        // 办结率96.9% where all is done: no share of what came can be meant.
        const auto open = value_of(report_, cells_carried_out.front());
        const bool all_done = made->rate == U"办结率" && open && *open == Amount{};
        if (all_done) parts.assign(1, parts.front()), wholes.assign(1, wholes.front());
        if (of_all) wholes.assign(1, wholes.back());
        for (std::size_t k = 0; k < i && !all_done && !of_all; ++k) {
            if (reading_.role(k) != Role::figure || reading_.figure(k).kind != FigureKind::count)
                continue;
            parts.push_back(reading_.figure(k).numeral.value);
            wholes.push_back(reading_.figure(k).numeral.value);
        }
        for (const Amount& part : parts) {
            for (const Amount& whole : wholes) {
                if (!is_ratio(part, whole, numeral)) continue;
                note(reading_, reading_.figure(i),
                     fmt::format("{} 占 {}", part.to_string(), whole.to_string()));
                return;
            }
        }
        if (parts.empty() || wholes.empty() || wholes.front().digits == 0) return;
        const Amount &part = parts.front(), &whole = wholes.front();
        findings_.push_back(
            doubt_of("P-13", span_of(reading_, numeral.begin, numeral.end),
                     fmt::format("{}可能与表中的数算出的不符：{} 占 {} 是 {}%",
                                 quoted(reading_, name, reading_.tokens[i].end), part.to_string(),
                                 whole.to_string(), ratio_text(part, whole, numeral)),
                     "请核对百分比，以及它是哪两个数的比",
                     {{"found", numeral.value.to_string()},
                      {"expected", ratio_text(part, whole, numeral)}}));
    }

    void add(std::vector<Amount>& list, const Addends& one) const {
        const std::optional<Amount> value = value_of(report_, one);
        if (value && value->digits >= 0) list.push_back(*value);
    }

    const Report& report_;
    const Reading& reading_;
    std::vector<Finding>& findings_;
};

}  // namespace

void check_rates(const Report& report, const Reading& reading, std::vector<Finding>& findings) {
    Rates(report, reading, findings).check();
}

}  // namespace nianbao::prose
