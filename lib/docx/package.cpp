#include "docx/package.hpp"

#include "digest/sha256.hpp"
#include "docx/write.hpp"
#include "office/package.hpp"
#include "pack/zip_reader.hpp"
#include "pack/zip_writer.hpp"

#include <fmt/format.h>

#include <utility>

namespace nianbao {
namespace {

using docx::Part;

constexpr std::string_view seal_part = "docProps/custom.xml";

/// What is written into the seal: of all other parts, in their order.
std::string digest_of(const std::vector<Part>& parts) {
    Sha256 all;
    for (const Part& part : parts) {
        all.add_part(part.name);
        all.add_part(part.bytes);
    }
    return all.digest();
}

std::string seal_xml(const std::string& digest) {
    XmlWriter xml;
    xml.open(
        "Properties",
        {{"xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"},
         {"xmlns:vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"}});
    xml.open(
        "property",
        {{"fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"}, {"pid", "2"}, {"name", "nianbao"}});
    xml.element("vt:lpwstr", digest);
    return xml.finish();
}

/// Content types of parts, by how their names begin.
struct PartType {
    std::string_view begins, what;
};
constexpr PartType part_types[] = {
    {"word/comments", "wordprocessingml.comments"},
    {"word/document", "wordprocessingml.document.main"},
    {"word/fontTable", "wordprocessingml.fontTable"},
    {"word/footer", "wordprocessingml.footer"},
    {"word/settings", "wordprocessingml.settings"},
    {"word/styles", "wordprocessingml.styles"},
};

std::string content_types(const std::vector<Part>& parts) {
    office::ContentTypes types;
    const auto part = [&](std::string_view name, std::string_view what) {
        types.part(name, fmt::format("{}{}+xml", office::office_type, what));
    };
    types.by_ending("rels", "application/vnd.openxmlformats-package.relationships+xml");
    types.by_ending("xml", "application/xml");
    part("/docProps/app.xml", "extended-properties");
    types.part("/docProps/core.xml", office::core_type);
    part("/docProps/custom.xml", "custom-properties");
    for (const Part& own : parts) {
        for (const PartType& type : part_types) {
            if (own.name.starts_with(type.begins)) part("/" + own.name, type.what);
        }
    }
    return types.finish();
}

}  // namespace

std::string docx::packed(std::vector<Part> parts, const Metadata& about) {
    office::Relations package;
    package.add("officeDocument", "word/document.xml");
    package.add("metadata/core-properties", "docProps/core.xml");
    package.add("extended-properties", "docProps/app.xml");
    package.add("custom-properties", std::string(seal_part));
    std::vector<Part> all = {
        {"[Content_Types].xml", content_types(parts)},
        {"_rels/.rels", package.finish()},
        {"docProps/app.xml", office::program_properties(about.author)},
        {"docProps/core.xml", office::core_properties(about.title, about.author)},
    };
    for (Part& part : parts) all.push_back(std::move(part));
    ZipWriter zip;
    for (const Part& part : all) zip.add(part.name, part.bytes);
    zip.add(seal_part, seal_xml(digest_of(all)));
    return zip.finish();
}

bool is_docx_as_made(std::string_view bytes) {
    ZipReader zip(bytes);
    if (zip.parts().empty() || zip.parts().back().name != seal_part) return false;
    std::vector<Part> parts;
    std::string seal;
    for (const ZipPart& part : zip.parts()) {
        std::optional<std::string> own = zip.read(part);
        if (!own) return false;
        if (part.name == seal_part) seal = *std::move(own);
        else parts.push_back({std::string(part.name), *std::move(own)});
    }
    return !seal.empty() && seal == seal_xml(digest_of(parts));
}

}  // namespace nianbao
