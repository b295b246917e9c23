#include "docx/write.hpp"

#include "docx/body.hpp"
#include "docx/comments.hpp"
#include "docx/package.hpp"
#include "docx/page.hpp"
#include "docx/styles.hpp"
#include "office/package.hpp"
#include "pack/xml_writer.hpp"

#include <fmt/format.h>

#include <stdexcept>
#include <utility>
#include <vector>

namespace nianbao {
namespace {

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

/// `addressee`: null: none.
std::string written(const Document& document, const Inline* addressee, const Layout& layout,
                    const std::optional<Attachment>& data, const docx::Commentary& commentary) {
    if (std::string wrong = fault(document); !wrong.empty()) throw std::invalid_argument(wrong);
    // The page numbers' are the first two, as sections name them.
    office::Relations relations;
    relations.add("footer", "footer1.xml");
    relations.add("footer", "footer2.xml");
    relations.add("styles", "styles.xml");
    relations.add("settings", "settings.xml");
    relations.add("fontTable", "fontTable.xml");
    if (data) relations.add("customXml", "../customXml/item1.xml");
    const docx::Anchors found(document, commentary.findings), none;
    const bool comments = !commentary.as_list && !found.all().empty();
    if (comments) relations.add("comments", "comments.xml");
    std::string body = docx::document_xml(document, layout, relations, comments ? found : none,
                                          {addressee, commentary.as_list ? &found : nullptr});
    std::vector<docx::Part> parts = {
        {"word/document.xml", std::move(body)},
        {"word/_rels/document.xml.rels", relations.finish()},
        {"word/fontTable.xml", docx::font_table_xml()},
        {"word/footer1.xml", footer_xml(layout, true)},
        {"word/footer2.xml", footer_xml(layout, false)},
        {"word/settings.xml", settings_xml(layout)},
        {"word/styles.xml", docx::styles_xml(docx::Page(layout), layout, comments)},
    };
    if (comments)
        parts.push_back({"word/comments.xml", docx::comments_xml(found, commentary.author)});
    if (data) parts.push_back({"customXml/item1.xml", data_xml(*data)});
    return docx::packed(std::move(parts), document.metadata);
}

}  // namespace

std::string write_docx(const Document& document, const Layout& layout,
                       const std::optional<Attachment>& data, const docx::Commentary& commentary) {
    return written(document, nullptr, layout, data, commentary);
}

std::string write_letter(const Document& document, const Inline& addressee, const Layout& layout) {
    return written(document, &addressee, layout, {}, {});
}

std::string write_docx(const Stages& stages) {
    docx::Commentary commentary{{}, stages.comments_by, stages.comments == Comments::list};
    if (stages.comments != Comments::none && stages.findings != nullptr)
        commentary.findings = *stages.findings;
    return write_docx(*stages.document, stages.report.layout, stages.data, commentary);
}

}  // namespace nianbao
