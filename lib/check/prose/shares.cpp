// P-09: percentages of a whole, recomputed to the decimals printed.
#include "check/prose/cells.hpp"
#include "check/prose/figures/share_wholes.hpp"
#include "check/prose/prose.hpp"
#include "check/prose/ratio.hpp"
#include "check/prose/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace nianbao::prose {
namespace {

class Share {
public:
    Share(const Report& report, const std::vector<Reading>& readings, std::size_t at,
          std::vector<Finding>& findings)
        : report_(report),
          readings_(readings),
          at_(at),
          reading_(readings[at]),
          findings_(findings) {}

    void check() {
        for (std::size_t i = 0; i < reading_.tokens.size(); ++i) {
            if (reading_.role(i) == Role::figure &&
                reading_.figure(i).kind == FigureKind::percent && !reading_.figure(i).referred)
                share(i);
        }
    }

private:
    /// 办结45件，占全部留言50件的90%: the whole stands within the share. True where it does.
    bool of_named_whole(std::size_t i) {
        std::size_t whole = i;
        while (whole > 0 && reading_.role(whole - 1) == Role::filler) --whole;
        if (whole == 0 || reading_.role(whole - 1) != Role::figure) return false;
        --whole;
        if (reading_.between(reading_.tokens[whole].end, reading_.tokens[i].begin) != U"的")
            return false;
        std::size_t from = whole;
        while (from > 0 && reading_.role(from) != Role::share &&
               !ends_item(reading_.role(from - 1)) && reading_.role(from - 1) != Role::figure)
            --from;
        if (reading_.role(from) != Role::share || from < 2 ||
            reading_.role(from - 1) != Role::comma || reading_.role(from - 2) != Role::figure)
            return false;
        const Figure &all = reading_.figure(whole), &part = reading_.figure(from - 2),
                     &said = reading_.figure(i);
        const auto is_exact = [](const Figure& figure) {
            return is_counted(figure.kind) && figure.numeral.hedge == Hedge::none &&
                   !figure.numeral.scaled;
        };
        if (!is_exact(all) || !is_exact(part) || all.unit != part.unit ||
            said.numeral.hedge != Hedge::none || all.numeral.value.digits == 0)
            return false;
        const Amount &a = part.numeral.value, &b = all.numeral.value;
        if (is_ratio(a, b, said.numeral)) {
            if (reading_.notes != nullptr)
                note(reading_, said, fmt::format("{} 占 {}", a.to_string(), b.to_string()));
            return true;
        }
        findings_.push_back(finding_of(
            "P-09", span_of(reading_, said.numeral.begin, said.numeral.end),
            fmt::format("{}与各数算出的不符：{} 占 {} 是 {}%",
                        quoted(reading_, reading_.tokens[from].begin, reading_.tokens[i].end),
                        a.to_string(), b.to_string(), ratio_text(a, b, said.numeral)),
            "请核对百分比，以及它是哪两个数的比",
            {{"found", said.numeral.value.to_string()},
             {"expected", ratio_text(a, b, said.numeral)}}));
        return true;
    }

