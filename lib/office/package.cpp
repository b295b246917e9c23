#include "office/package.hpp"

#include <fmt/format.h>

namespace nianbao::office {
namespace {

constexpr std::string_view packages = "http://schemas.openxmlformats.org/package/2006/";

}  // namespace

Relations::Relations() {
    xml_.open("Relationships", {{"xmlns", std::string(packages) + "relationships"}});
}

std::string Relations::add(std::string_view kind, std::string_view target, bool external) {
    // The core properties are of the package, not of the office document.
    const std::string type = kind.starts_with("metadata/")
                                 ? fmt::format("{}relationships/{}", packages, kind)
                                 : fmt::format("{}/{}", relations_namespace, kind);
    std::string id = fmt::format("rId{}", ++count_);
    xml_.open("Relationship", {{"Id", id}, {"Type", type}, {"Target", target}});
    if (external) xml_.attribute("TargetMode", "External");
    xml_.close();
    return id;
}

ContentTypes::ContentTypes() {
    xml_.open("Types", {{"xmlns", std::string(packages) + "content-types"}});
}

void ContentTypes::by_ending(std::string_view ending, std::string_view type) {
    xml_.empty("Default", {{"Extension", ending}, {"ContentType", type}});
}

void ContentTypes::part(std::string_view name, std::string_view type) {
    xml_.empty("Override", {{"PartName", name}, {"ContentType", type}});
}

std::string core_properties(std::string_view title, std::string_view agency) {
    XmlWriter xml;
    xml.open("cp:coreProperties", {{"xmlns:cp", std::string(packages) + "metadata/core-properties"},
                                   {"xmlns:dc", "http://purl.org/dc/elements/1.1/"}});
    xml.element("dc:title", title).element("dc:creator", agency);
    xml.element("cp:lastModifiedBy", "nianbao");
    return xml.finish();
}

std::string program_properties(std::string_view agency) {
    XmlWriter xml;
    xml.open("Properties", {{"xmlns",
                             "http://schemas.openxmlformats.org/officeDocument/2006/"
                             "extended-properties"}});
    xml.element("Application", "nianbao").element("Company", agency);
    return xml.finish();
}

}  // namespace nianbao::office
