#include "pdf/annotations/signature_field.hpp"

#include "pdf/annotations/area.hpp"

#include <string>

namespace nianbao {
namespace {

/// What screen readers say for the field (ISO 14289-1, 7.18.1).
constexpr std::string_view words_for_readers = "加盖印章、电子签名处";

/// Only that there are signature fields: whoever signs adds that the file may only grow
/// (ISO 32000-1, table 219).
constexpr int signatures_exist = 1;

/// An appearance that draws nothing, as every field of PDF/A must have one (ISO 19005-2,
/// 6.3.3).
HPDF_Dict blank(Objects& objects, const SealArea& area) {
    return objects.stream(
        "", false,
        {{"Type", objects.name("XObject")},
         {"Subtype", objects.name("Form")},
         {"BBox", objects.array({objects.number(0), objects.number(0), objects.points(area.width),
                                 objects.points(area.height)})},
         {"Resources", objects.dict()}});
}

}  // namespace

HPDF_Dict make_signature_field(Objects& objects, const Page& page, HPDF_Page own,
                               const SealArea& area, std::size_t index) {
    const std::string name = index == 0 ? "seal" : "seal" + std::to_string(index + 1);
    return objects.indirect(objects.dict({
        {"Type", objects.name("Annot")},
        {"Subtype", objects.name("Widget")},
        {"FT", objects.name("Sig")},
        {"T", objects.text(name)},
        {"TU", objects.text(words_for_readers)},
        {"Rect", rectangle(objects, page, area)},
        {"P", own},
        {"F", objects.number(print_flag)},
        {"AP", objects.dict({{"N", blank(objects, area)}})},
    }));
}

void add_form(Objects& objects, std::span<const HPDF_Dict> fields) {
    HPDF_Array all = objects.array_of(fields.size());
    for (HPDF_Dict field : fields) objects.add(all, field);
    objects.put(objects.catalog(), "AcroForm",
                objects.dict({{"Fields", all}, {"SigFlags", objects.number(signatures_exist)}}));
}

}  // namespace nianbao
