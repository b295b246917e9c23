// P-11, P-12: 信息处理费 in the prose and in `processing_fees` (国办函〔2020〕109号).
#include "check/prose/prose.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nianbao::prose {
namespace {

/// The text without the titles in it: 《政府信息公开信息处理费管理办法》.
std::u32string without_titles(std::u32string_view text) {
    std::u32string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == U'《') {
            const auto close = text.find(U'》', i);
            if (close == text.npos) break;
            i = close;
        } else {
            out += text[i];
        }
    }
    return out;
}

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
    Fees(const Report& report, const Reading& reading, FeesSaid& said,
         std::vector<Finding>& findings)
        : report_(report),
          said_(said),
          reading_(reading),
          text_(reading.sentence->text),
          bare_(without_titles(text_)),
          findings_(findings) {}

    void check() {
        if (!bare_.empty()) none();
        for (std::size_t i = 0; i < reading_.tokens.size(); ++i) {
            if (reading_.tokens[i].role == Role::figure) figure(i);
        }
        if (parts_ > 1) add_up();
        else list();
        if (parts_ == 1 && wholes_.empty() && report_.processing_fees) {  // 按量收取600元
            const ProcessingFees& fees = *report_.processing_fees;
            if (!(sum_ == fees.collected) && !(sum_ == fees.notified))
                tell(first_, first_, last_, "实收金额", fees.collected, "元", false);
        } else if (parts_ == 1 && wholes_.empty()) {
            remember_some(first_, last_, sum_);
        }
    }

