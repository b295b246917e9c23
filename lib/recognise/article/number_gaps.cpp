#include "recognise/article/article.hpp"
#include "text/numbering.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace nianbao::recognise {

std::vector<NumberGap> number_gaps(const std::vector<Line>& lines, Parts::Range range, int section,
                                   const std::vector<int>& contents) {
    struct Last {
        int number = 0;
        std::string written = {};
    };
    constexpr int deepest = 4;  // “①” may stand below any of them
    std::array<Last, deepest + 1> series;
    std::vector<NumberGap> gaps;
    for (int i = range.begin; i < range.end; ++i) {
        if (std::binary_search(contents.begin(), contents.end(), i)) continue;
        const std::u32string line = to_utf32(lines[i].whole());
        const Numbering own = numbering_meant(line);
        if (!own || own.level > deepest) continue;
        // The next section's heading, worded so that it was not known for one.
        if (own.level == 1 && own.number == section + 2) continue;
        Last& last = series[own.level];
        if (own.number > last.number + 1) gaps.push_back({i, last.written});
        last = {own.number, to_utf8(std::u32string_view(line).substr(0, own.length))};
        std::fill(series.begin() + own.level + 1, series.end(), Last{});
    }
    return gaps;
}

}  // namespace nianbao::recognise
