#include "pdf/links.hpp"

#include "pdf/numbers.hpp"

namespace nianbao {

namespace {

constexpr int print_flag = 4;  // ISO 32000-1, table 165

HPDF_Dict make_link(Objects& objects, const Page& page, const LinkArea& area, const std::string& uri) {
    auto points = [&](Length length) { return objects.real(static_cast<double>(thousandths(length)) / 1000); };
    const Length top = page.height - area.origin.y, left = area.origin.x;
    auto* action = objects.dict({{"S", objects.name("URI")}, {"URI", objects.bytes(ascii_uri(uri))}});
    return objects.indirect(objects.dict({
        {"Type", objects.name("Annot")},
        {"Subtype", objects.name("Link")},
        {"Rect", objects.array({points(left), points(top - area.height), points(left + area.width), points(top)})},
        {"Border", objects.array({objects.number(0), objects.number(0), objects.number(0)})},
        {"F", objects.number(print_flag)},
        {"Contents", objects.text(uri)},
        {"A", action},
    }));
}

}  // namespace

std::string ascii_uri(std::string_view uri) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string ascii;
    for (char c : uri) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > ' ' && byte < 0x7F) {
            ascii += c;
        } else {
            ascii += '%';
            ascii += hex[byte >> 4];
            ascii += hex[byte & 15];
        }
    }
    return ascii;
}

void add_links(Objects& objects, const Pages& pages, std::span<const HPDF_Page> page_objects) {
    for (std::size_t i = 0; i < pages.pages.size(); i++) {
        HPDF_Array annotations = nullptr;
        for (const auto& mark : pages.pages[i].marks) {
            const auto* area = std::get_if<LinkArea>(&mark);
            if (!area || area->node < 0) continue;
            const auto& uri = pages.nodes[static_cast<std::size_t>(area->node)].uri;
            if (uri.empty()) continue;
            if (!annotations) annotations = objects.array();
            objects.add(annotations, make_link(objects, pages.pages[i], *area, uri));
        }
        if (annotations) objects.put(page_objects[i], "Annots", annotations);
    }
}

}  // namespace nianbao
