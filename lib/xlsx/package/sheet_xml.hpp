// The parts of a package that one sheet becomes.
#pragma once

#include "office/package.hpp"
#include "xlsx/package/sheet.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::xlsx {

/// Texts that cells share, by number, in the order in which they were asked for.
class SharedTexts {
public:
    int number(std::string_view text);
    std::string xml() const;

private:
    std::map<std::string, int, std::less<>> numbers_;
    std::vector<std::string_view> texts_;
    int uses_ = 0;
};

/// A text as cells hold it: characters that XML has no place for are written _x0007_, and
/// what looks like that has its first line written _x005F_.
std::string cell_text(std::string_view text);

/// The sheet itself. `selected`: it is shown first.
std::string sheet_xml(const Sheet& sheet, Styles& styles, SharedTexts& texts, bool selected);

/// Its notes, and the boxes that they are shown in. REQUIRES: it has notes.
std::string notes_xml(const Sheet& sheet);
std::string note_boxes_xml(const Sheet& sheet, int number);

inline constexpr std::string_view main_namespace =
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
using office::relations_namespace;

}  // namespace nianbao::xlsx
