#include "pack/xml_writer.hpp"

#include <cstddef>
#include <utility>

namespace nianbao {
namespace {

constexpr std::string_view replacement = "\uFFFD";

/// Adds text, or the value of an attribute: in these programs change the blanks that are
/// no spaces, if they stand as they are.
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

void add_escaped(std::string& out, std::string_view text, bool attribute) {
    std::size_t copied = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        // Most characters stand for themselves.
        const char c = text[at];
        if (c > '>' || (c < 0 && c != '\xEF')) continue;
        const std::string_view instead = escaped(text.substr(at), attribute);
        if (instead.empty()) continue;
        out.append(text, copied, at - copied).append(instead);
        if (c == '\xEF') at += 2;
        copied = at + 1;
    }
    out.append(text, copied);
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
