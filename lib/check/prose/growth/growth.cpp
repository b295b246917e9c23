#include "check/prose/growth/growth.hpp"

#include "check/prose/cells.hpp"
#include "check/prose/growth/quantities.hpp"
#include "check/prose/ratio.hpp"
#include "text/search.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace nianbao::prose {
namespace {

/// A number with the room that rounding leaves it: 3万人 is between 25000 and 35000.
struct Known {
    Amount amount;
    double value = 0, room = 0;
};

double number(const Amount& amount) {
    double value = static_cast<double>(amount.digits);
    for (int i = 0; i < amount.decimals; ++i) value /= 10;
    return value;
}

struct Compared {
    Known now, base;
    bool rates = false;            // both are percentages themselves
    bool own = false;              // what was stands in the clause of the change
    std::optional<Known> by = {};  // 增加6件，增长15%: the difference stands there
};

class Growth {
public:
    Growth(const Report& report, const Report* previous, const Reading& reading,
           const Reading* before, std::vector<Finding>& findings)
        : report_(report),
          previous_(previous),
          reading_(reading),
          text_(reading.sentence->text),
          findings_(findings),
          all_(quantities_of(report, reading)) {
        if (before != nullptr && has_any(text_, {U"上年", U"去年", U"同期", U"年"}))
            before_ = before;
    }

    void check() {
        for (std::size_t k = 0; k < all_.size(); ++k) {
            if (all_[k].part == Part::became) became(k);
            if (all_[k].part == Part::change || all_[k].part == Part::times) change(k);
        }
        for (const std::u32string_view word : {U"持平", U"相同", U"一样", U"相等"}) {
            for (std::size_t at = text_.find(word); at != text_.npos; at = text_.find(word, at + 1))
                level(at, at + word.size(), word == U"持平");
        }
    }

private:
    const Figure& figure(const Quantity& one) const { return reading_.figures[one.figure]; }
    std::u32string_view between(std::size_t begin, std::size_t end) const {
        return begin < end ? text_.substr(begin, end - begin) : std::u32string_view{};
    }

    bool is_usable(const Quantity& one) const {
        const Numeral& numeral = figure(one).numeral;
        return numeral.hedge == Hedge::none && numeral.rough == 0;
    }
    Known known(const Quantity& one) const {
        const Numeral& numeral = figure(one).numeral;
        return {numeral.value, number(numeral.value),
                numeral.scaled ? std::pow(10.0, numeral.last_digit) / 2 : 0};
    }