    void share(std::size_t i) {
        if (of_named_whole(i)) return;
        std::size_t from = i;
        bool shares = false, away = false;
        std::vector<std::size_t> labels;
        std::optional<std::size_t> whole;
        while (from > 0 && !ends_item(reading_.role(from - 1)) &&
               reading_.role(from - 1) != Role::figure) {
            --from;
            const Role r = reading_.role(from);
            if (r == Role::share) {
                shares = true;
                // 占不予公开的61.8%: what stands behind 占 is the whole.
                if (!labels.empty()) whole = labels.front();
                labels.clear();
            }
            if (r == Role::result || r == Role::applicant || r == Role::outcome)
                labels.insert(labels.begin(), from);
            if (r == Role::rise || r == Role::fall || r == Role::compare || r == Role::whole ||
                r == Role::foreign || r == Role::respectively)
                away = true;
        }
        if (from == i && i > 1 && reading_.role(i - 1) == Role::open &&
            reading_.role(i + 1) == Role::close && reading_.role(i - 2) == Role::figure &&
            reading_.naming(i - 2).family != Family::none)
            shares = true;
        if (sums_up(from, i) && !labels.empty()) add_labels_before(from, labels);
        if (over_half(i, from)) shares = true;
        if (!shares || away || is_followed(i)) return;

        // The part: what stands in the clause, else the figure before.
        std::vector<KnownNumber> parts;
        Family family;
        std::u32string_view unit;
        std::size_t part_at = i;
        bool labelled = false;
        if (from > 0 && reading_.role(from - 1) != Role::semicolon) {
            std::size_t k = from;
            while (k > 0 &&
                   (ends_item(reading_.role(k - 1)) && reading_.role(k - 1) != Role::semicolon))
                --k;
            const bool same = k == from || reading_.role(from - 1) != Role::colon;
            if (k > 0 && same && reading_.role(k - 1) != Role::figure) {
                if (const std::size_t part = part_in_clause(k); part < k) k = part + 1;
            }
            if (k > 0 && same && labels.empty() && reading_.role(k - 1) == Role::figure &&
                is_counted(reading_.figure(k - 1).kind) &&
                (reading_.scopes[k - 1].plain() || is_part_of_whole(k - 1))) {
                part_at = k - 1;
                if (!reading_.scopes[i].plain() && !is_part_of_whole(part_at)) return;
                add(parts, reading_.figure(part_at).numeral.value, true);
                add(parts, report_, reading_.naming(part_at).readings);
                family = reading_.naming(part_at).family;
                unit = reading_.figure(part_at).unit;
            }
        }
        if (part_at == i) {
            if (!reading_.scopes[i].plain()) return;
            const Readings readings = named(labels);
            if (readings.empty()) return;
            add(parts, report_, readings);
            labelled = true;
            family = reading_.role(labels.back()) == Role::applicant ? Family::applicant
                     : reading_.role(labels.back()) == Role::outcome ? Family::outcome
                                                                     : Family::result;
        } else if (family == Family::none && !listed(part_at) && !is_partition(unit) &&
                   !follows_whole(part_at)) {
            return;  // what the part is of is not said
        } else if (reading_.figure(part_at).numeral.hedge != Hedge::none ||
                   reading_.figure(part_at).numeral.scaled) {
            return;
        }
        if (part_at != i) add_together(from, i, part_at, parts);
        std::vector<KnownNumber> all =
            wholes_of_share(report_, readings_, at_, std::min(i, part_at), parts, family, unit);
        if (whole && reading_.role(*whole) == Role::result) {
            all.clear();
            add(all, report_, reading_.tokens[*whole].cells);
        } else {
            keep_named_wholes(report_, reading_, {from, i, part_at}, family, all);
        }
        judge(i, from, parts, all, family, labelled);
    }

    /// 予以公开14件，过半; 予以公开14件，超过办结总数的一半: without 占.
    bool over_half(std::size_t i, std::size_t from) const {
        if (reading_.figure(i).numeral.rough == 0 || from == 0 ||
            reading_.role(from - 1) != Role::comma || !ends_clause(reading_.role(i + 1)))
            return false;
        const std::u32string_view said =
            reading_.between(reading_.tokens[from].begin, reading_.tokens[i].begin);
        return from == i || ((said.starts_with(U"超过") || said.starts_with(U"接近") ||
                              said.starts_with(U"不到")) &&
                             (said.ends_with(U"的") || said.size() == 2));
    }

    /// 全县公开1200条，其中乡镇480条，占40%: a place's or an office's part of the whole that the
    /// same sentence counts.
    bool is_part_of_whole(std::size_t part) const {
        const Figure& figure = reading_.figure(part);
        for (std::size_t k = part; k-- > 0;) {
            if (reading_.role(k) != Role::list) continue;
            while (k > 0 && ends_item(reading_.role(k - 1))) --k;
            return k > 0 && reading_.role(k - 1) == Role::figure &&
                   reading_.figure(k - 1).unit == figure.unit && reading_.scopes[k - 1].year == 0 &&
                   reading_.scopes[part].year == 0 && !reading_.scopes[part].period &&
                   !reading_.scopes[part].plan;
        }
        return false;
    }

    /// 占75%和25%: which part is meant by each is not told here.
    bool is_followed(std::size_t i) const {
        return (reading_.role(i + 1) == Role::pause || reading_.role(i + 1) == Role::joint) &&
               reading_.role(i + 2) == Role::figure &&
               reading_.figure(i + 2).kind == FigureKind::percent;
    }

