#include "notation/draft.hpp"

#include "text/han_number.hpp"

#include <algorithm>
#include <utility>

namespace nianbao::notation {

PlacedText placed(std::string_view text, int begin) {
    const int end = begin + text.size();
    TextBuilder builder;
    builder.put(text, begin);
    return {begin, end, builder.finish(end)};
}

const GridCell* Grid::at(int row, int column) const {
    const auto covers = [&](const GridCell& cell) {
        return cell.row <= row && row < cell.row + cell.rows && cell.column <= column &&
               column < cell.column + cell.columns;
    };
    const auto found = std::find_if(cells.begin(), cells.end(), covers);
    return found == cells.end() ? nullptr : &*found;
}

DraftBuilder::DraftBuilder(std::string file, std::string bytes)
    : file_(std::move(file)), bytes_(std::move(bytes)) {}

void DraftBuilder::sheet(std::string name, bool hidden) {
    ++part_;
    Grid grid;
    grid.name = std::move(name);
    grid.hidden = hidden;
    parts_.emplace_back(std::move(grid));
}

void DraftBuilder::table(int box) {
    ++part_;
    ++tables_;
    Grid grid;
    grid.box = box;
    parts_.emplace_back(std::move(grid));
}

void DraftBuilder::expect(std::size_t cells) {
    Grid& grid = std::get<Grid>(parts_.back());
    grid.cells.reserve(grid.cells.size() + cells);
}

GridCell& DraftBuilder::cell(int row, int column, std::string_view text, int rows, int columns) {
    Grid& grid = std::get<Grid>(parts_.back());
    Place place;
    place.sheet = grid.name.empty() ? "表" + han_number(tables_) : grid.name;
    place.row = row + 1;
    place.column = column + 1;
    place.kind = grid.name.empty() ? Place::Kind::table : Place::Kind::cell;
    grid.rows = std::max(grid.rows, row + rows);
    grid.columns = std::max(grid.columns, column + columns);
    GridCell& cell = grid.cells.emplace_back();
    cell.row = row;
    cell.column = column;
    cell.rows = rows;
    cell.columns = columns;
    cell.placed = add(text, std::move(place));
    return cell;
}

DraftParagraph& DraftBuilder::paragraph(std::string_view text, int level, std::string number) {
    ++part_;
    Place place;
    place.row = ++paragraphs_;
    place.kind = Place::Kind::paragraph;
    parts_.emplace_back(DraftParagraph{level, std::move(number), add(text, std::move(place))});
    return std::get<DraftParagraph>(parts_.back());
}

void DraftBuilder::fact(std::string name, std::string_view text) {
    ++part_;
    Place place;
    place.kind = Place::Kind::paragraph;
    facts_.push_back({std::move(name), add(text, std::move(place))});
}

PlacedText DraftBuilder::add(std::string_view text, Place place) {
    place.part = part_;
    const int begin = text_.size();
    units_.push_back({begin, std::move(place)});
    text_.append(text).push_back('\n');
    return placed(text, begin);
}

Draft DraftBuilder::finish() {
    return {Source(std::move(file_), std::move(bytes_), std::move(text_), std::move(units_)),
            std::move(parts_), std::move(facts_)};
}

}  // namespace nianbao::notation
