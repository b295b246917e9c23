#include "check/prose/figures/shared_bases.hpp"

#include "check/prose/claims/told.hpp"
#include "check/prose/ratio.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::prose {
namespace {

struct Share {
    std::size_t percent, part;  // tokens
};

/// The count right before a percentage, with nothing but 占 and a mark between.
bool share_at(const Reading& reading, std::size_t i, Share& share) {
    if (reading.role(i) != Role::figure || reading.figure(i).kind != FigureKind::percent)
        return false;
    bool shares = false;
    for (std::size_t k = i; k-- > 0;) {
        const Role role = reading.role(k);
        if (role == Role::figure) {
            share = {i, k};
            return shares && is_counted(reading.figure(k).kind) &&
                   reading.figure(k).numeral.hedge == Hedge::none &&
                   !reading.figure(k).numeral.scaled &&
                   reading.figure(i).numeral.hedge == Hedge::none &&
                   reading.figure(i).numeral.rough == 0;
        }
        shares = shares || role == Role::share || role == Role::open;
        if (role != Role::share && role != Role::open && role != Role::comma &&
            role != Role::filler)
            return false;
    }
    return false;
}

}  // namespace

void check_shared_bases(const std::vector<Reading>& readings, std::size_t at,
                        std::vector<Finding>& findings) {
    const Reading& reading = readings[at];
    std::vector<Share> shares;
    Share share{};
    for (std::size_t i = 0; i < reading.tokens.size(); ++i) {
        if (share_at(reading, i, share)) shares.push_back(share);
    }
    constexpr std::size_t fewest = 3;
    if (shares.size() < fewest) return;
    const auto part_of = [&](const Share& one) { return reading.figure(one.part).numeral.value; };
    const std::u32string_view unit = reading.figure(shares.front().part).unit;
    std::vector<Amount> wholes;
    const auto collect = [&](const Reading& from) {
        for (const Figure& figure : from.figures) {
            if (is_counted(figure.kind) && figure.unit == unit)
                wholes.push_back(figure.numeral.value);
        }
    };
    collect(reading);
    for (std::size_t k = at; k > 0 && at - k < 2 && !readings[k].sentence->begins; --k)
        collect(readings[k - 1]);
    Amount sum;
    for (const Share& one : shares) sum = sum + part_of(one);
    wholes.push_back(sum);
    const auto fits = [&](const Amount& whole, const Share& one) {
        return is_ratio(part_of(one), whole, reading.figure(one.percent).numeral);
    };
    for (const Amount& whole : wholes) {
        const auto right = std::count_if(shares.begin(), shares.end(),
                                         [&](const Share& one) { return fits(whole, one); });
        if (static_cast<std::size_t>(right) + 1 != shares.size()) continue;
        const auto wrong = std::find_if_not(shares.begin(), shares.end(),
                                            [&](const Share& one) { return fits(whole, one); });
        const Numeral& said = reading.figure(wrong->percent).numeral;
        const Span where = span_of(reading, said.begin, said.end);
        if (compare(whole, part_of(*wrong)) < 0 || reading.figure(wrong->part).unit != unit ||
            is_told(findings, where))
            return;
        const std::string is = ratio_text(part_of(*wrong), whole, said);
        findings.push_back(doubt_of(
            "P-09", where,
            fmt::format("{}可能与各数算出的不符：其余各项占的是 {}，{} 占 {} 是 {}%",
                        quoted(reading, reading.tokens[wrong->part].begin, said.end),
                        whole.to_string(), part_of(*wrong).to_string(), whole.to_string(), is),
            "请核对百分比，以及它是哪两个数的比",
            {{"found", said.value.to_string()}, {"expected", is}}));
        return;
    }
}

}  // namespace nianbao::prose
