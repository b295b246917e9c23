#include "recognise/alike.hpp"

#include "recognise/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace nianbao::recognise {
namespace {

/// True of last year's table, which offices keep beside this year's.
bool of_last_year(const Region& region, const Recognition& work) {
    return work.year > 0 && !names_year(region, work.year, work.sheets) &&
           names_year(region, work.year - 1, work.sheets);
}

}  // namespace

At first_of(const Region& region) {
    for (const auto& cell : region.cells) {
        if (cell) return cell->at;
    }
    return {region.sheet, 0, 0};
}

bool names_year(const Region& region, int number, const Sheets& sheets) {
    const std::string year = std::to_string(number);
    if (sheets.grid(region.sheet).name.find(year) != std::string::npos) return true;
    constexpr int above = 8;  // rows of labels and of the title
    return std::any_of(sheets.labels().begin(), sheets.labels().end(), [&](const LabelCell& label) {
        return label.at.sheet == region.sheet && label.at.row < region.first_row &&
               label.at.row >= region.first_row - above &&
               label.plain.find(year) != std::string::npos;
    });
}

void tell_copies(const ReadTable& read, Recognition& work) {
    const auto text_at = [&](const At& at) {
        return notation::without_blanks(work.sheets.text(at));
    };
    for (const Region& other : read.all) {
        if (&other == &read.own || !other.whole || of_last_year(other, work)) continue;
        std::vector<At> differing;
        std::size_t first = 0;
        for (std::size_t i = 0; i < read.where.size(); ++i) {
            if (read.computed[i] || !read.where[i]) continue;
            const At at = other.cells[i]->at;
            if (text_at(at).empty() || text_at(at) == text_at(*read.where[i])) continue;
            if (differing.empty()) first = i;
            differing.push_back(at);
        }
        if (differing.empty()) continue;
        const int field = read.form.entries[first].field;
        work.tell(Severity::error, rule("D-35"), field_path(read.form, field), differing.front(),
                  fmt::format("有两张“{}”，读的是 {} 起的那一张；这一张有 {} 格与它不同：{}",
                              read.form.name, work.whole_address(first_of(read.own)),
                              differing.size(), work.list_of(differing)),
                  "只留要报的那一张；要报的是这一张的，把数填到那一张里，再删去这一张");
    }
}

}  // namespace nianbao::recognise