private:
    /// `begin`, `end`: what is meant; from `said` on it is quoted.
    void tell(int said, int begin, int end, std::string_view name, const Amount& amount,
              std::string_view unit, bool sure) {
        const std::string message =
            fmt::format("{}{}信息处理费的数不符：{} {} {}", quoted(reading_, said, end),
                        sure ? "与" : "可能与", name, amount.to_string(), unit);
        findings_.push_back((sure ? finding_of : doubt_of)(
            "P-11", span_of(reading_, begin, end), message,
            "请核对正文和 processing_fees（信息处理费）", {{"expected", amount.to_string()}}));
    }

    /// The words of the clause before a place.
    std::u32string_view clause_before(std::size_t at) const {
        const std::size_t mark = text_.substr(0, at).find_last_of(U"，；。");
        return text_.substr(mark == text_.npos ? 0 : mark + 1,
                            at - (mark == text_.npos ? 0 : mark + 1));
    }

    /// 未收取: nothing was received, whatever was asked for. 未发出收费通知, 未产生:
    /// nothing was asked for.
    void none() {
        for (std::u32string_view words :
             {U"未收取", U"未实际收取", U"没有收取", U"未曾收取", U"未收到", U"不收取", U"未收费",
              U"无收取", U"未产生", U"没有产生", U"未发生", U"没有发生", U"未发出", U"未向"}) {
            const auto at = text_.find(words);
            if (at == text_.npos) continue;
            const auto end = std::min(text_.find_first_of(U"，；。", at), text_.size());
            const std::u32string_view clause = text_.substr(at, end - at);
            // 其余申请未收取任何费用; 2022年未收取
            const std::u32string_view before = clause_before(at);
            if (has_any(before, {U"其余", U"其他申请", U"其它申请"}) ||
                has(before, to_utf32(std::to_string(report_.year - 1)) + U"年"))
                continue;
            if (words == U"未向" && !has_any(clause, {U"收取"})) continue;
            if (!has_any(clause, {U"费", U"通知"}) && !has_any(text_.substr(0, at), {U"处理费"}))
                continue;
            const bool asked = words == U"未发出" || words == U"未产生" || words == U"没有产生" ||
                               words == U"未发生" || words == U"没有发生";
            const int from = static_cast<int>(at), to = static_cast<int>(end);
            if (!report_.processing_fees) {
                if (!asked) remember_none(from, to);
                return;
            }
            const ProcessingFees& fees = *report_.processing_fees;
            if (compare(fees.collected, {}) > 0)
                tell(from, from, to, "实收金额", fees.collected, "元", true);
            else if (asked && compare(fees.notices, {}) > 0)
                tell(from, from, to, "发出收费通知", fees.notices, "件", words == U"未发出");
            return;
        }
    }

    /// 未收取 in one place and an amount in another, where nothing else says which is right:
    /// told where the second of them stands.
    void remember_none(int begin, int end) {
        if (!said_.none) {
            Finding none = doubt_of("P-11", span_of(reading_, begin, end), {},
                                    "请核对两处，并写明 processing_fees（信息处理费）");
            none.message = quoted(reading_, begin, end);
            said_.none = std::move(none);
        }
        tell_both(*said_.none);
    }
    void remember_some(int begin, int end, const Amount& yuan) {
        if (report_.processing_fees) return;
        if (yuan.digits == 0) return remember_none(begin, end);
        if (!said_.some) {
            Finding some = doubt_of("P-11", span_of(reading_, begin, end), {},
                                    "请核对两处，并写明 processing_fees（信息处理费）");
            some.message = quoted(reading_, begin, end);
            said_.some = std::move(some);
        }
        tell_both(*said_.some);
    }
    void tell_both(const Finding& at) {
        if (!said_.none || !said_.some) return;
        Finding both = at;
        both.message = fmt::format("一处说{}，另一处说收取信息处理费{}", said_.none->message,
                                   said_.some->message);
        findings_.push_back(std::move(both));
        said_ = {};
    }

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

    /// 收取890元，其中市本级440元、县区540元: the parts are not the whole.
    void list() {
        std::size_t from = 0;
        while (from < reading_.tokens.size() && reading_.tokens[from].role != Role::list) ++from;
        const auto is_amount = [&](std::size_t i) {
            return reading_.tokens[i].role == Role::figure &&
                   reading_.figure(i).kind == FigureKind::money &&
                   reading_.figure(i).numeral.hedge == Hedge::none &&
                   !reading_.figure(i).numeral.scaled;
        };
        std::size_t whole = from;
        while (whole > 0 && !is_amount(whole - 1)) --whole;
        if (from == reading_.tokens.size() || whole == 0) return;
        Amount sum;
        int parts = 0;
        for (std::size_t i = from + 1; i < reading_.tokens.size(); ++i) {
            const Role role = reading_.tokens[i].role;
            if (role == Role::semicolon) break;
            if (role == Role::etc || role == Role::open) return;
            if (!is_amount(i)) continue;
            ++parts;
            sum = sum + reading_.figure(i).numeral.value;
        }
        const Numeral& all = reading_.figure(whole - 1).numeral;
        const bool over = compare(sum, all.value) > 0;
        if (parts < 2 || sum == all.value || (!over && !has(text_, U"本级"))) return;
        findings_.push_back(doubt_of(
            "P-11", span_of(reading_, all.begin, all.end),
            fmt::format("其中各项之和 {} 元，{}于总数 {} 元", sum.to_string(), over ? "大" : "小",
                        all.value.to_string()),
            "请核对总数和各项", {{"found", all.value.to_string()}, {"expected", sum.to_string()}}));
    }

    void figure(std::size_t i) {
        const Token& token = reading_.tokens[i];
        const Figure& figure = reading_.figures[token.figure];
        if (figure.referred || !reading_.scopes[i].plain() || figure.numeral.hedge != Hedge::none)
            return;
        std::size_t k = i;
        while (k > 0 && reading_.tokens[k - 1].role != Role::comma &&
               reading_.tokens[k - 1].role != Role::semicolon &&
               reading_.tokens[k - 1].role != Role::pause &&
               reading_.tokens[k - 1].role != Role::figure)
            --k;
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
                    {U"减免", U"免收", U"免除", U"免交"}))
            return;  // 减免检索、复制费用240元: what was not taken
        if (figure.kind == FigureKind::money) {
            wholes_.push_back(figure.numeral.value);
            const std::u32string clause_said =
                has(std::u32string_view(said), U"处理费")
                    ? without_titles(reading_.between(reading_.tokens[clause].begin, token.begin))
                    : said;
            const bool received = has_any(
                clause_said, {U"收取", U"实收", U"收到", U"收缴", U"缴纳", U"入库", U"到账"});
            const bool asked = has_any(
                said, {U"金额", U"应收", U"应缴", U"通知", U"合计", U"总计", U"共计", U"费用"});
            if (!received && !asked) return;
            if (received) remember_some(begin, figure.end, figure.numeral.value);
            if (report_.processing_fees) {
                const ProcessingFees& fees = *report_.processing_fees;
                const bool collected = may_be_written(fees.collected, figure.numeral),
                           notified = may_be_written(fees.notified, figure.numeral);
                const bool actual = has_any(said, {U"实际", U"实收"});
                if (collected) note(reading_, figure, "实收金额 " + fees.collected.to_string());
                else if (notified) note(reading_, figure, "通知金额 " + fees.notified.to_string());
                if (actual || (received && !asked)) {
                    if (!collected)
                        tell(reading_.tokens[k].begin, begin, end, "实收金额", fees.collected, "元",
                             actual);
                } else if (!collected && !notified) {
                    tell(reading_.tokens[k].begin, begin, end, "通知金额", fees.notified, "元",
                         !received);
                }
            }
            if (!figure.numeral.scaled && !is_of_the_scale(figure.numeral.value)) {
                findings_.push_back(doubt_of("P-12", span_of(reading_, begin, end),
                                             fmt::format("信息处理费 {} 元不是10元的整数倍",
                                                         figure.numeral.value.to_string()),
                                             std::string(scale_hint),
                                             {{"found", figure.numeral.value.to_string()}}));
            }
        } else if (figure.kind == FigureKind::count && report_.processing_fees &&
                   has_any(said, {U"通知"})) {
            const Amount& notices = report_.processing_fees->notices;
            if (may_be_written(notices, figure.numeral))
                note(reading_, figure, "发出收费通知 " + notices.to_string() + " 件");
            else tell(reading_.tokens[k].begin, begin, end, "发出收费通知", notices, "件", true);
        }
    }

    const Report& report_;
    FeesSaid& said_;
    const Reading& reading_;
    std::u32string_view text_;
    std::u32string bare_;
    int parts_ = 0, first_ = 0, last_ = 0;  // 按件…元、按量…元: how many, where they stand
    Amount sum_;
    std::vector<Amount> wholes_;  // the other amounts of the sentence
    std::vector<Finding>& findings_;
};

}  // namespace

void check_fees(const Report& report, const std::vector<Reading>& readings, FeesSaid& said,
                std::vector<Finding>& findings) {
    if (report.edition->year < 2021) return;  // 109号 is of November 2020
    for (const Reading& reading : readings) {
        const bool about =
            has_any(without_titles(reading.sentence->text), {U"处理费", U"收费通知"}) ||
            has_any(reading.sentence->heading, {U"处理费"}) ||
            has(reading.sentence->text, U"未收取任何费用") ||
            (has_any(reading.sentence->text, {U"信息处理费"}) &&
             has_any(reading.sentence->text, {U"收取", U"收费"}));
        if (about) Fees(report, reading, said, findings).check();
    }
}

}  // namespace nianbao::prose
