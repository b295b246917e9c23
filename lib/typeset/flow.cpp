#include "typeset/flow.hpp"
#include "typeset/title.hpp"

#include "text/utf8.hpp"
#include "typeset/lists.hpp"

#include <algorithm>
#include <string_view>

namespace nianbao {
namespace {

// 2号 on a pitch of its own height and 7/8 of 三号's, with one empty row below (layout.md, In print).
constexpr Length title_size = 22.0_pt;
Length title_pitch(const Layout& layout) { return title_size + layout.em() * 7 / 8; }

// Notes below a table: 小五.
constexpr Length note_size = 9.0_pt, note_pitch = 13.0_pt;

Role role_of(ParagraphRole role) {
    switch (role) {
        case ParagraphRole::title:
            return Role::title;
        case ParagraphRole::heading1:
            return Role::heading1;
        case ParagraphRole::heading2:
            return Role::heading2;
        case ParagraphRole::heading3:
            return Role::heading3;
        case ParagraphRole::heading4:
            return Role::heading4;
        case ParagraphRole::note:
            return Role::note;
        default:
            return Role::paragraph;
    }
}

bool is_heading(ParagraphRole role) { return role >= ParagraphRole::heading1 && role <= ParagraphRole::heading4; }

class FlowSetter {
public:
    FlowSetter(Setter& setter, const std::string& agency) : setter_(setter), layout_(setter.layout()), agency_(to_utf32(agency)) {
        add_node(Role::document, -1);
    }

    void paragraph(const Paragraph& paragraph, const ListPlace& place) {
        if (paragraph.role == ParagraphRole::heading1) section_ = add_node(Role::section, 0);
        if (place.label > 0) {
            item(paragraph, place);
            return;
        }
        const int own = add_node(role_of(paragraph.role), section_);
        if (is_heading(paragraph.role) || paragraph.role == ParagraphRole::title) node(own).bookmark = bookmark_of(paragraph);
        switch (paragraph.role) {
            case ParagraphRole::title:
                title(paragraph, own);
                break;
            case ParagraphRole::note:
                note(paragraph, own);
                break;
            case ParagraphRole::signature_agency:
                signature_ = set_single(paragraph, own);
                break;
            case ParagraphRole::signature_date:
                sign(set_single(paragraph, own));
                break;
            default:
                text(paragraph, atoms(paragraph, layout_.em(), own));
        }
    }

    void table(const Table& table) {
        const std::vector<int> nodes = table_nodes(table);
        Chunk chunk;
        chunk.table = set_table(table, nodes, setter_);
        flow_.chunks.push_back(std::move(chunk));
    }

    Flow take() { return std::move(flow_); }

private:
    int add_node(Role role, int parent) {
        Node node;
        node.role = role;
        node.parent = parent;
        flow_.nodes.push_back(std::move(node));
        return static_cast<int>(flow_.nodes.size()) - 1;
    }

    Node& node(int index) { return flow_.nodes[static_cast<std::size_t>(index)]; }

    static std::string bookmark_of(const Paragraph& paragraph);

    std::vector<Atom> atoms(const Paragraph& paragraph, Length size, int parent) {
        return setter_.atoms(paragraph.texts, size, parent, [&](const std::string& uri) {
            const int link = add_node(Role::link, parent);
            node(link).uri = uri;
            return link;
        });
    }

    void title(const Paragraph& paragraph, int own) {
        Chunk chunk;
        std::vector<Atom> all = atoms(paragraph_without_breaks(paragraph), title_size, own);
        // The writer's own line ends stand; a line that is too long is divided evenly, between words.
        std::size_t begin = 0;
        for (std::size_t end : line_ends(paragraph, all.size())) {
            std::vector<Atom> line(all.begin() + static_cast<std::ptrdiff_t>(begin), all.begin() + static_cast<std::ptrdiff_t>(end));
            begin = end;
            squeeze(line);
            const std::vector<Item> items = items_of(line);
            std::u32string text;
            for (const Atom& atom : line) text += atom.character;
            for (const LineRange& range : title_lines(text, items, agency_, {layout_.width, {}, title_size})) {
                chunk.lines.push_back(set_line(line, items, range, layout_.width, Align::centre));
                chunk.lefts.emplace_back();
            }
        }
        if (chunk.lines.empty()) return;
        const Length block = title_pitch(layout_) * static_cast<std::int64_t>(chunk.lines.size() - 1) + title_size;
        chunk.rows = static_cast<int>((block.units + layout_.pitch.units - 1) / layout_.pitch.units) + 1;
        chunk.own_pitch = title_pitch(layout_);
        chunk.keep_with_next = true;
        flow_.chunks.push_back(std::move(chunk));
    }

    static Paragraph paragraph_without_breaks(const Paragraph& paragraph) {
        Paragraph plain = paragraph;
        for (Text& text : plain.texts) text.text.erase(std::remove(text.text.begin(), text.text.end(), U'\n'), text.text.end());
        return plain;
    }

