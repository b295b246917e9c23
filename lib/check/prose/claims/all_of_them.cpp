// P-02, P-03, P-04, P-06: what is said of all of them or of none, where no count stands
// in the clause: 所有申请均予以公开, 行政复议全部维持, 行政诉讼零败诉, 均已审结, 均来自自然人.
#include "check/prose/cells.hpp"
#include "check/prose/prose.hpp"
#include "check/prose/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace nianbao::prose {
namespace {

/// Words that make of all of them all of some.
constexpr std::initializer_list<std::u32string_view> some = {
    U"符合", U"属于", U"可以", U"范围", U"应当", U"应予", U"能够", U"条件", U"涉及", U"到期",
    U"除",   U"其余", U"其他", U"部分", U"其中", U"上述", U"此类", U"有效", U"剩余", U"已办"};

class All {
public:
    All(const Report& report, const Reading& reading, std::vector<Finding>& findings)
        : report_(report), reading_(reading), text_(reading.sentence->text), findings_(findings) {}

    void check() {
        for (std::size_t i = 0; i < reading_.tokens.size(); ++i) {
            const Role role = reading_.role(i);
            if (role != Role::result && role != Role::outcome && role != Role::applicant &&
                role != Role::subset && role != Role::verb)
                continue;
            if (!reading_.scopes[i].plain()) continue;
            if (role == Role::result) result(i);
            else if (role == Role::applicant) applicant(i), no_applicant(i);
            else if (role == Role::verb && ends_cases(i)) ended(i);
            else if (role == Role::outcome) outcome(i);
            if (role == Role::outcome || is_lost(i)) none(i);
            if (role == Role::subset && reading_.word(i) == U"胜诉") won(i);
        }
    }

private:
    std::size_t clause_of(std::size_t i) const {
        while (i > 0 && !ends_clause(reading_.role(i - 1))) --i;
        return i;
    }
    std::u32string_view words(std::size_t from, std::size_t to) const {
        return from < to
                   ? reading_.between(reading_.tokens[from].begin, reading_.tokens[to - 1].end)
                   : std::u32string_view{};
    }
    bool has_figure(std::size_t from, std::size_t to) const {
        for (std::size_t k = from; k < to; ++k) {
            if (reading_.role(k) == Role::figure && !reading_.is_date(k)) return true;
        }
        return false;
    }

    /// True where a count stands there that is not that of all applications.
    bool counts_some(std::size_t from, std::size_t to) const {
        const auto received = value_of(report_, cells_new.front());
        const auto total = value_of(report_, cells_results.front());
        for (std::size_t k = from; k < to; ++k) {
            if (reading_.role(k) != Role::figure || reading_.is_date(k)) continue;
            const Amount& count = reading_.figure(k).numeral.value;
            if (!(total && count == *total) && !(received && count == *received)) return true;
        }
        return false;
    }

    bool has_noun(std::size_t from, std::size_t to) const {
        return std::any_of(reading_.tokens.begin() + static_cast<std::ptrdiff_t>(from),
                           reading_.tokens.begin() + static_cast<std::ptrdiff_t>(to),
                           [](const Token& token) { return token.role == Role::noun; });
    }

    /// 均 before token i with nothing of its own between; i itself where there is none.
    std::size_t all_before(std::size_t i) const {
        for (std::size_t k = i; k-- > 0;) {
            const Role role = reading_.role(k);
            if (role == Role::all) return k;
            const bool empty = role == Role::filler || role == Role::measure ||
                               (role == Role::unknown && reading_.word(k).size() <= 2);
            if (!empty) return i;
        }
        return i;
    }

    /// The clause ends behind token i, or goes on with nothing but such words.
    bool ends_with(std::size_t i, std::initializer_list<std::u32string_view> tails) const {
        std::size_t end = i + 1;
        while (end < reading_.tokens.size() && !ends_clause(reading_.role(end))) ++end;
        const std::u32string_view rest = words(i + 1, end);
        return rest.empty() || std::find(tails.begin(), tails.end(), rest) != tails.end();
    }

    void tell(std::string_view rule, int begin, int end, const std::string& table, const Sum& sum) {
        findings_.push_back(doubt_of(
            rule, span_of(reading_, begin, end),
            fmt::format("{}可能与表中的数不符：{}", quoted(reading_, begin, end), table),
            "请核对正文和表格", {{"expected", sum.value.to_string()}, {"cell", sum.field}}));
    }

