// A workbook as value, and its bytes: a package of parts, as ECMA-376 has it.
#pragma once

#include "xlsx/package/sheet.hpp"

#include <string>
#include <vector>

namespace nianbao::xlsx {

/// A name for an area, valid in the whole workbook.
struct DefinedName {
    std::string name;
    std::size_t sheet;
    Area area;
};

struct Book {
    std::vector<Sheet> sheets;
    std::vector<DefinedName> names;
    std::string title, agency;  // of its properties; no person is named

    /// The same for the same book. The sheets are protected without a password.
    std::string write() const;
};

/// A sheet's name as formulas have it: '依申请公开'.
std::string quoted(const std::string& sheet);

}  // namespace nianbao::xlsx