    /// Where the written lines of a title end, in characters without the line ends.
    static std::vector<std::size_t> line_ends(const Paragraph& paragraph, std::size_t count) {
        std::vector<std::size_t> ends;
        std::size_t at = 0;
        for (const Text& text : paragraph.texts) {
            for (char32_t c : text.text) {
                if (c == U'\n') ends.push_back(std::min(at, count));
                else ++at;
            }
        }
        ends.push_back(count);
        return ends;
    }

    /// The bracket that closes a paragraph's numbering keeps its room: headings look alike whatever their line needs.
    static void keep_numbering(std::span<const Atom> atoms, std::span<Item> items) {
        constexpr std::size_t longest = 4;  // （十二）
        if (atoms.empty() || atoms.front().character != U'（') return;
        for (std::size_t i = 1; i < std::min(longest, atoms.size()); ++i) {
            if (atoms[i].character == U'）') items[i].shrink = {};
        }
    }

    /// Between Han and digits or letters.
    Length gap() const { return layout_.spacing == Spacing::quarter ? layout_.em() / 4 : Length{}; }

    /// An item of a list: set like any paragraph, its number and its text elements of their own.
    void item(const Paragraph& paragraph, const ListPlace& place) {
        if (place.first) list_ = add_node(Role::list, section_);
        const int own = add_node(Role::item, list_);
        const int label = add_node(Role::label, own);
        std::vector<Atom> all = atoms(paragraph, layout_.em(), add_node(Role::item_body, own));
        for (std::size_t i = 0; i < place.label; ++i) all[i].node = label;
        text(paragraph, std::move(all));
    }

    void text(const Paragraph& paragraph, std::vector<Atom> all) {
        squeeze(all);
        std::vector<Item> items = items_of(all, gap());
        keep_numbering(all, items);
        const Length indent = layout_.em() * 2;
        const auto ranges = break_lines(items, {layout_.width, indent, layout_.em()}, Fit::justified);

        std::vector<SetLine> lines;
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            const bool last = i + 1 == ranges.size();
            lines.push_back(set_line(all, items, ranges[i], i == 0 ? layout_.width - indent : layout_.width, last ? Align::left : Align::justified));
        }
        add_lines(std::move(lines), indent, is_heading(paragraph.role));
    }

    /// Chunks of a paragraph: no single first or last line may stand alone on a page; a heading's lines stay with what follows.
    void add_lines(std::vector<SetLine> lines, Length indent, bool heading) {
        const std::size_t n = lines.size();
        for (std::size_t i = 0; i < n;) {
            const std::size_t together = heading || n <= 3 ? n : (i == 0 || i + 2 == n) ? 2 : 1;
            Chunk chunk;
            for (std::size_t k = i; k < i + together; ++k) {
                chunk.lines.push_back(std::move(lines[k]));
                chunk.lefts.push_back(k == 0 ? indent : Length{});
            }
            chunk.rows = static_cast<int>(together);
            chunk.heading = chunk.keep_with_next = heading;
            flow_.chunks.push_back(std::move(chunk));
            i += together;
        }
    }

    void note(const Paragraph& paragraph, int own) {
        std::vector<Atom> all = atoms(paragraph, note_size, own);
        squeeze(all);
        const std::vector<Item> items = items_of(all);
        Chunk& chunk = flow_.chunks.back();
        const auto ranges = break_lines(items, {layout_.width, {}, note_size}, Fit::justified);
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            chunk.notes.push_back(set_line(all, items, ranges[i], layout_.width, i + 1 == ranges.size() ? Align::left : Align::justified));
        }
        chunk.note_pitch = note_pitch;
        // A table and its notes stand on one page where they can.
        if (!draw_closer(*chunk.table, chunk.table->room - chunk.notes_height())) draw_closer(*chunk.table, chunk.table->room);
    }

    std::vector<SetLine> set_single(const Paragraph& paragraph, int own) {
        std::vector<Atom> all = atoms(paragraph, layout_.em(), own);
        squeeze(all);
        const std::vector<Item> items = items_of(all);
        std::vector<SetLine> lines;
        for (const LineRange& range : break_lines(items, {layout_.width - layout_.em() * 4, {}, layout_.em()}, Fit::ragged)) {
            lines.push_back(set_line(all, items, range, layout_.width - layout_.em() * 4, Align::left));
        }
        return lines;
    }

    /// 署名 two characters from the right, 成文日期 below, its first character two to the right of the name's; where the date is the
    /// longer, the date stands two from the right and the name moves left (GB/T 9704 7.3.5.2). Never alone on a page.
    void sign(std::vector<SetLine> date) {
        const Length em = layout_.em(), edge = layout_.width - em * 2;
        const auto widest = [](const std::vector<SetLine>& lines) {
            Length width;
            for (const SetLine& line : lines) width = std::max(width, line.width);
            return width;
        };
        const Length name_width = widest(signature_), date_width = widest(date);
        const bool date_longer = date_width > name_width;
        const Length date_left = date_longer ? edge - date_width : edge - name_width + em * 2;
        const Length name_left = date_longer ? date_left - em * 2 : edge - name_width;
        Chunk chunk;
        for (SetLine& line : signature_) {
            chunk.lines.push_back(std::move(line));
            chunk.lefts.push_back(name_left);
        }
        for (SetLine& line : date) {
            chunk.lines.push_back(std::move(line));
            chunk.lefts.push_back(date_left);
        }
        chunk.rows = static_cast<int>(chunk.lines.size());
        chunk.blank_rows = 1;
        if (!flow_.chunks.empty()) flow_.chunks.back().keep_with_next = true;
        flow_.chunks.push_back(std::move(chunk));
    }

