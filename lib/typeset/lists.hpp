// Which paragraphs are the items of a list.
#pragma once

#include "nianbao/document.hpp"

#include <vector>

namespace nianbao {

struct ListPlace {
    std::size_t label = 0;  // characters of the item's number; 0: the block is in no list
    bool first = false;     // of its list
    bool operator==(const ListPlace&) const = default;
};

/// For each block of the document: paragraphs that follow each other and are numbered 1. 2. … or （1）（2）…, from 1 on, at least two, are a list.
/// 一、 and （一） number the divisions of a document (GB/T 9704, 7.3.3), with or without a heading of their own: they make no list.
std::vector<ListPlace> find_lists(const Document& document);

}  // namespace nianbao
