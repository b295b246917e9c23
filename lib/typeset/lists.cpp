#include "typeset/lists.hpp"

#include <string>
#include <string_view>

namespace nianbao {
namespace {

struct Number {
    int value = 0;          // 0: none
    bool brackets = false;  // （1）, else 1.
    std::size_t length = 0;
};

Number number_of(const Block& block) {
    constexpr std::size_t longest = 2;  // digits: as composing takes a numbering
    const auto* paragraph = std::get_if<Paragraph>(&block);
    if (!paragraph || paragraph->role != ParagraphRole::body) return {};
    std::u32string text;
    for (const Text& part : paragraph->texts) text += part.text;
    const auto at = [&](std::size_t i) { return i < text.size() ? text[i] : U'\0'; };
    const auto is_digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };

    Number number;
    number.brackets = at(0) == U'（';
    std::size_t i = number.brackets ? 1 : 0;
    const std::size_t begin = i;
    for (; i < begin + longest && is_digit(at(i)); ++i) number.value = number.value * 10 + static_cast<int>(at(i) - U'0');
    if (i == begin) return {};
    const bool closed = number.brackets ? at(i) == U'）' : (at(i) == U'.' || at(i) == U'．') && !is_digit(at(i + 1));
    if (!closed) return {};
    number.length = i + 1;
    return number;
}

}  // namespace

std::vector<ListPlace> find_lists(const Document& document) {
    const auto& blocks = document.blocks;
    std::vector<ListPlace> places(blocks.size());
    for (std::size_t first = 0; first < blocks.size();) {
        const Number start = number_of(blocks[first]);
        std::size_t last = first + 1;
        if (start.value == 1) {
            std::vector<std::size_t> labels = {start.length};
            for (int next = 2; last < blocks.size(); ++last, ++next) {
                const Number number = number_of(blocks[last]);
                if (number.value != next || number.brackets != start.brackets) break;
                labels.push_back(number.length);
            }
            for (std::size_t i = 0; i < labels.size() && labels.size() > 1; ++i) places[first + i] = {labels[i], i == 0};
        }
        first = last;
    }
    return places;
}

}  // namespace nianbao
