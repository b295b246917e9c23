#include "notation/html/elements.hpp"

#include <algorithm>
#include <iterator>

namespace nianbao::notation {
namespace {

struct Named {
    std::string_view name;
    ElementKind kind;
};

using enum ElementKind;
constexpr Named elements[] = {
    {"address", block},    {"area", empty},      {"article", block},   {"aside", block},
    {"audio", unseen},     {"base", empty},      {"basefont", empty},  {"bgsound", empty},
    {"blockquote", block}, {"body", outer},      {"br", empty},        {"button", unseen},
    {"canvas", unseen},    {"caption", caption}, {"center", block},    {"col", empty},
    {"colgroup", words},   {"command", empty},   {"datalist", unseen}, {"dd", term},
    {"details", block},    {"dialog", block},    {"dir", list},        {"div", block},
    {"dl", block},         {"dt", term},         {"embed", empty},     {"fieldset", block},
    {"figcaption", block}, {"figure", block},    {"footer", block},    {"form", block},
    {"frame", empty},      {"frameset", outer},  {"h1", heading},      {"h2", heading},
    {"h3", heading},       {"h4", heading},      {"h5", heading},      {"h6", heading},
    {"head", outer},       {"header", block},    {"hgroup", block},    {"hr", empty},
    {"html", outer},       {"iframe", unseen},   {"image", empty},     {"img", empty},
    {"input", empty},      {"keygen", empty},    {"legend", block},    {"li", item},
    {"link", empty},       {"listing", block},   {"main", block},      {"menu", list},
    {"meta", empty},       {"nav", unseen},      {"noembed", unseen},  {"noframes", unseen},
    {"noscript", unseen},  {"object", unseen},   {"ol", list},         {"p", paragraph},
    {"param", empty},      {"pre", block},       {"script", unseen},   {"section", block},
    {"select", unseen},    {"source", empty},    {"style", unseen},    {"summary", block},
    {"svg", unseen},       {"table", table},     {"tbody", rows},      {"td", cell},
    {"template", unseen},  {"textarea", unseen}, {"tfoot", rows},      {"th", cell},
    {"thead", rows},       {"title", unseen},    {"tr", row},          {"track", empty},
    {"ul", list},          {"video", unseen},    {"wbr", empty},       {"xmp", unseen},
};

constexpr bool in_order_of_names(const Named& a, const Named& b) { return a.name < b.name; }
static_assert(std::is_sorted(std::begin(elements), std::end(elements), in_order_of_names));

}  // namespace

ElementKind kind_of_element(std::string_view name) {
    const Named* const found = std::lower_bound(std::begin(elements), std::end(elements),
                                                Named{name, words}, in_order_of_names);
    return found != std::end(elements) && found->name == name ? found->kind : words;
}

}  // namespace nianbao::notation
