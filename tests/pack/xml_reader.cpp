// XML: elements, texts and what is refused.
#include "pack/xml_reader.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

using namespace nianbao;

namespace {

/// What was told, as text: <space:local attribute=value> … </local>.
class Told : public XmlHandler {
public:
    void open(const XmlElement& element) override {
        all += "<" + name(element.name);
        for (const XmlReadAttribute& attribute : element.attributes)
            all += " " + name(attribute.name) + "=" + std::string(attribute.value);
        all += ">";
    }
    void close(const XmlName& closed) override { all += "</" + name(closed) + ">"; }
    void text(std::string_view text) override { all += text; }

    std::string all;

private:
    static std::string name(const XmlName& name) {
        return (name.space.empty() ? "" : std::string(name.space) + ":") + std::string(name.local);
    }
};

std::string told(std::string_view xml) {
    Told told;
    return read_xml(xml, told) == XmlFault::none ? told.all : "refused";
}

XmlFault fault(std::string_view xml) {
    Told told;
    return read_xml(xml, told);
}

std::string nested(int depth) {
    std::string xml;
    for (int i = 0; i < depth; ++i) xml += "<a>";
    for (int i = 0; i < depth; ++i) xml += "</a>";
    return xml;
}

}  // namespace

TEST_CASE("elements are told with their namespaces, whatever the prefix") {
    CHECK(told("<a x='1'>甲&#x4E59;<b/>\n</a>") == "<a x=1>甲乙<b></b>\n</a>");
    CHECK(told("<x:a xmlns:x='urn:s' x:b='1' c='2'/>") == "<urn:s:a urn:s:b=1 c=2></urn:s:a>");
    CHECK(told("<a xmlns='urn:s' b='1'/>") == "<urn:s:a b=1></urn:s:a>");
    CHECK(told("<?xml version='1.0' encoding='UTF-8'?><!-- c --><a><![CDATA[<&]]></a>") ==
          "<a><&</a>");
    CHECK(told(std::string_view("\xFF\xFE<\0a\0/\0>\0", 10)) == "<a></a>");
}

TEST_CASE("an attribute is found by its name and namespace") {
    struct Finds : XmlHandler {
        void open(const XmlElement& element) override {
            found = std::string(element.value("r")) + "|" +
                    std::string(element.value("urn:s", "r")) + "|" +
                    std::string(element.value("x"));
        }
        void close(const XmlName&) override {}
        void text(std::string_view) override {}
        std::string found;
    } finds;
    CHECK(read_xml("<a xmlns:s='urn:s' s:r='1' r='2'/>", finds) == XmlFault::none);
    CHECK(finds.found == "2|1|");
}

TEST_CASE("a document type is refused, whatever it says") {
    CHECK(fault("<!DOCTYPE a><a/>") == XmlFault::doctype);
    CHECK(fault("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>") == XmlFault::doctype);
    CHECK(fault("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>") == XmlFault::doctype);
}

TEST_CASE("what is no XML is refused") {
    for (const char* xml :
         {"", "a", "<a>", "<a></b>", "<a/><b/>", "<a>&b;</a>", "<x:a/>", "<a x='1' x='2'/>",
          "<a>\xFF</a>", "<a>\x01</a>", "<?xml version='1.0' encoding='GB18030'?><a/>"}) {
        CAPTURE(xml);
        CHECK(fault(xml) == XmlFault::malformed);
    }
}

TEST_CASE("elements may be 64 deep") {
    CHECK(fault(nested(64)) == XmlFault::none);
    CHECK(fault(nested(65)) == XmlFault::too_deep);
    CHECK(fault(nested(100'000)) == XmlFault::too_deep);
}

TEST_CASE("what the handler throws comes through, and nothing more is told") {
    struct Throws : XmlHandler {
        void open(const XmlElement&) override {
            ++opened;
            throw std::runtime_error("enough");
        }
        void close(const XmlName&) override { ++opened; }
        void text(std::string_view) override { ++opened; }
        int opened = 0;
    } throws;
    CHECK_THROWS_WITH_AS(static_cast<void>(read_xml("<a/>", throws)), "enough", std::runtime_error);
    CHECK(throws.opened == 1);
}
