// XML as it is written.
#include "pack/xml_writer.hpp"

#include <doctest/doctest.h>

using namespace nianbao;

namespace {

const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

}  // namespace

TEST_CASE("Elements stand in each other, and one with nothing in it is short") {
    XmlWriter xml;
    xml.open("a", {{"n", "1"}}).attribute("m", "2");
    xml.open("b").close().empty("c", {{"k", "v"}}).element("d", "text", {{"p", "q"}});
    xml.open("e").text("left open");
    CHECK(xml.finish() ==
          head + "<a n=\"1\" m=\"2\"><b/><c k=\"v\"/><d p=\"q\">text</d><e>left open</e></a>");
}

TEST_CASE("What XML uses itself is escaped, and blanks of attributes are kept") {
    CHECK(XmlWriter().element("a", "1<2 & \"3\">\t\r\n三").finish() ==
          head + "<a>1&lt;2 &amp; \"3\"&gt;\t&#13;\n三</a>");
    CHECK(XmlWriter().empty("a", {{"b", "1<2 & \"3\">\t\r\n三"}}).finish() ==
          head + "<a b=\"1&lt;2 &amp; &quot;3&quot;&gt;&#9;&#13;&#10;三\"/>");
}

TEST_CASE("A character that XML cannot hold becomes one that says so") {
    CHECK(XmlWriter()
              .element("a", std::string_view("x\0y\x1F\uFFFE\uFFFF\uFFFDz\x7F", 15))
              .finish() == head + "<a>x\uFFFDy\uFFFD\uFFFD\uFFFD\uFFFDz\x7F</a>");
}
