#include "pack/xml_writer.hpp"

#include <array>
#include <cstddef>
#include <utility>

namespace nianbao {
namespace {

constexpr std::string_view replacement = "\uFFFD";

/// By byte: whether a character that begins so may not be able to stand for itself.
constexpr std::array<bool, 256> may_be_escaped = [] {
    std::array<bool, 256> table{};
    for (std::size_t control = 0; control < 0x20; ++control) table[control] = true;
    for (const unsigned char c : {'&', '<', '>', '"'}) table[c] = true;
    table[0xEF] = true;
    return table;
}();

/// What stands for a character that cannot stand for itself; empty if it can. `rest`: the
/// text from the character on.
std::string_view escaped(std::string_view rest, bool attribute) {
    const char c = rest.front();
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '\r':
            return "&#13;";
        case '"':
            return attribute ? "&quot;" : "";
        case '\n':
            return attribute ? "&#10;" : "";
        case '\t':
            return attribute ? "&#9;" : "";
        case '\xEF':
            return rest.starts_with("\uFFFE") || rest.starts_with("\uFFFF") ? replacement : "";
        default:
            return c >= 0 && c < 0x20 ? replacement : "";
    }
}

/// Adds text, or the value of an attribute: in these programs change the blanks that are
/// no spaces, if they stand as they are.
void add_escaped(std::string& out, std::string_view text, bool attribute) {
    const char *copied = text.data(), *at = copied;
    const char* const end = copied + text.size();
    for (;; ++at) {
        while (at != end && !may_be_escaped[static_cast<unsigned char>(*at)]) ++at;
        if (at == end) break;
        const std::string_view instead =
            escaped({at, static_cast<std::size_t>(end - at)}, attribute);
        if (instead.empty()) continue;
        out.append(copied, at).append(instead);
        if (*at == '\xEF') at += 2;
        copied = at + 1;
    }
    out.append(copied, end);
}

}  // namespace

XmlWriter::XmlWriter() : out_("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n") {}

XmlWriter& XmlWriter::open(std::string_view name, std::initializer_list<XmlAttribute> attributes) {
    begin(name, attributes);
    open_.emplace_back(name);
    in_tag_ = true;
    return *this;
}

XmlWriter& XmlWriter::empty(std::string_view name, std::initializer_list<XmlAttribute> attributes) {
    begin(name, attributes);
    out_ += "/>";
    return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value) {
    (out_ += ' ') += name;
    out_ += "=\"";
    add_escaped(out_, value, true);
    out_ += '"';
    return *this;
}

XmlWriter& XmlWriter::text(std::string_view text) {
    end_of_tag();
    add_escaped(out_, text, false);
    return *this;
}

XmlWriter& XmlWriter::close() {
    if (std::exchange(in_tag_, false)) out_ += "/>";
    else ((out_ += "</") += open_.back()) += '>';
    open_.pop_back();
    return *this;
}

XmlWriter& XmlWriter::element(std::string_view name, std::string_view own,
                              std::initializer_list<XmlAttribute> attributes) {
    return open(name, attributes).text(own).close();
}

std::string XmlWriter::finish() {
    while (!open_.empty()) close();
    return std::exchange(out_, {});
}

void XmlWriter::begin(std::string_view name, std::initializer_list<XmlAttribute> attributes) {
    end_of_tag();
    (out_ += '<') += name;
    for (const XmlAttribute& each : attributes) attribute(each.name, each.value);
}

void XmlWriter::end_of_tag() {
    if (std::exchange(in_tag_, false)) out_ += '>';
}

}  // namespace nianbao
