#include "notation/docx/word_file.hpp"

#include "notation/docx/body.hpp"
#include "notation/office/office_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nianbao::notation {
namespace {

/// A cell where it stands in the grid.
struct PlacedCell {
    int row, column, rows, columns;
    const WordCell* cell;
};

/// Word says of a cell how many columns it takes and whether it is one with the cell
/// above; where it stands follows from the cells before it.
std::vector<PlacedCell> placed_cells(const WordTable& table) {
    std::vector<PlacedCell> cells;
    std::vector<std::size_t> above, own;  // the cell of each column; npos: none
    constexpr auto none = static_cast<std::size_t>(-1);
    int row = 0;
    for (const WordRow& line : table.rows) {
        if (line.deleted) continue;
        own.assign(most_table_columns, none);
        int column = line.before;
        for (const WordCell& cell : line.cells) {
            if (column >= most_table_columns) break;
            const int columns = std::min(cell.columns, most_table_columns - column);
            std::size_t index = cells.size();
            if (cell.continues && !above.empty() && above[column] != none) {
                index = above[column];
                cells[index].rows = row - cells[index].row + 1;
            } else {
                cells.push_back({row, column, 1, columns, &cell});
            }
            std::fill_n(own.begin() + column, columns, index);
            column += columns;
        }
        above.swap(own);
        ++row;
    }
    return cells;
}

/// Puts blocks and what was written beside them into a draft.
class DraftMaker {
public:
    DraftMaker(DraftBuilder& draft, const CommentsReader& comments)
        : draft_(draft), comments_(comments) {}

    void add(const WordBlock& block) {
        if (const auto* table = std::get_if<std::unique_ptr<WordTable>>(&block))
            return add(**table);
        const WordParagraph& paragraph = std::get<WordParagraph>(block);
        at_ = draft_.paragraph(paragraph.text, paragraph.level, paragraph.number).placed.begin;
        elements.push_back({at_, paragraph.element});
        note(paragraph.comments);
        note(paragraph.marks);
    }

    std::vector<WordComment> found;
    std::vector<WordMark> marks;
    std::vector<WordElement> elements;

private:
    void add(const WordTable& table) {
        draft_.table();
        // Marks of rows stand at their first cell; of deleted rows, at the next one.
        std::size_t row = 0;
        int shown = 0;
        const auto note_rows = [&](int before) {
            for (; row < table.rows.size() && shown <= before; ++row) {
                note(table.rows[row].marks);
                shown += table.rows[row].deleted ? 0 : 1;
                for (const WordCell& cell : table.rows[row].cells) {
                    if (table.rows[row].deleted) note(cell.marks);
                }
            }
        };
        for (const PlacedCell& cell : placed_cells(table)) {
            at_ = draft_.cell(cell.row, cell.column, cell.cell->text, cell.rows, cell.columns)
                      .placed.begin;
            elements.push_back({at_, cell.cell->element});
            note_rows(cell.row);
            note(cell.cell->comments);
            note(cell.cell->marks);
        }
        note_rows(static_cast<int>(table.rows.size()));
        for (const std::unique_ptr<WordTable>& within : table.within) add(*within);
    }

    void note(const std::vector<std::string>& ids) {
        for (const std::string& id : ids) {
            std::string text(comments_.comment(id));
            if (!blank(text))
                found.push_back({std::move(text), std::string(comments_.author(id)), at_});
        }
    }
    void note(const std::vector<WordMark>& own) {
        for (const WordMark& mark : own) {
            marks.push_back(mark);
            marks.back().at = at_;
        }
    }

    DraftBuilder& draft_;
    const CommentsReader& comments_;
    int at_ = 0;  // where what was added last stands
};

/// The part of the file that holds its text.
std::string main_part(OfficeFile& file) {
    for (const Relation& relation : file.relations("")) {
        if (relation.is("officeDocument") && !relation.external) return relation.target;
    }
    return "word/document.xml";
}

std::string target_of(const std::vector<Relation>& relations, std::string_view type) {
    for (const Relation& relation : relations) {
        if (relation.is(type) && !relation.external) return relation.target;
    }
    return {};
}

}  // namespace

ReadWordFile read_word_file(std::string_view bytes, std::string name) {
    OfficeFile file(bytes);
    const std::string main = main_part(file);
    const std::vector<Relation> relations = file.relations(main);
    StyleSheetReader styles;
    NumberingReader numbering;
    if (const std::string part = target_of(relations, "styles"); !part.empty())
        file.read(part, styles);
    if (const std::string part = target_of(relations, "numbering"); !part.empty())
        file.read(part, numbering);
    numbering.finish();
    CommentsReader comments;
    if (const std::string part = target_of(relations, "comments"); !part.empty())
        file.read(part, comments);
    BodyReader body(styles, numbering);
    const bool read = file.read(main, body);
    if (!file.fault().empty()) return {{}, file.fault()};
    if (!read) return {{}, "压缩包里没有 Word 的正文"};
    if (body.too_many)
        return {{},
                fmt::format("段落、表格的格、修订和批注合起来超过上限 {} 个", most_word_pieces)};
    if (body.too_long) return {{}, fmt::format("文字超过上限 {} MB", most_word_text >> 20)};

    DraftBuilder draft(std::move(name), std::string(bytes));
    DraftMaker maker(draft, comments);
    for (const WordBlock& block : body.blocks) maker.add(block);
    return {WordFile{draft.finish(), body.marks, std::move(maker.found), std::move(maker.marks),
                     main, body.elements, std::move(maker.elements)},
            {}};
}

}  // namespace nianbao::notation
