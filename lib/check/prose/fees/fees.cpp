// P-11, P-12: 信息处理费 in the prose and in `processing_fees` (国办函〔2020〕109号).
#include "check/prose/fees/fees.hpp"

#include "check/prose/cells.hpp"
#include "check/prose/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nianbao::prose {
namespace {

/// Amounts come in whole tens: 100 yuan an application, 10, 20 or 40 a page.
bool is_of_the_scale(const Amount& yuan) {
    Amount whole = yuan;
    for (; whole.decimals > 0; --whole.decimals) {
        if (whole.digits % 10 != 0) return false;
        whole.digits /= 10;
    }
    return whole.digits % 10 == 0;
}

constexpr std::string_view scale_hint =
    "按件每件100元起，按量每页10元、20元、40元，所以总是10元的整数倍；请核对";

class Fees {
public:
    explicit Fees(FeeSentence& sentence)
        : s_(sentence),
          report_(s_.report),
          reading_(s_.reading),
          text_(s_.text),
          findings_(s_.findings) {}

    void check() {
        const std::size_t before = findings_.size();
        check_no_fees(s_);
        for (std::size_t i = 0; i < reading_.tokens.size(); ++i) {
            if (reading_.tokens[i].role == Role::figure) figure(i);
        }
        if (parts_ > 1) add_up();
        else check_fee_lists(s_);
        if (findings_.size() == before) check_fee_balance(s_);
        if (findings_.size() == before) taken_unasked();
        if (findings_.size() == before) said_twice();
        if (findings_.size() == before) taken_by_some();
        if (findings_.size() == before) check_fee_claims(s_);
        if (parts_ == 1 && wholes_.empty() && report_.processing_fees) {  // 按量收取600元
            const ProcessingFees& fees = *report_.processing_fees;
            if (!(sum_ == fees.collected) && !(sum_ == fees.notified))
                s_.tell(first_, first_, last_, "实收金额", fees.collected, "元", false);
        } else if (parts_ == 1 && wholes_.empty()) {
            s_.remember_some(first_, last_, sum_);
        }
    }

private:
    /// 按件收取2件400元、按量收取1件300元，共计600元: the two kinds are the whole.
    void add_up() {
        const auto is_whole = [&](const Amount& amount) { return amount == sum_; };
        if (wholes_.empty() || std::any_of(wholes_.begin(), wholes_.end(), is_whole)) return;
        findings_.push_back(
            finding_of("P-11", span_of(reading_, first_, last_),
                       fmt::format("按件、按量收取的共 {} 元，与总数 {} 元不符", sum_.to_string(),
                                   wholes_.front().to_string()),
                       "请核对总数和各项",
                       {{"found", wholes_.front().to_string()}, {"expected", sum_.to_string()}}));
    }

    /// 发出收费通知0件，实际收取200元: nobody was asked for what was taken.
    void taken_unasked() {
        const bool unasked =
            asked_none_ ||
            (has(text_, U"通知") && has_any(text_, {U"未发出", U"没有发出", U"未发放", U"未下达"}));
        if (report_.processing_fees || !unasked || taken_end_ == 0) return;
        findings_.push_back(doubt_of(
            "P-11", span_of(reading_, taken_, taken_end_),
            fmt::format("没有发出收费通知，却写收取了{}", quoted(reading_, taken_, taken_end_)),
            "请核对两处，并写明 processing_fees（信息处理费）"));
    }

    /// An amount although nobody applied, or the one of table two's charges.
    void cannot_be(int begin, const Figure& figure) {
        if (report_.processing_fees) return;
        const auto came = value_of(report_, cells_received_in_all.front()),
                   charges = value_of(report_, cells_charges.front());
        Amount yuan = charges.value_or(Amount{});  // the table has 万元
        constexpr int ten_thousand = 10000;
        yuan.digits *= ten_thousand;
        const bool nobody = came && came->digits == 0,
                   same = yuan.digits > 0 && figure.numeral.value == yuan;
        if (!nobody && !same) return;
        findings_.push_back(doubt_of(
            "P-11", span_of(reading_, begin, figure.end),
            nobody ? fmt::format("没有收到申请，却写收取了{}", quoted(reading_, begin, figure.end))
                   : fmt::format("信息处理费{}与表二的行政事业性收费相同",
                                 quoted(reading_, begin, figure.end)),
            "请核对正文和表格"));
    }