    /// 所有申请均予以公开, 对收到的12件申请均作出不予公开决定.
    void result(std::size_t i) {
        const std::size_t all = all_before(i), from = clause_of(i);
        if (all == i || !ends_with(i, {U"决定", U"的决定", U"处理", U"答复", U"的答复"})) return;
        const std::u32string_view said = words(from, all);
        // 收到申请3件，均不予公开
        const bool counted = from == all && from > 1 && reading_.role(from - 1) == Role::comma &&
                             reading_.role(from - 2) == Role::figure &&
                             reading_.naming(from - 2).family == Family::intake &&
                             reading_.tokens[i].cells != cells_disclosed &&
                             !counts_some(from - 2, from);
        const bool named = counted || has_noun(from, all);
        const auto total = sum_of(report_, cells_results.front());
        const bool foreign =
            std::any_of(reading_.tokens.begin(), reading_.tokens.end(),
                        [](const Token& token) { return token.role == Role::foreign; });
        if (!named || foreign || has_any(said, some) || !total || total->value.digits == 0) return;
        for (std::size_t k = from; k < all; ++k) {
            if (reading_.role(k) == Role::unknown && reading_.word(k).size() > 3) return;
        }
        if (counts_some(from, all)) return;
        const Cells& cells = reading_.tokens[i].cells;
        const Cells& may_be = cells == cells_disclosed ? cells_disclosed_at_all : cells;
        for (const Addends& one : readings_of(may_be)) {
            const auto value = value_of(report_, one);
            if (!value || compare(*value, total->value) >= 0) return;
        }
        const auto sum = sum_of(report_, cells.front());
        if (sum)
            tell("P-02", reading_.tokens[from].begin, reading_.tokens[i].end,
                 sum->says + "，" + total->says, *sum);
    }

    /// 申请均来自自然人, 申请人均为自然人.
    void applicant(std::size_t i) {
        const std::size_t all = all_before(i), from = clause_of(i);
        if (all == i || !ends_with(i, {U"提出", U"提交", U"申请", U"提出申请"})) return;
        const std::u32string_view link = words(all + 1, i), said = words(from, all);
        if (link != U"为" && link != U"是" && link != U"由" && link != U"系" && link != U"来自")
            return;
        for (std::size_t k = from; k < all; ++k) {
            if (reading_.role(k) == Role::figure && reading_.naming(k).family == Family::applicant)
                return;  // P-03 tells of the count
        }
        if (counts_some(from, all) || has_any(said, some) ||
            (!has_any(said, {U"申请"}) && reading_.topics[i] != Topic::applications))
            return;
        const Readings cells = narrowed(readings_of(cells_new), reading_.tokens[i].column);
        const auto sum = cells.empty() ? std::nullopt : sum_of(report_, cells.front());
        const auto total = sum_of(report_, cells_new.front());
        if (sum && total && compare(sum->value, total->value) < 0)
            tell("P-03", reading_.tokens[from].begin, reading_.tokens[i].end,
                 sum->says + "，" + total->says, *sum);
    }

    /// 未收到法人或其他组织提出的申请.
    void no_applicant(std::size_t i) {
        const std::size_t from = clause_of(i);
        std::size_t never = i;
        for (std::size_t k = from; k < i; ++k) {
            const Role role = reading_.role(k);
            if (role == Role::never && never == i) never = k;
            else if (never != i && role != Role::verb && role != Role::filler) return;
        }
        if (never == i || never + 1 == i ||
            !ends_with(i, {U"的申请", U"提出的申请", U"申请", U"提出申请", U"提交的申请",
                           U"的政府信息公开申请", U"提出的政府信息公开申请"}))
            return;
        const Readings cells = narrowed(readings_of(cells_new), reading_.tokens[i].column);
        const auto sum = cells.empty() ? std::nullopt : sum_of(report_, cells.front());
        if (sum && sum->value.digits > 0)
            tell("P-06", reading_.tokens[never].begin, reading_.tokens[i].end, sum->says, *sum);
    }

    /// The cases of the clause are those about publishing, and not all that the office
    /// decides or fights.
    bool about_cases() const {
        if (has_any(text_, {U"信息公开", U"依申请", U"政务公开"}) ||
            has_any(reading_.sentence->heading, {U"依申请", U"申请公开", U"复议"}))
            return true;
        const bool of_table =
            std::any_of(reading_.namings.begin(), reading_.namings.end(), [](const Naming& one) {
                return one.family == Family::procedure && !one.readings.empty();
            });
        return of_table || (report_.kind != Kind::government && report_.kind != Kind::office &&
                            report_.agency.find("司法") == std::string::npos);
    }

    /// The procedures of a clause before token i; none where something else limits them.
    std::vector<std::size_t> procedures(std::size_t from, std::size_t i) const {
        std::vector<std::size_t> all;
        for (std::size_t k = from; k < i; ++k) {
            const Role role = reading_.role(k);
            if (role == Role::procedure) all.push_back(k);
            if (role == Role::foreign || role == Role::subset || role == Role::other) return {};
            const std::u32string_view word = reading_.word(k);
            if (has(word, U"类") && !has(text_, U"公开类")) return {};  // 房屋征收类行政复议
            if (role == Role::unknown && word.size() > 2 && !has_any(word, {U"引发", U"引起"}))
                return {};
        }
        return all;
    }