    std::vector<int> table_nodes(const Table& table);

    Setter& setter_;
    const Layout& layout_;
    std::u32string agency_;
    Flow flow_;
    int section_ = 0, list_ = 0;
    std::vector<SetLine> signature_;
};

/// The nodes of a table: head and body of rows of cells. A cell's headers are the labels above it in its column, up to the first row
/// that is no heading, and the labels of its row.
std::vector<int> FlowSetter::table_nodes(const Table& table) {
    const std::size_t columns = static_cast<std::size_t>(table.columns);
    std::vector<int> owner(static_cast<std::size_t>(table.rows) * columns, -1);
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        const TableCell& cell = table.cells[i];
        for (int r = cell.row; r < cell.row + cell.rows; ++r) {
            for (int c = cell.column; c < cell.column + cell.columns; ++c)
                owner[static_cast<std::size_t>(r) * columns + static_cast<std::size_t>(c)] = static_cast<int>(i);
        }
    }
    const auto at = [&](int row, int column) { return owner[static_cast<std::size_t>(row) * columns + static_cast<std::size_t>(column)]; };

    const int own = add_node(Role::table, section_);
    const int head = table.head_rows > 0 ? add_node(Role::head, own) : -1;
    int body = -1, row_node = -1, row = -1;
    std::vector<int> nodes(table.cells.size(), -1);
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        const TableCell& cell = table.cells[i];
        if (cell.row >= table.head_rows && body < 0) body = add_node(Role::body, own);
        if (cell.row != row) {
            row = cell.row;
            row_node = add_node(Role::row, cell.row < table.head_rows ? head : body);
        }
        nodes[i] = add_node(cell.label ? Role::header : Role::cell, row_node);
        node(nodes[i]).rows = cell.rows;
        node(nodes[i]).columns = cell.columns;
        node(nodes[i]).scope = cell.scope;
    }

    std::vector<int> above;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        const TableCell& cell = table.cells[i];
        std::vector<int>& headers = node(nodes[i]).headers;
        const auto add = [&](int header) {
            const int other = nodes[static_cast<std::size_t>(header)];
            if (other != nodes[i] && std::find(headers.begin(), headers.end(), other) == headers.end()) headers.push_back(other);
        };
        above.clear();
        bool heading = cell.label && cell.scope == Scope::column;
        for (int r = cell.row - 1; r >= 0; --r) {
            const int other = at(r, cell.column);
            const TableCell& label = table.cells[static_cast<std::size_t>(other)];
            const bool is_column = label.label && label.scope == Scope::column;
            if (heading && !is_column) break;
            heading = heading || is_column;
            if (is_column && (cell.scope != Scope::row || r < table.head_rows)) above.push_back(other);
        }
        headers.reserve(above.size() + (cell.scope == Scope::column ? 0 : static_cast<std::size_t>(cell.column)));
        std::for_each(above.rbegin(), above.rend(), add);
        if (cell.scope == Scope::column) continue;
        for (int c = 0; c < cell.column; ++c) {
            const int other = at(cell.row, c);
            if (table.cells[static_cast<std::size_t>(other)].scope == Scope::row) add(other);
        }
    }
    return nodes;
}

std::string FlowSetter::bookmark_of(const Paragraph& paragraph) {
    std::u32string text;
    for (const Text& part : paragraph.texts) text += part.text;
    text.erase(std::remove(text.begin(), text.end(), U'\n'), text.end());
    return to_utf8(text);
}

/// A heading stays with two lines, so a paragraph of one line after it stays with what follows.
void keep_headings_company(Flow& flow) {
    for (std::size_t i = 1; i + 1 < flow.chunks.size(); ++i) {
        Chunk& chunk = flow.chunks[i];
        if (flow.chunks[i - 1].heading && !chunk.table && chunk.rows == 1) chunk.keep_with_next = true;
    }
}

}  // namespace

Flow set_flow(const Document& document, Setter& setter) {
    FlowSetter flow(setter, document.metadata.author);
    const std::vector<ListPlace> lists = find_lists(document);
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        if (const auto* paragraph = std::get_if<Paragraph>(&document.blocks[i])) flow.paragraph(*paragraph, lists[i]);
        else flow.table(std::get<Table>(document.blocks[i]));
    }
    Flow set = flow.take();
    keep_headings_company(set);
    return set;
}

}  // namespace nianbao