    /// What was and is, of all that its part of the sentence says before the change `k`;
    /// the likeliest first.
    std::vector<Compared> compared(std::size_t k) const {
        const Quantity& c = all_[k];
        const auto c_begin = static_cast<std::size_t>(figure(c).numeral.begin);
        const bool own_subject = !subject_of(reading_, c).empty();
        const int year = other_year(report_, between(c.begin, c_begin));
        const bool percent = c.unit == U"%" && c.part == Part::change;
        // 是建议数的4倍: of what stands elsewhere
        if (c.part == Part::times && year == 0 &&
            std::none_of(all_.begin(), all_.end(), [&](const Quantity& q) {
                return q.part == Part::base && q.begin >= c.begin && q.end <= c_begin;
            }))
            return {};
        std::vector<const Quantity*> nows, bases;
        bool base_is_near = false;
        const Quantity* difference = nullptr;
        const auto may_be = [&](const Quantity& q) {
            if (percent || c.part == Part::times || c.unit == U"倍") return true;
            if (c.unit.ends_with(U"百分点")) return q.unit == U"%";
            return is_same_unit(q.unit, c.unit);
        };
        // （2022年为1000条） behind it, 达到300条 behind it
        if (k + 1 < all_.size()) {
            const Quantity& next = all_[k + 1];
            // 由87.5%提升7.1个百分点至94.6%
            const auto to =
                between(c.change_end, static_cast<std::size_t>(figure(next).numeral.begin));
            if ((to == U"至" || to == U"到" || to == U"达到") && k > 0 &&
                all_[k - 1].begin == c.begin && is_usable(next) && is_usable(all_[k - 1]) &&
                is_same_unit(next.unit, all_[k - 1].unit) && may_be(next))
                return {{known(next), known(all_[k - 1]), next.unit == U"%"}};
            if (next.part == Part::base && next.begin == c.change_end + 1 &&
                text_[c.change_end] == U'（' && may_be(next) &&
                !has(between(next.begin, next.end), U"分别")) {
                bases.push_back(&next);
                base_is_near = true;
            }
            const auto words =
                between(next.begin, static_cast<std::size_t>(figure(next).numeral.begin));
            if ((next.part == Part::now || next.part == Part::became) &&
                next.begin == c.change_end + 1 && text_[c.change_end] == U'，' && may_be(next) &&
                (words == U"达" || words == U"达到" || words == U"至" || words.ends_with(U"增至") ||
                 words.ends_with(U"升至") || words.ends_with(U"降至") || words == U"为"))
                nows.push_back(&next);
        }
        for (std::size_t j = k; j-- > 0;) {
            const Quantity& q = all_[j];
            if (between(q.end, c_begin).find_first_of(U"；。") != text_.npos) break;
            const bool own = q.begin >= c.begin;
            if (q.part == Part::change && percent && difference == nullptr && nows.empty() &&
                q.rises == c.rises && q.unit != U"%" && !q.unit.ends_with(U"百分点") &&
                is_usable(q) && !own_subject)
                difference = &q;
            if (!may_be(q) || !is_usable(q)) continue;
            if (q.part == Part::became && j > 0 && all_[j - 1].part == Part::base &&
                is_same_unit(all_[j - 1].unit, q.unit) && is_usable(all_[j - 1]) &&
                (own || !own_subject))
                return {{known(q), known(all_[j - 1]), q.unit == U"%"}};
            if (q.part == Part::base) {
                if (own && !base_is_near) bases.clear();
                if (own) base_is_near = true;
                if (own ||
                    (!base_is_near && (year == 0 ? q.year == report_.year - 1 : q.year == year)))
                    bases.push_back(&q);
            }
            if (q.part == Part::now && (own || !own_subject)) nows.push_back(&q);
        }
        if (nows.empty() && bases.size() == 1 && begins_with(*bases.front()))
            return pairs_before(*bases.front());
        std::vector<Compared> pairs;
        for (const Quantity* base : bases) {
            for (const Quantity* now : nows) {
                if (is_same_unit(now->unit, base->unit))
                    pairs.push_back(
                        {known(*now), known(*base), now->unit == U"%", base->begin >= c.begin});
            }
        }
        if (!bases.empty() || difference == nullptr) return pairs;
        for (const Quantity* now : nows) {
            if (!is_same_unit(now->unit, difference->unit)) continue;
            const Known is = known(*now), by = known(*difference);
            const Amount was = c.rises ? is.amount - by.amount : is.amount + by.amount;
            if (was.digits > 0)
                pairs.push_back(
                    {is, {was, number(was), std::max(is.room, by.room)}, false, false, by});
        }
        return pairs;
    }

    /// 收到24件。上年收到30件，同比下降20%: the sentence begins with what it was.
    bool begins_with(const Quantity& base) const {
        return before_ != nullptr && &base == all_.data() && base.begin == 0 &&
               subject_of(reading_, base).empty();
    }
    /// What the sentence before counts in that unit, against what it was; none where that
    /// may be too many things.
    std::vector<Compared> pairs_before(const Quantity& base) const {
        constexpr std::size_t most = 3;
        std::vector<Compared> pairs;
        for (const Quantity& q : quantities_of(report_, *before_)) {
            const Numeral& numeral = before_->figures[q.figure].numeral;
            if (q.part != Part::now || !is_same_unit(q.unit, base.unit)) continue;
            if (numeral.hedge != Hedge::none || numeral.rough > 0 || numeral.scaled) return {};
            pairs.push_back({{numeral.value, number(numeral.value), 0}, known(base)});
        }
        return pairs.size() > most ? std::vector<Compared>{} : pairs;
    }

