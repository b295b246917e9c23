#include "typeset/line_break.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace nianbao {
namespace {

using Cost = double;
constexpr Cost unreachable = std::numeric_limits<Cost>::infinity();

// Badness. 100 is a line whose every gap is 1/20 em wider than it should be; a break's
// own cost is on the same scale.
constexpr Cost full_squeeze = 80;  // every mark of the line without its blank: squeezing
                                   // in goes before pushing out (clreq)
// A line with more than one character too few that could have held another piece: only
// what cannot be divided moves a line off the grid.
constexpr Cost off_grid = 1500;
constexpr Cost lone_character = 6000;  // 孤字不成行
constexpr Cost no_gap = 20000;         // a line that cannot be filled
constexpr Cost spread_words = 2000;    // a line that is filled by opening its words
constexpr Cost short_line = 400;       // a line that may stay short: opened by 1/10 em
constexpr Cost ragged_line = 1e6;      // one line more
constexpr Cost usual_line = 100;       // what a line of most paragraphs costs at most, on average
constexpr int against_sense = 30000, against_rules = 300000;

/// The sums of all items before a place: the sums of any line are differences of two.
struct Sum {
    Length width, shrink, grow;  // width with the gaps after
    int gaps = 0, seen = 0;      // gaps that may grow; items that are no mark and no space
    int visible = 0;     // for a line that ends here: one past its last item that is no space
    Length left, right;  // the edges of a line that begins here, and of one that ends
                         // here, in `width`
};

struct Sums {
    std::vector<Sum> before;  // each item, and all of them
    Length edges;             // the most that any line's first and last item give up

    explicit Sums(std::span<const Item> items) : before(items.size() + 1) {
        Length start, end;
        Sum sum;
        for (std::size_t i = 0; i < items.size(); ++i) {
            const Item& item = items[i];
            before[i].left = sum.width + item.start_trim;
            sum.width += item.width + item.gap;
            sum.shrink += item.shrink;
            sum.grow += item.grow;
            sum.gaps += item.stretch ? 1 : 0;
            sum.seen += item.mark || item.vanishes ? 0 : 1;
            if (!item.vanishes) {
                sum.visible = static_cast<int>(i) + 1;
                sum.right = sum.width - item.end_trim - item.gap;
            }
            before[i + 1] = sum;
            start = std::max(start, item.start_trim);
            end = std::max(end, item.end_trim + item.gap);
        }
        edges = start + end;
    }

    const Sum& operator[](std::size_t place) const { return before[place]; }

    /// No line of items [first, last) is less wide; nor is one that begins before or ends
    /// after.
    Length least_width(std::size_t first, std::size_t last) const {
        const Sum &from = before[first], &to = before[last];
        return to.width - from.width - (to.shrink - from.shrink) - edges;
    }
};

/// Allows breaks inside pieces that are wider than a line: those that the rules allow, or
/// any if there are none.
std::vector<int> break_costs(std::span<const Item> items, Length width) {
    std::vector<int> costs;
    costs.reserve(items.size());
    for (const Item& item : items) costs.push_back(item.break_after);
    for (const bool rules : {true, false}) {
        std::size_t begin = 0;
        Length piece,
            spaces;  // of the piece: up to its last item that is no space, and after that
        for (std::size_t i = 0; i < items.size(); ++i) {
            spaces += items[i].width + items[i].gap;
            if (!items[i].vanishes) piece += std::exchange(spaces, {});
            if (costs[i] == no_break && i + 1 < items.size()) continue;
            if (piece - items[begin].start_trim - items[i].end_trim - items[i].gap > width) {
                for (std::size_t k = begin; k < i; ++k) {
                    if (!rules) costs[k] = std::min(costs[k], against_rules);
                    else if (items[k].legal) costs[k] = std::min(costs[k], against_sense);
                }
            }
            begin = i + 1;
            piece = spaces = {};
        }
    }
    return costs;
}

/// For a line that ends before item i: the next place where it could end at no more than
/// the cost of a loose line.
std::vector<int> next_ends(std::span<const int> costs) {
    std::vector<int> next(costs.size() + 1, static_cast<int>(costs.size()));
    for (std::size_t i = costs.size(); i-- > 1;)
        next[i] =
            costs[i] < off_grid || i + 1 == costs.size() ? static_cast<int>(i) + 1 : next[i + 1];
    return next;
}

struct Breaker {
    std::span<const Item> items;
    const Measures& measure;
    Fit fit;
    Sums sums;
    std::vector<int> costs, next;