    /// 收取信息处理费0.03万元，即30元: one amount written twice.
    void said_twice() {
        for (std::size_t i = 0; i + 1 < reading_.figures.size(); ++i) {
            const Figure &one = reading_.figures[i], &other = reading_.figures[i + 1];
            if (one.kind != FigureKind::money || other.kind != FigureKind::money ||
                one.numeral.hedge != Hedge::none || other.numeral.hedge != Hedge::none)
                continue;
            const auto between = reading_.between(one.end, other.numeral.begin);
            const bool same = between == U"，即" || between == U"（即" || between == U"，合" ||
                              between == U"（合" || between == U"，折合";
            if (!same || compare(one.numeral.value, other.numeral.value) == 0) continue;
            findings_.push_back(doubt_of(
                "P-11", span_of(reading_, other.numeral.begin, other.end),
                fmt::format("前后两个金额不同：{} 元，{} 元", one.numeral.value.to_string(),
                            other.numeral.value.to_string()),
                "请核对金额和单位"));
            return;
        }
    }

    /// 全县没有收取信息处理费，其中县自然资源局收取300元
    void taken_by_some() {
        const auto list = text_.find(U"其中");
        if (list == text_.npos || !has_any(text_.substr(0, list), {U"未收取", U"没有收取"})) return;
        for (const Figure& figure : reading_.figures) {
            if (figure.kind != FigureKind::money || figure.numeral.value.digits <= 0 ||
                static_cast<std::size_t>(figure.numeral.begin) < list ||
                !has(text_.substr(list, static_cast<std::size_t>(figure.numeral.begin) - list),
                     U"收取"))
                continue;
            findings_.push_back(
                doubt_of("P-11", span_of(reading_, figure.numeral.begin, figure.end),
                         fmt::format("前面说没有收取，这里写收取{}",
                                     quoted(reading_, figure.numeral.begin, figure.end)),
                         "请核对两处"));
            return;
        }
    }

    /// 收取3件、1850元: the words stand before the count.
    std::size_t begin_of_words(std::size_t i) const {
        const auto begin = [&](std::size_t k) {
            while (k > 0 && reading_.tokens[k - 1].role != Role::comma &&
                   reading_.tokens[k - 1].role != Role::semicolon &&
                   reading_.tokens[k - 1].role != Role::pause &&
                   reading_.tokens[k - 1].role != Role::figure)
                --k;
            return k;
        };
        const std::size_t k = begin(i);
        const bool behind_count = k == i && i > 1 && reading_.role(i - 1) == Role::pause &&
                                  reading_.role(i - 2) == Role::figure &&
                                  reading_.figure(i - 2).kind == FigureKind::count;
        return behind_count ? begin(i - 2) : k;
    }

