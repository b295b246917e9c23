#include "plain/write.hpp"

#include "text/address.hpp"
#include "text/character.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace nianbao {
namespace {

// All widths are columns of a terminal: a Han character has two.
constexpr int line_width = 56;   // of the page: 28 Han characters
constexpr int label_width = 24;  // of a label of rows, for each of its columns
constexpr int cell_width = 40;   // of a line in any cell
constexpr std::string_view between_columns = " | ";
constexpr int between = between_columns.size();

std::u32string blanks(int count, char32_t blank = U' ') {
    return std::u32string(std::max(count, 0), blank);
}

int width_of(std::u32string_view text) {
    return std::accumulate(text.begin(), text.end(), 0,
                           [](int width, char32_t c) { return width + display_width(c); });
}

std::u32string_view without_blanks_behind(std::u32string_view text) {
    const auto is_blank = [](char32_t c) {
        const CharacterClass kind = class_of(c);
        return kind == CharacterClass::space || kind == CharacterClass::fixed_space;
    };
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

void append_shown(std::u32string& out, std::u32string_view text) {
    std::copy_if(text.begin(), text.end(), std::back_inserter(out),
                 [](char32_t c) { return class_of(c) != CharacterClass::control; });
}

/// True if the text says the URI: “www.x.cn” stands for “http://www.x.cn”.
bool tells(std::u32string_view text, const std::string& uri) {
    if (to_utf8(text) == uri) return true;
    const std::vector<Address> found = find_addresses(text);
    return found.size() == 1 && found[0].begin == 0 && found[0].end == std::ssize(text) &&
           found[0].uri == uri;
}

/// Running text as lines: one line, except that U+000A ends a line of a title.
std::vector<std::u32string> lines_of(const Inline& content, bool title = false) {
    std::vector<std::u32string> lines(1);
    std::u32string linked;  // the text of the link that has begun
    int link = -1;
    const auto end_link = [&] {
        if (!linked.empty() && !tells(linked, content.links[link])) {
            lines.back() += U'（';
            append_shown(lines.back(), to_utf32(content.links[link]));
            lines.back() += U'）';
        }
        linked.clear();
    };
    for (const Text& text : content.texts) {
        if (text.link != link) end_link();
        link = text.link;
        if (link >= 0) append_shown(linked, text.text);
        std::u32string_view rest = text.text;
        for (auto end = rest.find(U'\n'); title && end != rest.npos; end = rest.find(U'\n')) {
            append_shown(lines.back(), rest.substr(0, end));
            lines.emplace_back();
            rest.remove_prefix(end + 1);
        }
        append_shown(lines.back(), rest);
    }
    end_link();
    return lines;
}

std::u32string line_of(const Inline& content) { return std::move(lines_of(content).front()); }

/// The lines written so far.
class Lines {
public:
    /// Puts an empty line before the next one, unless that is the first.
    void part() { parted_ = !text_.empty(); }

    /// Skips a line without ink.
    void add(std::u32string_view line) {
        line = without_blanks_behind(line);
        if (line.empty()) return;
        if (std::exchange(parted_, false)) text_ += '\n';
        text_ += to_utf8(line) += '\n';
    }

    std::string take() { return std::move(text_); }

private:
    std::string text_;
    bool parted_ = false;
};

/// Indents by two characters, as paragraphs are, and by two more for each list around it.
void add_paragraph(Lines& lines, const Inline& content, int lists = 0) {
    lines.add(blanks(2 + 2 * lists, U'　') + line_of(content));
}

/// Breaks a line that is wider than a cell: where lines may end or, if there is no such
/// place, anywhere.
void fold(std::u32string_view line, std::vector<std::u32string>& lines) {
    while (true) {
        std::size_t end = 0, fits = 0;
        for (int width = 0; end < line.size(); ++end) {
            width += display_width(line[end]);
            if (width > cell_width) break;
            if (end + 1 < line.size() && may_break(class_of(line[end]), class_of(line[end + 1])))
                fits = end + 1;
        }
        if (end == line.size()) break;
        if (fits == 0) fits = end;
        lines.emplace_back(without_blanks_behind(line.substr(0, fits)));
        line.remove_prefix(fits);
    }
    lines.emplace_back(without_blanks_behind(line));
}

/// Breaks a cell by sense: a label of rows or of several columns only if it is too wide,
/// as a row is best one line; a label of one column wherever it can be, as there are many
/// columns; and a number before its remark, so that numbers are below each other.
std::vector<std::u32string> lines_of(const TableCell& cell) {
    const bool whole = cell.label && (cell.scope != Scope::column || cell.columns > 1);
    const int width = whole ? std::min(cell_width, label_width * cell.columns) : 0;
    std::vector<int> breaks;
    for (const Break& place : cell.breaks) {
        if (cell.label || place.sense >= Sense::good) breaks.push_back(place.at);
    }
    std::sort(breaks.begin(), breaks.end());
    std::vector<std::u32string> lines;
    std::u32string line, piece;
    const auto end_piece = [&] {
        if (!line.empty() && width_of(line) + width_of(piece) > width)
            fold(std::exchange(line, {}), lines);
        line += std::exchange(piece, {});
    };
    int at = 0;
    for (const Text& text : cell.texts) {
        for (const char32_t c : text.text) {
            if (std::binary_search(breaks.begin(), breaks.end(), at++)) end_piece();
            append_shown(piece, {&c, 1});
        }
    }
    end_piece();
    fold(line, lines);
    return lines;
}

/// The columns or rows that a cell takes, and the size it needs.
struct Extent {
    int first, count, size;
};

/// The sizes of the columns or rows: what the cells in one of them need. What a cell over
/// several then still lacks is divided among them.
std::vector<int> sizes(std::vector<Extent> cells, int count, int gap) {
    std::stable_sort(cells.begin(), cells.end(),
                     [](const Extent& a, const Extent& b) { return a.count < b.count; });
    std::vector<int> out(count);
    for (const Extent& cell : cells) {
        const auto begin = out.begin() + cell.first, end = begin + cell.count;
        const int lacks = cell.size - std::accumulate(begin, end, gap * (cell.count - 1));
        for (int i = 0; i < cell.count && lacks > 0; ++i)
            begin[i] += lacks / cell.count + (i < lacks % cell.count ? 1 : 0);
    }
    return out;
}

/// A table on its grid. REQUIRES: a table without a fault.
class Grid {
public:
    explicit Grid(const Table& table) : table_(table), owners_(place(table.rows, 0)) {
        std::vector<Extent> across, down;
        for (std::size_t i = 0; i < table.cells.size(); ++i) {
            const TableCell& cell = table.cells[i];
            texts_.push_back(lines_of(cell));
            int width = 0;
            for (const std::u32string& line : texts_[i]) width = std::max(width, width_of(line));
            across.push_back({cell.column, cell.columns, width});
            down.push_back({cell.row, cell.rows, static_cast<int>(texts_[i].size())});
            for (int row = cell.row; row < cell.row + cell.rows; ++row)
                std::fill_n(owners_.begin() + place(row, cell.column), cell.columns, i);
        }
        widths_ = sizes(std::move(across), table.columns, between);
        heights_ = sizes(std::move(down), table.rows, 0);
    }

    void write(Lines& lines) const {
        std::vector<int> begun(table_.cells.size());  // lines written of each cell
        for (int row = 0; row < table_.rows; ++row) {
            if (is_ruled(row)) lines.add(rule_above(row));
            for (int line = 0; line < heights_[row]; ++line) lines.add(line_of(row, begun));
        }
    }

private:
    std::ptrdiff_t place(int row, int column) const {
        return std::ptrdiff_t{table_.columns} * row + column;
    }
    std::size_t owner(int row, int column) const { return owners_[place(row, column)]; }
    const TableCell& cell_at(int row, int column) const { return table_.cells[owner(row, column)]; }

    /// The next line of each cell in a row.
    std::u32string line_of(int row, std::vector<int>& begun) const {
        std::u32string out;
        for (int column = 0; column < table_.columns; column += cell_at(row, column).columns) {
            const TableCell& cell = cell_at(row, column);
            const std::vector<std::u32string>& lines = texts_[owner(row, column)];
            const int next = begun[owner(row, column)]++;
            const std::u32string text = next < std::ssize(lines) ? lines[next] : std::u32string();
            const auto first = widths_.begin() + column;
            const int free =
                std::accumulate(first, first + cell.columns, between * (cell.columns - 1)) -
                width_of(text);
            if (column > 0) out += to_utf32(between_columns);
            out += cell.label ? text + blanks(free) : blanks(free) + text;
        }
        return out;
    }

    /// True for a row of labels of columns. Some forms have such rows in the body too.
    bool is_header(int row) const {
        if (row < table_.head_rows) return true;
        for (int column = 0; column < table_.columns; column += cell_at(row, column).columns) {
            const TableCell& cell = cell_at(row, column);
            if (!cell.label || cell.scope != Scope::column) return false;
        }
        return true;
    }

    /// True if header rows end or begin above the row, and no cell goes over the line.
    bool is_ruled(int row) const {
        if (row == 0 || is_header(row - 1) == is_header(row)) return false;
        for (int column = 0; column < table_.columns; column += cell_at(row, column).columns) {
            if (cell_at(row, column).row < row) return false;
        }
        return true;
    }

    std::u32string rule_above(int row) const {
        std::u32string out;
        for (int column = 0; column < table_.columns; ++column) {
            const auto parted = [&](int r) { return owner(r, column - 1) != owner(r, column); };
            if (column > 0) out += parted(row - 1) || parted(row) ? U"-+-" : U"---";
            out += blanks(widths_[column], U'-');
        }
        return out;
    }

    const Table& table_;
    std::vector<std::size_t> owners_;                 // of each place: its cell
    std::vector<std::vector<std::u32string>> texts_;  // of each cell, in lines
    std::vector<int> widths_, heights_;               // of columns; of rows, in lines
};

void add_block(Lines& lines, const Paragraph& paragraph) {
    add_paragraph(lines, paragraph.content);
}

void add_block(Lines& lines, const Heading& heading) { lines.add(line_of(heading.content)); }

void add_list(Lines& lines, const List& list, int around) {
    for (const ListItem& item : list.items) {
        add_paragraph(lines, item.content, around);
        for (const List& below : item.below) add_list(lines, below, around + 1);
    }
}

void add_block(Lines& lines, const List& list) { add_list(lines, list, 0); }

void add_block(Lines& lines, const Table& table) {
    lines.part();
    Grid(table).write(lines);
    for (const Inline& note : table.notes) lines.add(line_of(note));
    lines.part();
}

void add_signature(Lines& lines, const SignatureLines& signature) {
    const std::array both = {line_of(signature.agency), line_of(signature.date)};
    const int width = std::max({line_width, width_of(both[0]), width_of(both[1])});
    for (const std::u32string& line : both) lines.add(blanks(width - width_of(line)) + line);
}

}  // namespace

std::string write_text(const Document& document) {
    if (const std::string wrong = fault(document); !wrong.empty())
        throw std::invalid_argument(wrong);
    Lines lines;

    // The title in the middle.
    for (const std::u32string& line : lines_of(document.title, true))
        lines.add(blanks((line_width - width_of(line)) / 2) + line);

    // Every section, set off by an empty line.
    for (const Section& section : document.sections) {
        lines.part();
        if (section.heading) add_block(lines, *section.heading);
        for (const Block& block : section.blocks)
            std::visit([&](const auto& own) { add_block(lines, own); }, block);
    }

    // The signature on the right.
    lines.part();
    if (document.signature) add_signature(lines, *document.signature);
    return lines.take();
}

std::string write_text(const Stages& stages) { return write_text(*stages.document); }

}  // namespace nianbao
