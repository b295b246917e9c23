// What is wrong with a document that was made by hand.
#include "nianbao/document.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <utility>

namespace nianbao {
namespace {

/// Places of a grid: more than any writer has room for.
constexpr std::int64_t most_places = 1'000'000;

/// Roles besides plain that the texts of a block may have.
struct Allowed {
    bool run_in = false, label = false, remark = false;
};

std::string role_fault(const std::vector<Text>& texts, const Allowed& allowed) {
    bool in_front = true;  // of the texts that are no label
    for (const Text& text : texts) {
        if (text.role == TextRole::heading && !allowed.run_in)
            return "a run-in heading that has no level";
        if (text.role == TextRole::remark && !allowed.remark) return "a remark outside a cell";
        if (text.role == TextRole::label && !allowed.label) return "a label outside a list";
        if (text.role == TextRole::label && !in_front) return "a label behind the item's text";
        in_front = in_front && text.role == TextRole::label;
    }
    return {};
}

std::string link_fault(const std::vector<Text>& texts, const std::vector<std::string>& links) {
    for (std::size_t i = 0; i < links.size(); ++i) {
        if (links[i].empty()) return fmt::format("links[{}] is empty", i);
    }
    for (const Text& text : texts) {
        if (text.link < -1 || text.link >= std::ssize(links))
            return fmt::format("link {} of {}", text.link, links.size());
    }
    return {};
}

std::string content_fault(const Inline& content, const Allowed& allowed = {}) {
    std::string wrong = role_fault(content.texts, allowed);
    return wrong.empty() ? link_fault(content.texts, content.links) : wrong;
}

std::string numbered_fault(const Inline& content, int run_in, bool item) {
    if (run_in < 0 || run_in > deepest_level)
        return fmt::format("run_in {} is none of 0 to {}", run_in, deepest_level);
    return content_fault(content, {.run_in = run_in > 0, .label = item});
}

std::string heading_fault(const Heading& heading, int least_level, int most_level) {
    if (heading.level < least_level || heading.level > most_level)
        return least_level == most_level
                   ? fmt::format("level {} is not {}", heading.level, most_level)
                   : fmt::format("level {} is none of {} to {}", heading.level, least_level,
                                 most_level);
    if (heading.depth < 2 || heading.depth > heading.level + 1)
        return fmt::format("depth {} is none of 2 to {}", heading.depth, heading.level + 1);
    return content_fault(heading.content);
}

/// A fault of a part with the part's place before it, as a programmer writes it.
std::string within(std::string place, const std::string& wrong) {
    if (wrong.empty()) return {};
    const bool deeper = wrong.starts_with('.');
    return std::move(place) + (deeper ? "" : ": ") + wrong;
}

std::string block_fault(const Heading& heading) { return heading_fault(heading, 2, deepest_level); }

std::string block_fault(const Paragraph& paragraph) {
    return numbered_fault(paragraph.content, paragraph.run_in, false);
}

std::string block_fault(const List& list) {
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        const ListItem& item = list.items[i];
        std::string wrong = numbered_fault(item.content, item.run_in, true);
        if (!wrong.empty()) return within(fmt::format(".items[{}]", i), wrong);
        for (std::size_t k = 0; k < item.below.size(); ++k) {
            wrong = block_fault(item.below[k]);
            if (!wrong.empty()) return within(fmt::format(".items[{}].below[{}]", i, k), wrong);
        }
    }
    return {};
}

std::string size_fault(const Table& table) {
    if (table.rows < 1) return "no rows";
    if (table.columns < 1) return "no columns";
    if (table.cells.empty()) return "no cells";
    if (std::int64_t{table.rows} * table.columns > most_places)
        return fmt::format("{} rows of {} columns are too many", table.rows, table.columns);
    if (table.head_rows < 0 || table.head_rows > table.rows)
        return fmt::format("{} head rows of {}", table.head_rows, table.rows);
    return {};
}

/// What is wrong with a cell alone, or with where it stands.
std::string cell_fault(const Table& table, const TableCell& cell) {
    if (cell.rows < 1 || cell.columns < 1) return "covers nothing";
    if (cell.row < 0 || cell.column < 0 || std::int64_t{cell.row} + cell.rows > table.rows ||
        std::int64_t{cell.column} + cell.columns > table.columns)
        return "reaches out of the grid";
    if (cell.row < table.head_rows && cell.row + cell.rows > table.head_rows)
        return "reaches from the head into the body";
    for (const int header : cell.headers) {
        if (header < 0 || header >= std::ssize(table.cells))
            return fmt::format("header {} of {} cells", header, table.cells.size());
        if (!table.cells[header].label) return fmt::format("header {} is no label", header);
    }
    std::string wrong = role_fault(cell.texts, {.remark = true});
    return wrong.empty() ? link_fault(cell.texts, {}) : wrong;
}

/// Cells that stand out of order, overlap, or leave places or rows free. REQUIRES: each
/// cell lies in the grid.
std::string grid_fault(const Table& table) {
    const std::size_t columns = table.columns;
    std::vector<char> taken(table.rows * columns);
    std::pair<int, int> last{-1, 0};
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        const TableCell& cell = table.cells[i];
        if (std::pair(cell.row, cell.column) <= last)
            return fmt::format(".cells[{}]: stands behind a later one", i);
        if (cell.row > last.first + 1)
            return fmt::format("no cell begins in row {}", last.first + 1);
        last = {cell.row, cell.column};
        for (int row = cell.row; row < cell.row + cell.rows; ++row) {
            for (int column = cell.column; column < cell.column + cell.columns; ++column) {
                char& place = taken[row * columns + column];
                if (place != 0)
                    return fmt::format(".cells[{}]: overlaps another at row {}, column {}", i, row,
                                       column);
                place = 1;
            }
        }
    }
    for (std::size_t i = 0; i < taken.size(); ++i) {
        if (taken[i] == 0)
            return fmt::format("no cell at row {}, column {}", i / columns, i % columns);
    }
    if (last.first + 1 < table.rows) return fmt::format("no cell begins in row {}", last.first + 1);
    return {};
}

