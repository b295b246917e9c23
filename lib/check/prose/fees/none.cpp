// P-11: that no fee was taken, or none asked for.
#include "check/prose/fees/fees.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cstddef>

namespace nianbao::prose {
namespace {

/// `asked`: nothing was even asked for. 未产生 is often said where a notice was never paid,
/// so only `surely` is an error.
struct Denial {
    std::u32string_view words;
    bool asked = false, surely = false;
};
constexpr Denial denials[] = {
    {U"未收取"},
    {U"未实际收取"},
    {U"没有收取"},
    {U"未曾收取"},
    {U"未收到"},
    {U"未实际收取"},
    {U"没有实际收取"},
    {U"不收取"},
    {U"未收费"},
    {U"无收取"},
    {U"均免费"},
    {U"全部免费"},
    {U"免收"},
    {U"未产生", true},
    {U"没有产生", true},
    {U"未发生", true},
    {U"没有发生", true},
    {U"未发出", true, true},
    {U"没有发出", true, true},
    {U"未发放", true, true},
    {U"未下达", true, true},
    {U"无信息处理费"},
    {U"没有信息处理费"},
    {U"不存在信息处理费"},
    {U"不存在收取"},
    {U"未就"},
    {U"未向"},
    {U"未对"},
    {U"未因"},
};

/// What the words are said of if not of all that the office does: 10页以下的不收取,
/// 下属单位未收取, 对低保对象免收.
constexpr std::u32string_view of_some[] = {
    U"其余",   U"其他申请", U"其它申请", U"以下", U"以内", U"不超过", U"不足", U"下属",   U"所属",
    U"直属",   U"事业单位", U"困难",     U"低保", U"五保", U"残疾",   U"标准", U"除",     U"规定的",
    U"条件的", U"对符合",   U"首次",     U"部分", U"电子", U"涉企",   U"企业", U"行政事", U"页",
};

class NoFees {
public:
    explicit NoFees(FeeSentence& sentence) : s_(sentence) {}

    void check() {
        if (!denied() && !denied_by_heading()) zero();
    }

private:
    bool is_of_some(std::u32string_view words) const {
        return std::any_of(std::begin(of_some), std::end(of_some),
                           [&](std::u32string_view word) { return has(words, word); }) ||
               has(words, to_utf32(std::to_string(s_.report.year - 1)) + U"年");
    }

    /// True if a denial is found, whether it is right or not.
    bool denied() {
        for (const Denial& denial : denials) {
            for (auto at = s_.text.find(denial.words); at != s_.text.npos;
                 at = s_.text.find(denial.words, at + 1)) {
                if (says_none(denial, at)) return true;
            }
        }
        return false;
    }

    bool says_none(const Denial& denial, std::size_t at) {
        const auto end = std::min(s_.text.find_first_of(U"，；。", at), s_.text.size());
        const std::u32string_view clause = s_.text.substr(at, end - at),
                                  before = s_.clause_before(at);
        const std::u32string_view words = denial.words;
        if (is_of_some(before) || !s_.is_plain(at)) return false;
        // 未收取其他费用; 未收取信息处理费的申请36件; 免收信息处理费的申请
        if (has_any(clause, {U"其它", U"其余", U"除", U"的申请"}) ||
            (has(clause, U"其他") && !has(clause, U"法人和其他组织") &&
             !has(clause, U"法人或其他组织")))
            return false;
        if (clause.ends_with(U"的") ||
            (has(clause, U"费的") && !has_any(clause, {U"费的情况", U"费的情形", U"费的事项"})))
            return false;
        if (words == U"免收" && (has_any(before, {U"对", U"可", U"予以", U"应", U"减"}) ||
                                 before.size() > 14 || has_any(clause, {U"元", U"件"})))
            return false;
        if ((words.ends_with(U"免费")) && !has_any(before, {U"提供", U"申请"})) return false;
        if ((words == U"未向" || words == U"未就" || words == U"未对" || words == U"未因") &&
            !has(clause, U"收取"))
            return false;
        const bool named = has_any(clause, {U"处理费", U"通知"});
        if (!named && has_any(s_.text.substr(0, at), {U"涉企", U"培训", U"会费", U"工本"}))
            return false;
        if (!named && !has(clause, U"费") && !has(s_.text.substr(0, at), U"处理费")) return false;
        // 收取信息处理费1500元，未收取任何费用: the amount before is what was taken.
        if (!named && counts_money_before(at)) return false;

        const int from = static_cast<int>(at), to = static_cast<int>(end);
        if (!s_.report.processing_fees) {
            if (!denial.surely) s_.remember_none(from, to);
            return true;
        }
        const ProcessingFees& fees = *s_.report.processing_fees;
        if (compare(fees.collected, {}) > 0)
            s_.tell(from, from, to, "实收金额", fees.collected, "元", true);
        else if (denial.asked && compare(fees.notices, {}) > 0)
            s_.tell(from, from, to, "发出收费通知", fees.notices, "件", denial.surely);
        return true;
    }

