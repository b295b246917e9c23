// XML as programs read it: one line, no blanks between elements, UTF-8.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

struct XmlAttribute {
    std::string_view name;
    std::string_view value;
};

/// Writes a document element by element. Characters that XML cannot hold (most control
/// characters) become U+FFFD.
class XmlWriter {
public:
    XmlWriter();

    XmlWriter& open(std::string_view name, std::initializer_list<XmlAttribute> attributes = {});
    /// An element with nothing in it.
    XmlWriter& empty(std::string_view name, std::initializer_list<XmlAttribute> attributes = {});
    /// Adds an attribute to the element that was opened last. REQUIRES: nothing was
    /// written into it.
    XmlWriter& attribute(std::string_view name, std::string_view value);
    XmlWriter& text(std::string_view text);
    /// Closes the element that was opened last.
    XmlWriter& close();
    /// An element with a text alone.
    XmlWriter& element(std::string_view name, std::string_view text,
                       std::initializer_list<XmlAttribute> attributes = {});

    /// Closes what is open and gives the document.
    std::string finish();

private:
    void begin(std::string_view name, std::initializer_list<XmlAttribute> attributes);
    void end_of_tag();

    std::string out_;
    std::vector<std::string> open_;
    bool in_tag_ = false;
};

}  // namespace nianbao
