// Where in a report something stands, as an office says it: 第三部分表格“自然人”列,
// 第一部分（二）.
#pragma once

#include "nianbao/finding.hpp"
#include "nianbao/report.hpp"

#include <string>

namespace nianbao::letters {

/// A place in words. `order` and `offset`: where it comes in the report, for sorting;
/// `name`: how messages call the field, which need not be said again: “自然人”.
struct PlaceWords {
    std::string words;
    std::string name;
    std::string cell = {};  // the whole name of a cell, as messages begin: 本年新收·自然人
    int order = 0, offset = 0;
};

/// `report`: null if it could not be read; then the place is that of the file. Empty
/// words: the report as a whole. Names no field of a data file.
PlaceWords place_words(const Finding& finding, const Report* report);

}  // namespace nianbao::letters
