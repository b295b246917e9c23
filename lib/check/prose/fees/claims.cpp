// P-11: what was paid or not, said without an amount, and amounts beside each other.
#include "check/prose/fees/fees.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>

namespace nianbao::prose {
namespace {

class FeeClaims {
public:
    explicit FeeClaims(FeeSentence& sentence) : s_(sentence), text_(s_.text) {}

    void check() {
        std::size_t begin = 0;
        while (begin < text_.size()) {
            const auto end = std::min(text_.find_first_of(U"，；。（）", begin), text_.size());
            clause(begin, end);
            begin = end + 1;
        }
        amounts();
    }

private:
    /// 已全部收取, 均未缴纳, 发出收费通知2件: what a clause says of all that was asked for.
    void clause(std::size_t begin, std::size_t end) {
        const std::u32string_view words = text_.substr(begin, end - begin);
        const int from = static_cast<int>(begin), to = static_cast<int>(end);
        if (!s_.is_plain(begin) ||
            has_any(words, {U"应", U"可", U"其余", U"其中", U"另", U"标准", U"其他"}))
            return;
        const bool not_paid = has_any(words, {U"未缴", U"未支付", U"未交"}),
                   all = has_any(words, {U"均", U"都", U"全部", U"尚未"});
        const bool paid = !not_paid && has_any(words, {U"已收取", U"已全部收取", U"已全额收取",
                                                       U"全部收取", U"已缴纳", U"已退还",
                                                       U"已全部缴纳", U"均已缴", U"上缴国库"});
        const bool bare = words.ends_with(U"收取信息处理费") &&
                          has_any(words, {U"已收取", U"共收取", U"实际收取"});
        if (!s_.report.processing_fees) {
            if (paid && !has_any(words, {U"未", U"没有", U"无"})) s_.remember_taken(from, to);
            return;
        }
        const ProcessingFees& fees = *s_.report.processing_fees;
        const bool some = compare(fees.collected, {}) > 0;
        if (not_paid && all && some && !has_any(text_, {U"逾期", U"撤回"}))
            s_.tell(from, from, to, "实收金额", fees.collected, "元", false);
        else if ((bare || (paid && all)) && !some && !not_paid)
            s_.tell(from, from, to, "实收金额", fees.collected, "元", false);
    }

    /// 通知金额680元，实际收取1620元; 通知金额680万元，实际收取560元
    void amounts() {
        std::optional<std::size_t> asked, taken;
        for (std::size_t i = 0; i < s_.reading.figures.size(); ++i) {
            const Figure& figure = s_.reading.figures[i];
            if (figure.kind != FigureKind::money || figure.numeral.hedge != Hedge::none ||
                figure.numeral.value.digits == 0)
                continue;
            const auto words = s_.clause_before(static_cast<std::size_t>(figure.numeral.begin));
            if (has_any(words, {U"每", U"标准", U"事业", U"其中", U"其余", U"减免"})) continue;
            const bool received = has_any(words, {U"实际收取", U"实收", U"已收取"});
            if (received && !taken) taken = i;
            else if (!received && !asked && has_any(words, {U"通知金额", U"通知", U"应收"}))
                asked = i;
        }
        if (!asked || !taken) return;
        const Figure &first = s_.reading.figures[*asked], &second = s_.reading.figures[*taken];
        const Amount &all = first.numeral.value, &some = second.numeral.value;
        const bool more = compare(some, all) > 0;
        constexpr int thousand = 1000;
        const bool far = first.numeral.scaled != second.numeral.scaled &&
                         compare(all, {some.digits * thousand, some.decimals}) > 0;
        if (!more && !far) return;
        const Figure& odd = far ? first : second;
        s_.findings.push_back(
            doubt_of("P-11", span_of(s_.reading, odd.numeral.begin, odd.end),
                     fmt::format("通知金额 {} 元，收取的 {} 元{}", all.to_string(),
                                 some.to_string(), far ? "，相差太大" : "，多于通知金额"),
                     far ? "请核对金额的单位" : "请核对这两个金额",
                     {{"found", odd.numeral.value.to_string()}}));
    }

    FeeSentence& s_;
    std::u32string_view text_;
};

}  // namespace

void check_fee_claims(FeeSentence& sentence) { FeeClaims(sentence).check(); }

}  // namespace nianbao::prose
