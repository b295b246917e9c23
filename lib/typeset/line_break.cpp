#include "typeset/line_break.hpp"

#include <algorithm>
#include <cstddef>

namespace nianbao {
namespace {

using Cost = double;
constexpr Cost unreachable = std::numeric_limits<Cost>::infinity();

// Badness. 100 is a line whose every gap is 1/20 em wider than it should be; a break's own cost is on the same scale.
constexpr Cost full_squeeze = 80;  // every mark of the line without its blank: squeezing in goes before pushing out (clreq)
// A line with more than one character too few that could have held another piece: only what cannot be divided moves a line off the grid.
constexpr Cost off_grid = 1500;
constexpr Cost lone_character = 6000;  // 孤字不成行
constexpr Cost no_gap = 20000;         // a line that cannot be filled
constexpr Cost spread_words = 2000;    // a line that is filled by opening its words
constexpr Cost ragged_line = 1e6;      // one line more
constexpr int against_sense = 30000, against_rules = 300000;

/// Widths up to each item, so that any line's are two differences.
struct Sums {
    std::vector<Length> width, shrink, grow;  // width with the gaps after
    std::vector<int> gaps, seen;              // gaps that may grow; items that are no mark and no space
    std::vector<int> visible;                 // for a line that ends before item i: one past its last item that is no space
    Length edges;                             // the most that any line's first and last item give up

    explicit Sums(std::span<const Item> items) {
        const std::size_t n = items.size() + 1;
        width.resize(n);
        shrink.resize(n);
        grow.resize(n);
        gaps.resize(n);
        seen.resize(n);
        visible.resize(n);
        Length start, end;
        for (std::size_t i = 0; i + 1 < n; ++i) {
            width[i + 1] = width[i] + items[i].width + items[i].gap;
            grow[i + 1] = grow[i] + items[i].grow;
            shrink[i + 1] = shrink[i] + items[i].shrink;
            gaps[i + 1] = gaps[i] + (items[i].stretch ? 1 : 0);
            seen[i + 1] = seen[i] + (items[i].mark || items[i].vanishes ? 0 : 1);
            visible[i + 1] = items[i].vanishes ? visible[i] : static_cast<int>(i) + 1;
            start = std::max(start, items[i].start_trim);
            end = std::max(end, items[i].end_trim + items[i].gap);
        }
        edges = start + end;
    }

    /// No line of items [first, last) is less wide; nor is one that begins before or ends after.
    Length least_width(std::size_t first, std::size_t last) const { return width[last] - width[first] - (shrink[last] - shrink[first]) - edges; }
};

/// Breaks inside pieces that are wider than a whole line become possible: first those that the rules allow, else any.
std::vector<int> break_costs(std::span<const Item> items, Length width) {
    std::vector<int> costs;
    costs.reserve(items.size());
    for (const Item& item : items) costs.push_back(item.break_after);
    for (const bool rules : {true, false}) {
        std::size_t begin = 0;
        Length piece;
        for (std::size_t i = 0; i < items.size(); ++i) {
            piece += items[i].vanishes ? Length{} : items[i].width + items[i].gap;
            if (costs[i] == no_break && i + 1 < items.size()) continue;
            if (piece - items[begin].start_trim - items[i].end_trim - items[i].gap > width) {
                for (std::size_t k = begin; k < i; ++k) {
                    if (!rules) costs[k] = std::min(costs[k], against_rules);
                    else if (items[k].legal) costs[k] = std::min(costs[k], against_sense);
                }
            }
            begin = i + 1;
            piece = {};
        }
    }
    return costs;
}

/// For a line that ends before item i: where the next place is at which it could end at a cost that is no worse than a loose line.
std::vector<int> next_ends(std::span<const int> costs) {
    std::vector<int> next(costs.size() + 1, static_cast<int>(costs.size()));
    for (std::size_t i = costs.size(); i-- > 1;) next[i] = costs[i] < off_grid || i + 1 == costs.size() ? static_cast<int>(i) + 1 : next[i + 1];
    return next;
}

struct Breaker {
    std::span<const Item> items;
    const Measures& measure;
    Fit fit;
    Sums sums;
    std::vector<int> next;

    bool ends_in_space(int last) const { return sums.visible[static_cast<std::size_t>(last)] != last; }

    /// True where items [first, last) and the piece after them would fill the line and no more.
    bool holds_more(int first, int last, Length room) const {
        const auto f = static_cast<std::size_t>(first),
                   e = static_cast<std::size_t>(std::max(sums.visible[static_cast<std::size_t>(next[static_cast<std::size_t>(last)])], first + 1));
        return sums.width[e] - sums.width[f] - items[f].start_trim - items[e - 1].end_trim - items[e - 1].gap <= room;
    }

    struct Tried {
        Cost cost;
        bool too_wide;      // and so is every longer line that ends here
        Cost at_least = 0;  // what this line and every shorter one that ends here cost
    };

