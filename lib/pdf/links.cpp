#include "pdf/links.hpp"

#include "text/digits.hpp"

namespace nianbao {
namespace {

/// What screen readers say for a link (ISO 14289-1, 7.18.5).
std::string description(const std::string& uri) {
    constexpr std::string_view mail = "mailto:";
    return uri.starts_with(mail) ? "电子邮箱：" + uri.substr(mail.size()) : "网址：" + uri;
}

constexpr int print_flag = 4;  // ISO 32000-1, table 165

HPDF_Dict make_link(Objects& objects, const Page& page, const LinkArea& area,
                    const std::string& uri) {
    const Length top = page.height - area.origin.y, left = area.origin.x;
    HPDF_Dict action =
        objects.dict({{"S", objects.name("URI")}, {"URI", objects.bytes(ascii_uri(uri))}});
    return objects.indirect(objects.dict({
        {"Type", objects.name("Annot")},
        {"Subtype", objects.name("Link")},
        {"Rect", objects.array({objects.points(left), objects.points(top - area.height),
                                objects.points(left + area.width), objects.points(top)})},
        {"Border", objects.array({objects.number(0), objects.number(0), objects.number(0)})},
        {"F", objects.number(print_flag)},
        {"Contents", objects.text(description(uri))},
        {"A", action},
    }));
}

}  // namespace

std::string ascii_uri(std::string_view uri) {
    std::string ascii;
    for (char c : uri) {
        if (c > ' ' && c <= '~') {
            ascii += c;
        } else {
            ascii += '%';
            append_hex(ascii, c);
        }
    }
    return ascii;
}

std::vector<HPDF_Dict> add_links(Objects& objects, const Pages& pages, const Tagging& tagging,
                                 std::span<const HPDF_Page> page_objects) {
    std::vector<HPDF_Dict> annotations;
    HPDF_Array of_page = nullptr;
    for (std::size_t i = 0; i < tagging.links.size(); ++i) {
        const LinkPlace& place = tagging.links[i];
        if (i == 0 || place.page != tagging.links[i - 1].page) {
            of_page = objects.array();
            objects.put(page_objects[place.page], "Annots", of_page);
            // In the order of the structure (ISO 14289-1, 7.18.3).
            objects.put(page_objects[place.page], "Tabs", objects.name("S"));
        }
        const Page& page = pages.pages[place.page];
        annotations.push_back(make_link(objects, page, std::get<LinkArea>(page.marks[place.mark]),
                                        pages.nodes[place.node].uri));
        objects.add(of_page, annotations.back());
    }
    return annotations;
}

}  // namespace nianbao
