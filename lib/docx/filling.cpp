#include "docx/filling.hpp"

#include "docx/lines.hpp"
#include "outline/page_ends.hpp"
#include "report/layout_settings.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

namespace nianbao::docx {
namespace {

constexpr int first_line_indent = 2 * em_width;
/// A paragraph of so many lines is not parted; of a longer one no single line is left.
constexpr int whole_lines = 3;
/// From the usual rows of tables to the closest.
constexpr int closer_steps = 4;

int running_lines(const Inline& content, const Layout& layout, const Measure& measure) {
    std::u32string all;
    for (const Text& text : content.texts) all += text.text;
    return content.texts.empty()
               ? 0
               : lines_of(all, measure, layout.columns * em_width, first_line_indent);
}

/// The document as pieces that pages are filled with.
class Filler {
public:
    Filler(const Document& document, const Layout& layout, const Measure& measure,
           const Standings& tables)
        : document_(document),
          layout_(layout),
          measure_(measure),
          room_(page_room(layout)),
          tables_(tables) {}

    std::vector<Piece> pieces(int title_lines) {
        if (title_lines > 0) add(title_rows(layout_, title_lines), page_haste::section);
        keeps_ = title_lines > 0;
        for (const Section& section : document_.sections) {
            const bool turned = is_turned(section, tables_);
            if (turned) ++turned_;
            now_ = turned ? turned_ : 0;
            if (section.heading) put(*section.heading);
            for (const Block& block : section.blocks)
                std::visit([this](const auto& own) { put(own); }, block);
        }
        if (document_.signature) sign(*document_.signature);
        return std::move(pieces_);
    }

    /// Of each table: its first piece, and the one behind it and its notes.
    const std::vector<std::pair<const Table*, std::pair<std::size_t, std::size_t>>>& where() const {
        return where_;
    }

private:
    void add(int rows, int haste, int blank_rows = 0) {
        Piece piece;
        piece.rows = rows;
        piece.blank_rows = blank_rows;
        piece.haste = haste;
        piece.turned = now_;
        if (std::exchange(keeps_, false)) piece.parting = page_cost::keeping;
        pieces_.push_back(piece);
    }

    void put(const Heading& heading) {
        const int lines = running_lines(heading.content, layout_, measure_);
        if (lines == 0) return;
        add(lines, heading.level == 1 ? page_haste::section : page_haste::heading);
        keeps_ = below_heading_ = true;
    }

    void put(const Paragraph& paragraph) { running(paragraph.content); }

    void put(const List& list) {
        for (const ListItem& item : list.items) {
            running(item.content);
            for (const List& below : item.below) put(below);
        }
    }

    /// A heading stays with two lines.
    void running(const Inline& content) {
        const int lines = running_lines(content, layout_, measure_);
        if (lines == 0) return;
        for (int at = 0; at < lines;) {
            const int together = lines <= whole_lines           ? lines
                                 : (at == 0 || at + 2 == lines) ? 2
                                                                : 1;
            add(together, at == 0 ? page_haste::block : page_haste::inside);
            at += together;
        }
        keeps_ = std::exchange(below_heading_, false) && lines == 1;
    }

    void put(const Table& table) {
        const Shape& shape = tables_.at(&table).shape;
        Piece first;
        first.turned = now_;
        first.haste = page_haste::block;
        if (std::exchange(keeps_, false)) first.parting = page_cost::keeping;
        below_heading_ = false;
        const std::size_t begin = pieces_.size();
        const auto append = [this](const std::vector<Piece>& more) {
            pieces_.insert(pieces_.end(), more.begin(), more.end());
        };
        append(pieces_of_rows(table, shape.heights, shape.breaks, shape.fits, first));
        const int notes = std::accumulate(shape.note_lines.begin(), shape.note_lines.end(), 0);
        append(pieces_of_notes(static_cast<std::size_t>(notes), note_size, now_, room_));
        where_.push_back({&table, {begin, pieces_.size()}});
    }

    void sign(const SignatureLines& lines) {
        now_ = 0;
        keeps_ = !pieces_.empty();
        for (const Inline* line : {&lines.agency, &lines.date}) {
            if (line->texts.empty()) continue;
            add(lines_of(line->text(), measure_, layout_.columns * em_width - first_line_indent),
                page_haste::block, line == &lines.agency ? 1 : 0);
            keeps_ = true;
        }
    }

    const Document& document_;
    const Layout& layout_;
    const Measure& measure_;
    PageRoom room_;
    const Standings& tables_;
    std::vector<Piece> pieces_;
    std::vector<std::pair<const Table*, std::pair<std::size_t, std::size_t>>> where_;
    int turned_ = 0, now_ = 0;  // sections of turned pages; that of the next piece
    bool keeps_ = false, below_heading_ = false;
};

/// Where the pages of a document end.
struct Division {
    std::vector<Piece> pieces;
    std::vector<std::pair<const Table*, std::pair<std::size_t, std::size_t>>> tables;
    PageEnds ends;
    PageCost cost;
};

/// A document to be put on pages.
struct Filling {
    const Document& document;
    const Layout& layout;
    int title_lines;

