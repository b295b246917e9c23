#include "pdf/xmp.hpp"

#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao {
namespace {

std::string escaped(std::string_view text) {
    std::string out;
    for (char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

/// PDF/A knows no schema of PDF/UA's, so the file describes it (ISO 19005-2, 6.6.2.3).
constexpr std::string_view extension =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

}  // namespace

std::string xmp_packet(const Facts& facts, bool attachment) {
    std::string packet =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
        " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
        " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
        " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n";
    packet +=
        fmt::format("<pdfaid:part>{}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\n",
                    attachment ? 3 : 2);
    packet += "<pdfuaid:part>1</pdfuaid:part>\n";
    const auto tell = [&](std::string_view form, const std::string& value) {
        if (!value.empty()) packet += fmt::format(fmt::runtime(form), escaped(value)) + "\n";
    };
    tell("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:title>",
         facts.title);
    tell("<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>", facts.author);
    tell(
        "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:description>",
        facts.description);
    tell("<dc:publisher><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:publisher>", facts.author);
    tell("<dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>", facts.language);
    tell("<pdf:Keywords>{}</pdf:Keywords>", facts.keywords);
    tell("<xmp:CreatorTool>{}</xmp:CreatorTool>", facts.producer);
    tell("<pdf:Producer>{}</pdf:Producer>", facts.producer);
    tell("<xmp:CreateDate>{}</xmp:CreateDate>", xmp_date(facts.date));
    tell("<xmp:ModifyDate>{}</xmp:ModifyDate>", xmp_date(facts.date));
    packet += extension;
    return packet + "</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
}

std::string xmp_date(std::string_view date) {
    if (date.size() < 17) return {};
    const auto part = [&](std::size_t from, std::size_t length) {
        return date.substr(from, length);
    };
    std::string text = fmt::format("{}-{}-{}T{}:{}:{}", part(2, 4), part(6, 2), part(8, 2),
                                   part(10, 2), part(12, 2), part(14, 2));
    const std::string_view zone = part(16, std::string_view::npos);  // Z, or +08'00'
    return text + (zone.size() < 6 ? std::string(zone)
                                   : fmt::format("{}:{}", zone.substr(0, 3), zone.substr(4, 2)));
}

std::string xml_characters(std::string_view utf8) {
    std::u32string kept = to_utf32(utf8);
    std::erase_if(kept,
                  [](char32_t c) { return c < U' ' || c == 0x7F || c == 0xFFFE || c == 0xFFFF; });
    return to_utf8(kept);
}

}  // namespace nianbao
