#include "recognise/chain.hpp"

#include <algorithm>
#include <cstdlib>

namespace nianbao::recognise {
namespace {

/// What it costs that one label follows another: nothing if they stand as in the form. A
/// match is worth a hundred.
int cost(const Occurrence& a, const Occurrence& b, const std::vector<Heading>& headings) {
    const Heading &from = headings[a.heading], &to = headings[b.heading];
    const int down = (b.label->at.row - a.label->at.row) - (to.row - from.row),
              right = (b.label->at.column - a.label->at.column) - (to.column - from.column);
    return 2 * std::min(std::abs(down), 30) + 10 * std::min(std::abs(right), 8);
}

}  // namespace

std::vector<Occurrence> best_chain(const std::vector<Occurrence>& occurrences,
                                   const std::vector<Heading>& headings, Along along) {
    constexpr int match = 100;
    // Words that a ledger repeats a thousand times are no table; the first are enough.
    constexpr std::size_t most = 600;
    std::vector<Occurrence> sorted(occurrences.begin(),
                                   occurrences.begin() + std::min(most, occurrences.size()));
    const auto major = [along](const Occurrence& one) {
        return along == Along::rows ? one.label->at.row : one.label->at.column;
    };
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](const Occurrence& a, const Occurrence& b) { return major(a) < major(b); });
    std::vector<int> worth(sorted.size(), match), before(sorted.size(), -1);
    int best = -1;
    for (int i = 0; i < std::ssize(sorted); ++i) {
        for (int k = 0; k < i; ++k) {
            if (major(sorted[k]) == major(sorted[i]) || sorted[k].heading >= sorted[i].heading)
                continue;
            const int with = worth[k] + match - cost(sorted[k], sorted[i], headings);
            if (with > worth[i]) {
                worth[i] = with;
                before[i] = k;
            }
        }
        if (best < 0 || worth[i] > worth[best]) best = i;
    }
    std::vector<Occurrence> chain;
    for (int i = best; i >= 0; i = before[i]) chain.push_back(sorted[i]);
    std::reverse(chain.begin(), chain.end());
    return chain;
}

}  // namespace nianbao::recognise
