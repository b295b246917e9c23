// Places as people and programs read them.
#include "nianbao/finding.hpp"

#include "file/shown_name.hpp"

#include <fmt/format.h>

#include <tuple>

namespace nianbao {
namespace {

/// The letters of a column of a sheet: A to Z, AA …
std::string column_letters(int column) {
    std::string letters;
    for (; column > 0; column = (column - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    return letters;
}

std::string in_file(const Place& place) {
    switch (place.kind) {
        case Place::Kind::text:
            return fmt::format("{}:{}", place.row, place.column);
        case Place::Kind::cell:
            return place.sheet + "!" + cell_address(place);
        case Place::Kind::paragraph:
            return place.character > 0 ? fmt::format("第{}段第{}字", place.row, place.character)
                                       : fmt::format("第{}段", place.row);
        case Place::Kind::table:
            return fmt::format("{}第{}行第{}列", place.sheet, place.row, place.column);
    }
    return {};
}

}  // namespace

std::string cell_address(const Place& place) {
    return fmt::format("{}{}", column_letters(place.column), place.row);
}

bool before(const Place& a, const Place& b) {
    const auto order = [](const Place& place) {
        return std::tuple(place.row == 0, place.part, place.row, place.column, place.character);
    };
    return order(a) < order(b);
}

std::string place_text(const Place& place) {
    const std::string file = shown_name(place.file);
    if (place.row == 0) return file;
    if (place.file.empty()) return in_file(place);
    return file + (place.kind == Place::Kind::text ? ":" : "：") + in_file(place);
}

}  // namespace nianbao
