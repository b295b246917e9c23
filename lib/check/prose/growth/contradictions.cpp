// P-10: words for a change that say the contrary of each other, or of the numbers that
// stand there: 减少35人次，增长19.9%; 较上年的30件有所增加 of 24件.
#include "check/prose/growth/growth.hpp"
#include "check/prose/growth/quantities.hpp"
#include "text/search.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::prose {
namespace {

class Contradictions {
public:
    Contradictions(const Report& report, const Reading& reading, std::vector<Finding>& findings)
        : report_(report),
          reading_(reading),
          text_(reading.sentence->text),
          findings_(findings),
          all_(quantities_of(report, reading)) {}

    void check() {
        for (std::size_t k = 1; k < all_.size(); ++k) {
            if (all_[k].part == Part::change && all_[k - 1].part == Part::change) changes(k);
        }
        for (std::size_t k = 0; k < all_.size(); ++k) {
            if (all_[k].unit != U"倍") continue;
            if (all_[k].part == Part::change && !all_[k].rises)
                tell(all_[k], "减少的不能用倍数", "请改为百分比，如减少一半写“下降50%”");
            if (k > 0 && all_[k].part == Part::change && all_[k - 1].part == Part::times &&
                number(all_[k]) == number(all_[k - 1]))
                tell(all_[k], "是原来的几倍，就是增加了几减一倍", "请核对这几个数");
        }
        for (const auto& [word, rises] : directions) {
            for (std::size_t at = text_.find(word); at != text_.npos; at = text_.find(word, at + 1))
                directed(at, at + word.size(), rises);
        }
    }

private:
    struct Direction {
        std::u32string_view word;
        bool rises = false;
    };
    /// What stands at the end of a clause, without a number.
    static constexpr Direction directions[] = {
        {U"有所增加", true},  {U"有所增长", true},  {U"有所上升", true},  {U"有所提高", true},
        {U"明显增加", true},  {U"明显增长", true},  {U"明显上升", true},  {U"大幅增加", true},
        {U"大幅增长", true},  {U"大幅上升", true},  {U"略有增加", true},  {U"略有增长", true},
        {U"略有上升", true},  {U"显著增加", true},  {U"显著增长", true},  {U"稳步增长", true},
        {U"有所减少", false}, {U"有所下降", false}, {U"有所回落", false}, {U"明显减少", false},
        {U"明显下降", false}, {U"大幅减少", false}, {U"大幅下降", false}, {U"略有减少", false},
        {U"略有下降", false}, {U"显著减少", false}, {U"显著下降", false}};

    const Amount& number(const Quantity& one) const {
        return reading_.figures[one.figure].numeral.value;
    }

    /// growth.cpp told of the number.
    bool is_told_of(const Quantity& one) const {
        const Numeral& said = reading_.figures[one.figure].numeral;
        const Span where = span_of(reading_, said.begin, said.end);
        return std::any_of(findings_.begin(), findings_.end(), [&](const Finding& finding) {
            return finding.rule == "P-10" && finding.where.field == where.field &&
                   finding.where.offset == where.offset;
        });
    }

    void tell(const Quantity& one, std::string_view why, std::string_view hint) {
        const Scope& scope = reading_.scopes[one.token];
        if (scope.plan || is_told_of(one)) return;
        const Numeral& said = reading_.figures[one.figure].numeral;
        findings_.push_back(doubt_of("P-10", span_of(reading_, said.begin, said.end),
                                     fmt::format("{}：{}",
                                                 quoted(reading_, static_cast<int>(start_of(one)),
                                                        static_cast<int>(one.change_end)),
                                                 why),
                                     std::string(hint)));
    }

    std::u32string_view between(std::size_t begin, std::size_t end) const {
        return begin < end ? text_.substr(begin, end - begin) : std::u32string_view{};
    }
    static bool is_ratio_unit(std::u32string_view unit) { return unit == U"%" || unit == U"倍"; }