    /// The line of items [first, last).
    Tried try_line(int first, int last) const {
        const int end = std::max(sums.visible[static_cast<std::size_t>(last)], first);
        const auto f = static_cast<std::size_t>(first), e = static_cast<std::size_t>(end);
        const Length room = first == 0 ? measure.width - measure.first_indent : measure.width;
        const bool closes = last == static_cast<int>(items.size());
        if (e == f) return {closes ? 0 : no_gap, false};
        const Length natural = sums.width[e] - sums.width[f] - items[f].start_trim - items[e - 1].end_trim - items[e - 1].gap;
        const Length slack = room - natural;
        const double em = static_cast<double>(measure.em.units);

        if (fit == Fit::ragged) {
            if (slack < Length{}) return {unreachable, true};
            const double loose = static_cast<double>(slack.units) / em;
            const Cost cost = ragged_line + loose * loose * 10;
            return {cost + (sums.seen[e] - sums.seen[f] < 2 && (first > 0 || !closes) ? lone_character : 0), false, ends_in_space(last) ? 0 : cost};
        }

        if (slack < Length{}) {
            // The first and the last of a line keep what they have: their edges are the line's.
            const Length shrink = e - f > 2 ? sums.shrink[e - 1] - sums.shrink[f + 1] : Length{};
            if (shrink < -slack) return {unreachable, sums.shrink[e] - sums.shrink[f] < -slack};
            const double ratio = static_cast<double>(-slack.units) / static_cast<double>(shrink.units);
            return {full_squeeze * ratio * ratio + (closes && first > 0 && sums.seen[e] - sums.seen[f] < 2 ? lone_character : 0), false};
        }
        if (closes) return {first > 0 && sums.seen[e] - sums.seen[f] < 2 ? lone_character : 0, false};
        // Shorter lines are opened more, over fewer gaps: each of these costs can only rise.
        const Length open = std::max(Length{}, slack - (sums.grow[e - 1] - sums.grow[f]));
        if (open == Length{}) return {0, false};
        const auto badness = [&](int gaps) {
            const double loose = static_cast<double>(open.units) / em / gaps / 0.05;
            return 100 * loose * loose;
        };
        const auto unused = [&] { return open > measure.em && holds_more(first, last, room) ? off_grid : 0; };
        const int gaps = sums.gaps[e - 1] - sums.gaps[f];
        const Cost spread = e - f > 1 ? spread_words + badness(static_cast<int>(e - f - 1)) : no_gap;
        if (opens_words(open, gaps, measure.em)) return {e - f > 1 ? spread + unused() : no_gap, false, std::min(spread, no_gap)};
        const Cost even = badness(gaps);
        return {even + unused(), false, std::min({even, spread, no_gap})};
    }
};

}  // namespace

bool opens_words(Length slack, int gaps, Length em) { return slack > em / 2 * gaps; }

std::vector<LineRange> break_lines(std::span<const Item> items, const Measures& measure, Fit fit) {
    const std::size_t n = items.size();
    if (n == 0) return {};
    const std::vector<int> costs = break_costs(items, measure.width - measure.first_indent);
    const Breaker breaker{items, measure, fit, Sums(items), next_ends(costs)};

    // Least total cost of setting the items before each place, and where the last line begins then.
    std::vector<Cost> best(n + 1, unreachable);
    std::vector<int> begins(n + 1, -1);
    best[0] = 0;
    // From the longest line that ends at a place to shorter ones, until none can be better any more; of equals the shortest is taken.
    std::size_t longest = 0;
    std::vector<Cost> least;  // of best[] from each place of `longest` on to the end
    for (std::size_t end = 1; end <= n; ++end) {
        if (end < n && costs[end - 1] == no_break) continue;
        const Cost own = end < n ? costs[end - 1] : 0;
        const auto visible = static_cast<std::size_t>(breaker.sums.visible[end]);
        while (longest + 1 < end && visible > longest && breaker.sums.least_width(longest, visible) > measure.width) ++longest;
        least.resize(end - longest + 1);
        least.back() = unreachable;
        for (std::size_t first = end; first-- > longest;) least[first - longest] = std::min(best[first], least[first - longest + 1]);

        for (std::size_t first = longest; first < end; ++first) {
            const Cost before = best[first];
            if (before == unreachable) continue;
            auto tried = breaker.try_line(static_cast<int>(first), static_cast<int>(end));
            if (tried.too_wide && end == first + 1) tried.cost = no_gap;  // one item wider than the line
            const Cost total = before + tried.cost + own;
            if (total != unreachable && total <= best[end]) {
                best[end] = total;
                begins[end] = static_cast<int>(first);
            }
            if (tried.at_least + least[first - longest + 1] + own > best[end]) break;
        }
    }

    std::vector<LineRange> lines;
    for (int end = static_cast<int>(n); end > 0; end = begins[static_cast<std::size_t>(end)]) {
        const int first = begins[static_cast<std::size_t>(end)];
        lines.push_back({first, std::max(first, breaker.sums.visible[static_cast<std::size_t>(end)])});
    }
    std::reverse(lines.begin(), lines.end());
    return lines;
}

}  // namespace nianbao
