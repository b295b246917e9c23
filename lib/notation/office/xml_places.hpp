// Where something is put into XML that another program wrote, so that the rest keeps its
// bytes. REQUIRES everywhere: well-formed XML without a DOCTYPE.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// An element: where its tags begin and end. An empty one has one tag.
struct XmlPlace {
    std::size_t begin = 0, open_end = 0;  // of the first tag
    std::size_t close = 0, end = 0;       // of the last tag
    std::string_view prefix;              // with its colon: “x:”; empty if it has none
    bool found = false;
};

/// The first child of the root, or the root itself, with one of these local names.
XmlPlace root_of(std::string_view xml);
XmlPlace child_of_root(std::string_view xml, std::initializer_list<std::string_view> names);

/// The first element that stands within another one, if it has that local name.
XmlPlace first_child(std::string_view xml, const XmlPlace& element, std::string_view name);

/// Every element with that local name, whatever it stands in, in the order of the first
/// tags.
std::vector<XmlPlace> elements_of(std::string_view xml, std::string_view name);

/// What an attribute says, as it is written; empty if there is none. `name`: with its
/// prefix.
std::string_view attribute_of(std::string_view xml, const XmlPlace& element, std::string_view name);

/// Puts content behind what an element holds, which may be empty: <a/> becomes <a>…</a>.
void append_to(std::string& xml, const XmlPlace& element, std::string_view content);

/// Text between tags.
std::string xml_text(std::string_view text);

}  // namespace nianbao