    /// 信息250条，网站200条，占比80%；公众号50条，占比20%: the counts behind the first come to
    /// it.
    bool is_partition(std::u32string_view unit) const {
        std::vector<Amount> counts;
        for (const Token& token : reading_.tokens) {
            if (token.role != Role::figure) continue;
            const Figure& one = reading_.figures[token.figure];
            if (is_counted(one.kind) && one.unit == unit) counts.push_back(one.numeral.value);
        }
        if (counts.size() < 3) return false;
        Amount sum;
        for (std::size_t i = 1; i < counts.size(); ++i) sum = sum + counts[i];
        return sum == counts.front();
    }

    /// 抽查200户，收到预警的174户，占87%: one greater count stands before the part, in the clause
    /// before, and the part is not beside it but of it: …的174户.
    bool follows_whole(std::size_t part) const {
        std::size_t k = part;
        while (k > 0 && !ends_item(reading_.role(k - 1))) --k;
        return k > 1 && reading_.role(k - 1) == Role::comma &&
               reading_.role(k - 2) == Role::figure &&
               reading_.figure(k - 2).unit == reading_.figure(part).unit &&
               compare(reading_.figure(k - 2).numeral.value, reading_.figure(part).numeral.value) >
                   0 &&
               part > k && reading_.word(part - 1) == U"的";
    }

    /// 其中5件在10个工作日内办结，占50%: the only count of the clause that ends at token k.
    std::size_t part_in_clause(std::size_t k) const {
        std::size_t found = k;
        for (std::size_t i = k; i-- > 0 && !ends_item(reading_.role(i));) {
            if (reading_.role(i) == Role::share || reading_.role(i) == Role::compare) return k;
            if (reading_.role(i) != Role::figure || !is_counted(reading_.figure(i).kind)) continue;
            if (found != k) return k;
            found = i;
        }
        return found != k && listed(found) ? found : k;
    }

    /// True behind 其中, 包括, a colon after a figure or 378条中.
    bool listed(std::size_t i) const {
        while (i-- > 0) {
            if (reading_.role(i) == Role::list ||
                (i > 0 && reading_.role(i) != Role::figure && reading_.word(i).starts_with(U"中") &&
                 reading_.role(i - 1) == Role::figure && is_counted(reading_.figure(i - 1).kind)) ||
                (reading_.role(i) == Role::comma && i > 0 &&
                 reading_.word(i - 1).ends_with(U"中")) ||
                (reading_.role(i) == Role::colon && i > 0 && reading_.role(i - 1) == Role::figure))
                return true;
        }
        return false;
    }

    /// The rows that labels without a figure stand for: 自然人申请占比96.2%.
    Readings named(const std::vector<std::size_t>& labels) const {
        Readings readings;
        if (labels.empty()) return readings;
        if (reading_.role(labels.back()) == Role::applicant) {
            return narrowed(readings_of(cells_taken), reading_.tokens[labels.back()].column);
        }
        if (reading_.role(labels.back()) != Role::result) return readings;
        for (std::size_t label : labels) {
            bool explains = false;  // 因本机关不掌握等原因无法提供
            for (std::size_t k = label; k < labels.back(); ++k)
                explains = explains || reading_.role(k) == Role::etc;
            if (explains) continue;
            const auto one = readings_of(reading_.tokens[label].cells);
            readings = readings.empty() ? one : added(readings, one);
            // 公开与部分公开合计占64.7%
            if (label > 1 && reading_.word(label - 2) == U"公开" &&
                (reading_.role(label - 1) == Role::joint ||
                 reading_.role(label - 1) == Role::pause))
                readings = added(readings, readings_of(cells_disclosed));
        }
        return readings;
    }

    bool sums_up(std::size_t from, std::size_t i) const {
        return has_any(
            reading_.between(reading_.tokens[from].begin, reading_.tokens[i].begin),
            {U"合计", U"共计", U"合占", U"共占", U"两者", U"二者", U"两项", U"三项", U"公开类"});
    }