    /// 行政复议全部维持.
    void outcome(std::size_t i) {
        const std::size_t all = all_before(i), from = clause_of(i);
        if (all == i || has_figure(from, all) || !about_cases()) return;
        if (!ends_with(i, {U"原行政行为", U"原具体行政行为", U"原答复", U"原决定", U"我局答复",
                           U"原行政决定", U"原处理决定", U"原答复意见"}))
            return;
        for (const std::size_t p : procedures(from, all)) {
            const Readings of = readings_of(reading_.tokens[p].cells);
            const Readings so = narrowed(of, reading_.tokens[i].column);
            const auto total = of.empty() ? std::nullopt : sum_of(report_, of.front());
            const auto sum = so.empty() ? std::nullopt : sum_of(report_, so.front());
            if (total && sum && compare(sum->value, total->value) < 0)
                tell("P-04", reading_.tokens[from].begin, reading_.tokens[i].end,
                     sum->says + "，" + total->says, *sum);
        }
    }

    bool is_lost(std::size_t i) const {
        return reading_.role(i) == Role::subset && reading_.word(i) == U"败诉";
    }
    bool ends_cases(std::size_t i) const {
        const std::u32string_view word = reading_.word(i);
        return word == U"审结" || word == U"办结";
    }

    void tell_column(std::string_view rule, std::size_t procedure, Column column, int begin,
                     int end) {
        const Readings cells = narrowed(readings_of(reading_.tokens[procedure].cells), column);
        const auto sum = cells.empty() ? std::nullopt : sum_of(report_, cells.front());
        if (sum && sum->value.digits > 0) tell(rule, begin, end, sum->says, *sum);
    }

    /// 行政诉讼均胜诉: none was corrected.
    void won(std::size_t i) {
        const std::size_t all = all_before(i), from = clause_of(i);
        if (all == i || has_figure(from, all) || !about_cases() || !ends_with(i, {})) return;
        for (const std::size_t p : procedures(from, all)) {
            if (reading_.tokens[p].cells != cells_reconsideration)
                tell_column("P-04", p, Column::corrected, reading_.tokens[from].begin,
                            reading_.tokens[i].end);
        }
    }

    /// 行政复议、行政诉讼均已审结; 行政复议7件，均已审结.
    void ended(std::size_t i) {
        const std::size_t all = all_before(i);
        std::size_t from = clause_of(i);
        if (all == i || !about_cases() || !ends_with(i, {U"完毕"})) return;
        const Topic topic = reading_.topics[i];
        if (topic != Topic::reconsideration && topic != Topic::litigation &&
            topic != Topic::disputes)
            return;
        if (from == all && from > 1 && reading_.role(from - 1) == Role::comma)
            from = clause_of(from - 1);
        std::vector<std::size_t> of = procedures(from, all);
        if (of.empty() && all == clause_of(i)) {
            // 复议217件，维持153件、纠正14件，全部审结: of the cases named last
            for (std::size_t k = all; k > 0 && reading_.role(k - 1) != Role::semicolon; --k) {
                if (reading_.role(k - 1) != Role::procedure) continue;
                of = {k - 1};
                break;
            }
        }
        for (const std::size_t p : of)
            tell_column("P-04", p, Column::pending, reading_.tokens[from].begin,
                        reading_.tokens[i].end);
    }

    /// 行政复议、行政诉讼无纠错; 行政诉讼零败诉: of the cases named before it.
    void none(std::size_t i) {
        const std::size_t from = clause_of(i);
        std::size_t never = i;
        int outcomes = 0;
        for (std::size_t k = from; k <= i; ++k) {
            if (reading_.role(k) == Role::never && never == i) never = k;
            if (never < k && (reading_.role(k) == Role::outcome || is_lost(k))) ++outcomes;
        }
        if (i > from && reading_.role(i - 1) == Role::unknown &&
            reading_.word(i - 1).ends_with(U"零"))
            never = i - 1;
        if (never == i || !about_cases()) return;
        if (reading_.role(i) == Role::outcome && reading_.tokens[i].column != Column::corrected)
            return;
        for (std::size_t k = never + 1; k < i; ++k) {
            if (reading_.role(k) == Role::figure && reading_.word(k) != U"一件" &&
                reading_.word(k) != U"一起" && reading_.word(k) != U"一例")
                return;
        }
        std::vector<std::size_t> of;
        bool behind = false;  // the procedure stands behind 未
        for (std::size_t k = from; k < i; ++k) {
            if (reading_.role(k) == Role::foreign) return;
            if (reading_.role(k) != Role::procedure) continue;
            const bool litigation = reading_.tokens[k].cells != cells_reconsideration;
            if (is_lost(i) && !litigation) continue;
            if (k > never && !behind) of.clear();
            behind = behind || k > never;
            if (behind || (!of.empty() && of.back() + 1 == k)) of = {k};  // 行政诉讼直接起诉案件
            else of.push_back(k);
        }
        if (behind && outcomes == 1 && !is_lost(i) && ends_with(i, {U"案件", U"的案件", U"情况"}))
            return;
        for (const std::size_t p : of)
            tell_column("P-06", p, Column::corrected, reading_.tokens[std::min(p, never)].begin,
                        reading_.tokens[i].end);
    }

    const Report& report_;
    const Reading& reading_;
    std::u32string_view text_;
    std::vector<Finding>& findings_;
};

}  // namespace

void check_all_of_them(const Report& report, const Reading& reading,
                       std::vector<Finding>& findings) {
    All(report, reading, findings).check();
}

}  // namespace nianbao::prose
