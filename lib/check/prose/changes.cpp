// P-10: what grew or fell, by how much: recomputed from the prose itself, from the tables
// and from last year's report.
#include "check/prose/cells.hpp"
#include "check/prose/figures/pairs.hpp"
#include "check/prose/prose.hpp"
#include "check/prose/ratio.hpp"
#include "check/prose/words.hpp"
#include "text/utf8.hpp"

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
            if (reading_.role(i) == Role::level && !check_level_of_two(reading_, i, findings_))
                level(i);
            if (reading_.role(i) != Role::figure || reading_.figure(i).referred) continue;
            if (reading_.figure(i).kind == FigureKind::multiple &&
                (check_grown(reading_, i, findings_) ||
                 check_times_of_last_year(report_, previous_, reading_, i, findings_)))
                continue;
            change(i);
        }
    }

private:
    struct Subject {
        std::vector<Amount> now, before;               // that stand in the prose
        std::vector<std::pair<Amount, Amount>> pairs;  // what it may be now, and what it then was
        std::u32string_view unit;                      // of those in the prose
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
                 token.role == Role::result || token.role == Role::procedure ||
                 (token.role == Role::thing && documents_of(token.cells) == nullptr)) &&
                !token.cells.empty()) {
                if (token.role == Role::noun && !readings.empty()) continue;
                readings = readings_of(token.cells);
            }
        }
        if (others > 0 && readings.empty())
            return {};  // something else grew: 公开信息量同比增长35%

        std::optional<std::size_t> carried;
        const auto take = [&](std::size_t k) {
            unit = reading_.figure(k).unit;
            add(subject.now, reading_.figure(k).numeral.value);
            if (readings.empty()) readings = reading_.naming(k).readings;
            subject.certain = reading_.naming(k).surety == Surety::certain;
        };
        // The figure before it, that is no change itself: 收到申请12件，同比增长20%
        for (std::size_t k = from; k-- > 0;) {
            if (reading_.role(k) == Role::semicolon) break;
            if (reading_.role(k) != Role::figure || reading_.is_date(k) ||
                !is_counted(reading_.figure(k).kind))
                continue;
            bool rises = false;
            std::size_t start = 0;
            if (is_change(reading_, k, rises, start)) continue;
            // 解读28篇，培训3次，较上年的20篇增长40%: of the same unit.
            if (reading_.figure(k).kind == FigureKind::pieces && !unit.empty() &&
                reading_.figure(k).unit != unit)
                continue;
            const Scope& scope = reading_.scopes[k];
            if (became(k) && subject.now.empty() && exact(k)) {
                // 由上年的3000份增加到4500份: what it was stands before the word.
                std::size_t word = k;
                while (word > 0 && reading_.role(word - 1) == Role::filler) --word;
                const Figure& was = reading_.figure(word - 2);
                unit = was.unit;
                add(subject.now, reading_.figure(k).numeral.value);
                add(subject.before, was.numeral.value);
                subject.told = true;
                if (readings.empty()) readings = reading_.naming(k).readings;
                break;
            }
            if (compared_before(k) ||
                (scope.year == report_.year - 1 && !scope.period && !scope.part)) {
                if (unit.empty() || unit == reading_.figure(k).unit) {
                    add(subject.before, reading_.figure(k).numeral.value);
                    subject.told = true;
                    if (unit.empty()) unit = reading_.figure(k).unit;
                    // 行政许可决定较上年的3288件增长5%: its own clause says what has grown
                    for (std::size_t n = k;
                         readings.empty() && n-- > 0 && !ends_item(reading_.role(n));) {
                        const Token& label = reading_.tokens[n];
                        // 新收申请量比上年的30件增长10%
                        if ((label.role == Role::thing && documents_of(label.cells) == nullptr) ||
                            (label.role == Role::verb && !label.cells.empty() &&
                             compared_before(k) && subject.now.empty()))
                            readings = readings_of(label.cells);
                    }
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
            // 新收63件，上年结转2件，同比增加18件: what came has grown.
            if (readings.empty() && !carried && reading_.naming(k).family == Family::carried_in) {
                carried = k;
                continue;
            }
            if (!exact(k)) return {};
            take(k);
        }
        if (subject.now.empty() && carried && exact(*carried)) take(*carried);
        if (subject.now.empty() && subject.told && reading_.role(i + 1) == Role::comma &&
            reading_.role(i + 2) != Role::semicolon) {  // 较上年的250条增长20%，达到300条
            std::size_t k = i + 2;
            while (reading_.role(k) == Role::filler || reading_.role(k) == Role::unknown) ++k;
            if (reading_.role(k) == Role::figure && reading_.figure(k).unit == unit && exact(k) &&
                has_any(reading_.between(reading_.tokens[i + 2].begin, reading_.tokens[k].begin),
                        {U"达", U"增至", U"升至", U"降至", U"减至", U"为"}))
                add(subject.now, reading_.figure(k).numeral.value);
        }
        for (std::size_t k = i + 1; reading_.role(i + 1) == Role::open &&
                                    reading_.role(k) != Role::close && k < reading_.tokens.size();
             ++k) {  // 同比增长57%（2022年为14件）
            if (reading_.role(k) != Role::figure || reading_.is_date(k) ||
                !is_counted(reading_.figure(k).kind) || reading_.scopes[k].year != report_.year - 1)
                continue;
            add(subject.before, reading_.figure(k).numeral.value);
            subject.told = true;
        }
        subject.unit = unit;
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
        if (!subject.now.empty()) return subject;
        for (const auto& [now, before] : subject.pairs) add(subject.now, now);
        return subject;
    }

    /// No 近200, no 1.2万.
    bool exact(std::size_t k) const {
        return reading_.figure(k).numeral.hedge == Hedge::none &&
               !reading_.figure(k).numeral.scaled;
    }

    /// 由320条减少到240条: the figure is what became of the one before 减少.
    bool became(std::size_t k) const {
        std::size_t word = k;
        while (word > 0 && reading_.role(word - 1) == Role::filler) --word;
        return word > 1 &&
               (reading_.role(word - 1) == Role::rise || reading_.role(word - 1) == Role::fall) &&
               leads_to(reading_, word - 1, k) && reading_.role(word - 2) == Role::figure &&
               reading_.figure(word - 2).unit == reading_.figure(k).unit;
    }

    /// 较上年的12件: the figure is what is compared with.
    bool compared_before(std::size_t k) const {
        if (k > 1 && reading_.role(k - 1) == Role::open && reading_.role(k - 2) == Role::figure &&
            reading_.is_date(k - 2))
            --k;  // 比2022年（31件）下降
        if (k > 1 && reading_.role(k - 1) == Role::open && reading_.role(k - 2) == Role::time)
            --k;  // 较上年（135件）减少
        while (k-- > 0 && !ends_item(reading_.role(k)) &&
               !(reading_.role(k) == Role::figure && !reading_.is_date(k))) {
            if (reading_.role(k) == Role::compare) return true;
        }
        return false;
    }

    /// 新收12件，与上年持平: the two are the same.
    void level(std::size_t i) {
        std::size_t from = i;
        while (from > 0 && !ends_item(reading_.role(from - 1)) &&
               !(reading_.role(from - 1) == Role::figure && !reading_.is_date(from - 1) &&
                 !compared_before(from - 1)))
            --from;
        const std::u32string_view said =
            reading_.between(reading_.tokens[from].begin, reading_.tokens[i].end);
        const Scope& scope = reading_.scopes[i];
        if (scope.period || scope.part || scope.plan ||
            has_any(said, {U"基本", U"大致", U"大体", U"总体", U"略", U"相对", U"几乎", U"率"}))
            return;
        const Subject subject = subject_of(i, from);
        if (subject.pairs.empty() || subject.now.empty()) return;
        for (const auto& [now, before] : subject.pairs) {
            if (now == before) return;
        }
        const auto& [now, before] = likeliest(subject);
        // 公开705条，其中动态603条、其他102条，与上年的705条持平
        for (std::size_t k = from; k-- > 0 && reading_.role(k) != Role::semicolon;) {
            if (reading_.role(k) == Role::figure && is_counted(reading_.figure(k).kind) &&
                std::find(subject.before.begin(), subject.before.end(),
                          reading_.figure(k).numeral.value) != subject.before.end())
                return;
        }
        const bool sure = subject.told && reading_.surety == Surety::certain;
        findings_.push_back((sure ? finding_of : doubt_of)(
            "P-10", span_of(reading_, reading_.tokens[i].begin, reading_.tokens[i].end),
            fmt::format("“{}”{}各数不符：上年 {}，本年 {}", to_utf8(said), sure ? "与" : "可能与",
                        before.to_string(), now.to_string()),
            subject.told ? "请核对这几个数" : "上年的数取自上年的报告；请核对是与哪个数相比",
            {{"now", now.to_string()}, {"before", before.to_string()}}));
    }

    /// The pair of numbers that the prose itself names, where it names them.
    static const std::pair<Amount, Amount>& likeliest(const Subject& subject) {
        const auto stands = [](const std::vector<Amount>& list, const Amount& value) {
            return std::find(list.begin(), list.end(), value) != list.end();
        };
        for (const auto& pair : subject.pairs) {
            if (stands(subject.now, pair.first) && stands(subject.before, pair.second)) return pair;
        }
        for (const auto& pair : subject.pairs) {
            if (stands(subject.now, pair.first)) return pair;
        }
        return subject.pairs.front();
    }

    void change(std::size_t i) {
        const Figure& said = reading_.figure(i);
        if (said.kind != FigureKind::percent && !is_counted(said.kind) &&
            said.kind != FigureKind::multiple)
            return;
        bool rises = false;
        std::size_t from = 0;
        if (!is_change(reading_, i, rises, from)) return;
        const Scope& scope = reading_.scopes[i];
        if (scope.period || scope.part || scope.plan) return;
        const std::u32string_view clause =
            reading_.between(reading_.tokens[from].begin, reading_.tokens[i].begin);
        if (has_any(clause, {U"前年", U"年均", U"三年", U"五年"})) return;  // no last year
        for (std::size_t k = i; k-- > 0 && reading_.role(k) != Role::semicolon;) {
            if (reading_.role(k) == Role::respectively) return;  // which of them is not told here
        }
        Subject subject = subject_of(i, from);
        if (said.kind == FigureKind::pieces && said.unit != subject.unit) return;

        // 增加3件，增长25%: each gives what there was before.
        if (said.kind == FigureKind::percent) {
            for (std::size_t k = from; k-- > 0 && reading_.role(k) != Role::semicolon;) {
                bool other_rises = false;
                std::size_t start = 0;
                if (reading_.role(k) != Role::figure || !is_counted(reading_.figure(k).kind))
                    continue;
                if (!is_change(reading_, k, other_rises, start) || other_rises != rises ||
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
            const bool fits = is_counted(said.kind) ? may_be_written(difference, said.numeral)
                              : said.kind == FigureKind::percent
                                  ? is_ratio(difference, before, said.numeral)
                                  : is_multiple(difference, before, said.numeral) ||
                                        (compare(said.numeral.value, {1, 0}) > 0 &&
                                         is_multiple(now, before, said.numeral));
            if (!fits) continue;
            if (reading_.notes != nullptr)
                note(reading_, said,
                     fmt::format("从 {} 到 {}", before.to_string(), now.to_string()));
            return;
        }
        if ((!base && !is_counted(said.kind)) || is_of_another(i, subject)) return;
        tell(i, from, subject);
    }

    /// 现有41个（含3个），较上年45个减少4个: another count before it is what has changed.
    /// 与2021年相比，增加9件: of a year that is not the last.
    bool is_of_another(std::size_t i, const Subject& subject) const {
        const Figure& said = reading_.figure(i);
        if (stands(reading_.sentence->text, static_cast<std::size_t>(said.numeral.end), U"位"))
            return true;  // ranks, which rise to smaller numbers
        for (std::size_t k = i; k-- > 0 && reading_.role(k) != Role::semicolon;) {
            if (reading_.role(k) != Role::figure) continue;
            const Figure& one = reading_.figure(k);
            const auto behind = std::u32string_view(reading_.sentence->text)
                                    .substr(static_cast<std::size_t>(one.end), 2);
            if (one.kind == FigureKind::year && !subject.told &&
                (compared_before(k) || behind == U"相比" || behind == U"相较") &&
                one.numeral.value.digits != report_.year - 1)
                return true;
            if (!is_counted(one.kind) || one.unit != subject.unit || !exact(k)) continue;
            for (const Amount& before : subject.before) {
                const Amount& now = one.numeral.value;
                const Amount difference = compare(now, before) < 0 ? before - now : now - before;
                if (is_counted(said.kind) ? may_be_written(difference, said.numeral)
                                          : is_ratio(difference, before, said.numeral))
                    return true;
            }
        }
        return false;
    }

    void tell(std::size_t i, std::size_t from, const Subject& subject) {
        const Figure& said = reading_.figure(i);
        const auto& [now, before] = likeliest(subject);
        const bool more = compare(now, before) >= 0;
        const Amount difference = more ? now - before : before - now;
        std::string computed = fmt::format("{} 到 {}，{} {}", before.to_string(), now.to_string(),
                                           more ? "增加" : "减少", difference.to_string());
        if (before.digits > 0 && !is_counted(said.kind))
            computed += fmt::format("，{}%", ratio_text(difference, before, said.numeral));
        const bool sure = subject.told && subject.certain && said.numeral.hedge == Hedge::none &&
                          said.numeral.rough == 0 && reading_.surety == Surety::certain;
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