    Division with(const Measure& measure, const Standings& tables) const {
        Filler filler(document, layout, measure, tables);
        Division pages;
        pages.pieces = filler.pieces(title_lines);
        pages.tables = filler.where();
        pages.ends = choose_page_ends(pages.pieces, page_room(layout));
        pages.cost = cost_of(pages.ends, pages.pieces, page_room(layout));
        return pages;
    }
};

void change_rows(Standings& tables, std::map<const Table*, std::vector<Length>>& heights) {
    for (auto& [table, own] : heights) std::swap(tables.at(table).shape.heights, own);
}

/// Rows that stand closer, the more the greater `step`.
std::map<const Table*, std::vector<Length>> closer_rows(const Standings& tables, int step) {
    std::map<const Table*, std::vector<Length>> closer;
    for (const auto& [table, standing] : tables) {
        const Shape& shape = standing.shape;
        if (shape.turned && shape.fits) continue;
        const Length usual = row_padding(shape.size), least = least_row_padding(shape.size);
        std::vector<Length>& heights = closer[table] = row_heights(
            *table, shape.lines, shape.size, usual - (usual - least) * step / closer_steps);
        for (std::size_t i = 0; i < heights.size(); ++i)
            heights[i] = std::min(heights[i], shape.heights[i]);
    }
    return closer;
}

/// Puts the document on pages. Rows stand closer as far as that comes to no more than
/// `wanted` pages, or closest where it fills one. `wanted` 0: as many as it takes.
Division divide(const Filling& filling, const Measure& measure, Standings& tables,
                std::size_t wanted) {
    Division pages = filling.with(measure, tables);
    const bool more = wanted > 0 && pages.ends.size() > wanted;
    if (!more && pages.cost.good) return pages;
    for (int step = more ? 1 : closer_steps; step <= closer_steps; ++step) {
        std::map<const Table*, std::vector<Length>> heights = closer_rows(tables, step);
        change_rows(tables, heights);
        Division closer = filling.with(measure, tables);
        const bool saves = more && closer.ends.size() <= wanted,
                   fills = step == closer_steps && !pages.cost.good &&
                           closer.cost.sum + cost_of_closer_rows < pages.cost.sum;
        if (saves || fills) return closer;
        change_rows(tables, heights);
    }
    return pages;
}

/// A page that is emptier than this looks unfinished, in thousandths.
constexpr std::int64_t too_empty = 250;

/// True if a page would be too empty if the table went to the next one with its heading,
/// as it may if Word needs a line more than was counted, or somebody adds one.
bool leaves_too_empty(const Division& pages, std::size_t first, const PageRoom& room) {
    const auto end = std::upper_bound(pages.ends.begin(), pages.ends.end(), first);
    const std::size_t begin = end == pages.ends.begin() ? 0 : *std::prev(end);
    std::size_t start = first;
    while (start > begin && pages.pieces[start].parting >= page_cost::keeping) --start;
    Filled filled;
    for (std::size_t i = begin; i < start; ++i) filled = with(pages.pieces[i], filled, room);
    const Length height = room.of(pages.pieces[first].turned);
    return start > begin && (height - filled.bottom).units * 1000 > too_empty * height.units;
}

/// Blank between what stands of a table and its notes on a page, and the next line.
Length blank_below(const Division& pages, std::size_t first, std::size_t last, const Shape& shape,
                   const PageRoom& room) {
    const auto end = std::upper_bound(pages.ends.begin(), pages.ends.end(), last - 1);
    const std::size_t begin = end == pages.ends.begin() ? 0 : *std::prev(end);
    const auto row = [&](Length at) {
        return (at.units + room.pitch.units - 1) / room.pitch.units;
    };
    Filled filled;
    Length top, height;
    for (std::size_t i = begin; i < last; ++i) {
        const Piece& piece = pages.pieces[i];
        if (i == first && filled.any) top = room.pitch * row(filled.next_line);
        filled = with(piece, filled, room);
        if (i < first) continue;
        if (i == begin && piece.kind == Piece::Kind::row) height += piece.head;
        height += piece.kind == Piece::Kind::note ? note_pitch : piece.height;
    }
    if (shape.turned) return {};
    Length blank = room.pitch * row(filled.next_line) - top - height;
    while (blank < Length{}) blank += room.pitch;
    return blank;
}

}  // namespace

bool is_turned(const Section& section, const Standings& tables) {
    return std::any_of(section.blocks.begin(), section.blocks.end(), [&](const Block& block) {
        const auto* table = std::get_if<Table>(&block);
        return table != nullptr && tables.at(table).shape.turned;
    });
}

int running_lines(const Inline& content, const Layout& layout) {
    return running_lines(content, layout, in_word(layout));
}

Standings stand(const Document& document, const Layout& layout, int title_lines) {
    Standings tables;
    for (const Section& section : document.sections) {
        for (const Block& block : section.blocks) {
            if (const auto* table = std::get_if<Table>(&block))
                tables[table].shape = shape_of(*table, layout);
        }
    }
    if (tables.empty()) return tables;
    const Filling filling{document, layout, title_lines};
    const std::size_t printed = divide(filling, in_pdf(layout), tables, 0).ends.size();
    for (auto& [table, standing] : tables)
        standing.shape = in_word(*table, layout, std::move(standing.shape));
    const Division pages = divide(filling, in_word(layout), tables, printed);
    for (const auto& [table, pieces] : pages.tables) {
        const std::size_t first = pieces.first, last = pieces.second;
        Standing& standing = tables.at(table);
        standing.divided =
            std::any_of(pages.ends.begin(), pages.ends.end(),
                        [&](std::size_t end) { return end > first && end < last; }) ||
            leaves_too_empty(pages, first, page_room(layout));
        standing.below = blank_below(pages, first, last, standing.shape, page_room(layout));
    }
    return tables;
}

}  // namespace nianbao::docx
