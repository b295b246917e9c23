#include "recognise/recognition.hpp"

#include <fmt/format.h>

#include <utility>

namespace nianbao::recognise {

Place Recognition::place(const At& at) const {
    if (const GridCell* cell = sheets.cell(at); cell != nullptr && !sheets.joined(at))
        return source_.place_between(cell->placed.begin, cell->placed.end);
    return beside(at);
}

/// The place of a cell that is not there, in the sheet or table of others.
Place Recognition::beside(const At& at) const {
    const Grid& grid = sheets.grid(at.sheet);
    Place place;
    if (!grid.cells.empty()) {
        const int begin = grid.cells.front().placed.begin;
        place = source_.place_between(begin, begin);
        place.character = place.length = 0;
    } else {
        place.file = source_.file();
        place.sheet = grid.name;
        place.kind = Place::Kind::cell;
        place.part = at.sheet + 1;
    }
    place.row = at.row + 1;
    place.column = at.column + 1;
    return place;
}

std::string Recognition::address(const At& at) const {
    if (sheets.grid(at.sheet).name.empty())
        return fmt::format("第{}行第{}列", at.row + 1, at.column + 1);
    Place place;
    place.row = at.row + 1;
    place.column = at.column + 1;
    return cell_address(place);
}

std::string Recognition::whole_address(const At& at) const {
    const std::string& sheet = sheets.grid(at.sheet).name;
    if (sheet.empty()) return beside(at).sheet + address(at);
    return fmt::format("{}!{}", sheet, address(at));
}

Bytes Recognition::bytes(const At& at) const {
    for (At left = at; left.column >= 0; --left.column) {
        if (const GridCell* cell = sheets.cell(left))
            return {cell->placed.begin, left == at ? cell->placed.end : cell->placed.begin};
    }
    const std::vector<GridCell>& cells = sheets.grid(at.sheet).cells;
    return cells.empty() ? Bytes{} : Bytes{cells.front().placed.begin, cells.front().placed.begin};
}

void Recognition::tell(Severity severity, std::string_view rule, std::string field, const At& at,
                       std::string message, std::string hint) {
    findings_.tell(severity, rule, std::move(field), place(at), std::move(message),
                   std::move(hint));
}

std::string Recognition::list_of(const std::vector<At>& cells) const {
    constexpr std::size_t most_named = 5;
    std::string list;
    for (std::size_t i = 0; i < cells.size() && i < most_named; ++i)
        list += (i == 0 ? "" : "、") + address(cells[i]);
    if (cells.size() > most_named) list += fmt::format(" 等 {} 格", cells.size());
    return list;
}

}  // namespace nianbao::recognise
