#include "compose/lists.hpp"

namespace nianbao {

ItemNumber item_number(const LineRole& line) {
    constexpr int first_level = 3;
    const Numbering& numbering = line.numbering;
    if (line.kind == LineKind::heading || numbering.level < first_level) return {};
    return {numbering.number, static_cast<ListLabels>(numbering.level - first_level),
            numbering.length};
}

std::size_t list_length(std::span<const ItemNumber> numbers) {
    if (numbers.empty() || numbers.front().value != 1) return 0;
    const ListLabels labels = numbers.front().labels;
    int items = 1;
    std::size_t length = 1;
    while (length < numbers.size()) {
        const ItemNumber& next = numbers[length];
        if (next.labels == labels && next.value == items + 1) {
            ++items;
            ++length;
            continue;
        }
        const std::size_t below =
            next.labels > labels ? list_length(numbers.subspan(length)) : std::size_t{0};
        if (below == 0) break;
        length += below;
    }
    return items > 1 ? length : 0;
}

}  // namespace nianbao