    /// What lines that end before item `last` have in common.
    struct Ending {
        std::size_t end;            // one past the last item that is no space
        bool spaces, closes;        // ends in spaces; is the paragraph's end
        const Sum &inside, &whole;  // up to the last item that is no space, and with it
        Length next;                // the right edge of a line with one piece more
    };

    Ending ending(std::size_t last) const {
        const std::size_t end = sums[last].visible;
        return {end,       end != last,           last == items.size(), sums[end > 0 ? end - 1 : 0],
                sums[end], sums[next[last]].right};
    }

    struct Tried {
        Cost cost;
        Cost at_least = 0;  // what this line and every shorter one that ends here cost
    };

    /// The line from an item to an end behind it.
    Tried try_line(std::size_t first, const Ending& to) const {
        if (to.end <= first) return {to.closes ? 0 : no_gap};
        const Sum& from = sums[first];
        const std::size_t count = to.end - first;
        const Length room = first == 0 ? measure.width - measure.first_indent : measure.width;
        const Length slack = room - (to.whole.right - from.left);
        const auto alone = [&] { return to.whole.seen - from.seen < 2 ? lone_character : 0; };
        const double em = static_cast<double>(measure.em.units);

        if (fit == Fit::ragged) {
            if (slack < Length{}) return {unreachable};
            const double loose = static_cast<double>(slack.units) / em;
            const Cost cost = ragged_line + loose * loose * 10;
            return {cost + (first > 0 || !to.closes ? alone() : 0), to.spaces ? 0 : cost};
        }

        if (slack < Length{}) {
            // The first and the last of a line keep what they have: their edges are the
            // line's.
            const Length shrink = count > 2 ? to.inside.shrink - sums[first + 1].shrink : Length{};
            if (shrink < -slack) return {unreachable};
            const double ratio =
                static_cast<double>(-slack.units) / static_cast<double>(shrink.units);
            return {full_squeeze * ratio * ratio + (to.closes && first > 0 ? alone() : 0)};
        }
        if (to.closes) return {first > 0 ? alone() : 0};
        // Shorter lines are opened more, over fewer gaps: each of these costs can only
        // rise.
        const Length open = std::max(Length{}, slack - (to.inside.grow - from.grow));
        if (open == Length{}) return {0};
        const auto badness = [&](int gaps) {
            const double loose = static_cast<double>(open.units) / em / gaps / 0.05;
            return 100 * loose * loose;
        };
        const int gaps = to.inside.gaps - from.gaps;
        if (items[to.end - 1].ragged) {
            const double left = static_cast<double>(slack.units) / static_cast<double>(room.units);
            const Cost cost =
                stays_short(open, gaps, measure.em) ? short_line * (1 + left) : badness(gaps);
            return {cost, cost};
        }
        const Cost unused = open > measure.em && to.next - from.left <= room ? off_grid : 0;
        const Cost spread =
            count > 1 ? spread_words + badness(static_cast<int>(count - 1)) : no_gap;
        if (opens_words(open, gaps, measure.em))
            return {count > 1 ? spread + unused : no_gap, std::min(spread, no_gap)};
        const Cost even = badness(gaps);
        return {even + unused, std::min({even, spread, no_gap})};
    }

