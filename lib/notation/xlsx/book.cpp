// The sheets and names of a workbook.
#include "notation/xlsx/parts.hpp"
#include "notation/xlsx/workbook.hpp"

#include <algorithm>

namespace nianbao::notation {

void BookReader::open(const XmlElement& element) {
    if (!is_sheet_space(element.name.space)) return;
    const std::string_view name = element.name.local;
    if (name == "workbookPr") {
        const std::string_view value = element.value("date1904");
        from_1904 = value == "1" || value == "true";
    } else if (name == "sheet" && sheets.size() <= most_sheets) {
        SheetEntry sheet;
        sheet.name = element.value("name");
        const std::string_view state = element.value("state");
        sheet.hidden = state == "hidden" || state == "veryHidden";
        for (const XmlReadAttribute& attribute : element.attributes) {
            if (attribute.name.local == "id" && attribute.name.space.ends_with("/relationships"))
                sheet.relation = attribute.value;
        }
        sheets.push_back(std::move(sheet));
    } else if (name == "definedName" && names.size() <= most_names) {
        names.push_back(
            {std::string(element.value("name")), {}, !element.value("localSheetId").empty()});
        in_name_ = true;
    }
}

void BookReader::close(const XmlName& name) {
    if (is_sheet_space(name.space) && name.local == "definedName") in_name_ = false;
}

void BookReader::text(std::string_view text) {
    if (in_name_) names.back().refers_to += text;
}

bool split_reference(std::string_view reference, std::string& sheet, std::string_view& place) {
    sheet.clear();
    if (reference.starts_with('\'')) {
        std::size_t at = 1;
        for (; at < reference.size(); ++at) {
            if (reference[at] == '\'') {
                if (reference.substr(at + 1, 1) != "'") break;
                ++at;  // '' stands for one
            }
            sheet += reference[at];
        }
        if (reference.substr(std::min(at, reference.size())).substr(0, 2) != "'!") return false;
        place = reference.substr(at + 2);
    } else {
        const std::size_t at = reference.find('!');
        if (at == reference.npos) return false;
        sheet = reference.substr(0, at);
        place = reference.substr(at + 1);
    }
    return !sheet.empty() && sheet.front() != '[';  // of another workbook
}

}  // namespace nianbao::notation
