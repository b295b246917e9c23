#include "docx/body.hpp"

#include <algorithm>
#include <utility>

namespace nianbao::docx {
namespace {

/// Parts one line of the writer's where words end: fewest lines, best senses, and of
/// these the most even.
class Parting {
public:
    Parting(std::u32string_view text, std::vector<Break> breaks, int most)
        : text_(text), breaks_(std::move(breaks)), most_(most) {
        breaks_.push_back({static_cast<int>(text.size()), Sense::best});
    }

    std::vector<std::u32string> lines() {
        struct Way {
            long cost = -1;
            std::size_t from = 0;
        };
        std::vector<Way> ways(breaks_.size());
        for (std::size_t to = 0; to < breaks_.size(); ++to) {
            for (std::size_t from = 0; from <= to; ++from) {
                const int begin = from == 0 ? 0 : breaks_[from - 1].at;
                const long before = from == 0 ? 0 : ways[from - 1].cost;
                if (before < 0) continue;
                const long cost = before + cost_of(begin, breaks_[to]);
                if (ways[to].cost < 0 || cost < ways[to].cost) ways[to] = {cost, from};
            }
        }
        std::vector<std::u32string> lines;
        for (std::size_t to = breaks_.size(); to > 0;) {
            const std::size_t from = ways[to - 1].from;
            const int begin = from == 0 ? 0 : breaks_[from - 1].at;
            lines.emplace_back(text_.substr(static_cast<std::size_t>(begin),
                                            static_cast<std::size_t>(breaks_[to - 1].at - begin)));
            to = from;
        }
        std::reverse(lines.begin(), lines.end());
        return lines;
    }

private:
    long cost_of(int begin, const Break& end) const {
        const int width = width_of(text_.substr(static_cast<std::size_t>(begin),
                                                static_cast<std::size_t>(end.at - begin)));
        const long over = std::max(width - most_, 0);
        const long sense = static_cast<long>(Sense::best) - static_cast<long>(end.sense);
        return 100'000 + over * 10'000'000 + sense * 10'000 + static_cast<long>(width) * width;
    }

    std::u32string_view text_;
    std::vector<Break> breaks_;
    int most_;
};

}  // namespace

std::vector<std::u32string> title_lines(const Inline& title, int most) {
    std::u32string all;
    for (const Text& text : title.texts) all += text.text;
    std::vector<std::u32string> lines;
    for (std::size_t from = 0; from <= all.size();) {
        const std::size_t end = std::min(all.find(U'\n', from), all.size());
        std::vector<Break> breaks;
        for (const Break& own : title.breaks) {
            const auto at = static_cast<std::size_t>(own.at);
            if (at > from && at < end)
                breaks.push_back({own.at - static_cast<int>(from), own.sense});
        }
        const std::u32string_view line = std::u32string_view(all).substr(from, end - from);
        for (std::u32string& part : Parting(line, std::move(breaks), most).lines()) {
            if (!part.empty()) lines.push_back(std::move(part));
        }
        from = end + 1;
    }
    return lines;
}

}  // namespace nianbao::docx
