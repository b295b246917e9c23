#include "typeset/title.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace nianbao {
namespace {

// Costs: of a break, by its sense; of a shape. 100 is as bad as lines that differ by ten
// characters. An agency whose name fits is not divided: any other shape costs less.
constexpr double costs_of_sense[] = {300, 80, 40, 0};
constexpr double cost_hourglass = 400, cost_rectangle = 40, cost_short_line = 500;
constexpr int least_line = 3;        // characters
constexpr double even_within = 0.5;  // characters: lines this close make a rectangle

constexpr std::size_t most_lines = 4, longest_text = 120;

/// The cost of a break before each item; negative where there is to be none.
std::vector<double> break_costs(std::span<const Item> items, std::span<const Break> breaks,
                                Sense least) {
    std::vector<double> costs(items.size(), -1);
    for (const Break& own : breaks) {
        if (own.sense >= least && items[own.at - 1].break_after != no_break)
            costs[own.at] = costs_of_sense[static_cast<std::size_t>(own.sense)];
    }
    return costs;
}

double shape_cost(const std::vector<double>& widths) {
    double cost = 0;
    const auto [least, most] = std::minmax_element(widths.begin(), widths.end());
    const double mean = (*least + *most) / 2;
    for (double width : widths)
        cost += (width - mean) * (width - mean) / static_cast<double>(widths.size());
    if (*most - *least < even_within) cost += cost_rectangle;
    // Shorter in the middle than on both sides: 沙漏形.
    for (std::size_t i = 1; i + 1 < widths.size(); ++i) {
        const double above = *std::max_element(widths.begin(), widths.begin() + i);
        const double below = *std::max_element(widths.begin() + i + 1, widths.end());
        if (widths[i] + even_within < std::min(above, below)) cost += cost_hourglass;
    }
    return cost;
}

class TitleBreaker {
public:
    TitleBreaker(std::span<const Item> items, const Measures& measure, const TitleCompany& company,
                 std::vector<double> costs)
        : items_(items),
          measure_(measure),
          costs_(std::move(costs)),
          above_(in_em(company.above)),
          below_(in_em(company.below)) {}

    /// The best division into so many lines; empty if there is none.
    std::vector<std::size_t> divide(std::size_t lines) {
        best_cost_ = -1;
        ends_.clear();
        widths_ = above_;
        search(0, lines, 0);
        return best_;
    }

private:
    void search(std::size_t first, std::size_t lines, double cost) {
        Length width;
        for (std::size_t last = first; last < items_.size(); ++last) {
            width += items_[last].width;
            const Length inked = width - items_[first].start_trim - items_[last].end_trim;
            if (inked > measure_.width) return;
            const std::size_t end = last + 1;
            if ((lines == 1) != (end == items_.size()) || (end < items_.size() && costs_[end] < 0))
                continue;
            const double own = (end < items_.size() ? costs_[end] : 0) +
                               (end - first < least_line ? cost_short_line : 0);
            ends_.push_back(end);
            widths_.push_back(in_em(inked));
            if (lines == 1) keep(cost + own);
            else search(end, lines - 1, cost + own);
            ends_.pop_back();
            widths_.pop_back();
        }
    }

    double in_em(Length width) const { return width.points() / measure_.em.points(); }

    std::vector<double> in_em(const std::vector<Length>& widths) const {
        std::vector<double> all;
        for (const Length width : widths) all.push_back(in_em(width));
        return all;
    }

    /// Keeps the division if it is better than the best so far.
    void keep(double cost) {
        std::vector<double> all = widths_;
        all.insert(all.end(), below_.begin(), below_.end());
        cost += shape_cost(all);
        if (best_cost_ >= 0 && cost >= best_cost_) return;
        best_cost_ = cost;
        best_ = ends_;
    }

    std::span<const Item> items_;
    const Measures& measure_;
    std::vector<double> costs_;
    std::vector<double> above_, below_;  // widths of the lines around, in characters
    std::vector<std::size_t> ends_, best_;
    std::vector<double> widths_;
    double best_cost_ = -1;
};

/// The best division over the fewest lines; empty if there is none.
std::vector<std::size_t> fewest_lines(TitleBreaker& breaker) {
    for (std::size_t lines = 1; lines <= most_lines; ++lines) {
        std::vector<std::size_t> ends = breaker.divide(lines);
        if (!ends.empty()) return ends;
    }
    return {};
}

}  // namespace

std::vector<LineRange> title_lines(std::span<const Item> items, std::span<const Break> breaks,
                                   const Measures& measure, const TitleCompany& company) {
    for (const Sense least : {Sense::fair, Sense::strained}) {
        if (items.size() > longest_text) break;
        TitleBreaker breaker(items, measure, company, break_costs(items, breaks, least));
        std::vector<LineRange> ranges;
        int first = 0;
        for (const std::size_t end : fewest_lines(breaker)) {
            ranges.push_back({first, static_cast<int>(end)});
            first = static_cast<int>(end);
        }
        if (!ranges.empty()) return ranges;
    }
    // A text longer than any title, or of words wider than a line, is divided evenly.
    return break_lines(items, measure, Fit::ragged);
}

}  // namespace nianbao