std::string block_fault(const Table& table) {
    std::string wrong = size_fault(table);
    if (!wrong.empty()) return wrong;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        wrong = cell_fault(table, table.cells[i]);
        if (!wrong.empty()) return within(fmt::format(".cells[{}]", i), wrong);
    }
    wrong = grid_fault(table);
    if (!wrong.empty()) return wrong;
    for (std::size_t i = 0; i < table.notes.size(); ++i) {
        wrong = content_fault(table.notes[i]);
        if (!wrong.empty()) return within(fmt::format(".notes[{}]", i), wrong);
    }
    return {};
}

std::string section_fault(const Section& section) {
    constexpr int forms = std::tuple_size_v<decltype(Edition::headings)>;
    if (section.form < -1 || section.form >= forms)
        return fmt::format("form {} is none of -1 to {}", section.form, forms - 1);
    if (section.heading) {
        const std::string wrong = heading_fault(*section.heading, 1, 1);
        if (!wrong.empty()) return within(".heading", wrong);
    }
    for (std::size_t i = 0; i < section.blocks.size(); ++i) {
        const std::string wrong =
            std::visit([](const auto& block) { return block_fault(block); }, section.blocks[i]);
        if (!wrong.empty()) return within(fmt::format(".blocks[{}]", i), wrong);
    }
    return {};
}

}  // namespace

std::string fault(const Document& document) {
    std::string wrong = within("title", content_fault(document.title));
    if (!wrong.empty()) return wrong;
    for (std::size_t i = 0; i < document.sections.size(); ++i) {
        wrong = section_fault(document.sections[i]);
        if (!wrong.empty()) return within(fmt::format("sections[{}]", i), wrong);
    }
    if (!document.signature) return {};
    wrong = within("signature.agency", content_fault(document.signature->agency));
    return wrong.empty() ? within("signature.date", content_fault(document.signature->date))
                         : wrong;
}

}  // namespace nianbao
