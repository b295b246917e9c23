// The package of a Word file: its parts, and the seal by which an unchanged one is known.
#pragma once

#include "nianbao/document.hpp"

#include <string>
#include <vector>

namespace nianbao::docx {

struct Part {
    std::string name, bytes;
};

/// The bytes of the file. `parts`: those in word/ and customXml/, document.xml first.
/// Adds types, properties with the title and the agency of `about`, and the seal.
std::string packed(std::vector<Part> parts, const Metadata& about);

}  // namespace nianbao::docx
