// 稿次 of a workbook of ours: 0 as it was made, n in what went back with the n-th return.
#pragma once

#include "notation/draft.hpp"

#include <optional>

namespace nianbao::recognise {

struct DraftNumber {
    int sheet = 0;  // the hidden one's place among the sheets
    int row = 0;    // of the number, which stands in column 1
    int number = 0;
};

/// Nothing if it is no workbook of ours.
std::optional<DraftNumber> draft_number(const notation::Draft& draft);

}  // namespace nianbao::recognise
