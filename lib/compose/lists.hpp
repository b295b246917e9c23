// Which lines of a field are the items of a list.
#pragma once

#include "nianbao/document.hpp"
#include "text/headings.hpp"

#include <span>

namespace nianbao {

/// The number that an item begins with. `value` 0: none; `length`: its characters.
struct ItemNumber {
    int value = 0;
    ListLabels labels = ListLabels::dots;
    std::size_t length = 0;
    bool operator==(const ItemNumber&) const = default;
};

/// The number of a line: none if that is a heading. 一、 and （一） number the divisions of
/// a document (GB/T 9704, 7.3.3), with or without a heading of their own: they are none.
ItemNumber item_number(const LineRole& line);

/// How many lines, from the first on, are one list, with the lists below its items:
/// numbered 1. 2. …, （1）（2）… or ①②…, from 1 on, and deeper from the first to the last
/// of these three. One item alone is no list: 0. `numbers`: of lines that follow each
/// other.
std::size_t list_length(std::span<const ItemNumber> numbers);

}  // namespace nianbao
