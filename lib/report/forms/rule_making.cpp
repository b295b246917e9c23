#include "report/forms/rule_making.hpp"

#include "report/cells.hpp"
#include "text/utf8.hpp"

#include <string>

namespace nianbao {
namespace {

/// The last character of a name's text that says what unit it is the name of; 0 where
/// there is none.
char32_t unit_of(std::u32string_view name) {
    const std::size_t at = name.find_last_of(U"省市县区州盟旗乡镇道");
    return at == name.npos ? U'\0' : name[at];
}

}  // namespace

std::string_view cannot_make_rules(const Report& report) {
    const std::u32string name = to_utf32(report.agency);
    const bool government_named = name.find(U"政府") != name.npos;
    if (report.kind == Kind::township) return "乡镇、街道";
    if (report.kind == Kind::department && !government_named)
        return unit_of(name) == U'\0' ? std::string_view{} : "地方政府的部门";
    // A government, or the office that reports for it: by the place before 人民政府.
    std::size_t end = name.find(U"人民政府");
    if (end == name.npos) end = name.find(U"政府");
    const std::u32string place = name.substr(0, end);
    if (place.ends_with(U"自治区")) return {};
    switch (unit_of(place)) {
        case U'县':
        case U'区':
        case U'旗':
            return "县级政府";
        case U'乡':
        case U'镇':
        case U'道':
            return "乡镇、街道";
        default:
            return {};
    }
}

bool is_of_rules(const Form& disclosure, int entry) {
    return field_path(disclosure, form_entry(disclosure, entry).field)
        .starts_with("disclosure.government_rules.");
}

}  // namespace nianbao
