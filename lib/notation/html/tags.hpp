// The tags and texts of a page, one after the other, as browsers find them in any bytes.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::notation {

/// A start tag: its name in small letters, and its attributes as they stand.
struct Tag {
    std::string name;
    std::string_view attributes;

    /// The value of an attribute with its references decoded; empty if there is none. Of
    /// two the first counts.
    std::string value(std::string_view attribute) const;
    bool has(std::string_view attribute) const;
};

/// What a page consists of, in its order. Comments, scripts and styles are left out.
class TagHandler {
public:
    virtual ~TagHandler() = default;
    virtual void open(const Tag& tag) = 0;
    /// An end tag, by its name in small letters. None need be open.
    virtual void close(std::string_view name) = 0;
    /// A text without tags, its references not decoded.
    virtual void text(std::string_view raw) = 0;
};

/// Goes through a page in UTF-8.
void read_tags(std::string_view page, TagHandler& handler);

}  // namespace nianbao::notation
