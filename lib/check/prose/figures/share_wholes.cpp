#include "check/prose/figures/share_wholes.hpp"

#include "check/prose/cells.hpp"
#include "check/prose/words.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace nianbao::prose {
namespace {

/// 受理29例，其中网络25件: cases are counted in several units.
bool is_same(std::u32string_view one, std::u32string_view other) {
    const auto is_of_cases = [](std::u32string_view unit) {
        return unit == U"件" || unit == U"例" || unit == U"起" || unit == U"宗";
    };
    return one == other || (is_of_cases(one) && is_of_cases(other));
}

}  // namespace

void add(std::vector<KnownNumber>& list, const Amount& value, bool in_prose) {
    for (KnownNumber& one : list) {
        if (one.value == value) {
            one.in_prose = one.in_prose || in_prose;
            return;
        }
    }
    list.push_back({value, in_prose});
}

void add(std::vector<KnownNumber>& list, const Report& report, const Readings& readings) {
    for (const Addends& one : readings) {
        if (const std::optional<Amount> value = value_of(report, one)) add(list, *value, false);
    }
}

void add(std::vector<KnownNumber>& list, const Report& report, const Cells& cells) {
    for (const std::span<const Addend>& one : cells) {
        if (const std::optional<Amount> value = value_of(report, one)) add(list, *value, false);
    }
}

std::vector<KnownNumber> wholes_of_share(const Report& report, const std::vector<Reading>& readings,
                                         std::size_t at, std::size_t end,
                                         const std::vector<KnownNumber>& parts, Family family,
                                         std::u32string_view unit) {
    const Reading& own = readings[at];
    std::vector<KnownNumber> all;
    const auto greater = [&](const Amount& value) {
        return value.digits > 0 &&
               std::any_of(parts.begin(), parts.end(), [&](const KnownNumber& part) {
                   return compare(value, part.value) >= 0;
               });
    };
    const auto collect = [&](const Reading& reading, std::size_t to) {
        for (std::size_t k = 0; k < to; ++k) {
            const Token& token = reading.tokens[k];
            if (token.role != Role::figure) continue;
            const Figure& one = reading.figures[token.figure];
            const Scope& scope = reading.scopes[k];
            if (!is_counted(one.kind) || (!unit.empty() && !is_same(one.unit, unit)) ||
                !greater(one.numeral.value) || scope.compared || scope.year != 0)
                continue;
            add(all, one.numeral.value, true);
        }
    };
    if (at > 0 && !own.sentence->begins) collect(readings[at - 1], readings[at - 1].tokens.size());
    if (at > 1 && !own.sentence->begins && !readings[at - 1].sentence->begins)
        collect(readings[at - 2], readings[at - 2].tokens.size());
    collect(own, end);
    if (family == Family::result || family == Family::reason || family == Family::applicant ||
        family == Family::intake || family == Family::finished || family == Family::carried_in ||
        family == Family::carried_out) {
        add(all, report, cells_taken);
        if (family != Family::applicant)
            add(all, report,
                cells<"applications.received-applications.carried_out|"
                      "applications.results.total-applications.results.other_handling">);
        if (family == Family::reason) {
            add(all, report,
                cells<"applications.results.refused|applications.results.unable|"
                      "applications.results.not_processed|"
                      "applications.results.other_handling">);
        }
    }
    if (family == Family::outcome || family == Family::procedure) {
        add(all, report,
            cells<"disputes.reconsideration|"
                  "disputes.litigation_direct+disputes.litigation_after_reconsideration|"
                  "disputes.litigation_direct|disputes.litigation_after_reconsideration|"
                  "disputes.reconsideration+disputes.litigation_direct+"
                  "disputes.litigation_after_reconsideration">);
        add(all, report, cells_taken);
        add(all, report, cells<"applications.results.total">);
    }
    std::erase_if(all, [&](const KnownNumber& whole) { return !greater(whole.value); });
    return all;
}

void keep_named_wholes(const Report& report, const Reading& reading, const SharePlace& place,
                       Family family, std::vector<KnownNumber>& all) {
    if (family != Family::result && family != Family::reason) return;
    const std::u32string_view said =
        reading.between(reading.tokens[place.from].begin, reading.tokens[place.percent].begin);
    std::size_t share = said.find(U'占');
    const auto words = share == said.npos ? std::u32string_view{} : said.substr(share);
    const bool named = has_any(words, {U"办结", U"答复"});
    if (!named && words.find_first_of(U"总收新受申") != words.npos) return;
    std::vector<KnownNumber> kept;
    for (std::size_t k = 0; k < place.part; ++k) {
        if (reading.role(k) != Role::figure || reading.naming(k).family != Family::finished ||
            reading.naming(k).readings.empty())
            continue;
        const bool heads =
            reading.role(k + 1) == Role::colon ||
            (reading.role(k + 1) == Role::comma && reading.role(k + 2) == Role::list);
        if (named || heads) add(kept, reading.figure(k).numeral.value, true);
    }
    if (named) add(kept, report, cells_answered);
    if (named) {
        for (const Addends& one : readings_of(cells_new)) {
            const auto received = value_of(report, one);
            std::erase_if(kept, [&](const KnownNumber& whole) {
                return !whole.in_prose && received && whole.value == *received &&
                       !(value_of(report, cells_results.front()) == received);
            });
        }
    }
    if (!kept.empty()) all = std::move(kept);
}

}  // namespace nianbao::prose
