#include "recognise/note.hpp"

#include "notation/draft.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace nianbao::recognise {
namespace {

constexpr int most_rows = 8;  // lines of checks stand between

/// What follows the label of a note in its cell; nothing if it is another text, as 注册.
std::optional<std::string_view> behind_label(std::string_view text) {
    constexpr std::string_view label = "注";
    text = notation::without_blanks(text);
    if (!text.starts_with(label)) return {};
    text = notation::without_blanks(text.substr(label.size()));
    if (text.empty()) return text;
    for (const std::string_view colon : {"：", ":"}) {
        if (text.starts_with(colon)) return notation::without_blanks(text.substr(colon.size()));
    }
    return {};
}

/// Takes the note that stands below a table behind its label.
void read_below(const std::string& own, const Region& region, Recognition& work) {
    const Sheets& sheets = work.sheets;
    for (const GridCell& cell : sheets.grid(region.sheet).cells) {
        if (cell.row <= region.last_row || cell.row > region.last_row + most_rows) continue;
        std::optional<std::string_view> text = behind_label(cell.text());
        if (!text) continue;
        const GridCell* holder = &cell;
        if (text->empty()) {
            holder = sheets.cell({region.sheet, cell.row, cell.column + cell.columns});
            if (holder == nullptr) continue;
            text = notation::without_blanks(holder->text());
        }
        if (text->empty()) continue;
        const int begin =
            holder->placed.begin + static_cast<int>(text->data() - holder->text().data());
        return work.values.text(own, notation::placed(*text, begin).mapped,
                                {begin, begin + static_cast<int>(text->size())});
    }
}

}  // namespace

void read_note(const Form& form, const Region* labelled, Recognition& work) {
    const std::string own = std::string(form.key) + ".note";
    const notation::DefinedName* name = work.sheets.named(own);
    const GridCell* cell = nullptr;
    if (name != nullptr) cell = work.sheets.cell({name->sheet, name->row, name->column});
    if (cell != nullptr && !notation::blank(cell->text()))
        work.values.text(own, cell->placed.mapped, {cell->placed.begin, cell->placed.end});
    else if (labelled != nullptr) read_below(own, *labelled, work);
}

}  // namespace nianbao::recognise