    void figure(std::size_t i) {
        const Token& token = reading_.tokens[i];
        const Figure& figure = reading_.figures[token.figure];
        if (figure.referred || !reading_.scopes[i].plain() || figure.numeral.hedge != Hedge::none)
            return;
        const std::size_t k = begin_of_words(i);
        const std::size_t from = reading_.tokens[k].begin;
        const std::u32string said = without_titles(text_.substr(from, token.begin - from));
        const std::size_t behind = token.end;
        const bool rate = (behind < text_.size() && text_[behind] == U'/') ||
                          has_any(said, {U"每"}) || text_.substr(behind, 2) == U"每件";
        if (rate) return;
        const int begin = figure.numeral.begin, end = figure.numeral.end;

        std::size_t item = k;
        while (item > 0 && !ends_item(reading_.tokens[item - 1].role)) --item;
        if (figure.kind == FigureKind::money &&
            has_any(reading_.between(reading_.tokens[item].begin, token.begin),
                    {U"按件", U"按量"})) {
            first_ = parts_++ == 0 ? begin : first_;
            last_ = end;
            sum_ = sum_ + figure.numeral.value;
            return;
        }
        std::size_t clause = item;
        while (clause > 0 && !ends_clause(reading_.tokens[clause - 1].role)) --clause;
        if (figure.kind == FigureKind::money &&
            has_any(reading_.between(reading_.tokens[clause].begin, token.begin),
                    {U"减免", U"免收", U"免除", U"免交"}) &&
            !has_any(said, {U"后实收", U"后收取", U"后仍", U"后实际"}))
            return;  // 减免检索、复制费用240元: what was not taken
        if (figure.kind == FigureKind::money && has(said, U"行政事业")) return;
        if (figure.kind == FigureKind::money) {
            wholes_.push_back(figure.numeral.value);
            // 实际收取6件，共4500元: the clause before says of what
            const bool total = said == U"共" || said == U"合计" || said == U"共计";
            const bool behind_count = total && k > clause && reading_.role(k - 1) == Role::figure;
            const bool summed =
                total && !behind_count && clause > 1 && reading_.role(clause - 1) == Role::comma;
            std::size_t first = clause;
            while (summed && first > 0 &&
                   (first == clause || !ends_clause(reading_.role(first - 1))))
                --first;
            const std::u32string clause_said =
                summed ? without_titles(reading_.between(reading_.tokens[first].begin, token.begin))
                : behind_count || has(std::u32string_view(said), U"处理费")
                    ? without_titles(reading_.between(reading_.tokens[clause].begin, token.begin))
                    : said;
            const bool received = has_any(clause_said, {U"收取", U"实收", U"收到", U"收缴", U"缴纳",
                                                        U"入库", U"到账", U"收入"});
            const bool asked = has_any(said, {U"金额", U"应收", U"应缴", U"通知", U"合计", U"总计",
                                              U"共计", U"费用", U"产生"});
            // 该件通知金额1130元, 两者的差额1460元: no sum of the year
            if (has_any(said, {U"差额", U"相差", U"该件", U"这一件", U"此件"})) return;
            if (!received && !asked) return;
            if (received && figure.numeral.value.digits > 0) {
                taken_ = begin;
                taken_end_ = figure.end;
            }
            if (received) s_.remember_some(begin, figure.end, figure.numeral.value);
            if (received && figure.numeral.value.digits > 0) cannot_be(begin, figure);
            if (report_.processing_fees) {
                const ProcessingFees& fees = *report_.processing_fees;
                const bool collected = may_be_written(fees.collected, figure.numeral),
                           notified = may_be_written(fees.notified, figure.numeral);
                const bool actual = has_any(said, {U"实际", U"实收"});
                if (collected) note(reading_, figure, "实收金额 " + fees.collected.to_string());
                else if (notified) note(reading_, figure, "通知金额 " + fees.notified.to_string());
                if (actual || (received && !asked)) {
                    if (!collected)
                        s_.tell(reading_.tokens[k].begin, begin, end, "实收金额", fees.collected,
                                "元", actual);
                } else if (!collected && !notified) {
                    s_.tell(reading_.tokens[k].begin, begin, end, "通知金额", fees.notified, "元",
                            !received && !has(said, U"产生"));
                }
            }
            if (!figure.numeral.scaled && !is_of_the_scale(figure.numeral.value)) {
                findings_.push_back(doubt_of("P-12", span_of(reading_, begin, end),
                                             fmt::format("信息处理费 {} 元不是10元的整数倍",
                                                         figure.numeral.value.to_string()),
                                             std::string(scale_hint),
                                             {{"found", figure.numeral.value.to_string()}}));
            }
        } else if (figure.kind == FigureKind::count && has(said, U"通知") &&
                   !report_.processing_fees) {
            asked_none_ = asked_none_ || figure.numeral.value.digits == 0;
        } else if (figure.kind == FigureKind::count && report_.processing_fees &&
                   has_any(said, {U"实际收取", U"实收", U"已收取", U"收到"}) &&
                   !has(said, U"通知")) {
            const Amount& notices = report_.processing_fees->notices;
            if (compare(figure.numeral.value, notices) > 0)
                s_.tell(reading_.tokens[k].begin, begin, end, "发出收费通知", notices, "件", false);
        } else if (figure.kind == FigureKind::count && report_.processing_fees &&
                   has_any(said, {U"通知"})) {
            const Amount& notices = report_.processing_fees->notices;
            if (may_be_written(notices, figure.numeral))
                note(reading_, figure, "发出收费通知 " + notices.to_string() + " 件");
            else s_.tell(reading_.tokens[k].begin, begin, end, "发出收费通知", notices, "件", true);
        }
    }

    FeeSentence& s_;
    const Report& report_;
    const Reading& reading_;
    std::u32string_view text_;
    int parts_ = 0, first_ = 0, last_ = 0;  // 按件…元、按量…元: how many, where they stand
    Amount sum_;
    int taken_ = 0, taken_end_ = 0;  // where an amount stands that was taken; 0: none does
    bool asked_none_ = false;        // 收费通知0件
    std::vector<Amount> wholes_;     // the other amounts of the sentence
    std::vector<Finding>& findings_;
};

}  // namespace

void check_fees(const Report& report, const std::vector<Reading>& readings, FeesSaid& said,
                std::vector<Finding>& findings) {
    if (report.edition->year < 2021) return;  // 109号 is of November 2020
    for (const Reading& reading : readings) {
        // Most sentences have nothing of it.
        if (!has(reading.sentence->text, U"费") && !has(reading.sentence->heading, U"费")) continue;
        const bool about =
            has_any(without_titles(reading.sentence->text), {U"处理费", U"收费通知"}) ||
            has_any(reading.sentence->heading, {U"处理费"}) ||
            has(reading.sentence->text, U"任何费用") ||
            (has_any(reading.sentence->text, {U"收取费用", U"收取了费用"}) &&
             has(reading.sentence->text, U"申请人")) ||
            (has_any(reading.sentence->text, {U"信息处理费"}) &&
             has_any(reading.sentence->text, {U"收取", U"收费"}));
        if (!about) continue;
        FeeSentence sentence(report, reading, said, findings);
        Fees(sentence).check();
    }
}

}  // namespace nianbao::prose