    /// 予以公开、部分公开合计占52%: the labels of the items before, which have no figure.
    void add_labels_before(std::size_t from, std::vector<std::size_t>& labels) const {
        for (std::size_t k = from; k > 0 && reading_.role(k - 1) == Role::pause;) {
            const std::size_t pause = --k;
            std::vector<std::size_t> own;
            while (k > 0 && !ends_item(reading_.role(k - 1))) {
                if (reading_.role(--k) == Role::figure) return;
                if (reading_.role(k) == Role::result || reading_.role(k) == Role::applicant)
                    own.push_back(k);
            }
            if (own.size() != 1 || k == pause) return;
            labels.insert(labels.begin(), own.front());
        }
    }

    /// 予以公开14件、部分公开5件，合计占48.7%: the sum of those listed is the part.
    void add_together(std::size_t from, std::size_t i, std::size_t last,
                      std::vector<KnownNumber>& parts) const {
        if (!sums_up(from, i)) return;
        Amount sum;
        for (std::size_t k = last + 1; k-- > 0 && !ends_clause(reading_.role(k));) {
            if (reading_.word(k) == U"中") break;  // 31件办结件中予以公开16件、部分公开2件
            if (reading_.role(k) == Role::figure && is_counted(reading_.figure(k).kind))
                sum = sum + reading_.figure(k).numeral.value;
        }
        parts = {{sum, true}};
    }

    static bool stands(const std::vector<KnownNumber>& list) {
        return std::any_of(list.begin(), list.end(),
                           [](const KnownNumber& one) { return one.in_prose; });
    }

    void judge(std::size_t i, std::size_t from, const std::vector<KnownNumber>& parts,
               const std::vector<KnownNumber>& wholes, Family family, bool labelled) {
        if (wholes.empty()) return;
        const Numeral& said = reading_.figure(i).numeral;
        const KnownNumber* of = nullptr;
        // Words are so wide that what the tables have beside would often fit by chance.
        const bool told = said.rough > 0, part_told = told && stands(parts),
                   whole_told = told && stands(wholes);
        for (const KnownNumber& whole : wholes) {
            for (const KnownNumber& part : parts) {
                if ((part_told && !part.in_prose) || (whole_told && !whole.in_prose)) continue;
                if (!is_ratio(part.value, whole.value, said)) continue;
                if (reading_.notes != nullptr)
                    note(reading_, reading_.figure(i),
                         fmt::format("{} 占 {}", part.value.to_string(), whole.value.to_string()));
                return;
            }
            if (whole.in_prose && (of == nullptr || !of->in_prose)) of = &whole;
        }
        // Half of a figure before it is too little to go by where the words name nothing
        // of the tables.
        const bool sure = family != Family::none && of != nullptr && !labelled &&
                          reading_.surety == Surety::certain && said.hedge == Hedge::none &&
                          said.rough == 0;
        if (of == nullptr) of = &wholes.front();
        const Amount& part = parts.front().value;
        std::string others;  // every number of the prose that it may be a share of
        for (const KnownNumber& whole : wholes) {
            constexpr std::size_t longest = 60;
            if (whole.in_prose && !(whole.value == of->value) && others.size() < longest)
                others += fmt::format("；占 {} 是 {}%", whole.value.to_string(),
                                      ratio_text(part, whole.value, said));
        }
        const std::string message =
            fmt::format("{}{}各数算出的不符：{} 占 {} 是 {}%{}",
                        quoted(reading_, reading_.tokens[from].begin, reading_.tokens[i].end),
                        sure ? "与" : "可能与", part.to_string(), of->value.to_string(),
                        ratio_text(part, of->value, said), others);
        findings_.push_back((sure ? finding_of : doubt_of)(
            "P-09", span_of(reading_, said.begin, said.end), message,
            "请核对百分比，以及它是哪两个数的比",
            {{"found", said.value.to_string()}, {"expected", ratio_text(part, of->value, said)}}));
    }

    const Report& report_;
    const std::vector<Reading>& readings_;
    std::size_t at_;
    const Reading& reading_;
    std::vector<Finding>& findings_;
};

}  // namespace

void check_shares(const Report& report, const std::vector<Reading>& readings, std::size_t at,
                  std::vector<Finding>& findings) {
    Share(report, readings, at, findings).check();
}

}  // namespace nianbao::prose
