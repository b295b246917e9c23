// XML, as it stands in Office files: elements and text, in their order.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace nianbao {

/// A name with its namespace. `space` is empty if it has none.
struct XmlName {
    std::string_view space, local;
};

struct XmlReadAttribute {
    XmlName name;
    std::string_view value;
};

/// An element that opens. Its views hold until the call returns.
struct XmlElement {
    XmlName name;
    std::span<const XmlReadAttribute> attributes;

    /// The value of an attribute without a namespace; empty if there is none.
    [[nodiscard]] std::string_view value(std::string_view local) const { return value({}, local); }
    [[nodiscard]] std::string_view value(std::string_view space, std::string_view local) const {
        for (const XmlReadAttribute& attribute : attributes) {
            if (attribute.name.local == local && attribute.name.space == space)
                return attribute.value;
        }
        return {};
    }
};

/// Is told what comes. Texts may come in several pieces.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void open(const XmlElement& element) = 0;
    virtual void close(const XmlName& name) = 0;
    virtual void text(std::string_view text) = 0;
};

enum class XmlFault : std::uint8_t {
    none,
    malformed,  // no XML, or in an encoding that no Office file has
    doctype,    // has a DOCTYPE, which could name entities and other files
    too_deep    // elements in each other
};

/// Elements may stand in so many others.
inline constexpr int most_xml_depth = 64;

/// Reads a document. What was told before a fault is not to be used. Lets through what
/// the handler throws. Throws Failure if there is no memory.
XmlFault read_xml(std::string_view bytes, XmlHandler& handler);

}  // namespace nianbao
