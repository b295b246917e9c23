// Fonts that lie: cut, mutated, absurd. Made from the free faces, always the same.
#pragma once

#include "nianbao/document.hpp"

#include <string>
#include <vector>

struct BrokenFont {
    std::string name;        // of its file
    nianbao::FontRole role;  // that uses it
    std::string bytes;
    bool refused = true;  // false: what is broken in it may do no harm
};

std::vector<BrokenFont> broken_fonts();
