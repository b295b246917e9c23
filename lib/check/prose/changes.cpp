// P-10: what grew or fell, by how much: recomputed from the prose itself, from the tables
// and from last year's report.
#include "check/prose/cells.hpp"
#include "check/prose/prose.hpp"
#include "check/prose/ratio.hpp"
#include "check/prose/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nianbao::prose {
namespace {

void add(std::vector<Amount>& list, const Amount& value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

class Changes {
public:
    Changes(const Report& report, const CheckOptions& options, const Reading& reading,
            std::vector<Finding>& findings)
        : report_(report), previous_(options.previous), reading_(reading), findings_(findings) {}

    void check() {
        for (std::size_t i = 0; i < reading_.tokens.size(); ++i) {
            if (reading_.role(i) == Role::figure && !reading_.figure(i).referred) change(i);
        }
    }

private:
    /// A figure that 增长 or 减少 stands before, in its clause.
    bool is_change(std::size_t i, bool& rises, std::size_t& from) const {
        bool found = false;
        from = i;
        while (from > 0 && !ends_item(reading_.role(from - 1)) &&
               !(reading_.role(from - 1) == Role::figure && !reading_.is_date(from - 1))) {
            --from;
            if (found) continue;
            if (reading_.role(from) == Role::rise || reading_.role(from) == Role::fall) {
                found = true;
                rises = reading_.role(from) == Role::rise;
            }
        }
        return found;
    }

    struct Subject {
        std::vector<Amount> now, before;               // that stand in the prose
        std::vector<std::pair<Amount, Amount>> pairs;  // what it may be now, and what it then was
        bool told = false;                             // `before` stands in the prose
        bool certain = false;
    };

    Subject subject_of(std::size_t i, std::size_t from) const {
        Subject subject;
        Readings readings;
        std::u32string_view unit;
        int others = 0;

        // In its own clause: 新收申请同比增长12%
        for (std::size_t k = from; k < i; ++k) {
            const Token& token = reading_.tokens[k];
            if (token.role == Role::foreign || token.role == Role::subset ||
                token.role == Role::share)
                return {};
            const std::u32string_view word = reading_.word(k);
            if (token.role == Role::unknown) others += token.end - token.begin;
            if (token.role == Role::filler && (word.ends_with(U"率") || word == U"公开" ||
                                               word == U"信息" || word == U"政府信息"))
                ++others;
            if ((token.role == Role::verb || token.role == Role::noun ||
                 token.role == Role::result || token.role == Role::procedure) &&
                !token.cells.empty()) {
                if (token.role == Role::noun && !readings.empty()) continue;
                readings = readings_of(token.cells);
            }
        }
        if (others > 0 && readings.empty())
            return {};  // something else grew: 公开信息量同比增长35%

        // The figure before it, that is no change itself: 收到申请12件，同比增长20%
        for (std::size_t k = from; k-- > 0;) {
            if (reading_.role(k) == Role::semicolon) break;
            if (reading_.role(k) != Role::figure || reading_.is_date(k) ||
                reading_.figure(k).kind != FigureKind::count)
                continue;
            bool rises = false;
            std::size_t start = 0;
            if (is_change(k, rises, start)) continue;
            const Scope& scope = reading_.scopes[k];
            const bool after_compare = compared_before(k);
            if (after_compare || (scope.year == report_.year - 1 && !scope.period && !scope.part)) {
                if (unit.empty() || unit == reading_.figure(k).unit) {
                    add(subject.before, reading_.figure(k).numeral.value);
                    subject.told = true;
                    if (unit.empty()) unit = reading_.figure(k).unit;
                }
                continue;
            }
            if (!scope.plain() || !subject.now.empty()) {
                if (!subject.now.empty()) break;
                return {};
            }
            if (!readings.empty() && reading_.naming(k).readings != readings &&
                !reading_.naming(k).readings.empty())
                break;
            unit = reading_.figure(k).unit;
            if (reading_.figure(k).numeral.hedge != Hedge::none ||
                reading_.figure(k).numeral.scaled)
                return {};
            add(subject.now, reading_.figure(k).numeral.value);
            if (readings.empty()) readings = reading_.naming(k).readings;
            subject.certain = reading_.naming(k).surety == Surety::certain;
        }
        for (std::size_t k = i + 1; reading_.role(i + 1) == Role::open &&
                                    reading_.role(k) != Role::close && k < reading_.tokens.size();
             ++k) {  // 同比增长57%（2022年为14件）
            if (reading_.role(k) != Role::figure || reading_.is_date(k) ||
                reading_.figure(k).kind != FigureKind::count ||
                reading_.scopes[k].year != report_.year - 1)
                continue;
            add(subject.before, reading_.figure(k).numeral.value);
            subject.told = true;
        }
        for (const Addends& one : readings) {
            const std::optional<Amount> now = value_of(report_, one);
            if (!now) continue;
            const std::optional<Amount> before =
                previous_ == nullptr ? std::nullopt : value_of(*previous_, one);
            if (before) {
                subject.pairs.emplace_back(*now, *before);
                for (const Amount& said : subject.now) subject.pairs.emplace_back(said, *before);
            }
            for (const Amount& told : subject.before) subject.pairs.emplace_back(*now, told);
        }
        for (const Amount& said : subject.now) {
            for (const Amount& told : subject.before) subject.pairs.emplace_back(said, told);
        }
        if (subject.now.empty()) {
            for (const auto& [now, before] : subject.pairs) add(subject.now, now);
        }
        return subject;
    }

    /// 较上年的12件: the figure is what is compared with.
    bool compared_before(std::size_t k) const {
        if (k > 1 && reading_.role(k - 1) == Role::open && reading_.role(k - 2) == Role::figure &&
            reading_.is_date(k - 2))
            --k;  // 比2022年（31件）下降
        while (k-- > 0 && !ends_item(reading_.role(k)) &&
               !(reading_.role(k) == Role::figure && !reading_.is_date(k))) {
            if (reading_.role(k) == Role::compare) return true;
        }
        return false;
    }

    void change(std::size_t i) {
        const Figure& said = reading_.figure(i);
        if (said.kind != FigureKind::percent && said.kind != FigureKind::count &&
            said.kind != FigureKind::multiple)
            return;
        bool rises = false;
        std::size_t from = 0;
        if (!is_change(i, rises, from)) return;
        const Scope& scope = reading_.scopes[i];
        if (scope.period || scope.part || scope.plan) return;
        for (std::size_t k = i; k-- > 0 && reading_.role(k) != Role::semicolon;) {
            if (reading_.role(k) == Role::respectively) return;  // which of them is not told here
        }
        Subject subject = subject_of(i, from);

        // 增加3件，增长25%: each gives what there was before.
        if (said.kind == FigureKind::percent) {
            for (std::size_t k = from; k-- > 0 && reading_.role(k) != Role::semicolon;) {
                bool other_rises = false;
                std::size_t start = 0;
                if (reading_.role(k) != Role::figure ||
                    reading_.figure(k).kind != FigureKind::count)
                    continue;
                if (!is_change(k, other_rises, start) || other_rises != rises ||
                    reading_.figure(k).numeral.hedge != Hedge::none)
                    break;
                std::vector<Amount> all = subject.now;
                for (const auto& [now, before] : subject.pairs) add(all, now);
                for (const Amount& now : all) {
                    const Amount& by = reading_.figure(k).numeral.value;
                    subject.pairs.insert(subject.pairs.begin(), {now, rises ? now - by : now + by});
                }
                subject.told = !all.empty();
                break;
            }
        }
        std::erase_if(subject.pairs, [](const auto& pair) { return pair.second.digits < 0; });
        if (subject.pairs.empty()) return;

        bool base = false;
        for (const auto& [now, before] : subject.pairs) {
            const int order = compare(now, before);
            const Amount difference = order < 0 ? before - now : now - before;
            base = base || before.digits > 0;
            if (rises ? order < 0 : order > 0) continue;
            if (said.kind == FigureKind::count && may_be_written(difference, said.numeral)) return;
            if (said.kind == FigureKind::percent && is_ratio(difference, before, said.numeral))
                return;
            if (said.kind == FigureKind::multiple &&
                (is_multiple(difference, before, said.numeral) ||
                 is_multiple(now, before, said.numeral)))
                return;
        }
        if (!base && said.kind != FigureKind::count) return;
        tell(i, from, subject);
    }

    void tell(std::size_t i, std::size_t from, const Subject& subject) {
        const Figure& said = reading_.figure(i);
        const auto& [now, before] = subject.pairs.front();
        const bool more = compare(now, before) >= 0;
        const Amount difference = more ? now - before : before - now;
        std::string computed = fmt::format("{} 到 {}，{} {}", before.to_string(), now.to_string(),
                                           more ? "增加" : "减少", difference.to_string());
        if (before.digits > 0 && said.kind != FigureKind::count)
            computed += fmt::format("，{}%", ratio_text(difference, before, said.numeral));
        const bool sure = subject.told && subject.certain && said.numeral.hedge == Hedge::none &&
                          reading_.surety == Surety::certain;
        const std::string message =
            fmt::format("{}{}算出的不符：从 {}",
                        quoted(reading_, reading_.tokens[from].begin, reading_.tokens[i].end),
                        sure ? "与" : "可能与", computed);
        findings_.push_back((sure ? finding_of : doubt_of)(
            "P-10", span_of(reading_, said.numeral.begin, said.numeral.end), message,
            subject.told ? "请核对这几个数" : "上年的数取自上年的报告；请核对是与哪个数相比",
            {{"found", said.numeral.value.to_string()},
             {"now", now.to_string()},
             {"before", before.to_string()}}));
    }

    const Report& report_;
    const Report* previous_;
    const Reading& reading_;
    std::vector<Finding>& findings_;
};

}  // namespace

void check_changes(const Report& report, const CheckOptions& options, const Reading& reading,
                   std::vector<Finding>& findings) {
    Changes(report, options, reading, findings).check();
}

}  // namespace nianbao::prose