    /// The division of the least cost, if that is `most` at most; else none.
    std::vector<LineRange> divide(Cost most) const {
        // Places where a line may end, if the items before it can be set for `most`.
        struct Place {
            std::size_t at;      // the item behind it
            Cost best;           // least total cost of setting the items before it
            Cost least;          // of `best` from here to the place found last
            std::size_t before;  // the place where its last line begins
        };
        const std::size_t n = items.size();
        const Length widest = std::max(measure.width, measure.width - measure.first_indent);
        std::vector<Place> places = {{0, 0, 0, 0}};
        // From the longest line that ends at a place to shorter ones, until none can be
        // better any more; of equals the shortest is taken.
        std::size_t longest = 0;
        for (std::size_t end = 1; end <= n; ++end) {
            if (end < n && costs[end - 1] == no_break) continue;
            const auto too_wide =
                [&, visible = static_cast<std::size_t>(sums[end].visible)](std::size_t first) {
                    return first + 1 < end && visible > first &&
                           sums.least_width(first, visible) > widest;
                };
            while (longest < places.size() && too_wide(places[longest].at)) ++longest;

            const Cost own = end < n ? costs[end - 1] : 0;
            const Ending to = ending(end);
            Place here{end, unreachable, unreachable, 0};
            Cost bound = most;
            Cost line = 0;  // what any line costs that is no longer than the one tried last
            for (std::size_t i = longest;
                 i < places.size() && places[i].least + line + own <= bound; ++i) {
                const Place& from = places[i];
                if (from.best + line + own > bound) continue;
                Tried tried = try_line(from.at, to);
                if (tried.cost == unreachable && end == from.at + 1)
                    tried.cost = no_gap;  // one item wider than the line
                const Cost total = from.best + tried.cost + own;
                if (total != unreachable && total <= bound) {
                    here.best = here.least = bound = total;
                    here.before = i;
                }
                line = std::max(line, tried.at_least);
            }
            if (here.best == unreachable) continue;
            for (std::size_t i = places.size(); i-- > longest && places[i].least > here.best;)
                places[i].least = here.best;
            places.push_back(here);
        }
        if (places.back().at != n) return {};

        std::vector<LineRange> lines;
        for (const Place* place = &places.back(); place->at > 0; place = &places[place->before]) {
            const auto first = static_cast<int>(places[place->before].at);
            lines.push_back({first, std::max(first, sums[place->at].visible)});
        }
        std::reverse(lines.begin(), lines.end());
        return lines;
    }
};

/// True if items set ragged fit on one line: any other division has more lines, and
/// looser ones.
bool fit_one_line(std::span<const Item> items, const Measures& measure) {
    if (items.back().vanishes) return false;
    Length natural = -(items.front().start_trim + items.back().end_trim + items.back().gap);
    for (const Item& item : items) natural += item.width + item.gap;
    return natural <= measure.width - measure.first_indent;
}

}  // namespace

bool opens_words(Length slack, int gaps, Length em) { return slack > em / 2 * gaps; }

bool stays_short(Length slack, int gaps, Length em) { return slack > em / 10 * gaps; }

std::vector<LineRange> break_lines(std::span<const Item> items, const Measures& measure, Fit fit) {
    const std::size_t n = items.size();
    if (n == 0) return {};
    if (fit == Fit::ragged && fit_one_line(items, measure)) return {{0, static_cast<int>(n)}};
    std::vector<int> costs =
        break_costs(items, std::min(measure.width, measure.width - measure.first_indent));
    std::vector<int> next = next_ends(costs);
    const Breaker breaker{items, measure, fit, Sums(items), std::move(costs), std::move(next)};
    // Looks for a cheap division first: most paragraphs have one, and most lines are then
    // out of the question at once.
    const double full_lines =
        static_cast<double>(breaker.sums[n].width.units) / static_cast<double>(measure.width.units);
    if (fit == Fit::justified) {
        if (auto lines = breaker.divide(usual_line * (full_lines + 1)); !lines.empty())
            return lines;
    }
    return breaker.divide(unreachable);
}

}  // namespace nianbao
