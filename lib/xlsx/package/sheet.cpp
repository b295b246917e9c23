#include "xlsx/package/sheet.hpp"

#include <algorithm>

namespace nianbao::xlsx {

std::string column_letters(int column) {
    if (column < 26) return {static_cast<char>('A' + column)};
    std::string name;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        name += static_cast<char>('A' + (rest - 1) % 26);
    std::reverse(name.begin(), name.end());
    return name;
}

std::string name_of(At at) { return column_letters(at.column) + std::to_string(at.row + 1); }

std::string name_of(const Area& area) {
    return area.first == area.last ? name_of(area.first)
                                   : name_of(area.first) + ":" + name_of(area.last);
}

std::string fixed_name_of(const Area& area) {
    const auto fixed = [](At at) {
        return "$" + column_letters(at.column) + "$" + std::to_string(at.row + 1);
    };
    return area.first == area.last ? fixed(area.first) : fixed(area.first) + ":" + fixed(area.last);
}

std::string column_name_of(At at) { return "$" + name_of(at); }

std::string row_name_of(At at) {
    return column_letters(at.column) + "$" + std::to_string(at.row + 1);
}

void Sheet::cover(const Area& area, const Content& content, const Style& style) {
    for (int row = area.first.row; row <= area.last.row; ++row) {
        for (int column = area.first.column; column <= area.last.column; ++column) {
            const At at{row, column};
            put(at, at == area.first ? content : Content{}, style);
        }
    }
    if (!(area.first == area.last)) merged.push_back(area);
}

}  // namespace nianbao::xlsx