    /// 减少35人次，增长19.9%: of one thing, once up and once down.
    void changes(std::size_t k) {
        const Quantity &one = all_[k - 1], &other = all_[k];
        if (one.rises == other.rises || is_ratio_unit(one.unit) == is_ratio_unit(other.unit) ||
            one.unit.ends_with(U"百分点") || other.unit.ends_with(U"百分点"))
            return;
        std::u32string_view words = between(
            one.change_end, static_cast<std::size_t>(reading_.figures[other.figure].numeral.begin));
        if (!words.starts_with(U'，') && !words.starts_with(U'、') && !words.starts_with(U'（'))
            return;
        words.remove_prefix(1);
        constexpr std::u32string_view fillers[] = {
            U"同比", U"较上年", U"比上年", U"比去年", U"较去年", U"约", U"总体",
            U"幅度", U"了",     U"实现",   U"较2",    U"增长率", U"为", U"达"};
        constexpr std::size_t longest = 6;
        for (const std::u32string_view filler : fillers) {
            if (words.starts_with(filler)) words.remove_prefix(filler.size());
        }
        if (words.size() > longest) return;
        const Scope& scope = reading_.scopes[other.token];
        if (scope.period || scope.plan || scope.part) return;
        const Numeral& said = reading_.figures[other.figure].numeral;
        findings_.push_back(doubt_of(
            "P-10", span_of(reading_, said.begin, said.end),
            fmt::format("{}一处说增，一处说减", quoted(reading_, static_cast<int>(start_of(one)),
                                                       static_cast<int>(other.change_end))),
            "请核对是增加还是减少"));
    }

    /// The word for the change before the number.
    std::size_t start_of(const Quantity& one) const {
        constexpr std::size_t word = 2;
        const auto number = static_cast<std::size_t>(reading_.figures[one.figure].numeral.begin);
        return number - std::min(number - one.begin, word);
    }

    /// 24件，较上年的30件有所增加: where both numbers stand in the sentence.
    void directed(std::size_t at, std::size_t end, bool rises) {
        constexpr std::u32string_view marks = U"，；。：（）";
        if (end < text_.size() && marks.find(text_[end]) == marks.npos) return;
        const Quantity *now = nullptr, *base = nullptr;
        int nows = 0;
        for (const Quantity& q : all_) {
            const Numeral& numeral = reading_.figures[q.figure].numeral;
            if (q.end > at || numeral.hedge != Hedge::none || numeral.rough > 0 ||
                between(q.end, at).find_first_of(U"；。") != text_.npos)
                continue;
            if (q.part == Part::base && q.year == report_.year - 1) base = &q;
            if (q.part == Part::now) {
                now = &q;
                ++nows;
            }
        }
        if (now == nullptr || base == nullptr || nows != 1 ||
            !is_same_unit(now->unit, base->unit) || reading_.scopes[now->token].part)
            return;
        const Amount &is = reading_.figures[now->figure].numeral.value,
                     &was = reading_.figures[base->figure].numeral.value;
        const int order = compare(is, was);
        if (rises ? order > 0 : order < 0) return;
        findings_.push_back(
            doubt_of("P-10", span_of(reading_, static_cast<int>(at), static_cast<int>(end)),
                     fmt::format("{}可能与各数不符：上年 {}，本年 {}",
                                 quoted(reading_, static_cast<int>(at), static_cast<int>(end)),
                                 was.to_string(), is.to_string()),
                     "请核对这几个数", {{"now", is.to_string()}, {"before", was.to_string()}}));
    }

    const Report& report_;
    const Reading& reading_;
    std::u32string_view text_;
    std::vector<Finding>& findings_;
    std::vector<Quantity> all_;
};

}  // namespace

void check_contradictions(const Report& report, const Reading& reading,
                          std::vector<Finding>& findings) {
    if (reading.figures.size() > 1 && may_compare(reading))
        Contradictions(report, reading, findings).check();
}

}  // namespace nianbao::prose
