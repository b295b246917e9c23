#include "typeset/title.hpp"

#include "text/character.hpp"

#include <algorithm>
#include <cstddef>

namespace nianbao {
namespace {

/// Words that a line never ends in; a line may begin with them.
constexpr std::u32string_view phrases[] = {U"政府信息公开", U"年度报告"};

/// The same, but they belong to what stands before them.
constexpr std::u32string_view suffixes[] = {U"人民政府", U"办公室",     U"委员会", U"管理委员会", U"管理局", U"事务局",
                                            U"办事处",   U"街道办事处", U"自治区", U"自治州",     U"自治县", U"自治旗"};

/// Ends of place names, after which an agency's name falls into parts.
constexpr std::u32string_view place_ends[] = {U"省",     U"自治区", U"市", U"自治州", U"地区", U"盟", U"县",
                                              U"自治县", U"区",     U"旗", U"自治旗", U"镇",   U"乡", U"街道"};

// Costs: of a break, by what it parts; of a shape. 100 is as bad as lines that differ by ten characters.
constexpr double cost_before_year = 0, cost_after_place = 5, cost_between_words = 25, cost_elsewhere = 60, cost_in_agency = 120, cost_before_suffix = 150;
constexpr double cost_hourglass = 400, cost_rectangle = 40, cost_short_line = 500;
constexpr int short_line = 3;        // characters
constexpr double even_within = 0.5;  // characters: lines this close make a rectangle

constexpr std::size_t most_lines = 4, longest_text = 120;

bool ends_with_any(std::u32string_view text, std::span<const std::u32string_view> ends) {
    return std::any_of(ends.begin(), ends.end(), [&](std::u32string_view end) { return text.ends_with(end); });
}

/// The cost of a break before each character; negative where there is to be none.
std::vector<double> break_costs(std::u32string_view text, std::span<const Item> items, std::u32string_view agency, bool agency_fits) {
    std::vector<double> costs(text.size(), -1);
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (items[i - 1].break_after == no_break) continue;
        const bool year = class_of(text[i]) == CharacterClass::digit;
        costs[i] = year ? cost_before_year : ends_with_any(text.substr(0, i), place_ends) ? cost_after_place : cost_elsewhere;
    }
    const auto each_place = [&](std::u32string_view word, auto visit) {
        for (std::size_t at = word.empty() ? text.npos : text.find(word); at != text.npos; at = text.find(word, at + 1)) visit(at);
    };
    const auto raise = [&](std::size_t at, double by) {
        if (at > 0 && at < text.size() && costs[at] >= 0) costs[at] += by;
    };
    const auto forbid = [&](std::size_t first, std::size_t last) {
        std::fill(costs.begin() + static_cast<std::ptrdiff_t>(first), costs.begin() + static_cast<std::ptrdiff_t>(last), -1);
    };
    each_place(agency, [&](std::size_t at) {
        if (agency_fits) return forbid(at + 1, at + agency.size());
        for (std::size_t i = at + 1; i < at + agency.size(); ++i) raise(i, cost_in_agency);
    });
    for (std::u32string_view phrase : phrases) {
        each_place(phrase, [&](std::size_t at) {
            forbid(at + 1, at + phrase.size());
            if (at > 0 && costs[at] > cost_between_words) costs[at] = cost_between_words;
        });
    }
    for (std::u32string_view suffix : suffixes) {
        each_place(suffix, [&](std::size_t at) {
            forbid(at + 1, at + suffix.size());
            raise(at, cost_before_suffix);
        });
    }
    return costs;
}

double shape_cost(const std::vector<double>& widths) {
    double cost = 0;
    const auto [least, most] = std::minmax_element(widths.begin(), widths.end());
    const double mean = (*least + *most) / 2;
    for (double width : widths) cost += (width - mean) * (width - mean) / static_cast<double>(widths.size());
    if (*most - *least < even_within) cost += cost_rectangle;
    // Shorter in the middle than on both sides: 沙漏形.
    for (std::size_t i = 1; i + 1 < widths.size(); ++i) {
        const double above = *std::max_element(widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(i));
        const double below = *std::max_element(widths.begin() + static_cast<std::ptrdiff_t>(i) + 1, widths.end());
        if (widths[i] + even_within < std::min(above, below)) cost += cost_hourglass;
    }
    return cost;
}

class TitleBreaker {
public:
    TitleBreaker(std::u32string_view text, std::span<const Item> items, const Measures& measure, std::vector<double> costs)
        : text_(text), items_(items), measure_(measure), costs_(std::move(costs)) {}

    /// The best division into so many lines; empty where there is none.
    std::vector<std::size_t> divide(std::size_t lines) {
        best_cost_ = -1;
        ends_.clear();
        widths_.clear();
        search(0, lines, 0);
        return best_;
    }

private:
    void search(std::size_t first, std::size_t lines, double cost) {
        Length width;
        for (std::size_t last = first; last < text_.size(); ++last) {
            width += items_[last].width;
            const Length inked = width - items_[first].start_trim - items_[last].end_trim;
            if (inked > measure_.width) return;
            const std::size_t end = last + 1;
            if ((lines == 1) != (end == text_.size()) || (end < text_.size() && costs_[end] < 0)) continue;
            const double own = (end < text_.size() ? costs_[end] : 0) + (end - first < short_line ? cost_short_line : 0);
            ends_.push_back(end);
            widths_.push_back(inked.points() / measure_.em.points());
            if (lines == 1) keep(cost + own);
            else search(end, lines - 1, cost + own);
            ends_.pop_back();
            widths_.pop_back();
        }
    }

    void keep(double cost) {
        cost += shape_cost(widths_);
        if (best_cost_ >= 0 && cost >= best_cost_) return;
        best_cost_ = cost;
        best_ = ends_;
    }

    std::u32string_view text_;
    std::span<const Item> items_;
    const Measures& measure_;
    std::vector<double> costs_;
    std::vector<std::size_t> ends_, best_;
    std::vector<double> widths_;
    double best_cost_ = -1;
};

}  // namespace

std::vector<LineRange> title_lines(std::u32string_view text, std::span<const Item> items, std::u32string_view agency, const Measures& measure) {
    const auto width_of = [&](std::size_t first, std::size_t last) {
        Length width;
        for (std::size_t i = first; i < last; ++i) width += items[i].width;
        return width;
    };
    if (text.size() <= longest_text) {
        const std::size_t at = agency.empty() ? text.npos : text.find(agency);
        const bool agency_fits = at != text.npos && width_of(at, at + agency.size()) <= measure.width;
        TitleBreaker breaker(text, items, measure, break_costs(text, items, agency, agency_fits));
        for (std::size_t lines = 1; lines <= most_lines; ++lines) {
            const auto ends = breaker.divide(lines);
            if (ends.empty()) continue;
            std::vector<LineRange> ranges;
            int first = 0;
            for (std::size_t end : ends) {
                ranges.push_back({first, static_cast<int>(end)});
                first = static_cast<int>(end);
            }
            return ranges;
        }
    }
    // Longer than any title, or made of words wider than a line: evenly, wherever the rules allow.
    return break_lines(items, measure, Fit::ragged);
}

}  // namespace nianbao
