#include "typeset/signature.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace nianbao {
namespace {

/// The largest seal of an office that reports: that of a 市, 县 or 区 (国发〔1999〕25号);
/// those of towns and departments are 42 mm.
constexpr Length seal_size = 45.0_mm;

Length widest(const std::vector<SetLine>& lines) {
    Length width;
    for (const SetLine& line : lines) width = std::max(width, line.width);
    return width;
}

void add(Chunk& chunk, std::vector<SetLine>& lines, Length left) {
    for (SetLine& line : lines) {
        chunk.lines.push_back(std::move(line));
        chunk.lefts.push_back(left);
    }
}

void add_centred(Chunk& chunk, std::vector<SetLine>& lines, Length centre) {
    for (SetLine& line : lines) {
        chunk.lefts.push_back(centre - line.width / 2);
        chunk.lines.push_back(std::move(line));
    }
}

/// How many whole pitches hold a length.
int pitches(Length length, Length pitch) {
    return static_cast<int>((length.units + pitch.units - 1) / pitch.units);
}

}  // namespace

Chunk plain_signature(SetSignature signature, const Layout& layout) {
    auto& [name, date] = signature;
    const Length em = layout.em(), edge = layout.width - em * 2;
    const Length name_width = widest(name), date_width = widest(date);
    const bool date_longer = date_width > name_width;
    const Length date_left = date_longer ? edge - date_width : edge - name_width + em * 2;
    const Length name_left = date_longer ? date_left - em * 2 : edge - name_width;
    Chunk chunk;
    add(chunk, name, name_left);
    add(chunk, date, date_left);
    chunk.rows = static_cast<int>(chunk.lines.size());
    chunk.blank_rows = 1;
    return chunk;
}

Chunk sealed_signature(SetSignature signature, const Layout& layout, int node) {
    auto& [name, date] = signature;
    const Length em = layout.em();
    const Length centre = std::min(layout.width - em * 4 - widest(date) / 2,
                                   layout.width - em * 2 - widest(name) / 2);
    Chunk chunk;
    add_centred(chunk, name, centre);
    add_centred(chunk, date, centre);

    // From the name's upper edge. The last line of the text is a row above the blank
    // ones, and ends an em below that row's upper edge.
    const int lines = static_cast<int>(chunk.lines.size());
    const Length pitch = layout.pitch, middle = (pitch * (lines - 1) + em) / 2;
    const Length top = middle - pitch * 2 / 5 - seal_size / 2;
    chunk.blank_rows = std::max(0, pitches(em - top, pitch) - 1);
    chunk.rows = std::max(lines, pitches(top + seal_size - em, pitch) + 1);

    // A line's marks are counted from its left edge and baseline.
    const Length last_baseline = pitch * (lines - 1) + em * 88 / 100;
    chunk.lines.back().marks.emplace_back(
        SealArea{{centre - seal_size / 2 - chunk.lefts.back(), top - last_baseline},
                 seal_size,
                 seal_size,
                 node});
    return chunk;
}

}  // namespace nianbao