    bool counts_money_before(std::size_t at) const {
        return std::any_of(
            s_.reading.tokens.begin(), s_.reading.tokens.end(), [&](const Token& token) {
                // 金额100元，未收取任何费用: the amount is what was asked.
                return token.role == Role::figure && token.end <= static_cast<int>(at) &&
                       s_.reading.figures[token.figure].kind == FigureKind::money &&
                       s_.reading.figures[token.figure].numeral.value.digits > 0 &&
                       has_any(s_.clause_before(static_cast<std::size_t>(token.begin)),
                               {U"收", U"缴", U"到账", U"除"});
            });
    }

    /// “收取信息处理费情况”, and below it nothing but “无。”
    bool denied_by_heading() {
        std::u32string_view text = s_.text;
        while (!text.empty() && (text.back() == U'。' || text.back() == U'；'))
            text.remove_suffix(1);
        if (!has(s_.reading.sentence->heading, U"处理费") || !s_.reading.sentence->begins ||
            (text != U"无" && text != U"没有" && text != U"0元" && text != U"零"))
            return false;
        say_none(0, static_cast<int>(text.size()));
        return true;
    }

    /// 信息处理费为0元, 收取金额为零: a clause about what was taken that ends in nothing.
    void zero() {
        std::size_t begin = 0;
        while (begin < s_.text.size()) {
            const auto end = std::min(s_.text.find_first_of(U"，；。（", begin), s_.text.size());
            const std::u32string_view clause = s_.text.substr(begin, end - begin);
            if (is_zero(clause) && has(without_titles(s_.text.substr(0, end)), U"处理费") &&
                !is_of_some(clause) && s_.is_plain(end - 1) &&
                !has_any(clause,
                         {U"应收", U"通知", U"减免", U"免收", U"未收", U"欠", U"行政事业"}) &&
                !(clause.ends_with(U"元") &&
                  has_any(clause, {U"收取", U"实收", U"收到", U"收缴"}))) {
                say_none(static_cast<int>(begin), static_cast<int>(end));
                return;
            }
            begin = end + 1;
        }
    }
    static bool is_zero(std::u32string_view clause) {
        for (const std::u32string_view tail :
             {U"为0", U"为零", U"费0元", U"为0元", U"为零元", U"：0元", U"：0", U"是0", U"额0元"}) {
            if (clause.ends_with(tail)) return true;
        }
        return false;
    }

    void say_none(int begin, int end) {
        if (!s_.report.processing_fees) return s_.remember_none(begin, end);
        const Amount& collected = s_.report.processing_fees->collected;
        if (compare(collected, {}) > 0)
            s_.tell(begin, begin, end, "实收金额", collected, "元", true);
    }

    FeeSentence& s_;
};

}  // namespace

void check_no_fees(FeeSentence& sentence) {
    if (!sentence.bare.empty()) NoFees(sentence).check();
}

}  // namespace nianbao::prose
