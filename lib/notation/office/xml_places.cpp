#include "notation/office/xml_places.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <utility>

namespace nianbao {
namespace {

/// A tag, or what else stands between “<” and “>”.
struct XmlTag {
    std::size_t begin = 0, end = 0;
    bool element = false, closes = false, empty = false;
    std::string_view prefix, local;
};

/// The next tag from a byte on; at the end of the text if there is none.
XmlTag next_tag(std::string_view xml, std::size_t from) {
    XmlTag tag;
    tag.begin = std::min(xml.find('<', from), xml.size());
    const std::string_view rest = xml.substr(tag.begin);
    const auto ends_with = [&](std::string_view mark) {
        const std::size_t at = rest.find(mark);
        return at == rest.npos ? xml.size() : tag.begin + at + mark.size();
    };
    if (rest.empty()) {
        tag.end = xml.size();
    } else if (rest.starts_with("<!--")) {
        tag.end = ends_with("-->");
    } else if (rest.starts_with("<![CDATA[")) {
        tag.end = ends_with("]]>");
    } else if (rest.starts_with("<?")) {
        tag.end = ends_with("?>");
    } else {
        // “>” may stand in an attribute's value.
        std::size_t at = tag.begin;
        for (char quote = '\0'; at < xml.size(); ++at) {
            const char c = xml[at];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c == '"' || c == '\'') quote = c;
            else if (c == '>') break;
        }
        tag.end = std::min(at + 1, xml.size());
        tag.element = tag.begin < xml.size();
        tag.closes = rest.starts_with("</");
        tag.empty = tag.end >= 2 && xml[tag.end - 2] == '/';
        std::string_view name = rest.substr(tag.closes ? 2 : 1);
        name = name.substr(0, name.find_first_of(" \t\r\n/>"));
        const std::size_t colon = name.find(':');
        tag.prefix = colon == name.npos ? std::string_view() : name.substr(0, colon + 1);
        tag.local = colon == name.npos ? name : name.substr(colon + 1);
    }
    return tag;
}

/// The first element at a depth whose name is wanted.
template <class Wanted>
XmlPlace find_element(std::string_view xml, int depth, Wanted wanted) {
    XmlPlace place;
    int now = 0;
    for (XmlTag tag = next_tag(xml, 0); tag.begin < xml.size(); tag = next_tag(xml, tag.end)) {
        if (!tag.element) continue;
        if (tag.closes) --now;
        if (!place.found && !tag.closes && now == depth && wanted(tag.local)) {
            place = {tag.begin, tag.end, tag.begin, tag.end, tag.prefix, true};
            if (tag.empty) return place;
        } else if (place.found && tag.closes && now == depth) {
            place.close = tag.begin;
            place.end = tag.end;
            return place;
        }
        if (!tag.closes && !tag.empty) ++now;
    }
    return place;
}

}  // namespace

XmlPlace root_of(std::string_view xml) {
    return find_element(xml, 0, [](std::string_view) { return true; });
}

XmlPlace child_of_root(std::string_view xml, std::initializer_list<std::string_view> names) {
    return find_element(xml, 1, [&](std::string_view name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    });
}

XmlPlace first_child(std::string_view xml, const XmlPlace& element, std::string_view name) {
    const std::string_view within = xml.substr(element.open_end, element.close - element.open_end);
    bool first = true;
    XmlPlace child = find_element(within, 0, [&](std::string_view local) {
        return std::exchange(first, false) && local == name;
    });
    for (std::size_t* at : {&child.begin, &child.open_end, &child.close, &child.end})
        *at += element.open_end;
    return child;
}

std::vector<XmlPlace> elements_of(std::string_view xml, std::string_view name) {
    std::vector<XmlPlace> all;
    std::vector<std::size_t> open;
    for (XmlTag tag = next_tag(xml, 0); tag.begin < xml.size(); tag = next_tag(xml, tag.end)) {
        if (!tag.element || tag.local != name) continue;
        if (!tag.closes) {
            if (!tag.empty) open.push_back(all.size());
            all.push_back({tag.begin, tag.end, tag.begin, tag.end, tag.prefix, true});
        } else if (!open.empty()) {
            all[open.back()].close = tag.begin;
            all[open.back()].end = tag.end;
            open.pop_back();
        }
    }
    return all;
}

std::string_view attribute_of(std::string_view xml, const XmlPlace& element,
                              std::string_view name) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::string_view tag = xml.substr(element.begin, element.open_end - element.begin);
    std::size_t at = tag.find_first_of(blanks);
    while (at < tag.size() && (at = tag.find_first_not_of(blanks, at)) < tag.size()) {
        const std::size_t equals = tag.find('=', at);
        const std::size_t quote = tag.find_first_of("\"'", equals);
        if (equals == tag.npos || quote == tag.npos) break;
        const std::size_t end = std::min(tag.find(tag[quote], quote + 1), tag.size());
        std::string_view own = tag.substr(at, equals - at);
        own = own.substr(0, own.find_first_of(blanks));
        if (own == name) return tag.substr(quote + 1, end - quote - 1);
        at = end + 1;
    }
    return {};
}

void append_to(std::string& xml, const XmlPlace& element, std::string_view content) {
    if (element.close != element.begin) {
        xml.insert(element.close, content);
        return;
    }
    std::string tag = xml.substr(element.begin, element.open_end - element.begin);
    tag.erase(tag.size() - 2);
    while (tag.ends_with(' ')) tag.pop_back();
    const std::size_t name_end = tag.find_first_of(" \t\r\n", 1);
    const std::string name = tag.substr(1, name_end == tag.npos ? tag.npos : name_end - 1);
    xml.replace(element.begin, element.open_end - element.begin,
                (tag + ">").append(content) + "</" + name + ">");
}

std::string xml_text(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode_at(text, at);
        const char32_t c = next.character.value_or(U'\uFFFD');
        if (c == U'&') out += "&amp;";
        else if (c == U'<') out += "&lt;";
        else if (c == U'>') out += "&gt;";
        else if (c == U'"') out += "&quot;";
        else
            append_utf8(out, (c < 0x20 && c != U'\n' && c != U'\t') || c == 0xFFFE || c == 0xFFFF
                                 ? U'\uFFFD'
                                 : c);
        at += next.bytes;
    }
    return out;
}

}  // namespace nianbao
