#include "pdf/links.hpp"

#include "pdf/numbers.hpp"

namespace nianbao {

namespace {

/// What is said of a link in place of its rectangle (ISO 14289-1, 7.18.5).
std::string description(const std::string& uri) {
    constexpr std::string_view mail = "mailto:";
    return uri.starts_with(mail) ? "电子邮箱：" + uri.substr(mail.size()) : "网址：" + uri;
}

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
        {"Contents", objects.text(description(uri))},
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

std::vector<HPDF_Dict> add_links(Objects& objects, const Pages& pages, const Tagging& tagging, std::span<const HPDF_Page> page_objects) {
    std::vector<HPDF_Dict> annotations;
    HPDF_Array of_page = nullptr;
    for (std::size_t i = 0; i < tagging.links.size(); i++) {
        const auto& place = tagging.links[i];
        if (i == 0 || place.page != tagging.links[i - 1].page) {
            of_page = objects.array();
            objects.put(page_objects[place.page], "Annots", of_page);
            objects.put(page_objects[place.page], "Tabs", objects.name("S"));  // in the order of the structure (ISO 14289-1, 7.18.3)
        }
        const auto& page = pages.pages[place.page];
        annotations.push_back(make_link(objects, page, std::get<LinkArea>(page.marks[place.mark]), pages.nodes[static_cast<std::size_t>(place.node)].uri));
        objects.add(of_page, annotations.back());
    }
    return annotations;
}

}  // namespace nianbao