    bool fits(const Quantity& c, const Compared& pair) const {
        const Figure& said = figure(c);
        const double now = pair.now.value, base = pair.base.value,
                     room = pair.now.room + pair.base.room;
        // 从第11位上升5位: to a smaller number
        const auto unit_at = static_cast<std::size_t>(said.numeral.end);
        const bool up = c.rises != (unit_at < text_.size() && text_[unit_at] == U'位');
        if (c.part == Part::change && (up ? now + room < base : now - room > base)) return false;
        const double by = std::abs(now - base);
        const Amount difference = compare(pair.now.amount, pair.base.amount) < 0
                                      ? pair.base.amount - pair.now.amount
                                      : pair.now.amount - pair.base.amount;
        const bool in_points = c.unit.ends_with(U"百分点"),
                   counted = c.part == Part::change && c.unit != U"%" && !in_points &&
                             said.kind != FigureKind::multiple;
        if (in_points || counted)
            return room > 0 ? std::abs(by - number(said.numeral.value)) <= 1.1 * room
                            : may_be_written(difference, said.numeral);
        if (base <= 0) return true;
        if (said.kind == FigureKind::multiple) {
            // 增长1倍 is twice as much.
            return is_multiple(c.part == Part::change ? difference : pair.now.amount,
                               pair.base.amount, said.numeral);
        }
        const Known by_itself = pair.by.value_or(Known{difference, by, room});
        if (is_ratio(by_itself.amount, pair.base.amount, said.numeral)) return true;
        // 由92%提高到95%，提高3%
        if (pair.rates && may_be_written(difference, said.numeral)) return true;
        if (room == 0) return false;
        const double value = number(said.numeral.value),
                     unit = std::pow(10.0, said.numeral.last_digit);
        const double low = 100 * (by_itself.value - by_itself.room) / (base + pair.base.room),
                     high = 100 * (by_itself.value + by_itself.room) /
                            std::max(base - pair.base.room, 1.0);
        return value >= low - unit && value <= high + unit;
    }

    bool is_left_out(const Quantity& c) const {
        const Scope& scope = reading_.scopes[c.token];
        const auto words = between(c.begin, c.change_end);
        return figure(c).referred || scope.period || scope.part || scope.plan ||
               has_any(words, {U"年均", U"三年", U"五年", U"两年", U"环比", U"季度", U"半年",
                               U"分别", U"以来", U"月"});
    }

    void change(std::size_t k) {
        const Quantity& c = all_[k];
        if (is_left_out(c)) return;
        const std::vector<Compared> pairs = compared(k);
        if (pairs.empty()) return;
        if (std::any_of(pairs.begin(), pairs.end(),
                        [&](const Compared& pair) { return fits(c, pair); })) {
            const Compared& pair = pairs.front();
            note(reading_, figure(c),
                 fmt::format("从 {} 到 {}", pair.base.amount.to_string(),
                             pair.now.amount.to_string()));
            return;
        }
        const bool sure = c.part == Part::times && pairs.size() == 1 && pairs.front().own;
        tell(c, pairs.front(), sure);
    }

    /// 由21%下降至26%
    void became(std::size_t k) {
        const Quantity& c = all_[k];
        if (k == 0 || all_[k - 1].part != Part::base || figure(c).referred || !is_usable(c) ||
            !is_usable(all_[k - 1]) || !is_same_unit(c.unit, all_[k - 1].unit))
            return;
        const Known now = known(c), base = known(all_[k - 1]);
        if (c.rises ? now.value >= base.value : now.value <= base.value) return;
        tell(c, {now, base});
    }

    /// 与上年持平（上年5次）; 和去年一样, of what last year's report has.
    void level(std::size_t at, std::size_t end, bool told_by_tables) {
        std::size_t begin = at;
        constexpr std::u32string_view marks = U"，；。：（）";
        while (begin > 0 && marks.find(text_[begin - 1]) == marks.npos) --begin;
        const auto words = between(begin, at);
        const int year = other_year(report_, words);
        const bool closed = end >= text_.size() || marks.find(text_[end]) != marks.npos;
        if (year == 0 || !closed || has_any(words, {U"略", U"率", U"问题"}) ||
            !(words.starts_with(U"与") || words.starts_with(U"和") || words.starts_with(U"同") ||
              words.starts_with(U"跟") || words.starts_with(U"较") || words.starts_with(U"比")))
            return;
        const Quantity *now = nullptr, *base = nullptr;
        for (const Quantity& q : all_) {
            if (!is_usable(q)) continue;
            const bool before = q.end <= at;
            if (q.part == Part::now && before &&
                between(q.end, at).find_first_of(U"；。") == text_.npos)
                now = &q;
            const bool behind = q.begin == end + 1 && text_[end] == U'（';
            if (q.part == Part::base && (q.begin == begin || behind)) base = &q;
        }
        if (now == nullptr || reading_.scopes[now->token].part) return;
        // 公开705条，其中动态603条、其他102条，与上年的705条持平
        for (const Quantity& q : all_) {
            if (base != nullptr && q.part == Part::now && q.end <= at &&
                figure(q).numeral.value == figure(*base).numeral.value)
                return;
        }
        const Amount& is = figure(*now).numeral.value;
        if (base != nullptr) {
            const Amount& was = figure(*base).numeral.value;
            if (!is_same_unit(now->unit, base->unit) || is == was) return;
            // 基本持平 may differ by a fifth, and by two.
            const Amount by = compare(is, was) < 0 ? was - is : is - was;
            if (has_any(words, {U"基本", U"大致", U"大体", U"总体", U"相对", U"几乎", U"接近"}) &&
                (by.digits * 5 <= was.digits || by.digits < 3))
                return;
            return tell_level(begin, at, end, is, was);
        }
        if (told_by_tables || previous_ == nullptr || year != report_.year - 1 ||
            has_any(words, {U"基本", U"大致", U"大体", U"总体", U"相对", U"几乎", U"接近"}))
            return;
        std::optional<Amount> other;
        for (const Addends& one : reading_.namings[now->figure].readings) {
            const auto said = value_of(report_, one), was = value_of(*previous_, one);
            if (!said || !was || !(*said == is)) continue;
            if (is == *was) return;
            if (!other) other = was;
        }
        if (other) tell_level(begin, at, end, is, *other);
    }

