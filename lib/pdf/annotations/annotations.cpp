#include "pdf/annotations/annotations.hpp"

#include "pdf/annotations/links.hpp"
#include "pdf/annotations/signature_field.hpp"

#include <variant>

namespace nianbao {

std::vector<HPDF_Dict> add_annotations(Objects& objects, const Pages& pages, const Tagging& tagging,
                                       std::span<const HPDF_Page> page_objects) {
    std::vector<HPDF_Dict> annotations, fields;
    HPDF_Array of_page = nullptr;
    for (std::size_t i = 0; i < tagging.areas.size(); ++i) {
        const AreaPlace& place = tagging.areas[i];
        HPDF_Page own = page_objects[place.page];
        if (i == 0 || place.page != tagging.areas[i - 1].page) {
            of_page = objects.array();
            objects.put(own, "Annots", of_page);
            // In the order of the structure (ISO 14289-1, 7.18.3).
            objects.put(own, "Tabs", objects.name("S"));
        }
        const Page& page = pages.pages[place.page];
        const Mark& mark = page.marks[place.mark];
        if (const auto* link = std::get_if<LinkArea>(&mark)) {
            annotations.push_back(make_link(objects, page, *link, pages.nodes[place.node].uri));
        } else {
            fields.push_back(
                make_signature_field(objects, page, own, std::get<SealArea>(mark), fields.size()));
            annotations.push_back(fields.back());
        }
        objects.add(of_page, annotations.back());
    }
    if (!fields.empty()) add_form(objects, fields);
    return annotations;
}

}  // namespace nianbao
