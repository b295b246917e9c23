// What every Office file has beside its own parts: content types, relations, properties
// (ECMA-376 Part 2).
#pragma once

#include "pack/xml_writer.hpp"

#include <string>
#include <string_view>

namespace nianbao::office {

/// How content types of Office parts begin.
inline constexpr std::string_view office_type = "application/vnd.openxmlformats-officedocument.";
inline constexpr std::string_view relations_namespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The relations of a part, numbered from rId1 on.
class Relations {
public:
    Relations();
    /// Adds one and gives its ID. `kind`: the last word of its type; those of the package
    /// itself begin with "metadata/". `external`: the target is a URI.
    std::string add(std::string_view kind, std::string_view target, bool external = false);
    std::string finish() { return xml_.finish(); }

private:
    XmlWriter xml_;
    int count_ = 0;
};

/// [Content_Types].xml: those by ending stand before those of single parts.
class ContentTypes {
public:
    ContentTypes();
    void by_ending(std::string_view ending, std::string_view type);
    void part(std::string_view name, std::string_view type);
    std::string finish() { return xml_.finish(); }

private:
    XmlWriter xml_;
};

/// docProps/core.xml and docProps/app.xml. The agency is named, and no person.
std::string core_properties(std::string_view title, std::string_view agency);
std::string program_properties(std::string_view agency);
inline constexpr std::string_view core_type =
    "application/vnd.openxmlformats-package.core-properties+xml";

}  // namespace nianbao::office
