#include "recognise/draft_number.hpp"

#include "report/workbook.hpp"
#include "text/digits.hpp"

#include <algorithm>
#include <variant>

namespace nianbao::recognise {

std::optional<DraftNumber> draft_number(const notation::Draft& draft) {
    for (int sheet = 0; sheet < std::ssize(draft.parts); ++sheet) {
        const auto* grid = std::get_if<notation::Grid>(&draft.parts[sheet]);
        const notation::GridCell* first = grid == nullptr ? nullptr : grid->at(0, 0);
        if (first == nullptr || first->text() != workbook::key_layout) continue;
        for (const notation::GridCell& key : grid->cells) {
            if (key.column != 0 || key.text() != workbook::key_draft) continue;
            const notation::GridCell* value = grid->at(key.row, 1);
            if (value != nullptr)
                return DraftNumber{sheet, key.row, std::max(number_of(value->text()), 0)};
        }
    }
    return {};
}

}  // namespace nianbao::recognise