    bool is_told(std::size_t begin, std::size_t end) const {
        const Span here = span_of(reading_, static_cast<int>(begin), static_cast<int>(end));
        return std::any_of(findings_.begin(), findings_.end(), [&](const Finding& finding) {
            return finding.rule == "P-10" && finding.where.field == here.field &&
                   finding.where.offset < here.offset + here.length &&
                   here.offset < finding.where.offset + finding.where.length;
        });
    }

    void tell_level(std::size_t begin, std::size_t at, std::size_t end, const Amount& now,
                    const Amount& base) {
        if (is_told(at, end)) return;
        findings_.push_back(
            doubt_of("P-10", span_of(reading_, static_cast<int>(at), static_cast<int>(end)),
                     fmt::format("{}可能与各数不符：上年 {}，本年 {}",
                                 quoted(reading_, static_cast<int>(begin), static_cast<int>(end)),
                                 base.to_string(), now.to_string()),
                     "请核对这几个数", {{"now", now.to_string()}, {"before", base.to_string()}}));
    }

    void tell(const Quantity& c, const Compared& pair, bool sure = false) {
        sure = sure && reading_.surety == Surety::certain;
        const Numeral& said = figure(c).numeral;
        if (is_told(static_cast<std::size_t>(said.begin), c.change_end)) return;
        const Amount &now = pair.now.amount, &base = pair.base.amount;
        const bool more = compare(now, base) >= 0;
        const Amount difference = more ? now - base : base - now;
        std::string computed = fmt::format("从 {} 到 {}，{} {}", base.to_string(), now.to_string(),
                                           more ? "增加" : "减少", difference.to_string());
        const bool ratio = c.unit == U"%" || figure(c).kind == FigureKind::multiple;
        if (c.unit.ends_with(U"百分点")) computed += " 个百分点";
        else if (c.part == Part::times && base.digits > 0)
            computed = fmt::format("{} 是 {} 的 {}%", now.to_string(), base.to_string(),
                                   ratio_text(now, base, said));
        else if (ratio && base.digits > 0 && c.part == Part::change)
            computed += fmt::format("，{}%", ratio_text(difference, base, said));
        findings_.push_back((sure ? finding_of : doubt_of)(
            "P-10", span_of(reading_, said.begin, said.end),
            fmt::format("{}{}算出的不符：{}",
                        quoted(reading_, static_cast<int>(c.begin), static_cast<int>(c.change_end)),
                        sure ? "与" : "可能与", computed),
            "请核对这几个数",
            {{"found", said.value.to_string()},
             {"now", now.to_string()},
             {"before", base.to_string()}}));
    }

    const Report& report_;
    const Report* previous_;
    const Reading& reading_;
    const Reading* before_ = nullptr;
    std::u32string_view text_;
    std::vector<Finding>& findings_;
    std::vector<Quantity> all_;
};

}  // namespace

void check_growth(const Report& report, const CheckOptions& options, const Reading& reading,
                  const Reading* before, std::vector<Finding>& findings) {
    if (may_compare(reading)) Growth(report, options.previous, reading, before, findings).check();
}

}  // namespace nianbao::prose
