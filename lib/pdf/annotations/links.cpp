#include "pdf/annotations/links.hpp"

#include "pdf/annotations/area.hpp"
#include "text/digits.hpp"

namespace nianbao {
namespace {

/// What screen readers say for a link (ISO 14289-1, 7.18.5).
std::string description(const std::string& uri) {
    constexpr std::string_view mail = "mailto:";
    return uri.starts_with(mail) ? "电子邮箱：" + uri.substr(mail.size()) : "网址：" + uri;
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

HPDF_Dict make_link(Objects& objects, const Page& page, const LinkArea& area,
                    const std::string& uri) {
    HPDF_Dict action =
        objects.dict({{"S", objects.name("URI")}, {"URI", objects.bytes(ascii_uri(uri))}});
    return objects.indirect(objects.dict({
        {"Type", objects.name("Annot")},
        {"Subtype", objects.name("Link")},
        {"Rect", rectangle(objects, page, area)},
        {"Border", objects.array({objects.number(0), objects.number(0), objects.number(0)})},
        {"F", objects.number(print_flag)},
        {"Contents", objects.text(description(uri))},
        {"A", action},
    }));
}

}  // namespace nianbao
