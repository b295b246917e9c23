#include "recognise/article/article.hpp"

#include <algorithm>
#include <variant>

namespace nianbao::recognise {

std::string Line::whole() const {
    std::string all = number;
    all += text;
    notation::MappedText mapped{std::move(all), {}};
    notation::trim(mapped, true);
    return std::move(mapped.text);
}

std::vector<Line> lines_of(const notation::Draft& draft) {
    std::vector<Line> lines;
    int tables = 0, number = -1;
    for (const auto& part : draft.parts) {
        ++number;
        const auto* paragraph = std::get_if<notation::DraftParagraph>(&part);
        if (paragraph == nullptr) {
            ++tables;
            continue;
        }
        std::string_view rest = paragraph->text();
        int at = paragraph->placed.begin;
        bool first = true;
        for (;;) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            lines.push_back({first ? paragraph->number : std::string(), rest.substr(0, end), at,
                             first, tables, number, first ? paragraph->pictures : 0,
                             paragraph->caption});
            first = false;
            if (end == rest.size()) break;
            rest.remove_prefix(end + 1);
            at += static_cast<int>(end) + 1;
        }
    }
    return lines;
}

}  // namespace nianbao::recognise
