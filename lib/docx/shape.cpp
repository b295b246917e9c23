#include "docx/shape.hpp"

#include "docx/lines.hpp"
#include "report/layout_settings.hpp"
#include "text/character.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

namespace nianbao::docx {
namespace {

std::u32string text_of(const std::vector<Text>& texts) {
    std::u32string text;
    for (const Text& own : texts) text += own.text;
    return text;
}

/// A cell's text as the pieces between which its lines may end, and where these begin.
struct Parts : CellPieces {
    std::vector<int> begins;
};

Parts parts_of(const TableCell& cell, Length size, bool turned, const Measure& measure) {
    const std::u32string text = text_of(cell.texts);
    Parts parts;
    parts.cell = &cell;
    parts.padding = cell_padding(cell, size, turned);
    const auto add = [&](std::size_t from, std::size_t to) {
        if (to == from) return;
        parts.begins.push_back(static_cast<int>(from));
        parts.pieces.push_back(
            size * width_of(std::u32string_view(text).substr(from, to - from), measure) / em_width);
    };
    // A text that says how it is broken by sense is broken nowhere else.
    if (cell.breaks.empty() && !(cell.label && text.size() <= short_label_length)) {
        for (const TextPiece& piece : pieces_of(text, measure))
            parts.pieces.push_back(size * (piece.blank + piece.width) / em_width);
        return parts;
    }
    std::size_t from = 0;
    for (const Break& own : cell.breaks) {
        const std::size_t to = std::min(static_cast<std::size_t>(own.at), text.size());
        if (to <= from || to == text.size() ||
            !may_break(class_of(text[to - 1]), class_of(text[to])))
            continue;
        add(from, to);
        from = to;
    }
    add(from, text.size());
    return parts;
}

/// What a table is set in: the measure, the height below the row of its heading.
struct Frame {
    Length width, height;
    bool turned;
};

Frame frame_of(const Layout& layout, bool turned) {
    return turned ? Frame{layout.height, layout.width - layout.pitch, true}
                  : Frame{layout.width, layout.height - layout.pitch, false};
}

/// The notes and rows of a table whose cells have their lines.
void set_rows(const Table& table, const Measure& measure, const Frame& frame, Shape& shape) {
    int notes = 0;
    const auto most = static_cast<int>(frame.width.units * em_width / note_size.units);
    shape.note_lines.clear();
    for (const Inline& note : table.notes) {
        shape.note_lines.push_back(lines_of(text_of(note.texts), measure, most));
        notes += shape.note_lines.back();
    }
    const Length below = notes > 0 ? note_pitch * notes + note_pitch / 3 : Length{};
    shape.fits = rows_within(table, shape.lines, shape.size, frame.height - below, shape.heights);
    if (!shape.fits) rows_within(table, shape.lines, shape.size, frame.height, shape.heights);
    shape.breaks = row_breaks(table, shape.lines, shape.heights, shape.size);
}

class Shaper {
public:
    Shaper(const Table& table, const Layout& layout) : table_(table), layout_(layout) {}

    Shape shape() {
        const Frame upright = frame_of(layout_, false), turned = frame_of(layout_, true);
        const bool asked =
            layout_.wide_table == WideTable::landscape && table_.key == wide_table_key;
        for (const Length size : sizes_for(table_, layout_, smallest_upright)) {
            if (asked) break;
            std::optional<Shape> shape = at(size, upright);
            if (shape && (shape->fits || size <= usual_table_size(table_.columns)))
                return std::move(*shape);
        }
        std::optional<Shape> taller;
        for (const Length smallest : {smallest_upright, Length{}}) {
            for (const Length size : sizes_for(table_, layout_, smallest)) {
                std::optional<Shape> shape = at(size, turned);
                if (shape && shape->fits) return std::move(*shape);
                if (shape && !taller) taller = std::move(shape);
            }
            if (taller) return std::move(*taller);
        }
        return equal(turned);
    }

private:
    /// Nothing if its longest words do not fit side by side.
    std::optional<Shape> at(Length size, const Frame& frame) {
        take_parts(size, frame);
        std::vector<const CellPieces*> pieces;
        for (const Parts& parts : parts_) pieces.push_back(&parts);
        Shape shape;
        shape.size = size;
        shape.widths = column_widths(table_, pieces, size, frame.width);
        if (shape.widths.empty()) return std::nullopt;
        finish(shape, frame);
        return shape;
    }

    /// All columns of one width, and words broken.
    Shape equal(const Frame& frame) {
        Shape shape;
        shape.size = usual_table_size(table_.columns);
        take_parts(shape.size, frame);
        for (int c = 0; c < table_.columns; ++c)
            shape.widths.push_back(frame.width * (c + 1) / table_.columns -
                                   frame.width * c / table_.columns);
        finish(shape, frame);
        return shape;
    }

    void take_parts(Length size, const Frame& frame) {
        parts_.clear();
        for (const TableCell& cell : table_.cells)
            parts_.push_back(parts_of(cell, size, frame.turned, in_pdf(layout_)));
    }

    void finish(Shape& shape, const Frame& frame) const {
        shape.turned = frame.turned;
        for (const Parts& parts : parts_) {
            const auto first = shape.widths.begin() + parts.cell->column;
            const Length room =
                std::accumulate(first, first + parts.cell->columns, Length{}) - parts.padding * 2;
            shape.lines.push_back(std::max(nianbao::lines_of(parts, room), 1));
            shape.line_ends.push_back(parts.cell->label ? ends_of(parts, room)
                                                        : std::vector<int>());
        }
        set_rows(table_, in_pdf(layout_), frame, shape);
    }

    /// Where lines of a label end by sense.
    static std::vector<int> ends_of(const Parts& parts, Length room) {
        std::vector<int> ends;
        Length used;
        for (std::size_t i = 0; i < parts.begins.size(); ++i) {
            if (used > Length{} && used + parts.pieces[i] > room) {
                ends.push_back(parts.begins[i]);
                used = {};
            }
            used += parts.pieces[i];
        }
        return ends;
    }

    const Table& table_;
    const Layout& layout_;
    std::vector<Parts> parts_;
};

}  // namespace

Length Shape::height(int first, int last) const {
    return std::accumulate(heights.begin() + first, heights.begin() + last, Length{});
}

Shape shape_of(const Table& table, const Layout& layout) { return Shaper(table, layout).shape(); }

Shape in_word(const Table& table, const Layout& layout, Shape shape) {
    const Measure measure = in_word(layout);
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        const TableCell& cell = table.cells[i];
        // Labels have line ends of their own.
        if (cell.label) continue;
        const auto first = shape.widths.begin() + cell.column;
        const Length room =
            std::accumulate(first, first + cell.columns, Length{}) - beside_text * 2;
        shape.lines[i] = lines_of(text_of(cell.texts), measure,
                                  static_cast<int>(room.units * em_width / shape.size.units));
    }
    set_rows(table, measure, frame_of(layout, shape.turned), shape);
    return shape;
}

}  // namespace nianbao::docx
