// A list of parts and its whole: what lists.cpp finds and parts.cpp adds up.
#pragma once

#include "check/prose/prose.hpp"

namespace nianbao::prose {

/// What a list may be of.
struct Whole {
    const Reading* reading;
    std::size_t figure;
    bool doubtful;             // another figure may be meant, or the list has no word of its own
    std::vector<Amount> also;  // those other figures
    bool complete_only = false;  // no word says that a list begins: 286条，动态150条、其他136条
};

/// Tells of the list that begins at token `from` if its parts are not the whole.
void check_parts(const Report& report, const Reading& reading, const Whole& whole, std::size_t from,
                 std::vector<Finding>& findings);

}  // namespace nianbao::prose
