#include "docx/write.hpp"

#include "digest/sha256.hpp"
#include "docx/body.hpp"
#include "docx/page.hpp"
#include "docx/styles.hpp"
#include "office/package.hpp"
#include "pack/zip_reader.hpp"
#include "pack/zip_writer.hpp"

#include <fmt/format.h>

#include <stdexcept>
#include <utility>
#include <vector>

namespace nianbao {
namespace {

using docx::number;

constexpr std::string_view seal_part = "docProps/custom.xml";

struct Part {
    std::string name, bytes;
};

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

std::string settings_xml(const Layout& layout) {
    XmlWriter xml;
    xml.open("w:settings", {{"xmlns:w", docx::word_namespace}});
    xml.empty("w:zoom", {{"w:percent", "100"}});
    if (layout.mirrored) xml.empty("w:mirrorMargins");
    xml.empty("w:defaultTabStop", {{"w:val", "640"}});
    if (layout.page_numbers != PageNumbers::centred) xml.empty("w:evenAndOddHeaders");
    xml.empty("w:characterSpacingControl", {{"w:val", "doNotCompress"}});
    xml.open("w:compat")
        .empty("w:compatSetting", {{"w:name", "compatibilityMode"},
                                   {"w:uri", "http://schemas.microsoft.com/office/word"},
                                   {"w:val", "15"}});
    xml.close().empty("w:themeFontLang", {{"w:val", "en-US"}, {"w:eastAsia", "zh-CN"}});
    return xml.finish();
}

/// — 1 —, one character from the outer edge.
std::string footer_xml(const Layout& layout, bool even) {
    XmlWriter xml;
    xml.open("w:ftr", {{"xmlns:w", docx::word_namespace}});
    xml.open("w:p").open("w:pPr").empty("w:pStyle", {{"w:val", docx::footer_style}});
    if (layout.page_numbers == PageNumbers::centred) {
        xml.empty("w:jc", {{"w:val", "center"}});
    } else {
        const std::string_view side = even ? "w:left" : "w:right";
        xml.empty("w:ind", {{side, "280"}, {"w:firstLineChars", "0"}, {"w:firstLine", "0"}});
        xml.empty("w:jc", {{"w:val", even ? "left" : "right"}});
    }
    xml.close();
    const std::string_view dash = layout.page_numbers == PageNumbers::hyphen ? "-" : "—";
    const auto run = [&](const std::string& text) {
        xml.open("w:r").element("w:t", text, {{"xml:space", "preserve"}}).close();
    };
    run(fmt::format("{} ", dash));
    xml.open("w:fldSimple", {{"w:instr", " PAGE "}});
    run("1");
    xml.close();
    run(fmt::format(" {}", dash));
    return xml.finish();
}

std::string data_xml(const Attachment& data) {
    XmlWriter xml;
    xml.element("data", data.bytes,
                {{"xmlns", "urn:nianbao:data"}, {"name", data.name}, {"type", data.type}});
    return xml.finish();
}

std::string content_types() {
    office::ContentTypes types;
    const auto part = [&](std::string_view name, std::string_view what) {
        types.part(name, fmt::format("{}{}+xml", office::office_type, what));
    };
    types.by_ending("rels", "application/vnd.openxmlformats-package.relationships+xml");
    types.by_ending("xml", "application/xml");
    part("/docProps/app.xml", "extended-properties");
    types.part("/docProps/core.xml", office::core_type);
    part("/docProps/custom.xml", "custom-properties");
    part("/word/document.xml", "wordprocessingml.document.main");
    part("/word/fontTable.xml", "wordprocessingml.fontTable");
    part("/word/footer1.xml", "wordprocessingml.footer");
    part("/word/footer2.xml", "wordprocessingml.footer");
    part("/word/settings.xml", "wordprocessingml.settings");
    part("/word/styles.xml", "wordprocessingml.styles");
    return types.finish();
}

/// `addressee`: null: none.
std::string packed(const Document& document, const Inline* addressee, const Layout& layout,
                   const std::optional<Attachment>& data) {
    if (std::string wrong = fault(document); !wrong.empty()) throw std::invalid_argument(wrong);
    office::Relations package;
    package.add("officeDocument", "word/document.xml");
    package.add("metadata/core-properties", "docProps/core.xml");
    package.add("extended-properties", "docProps/app.xml");
    package.add("custom-properties", std::string(seal_part));
    // The page numbers' are the first two, as sections name them.
    office::Relations relations;
    relations.add("footer", "footer1.xml");
    relations.add("footer", "footer2.xml");
    relations.add("styles", "styles.xml");
    relations.add("settings", "settings.xml");
    relations.add("fontTable", "fontTable.xml");
    if (data) relations.add("customXml", "../customXml/item1.xml");
    std::string body = docx::document_xml(document, addressee, layout, relations);
    const Metadata& about = document.metadata;
    std::vector<Part> parts = {
        {"[Content_Types].xml", content_types()},
        {"_rels/.rels", package.finish()},
        {"docProps/app.xml", office::program_properties(about.author)},
        {"docProps/core.xml", office::core_properties(about.title, about.author)},
        {"word/document.xml", std::move(body)},
        {"word/_rels/document.xml.rels", relations.finish()},
        {"word/fontTable.xml", docx::font_table_xml()},
        {"word/footer1.xml", footer_xml(layout, true)},
        {"word/footer2.xml", footer_xml(layout, false)},
        {"word/settings.xml", settings_xml(layout)},
        {"word/styles.xml", docx::styles_xml(docx::Page(layout), layout)},
    };
    if (data) parts.push_back({"customXml/item1.xml", data_xml(*data)});
    ZipWriter zip;
    for (const Part& part : parts) zip.add(part.name, part.bytes);
    zip.add(seal_part, seal_xml(digest_of(parts)));
    return zip.finish();
}

}  // namespace

std::string write_docx(const Document& document, const Layout& layout,
                       const std::optional<Attachment>& data) {
    return packed(document, nullptr, layout, data);
}

std::string write_letter(const Document& document, const Inline& addressee, const Layout& layout) {
    return packed(document, &addressee, layout, {});
}

std::string write_docx(const Stages& stages) {
    return write_docx(*stages.document, stages.report.layout, stages.data);
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
