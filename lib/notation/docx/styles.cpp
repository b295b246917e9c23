// Styles of paragraphs: how deep in the outline, and in which list.
#include "notation/docx/parts.hpp"
#include "text/digits.hpp"

namespace nianbao::notation {

bool is_word_space(std::string_view space) {
    return space == "http://schemas.openxmlformats.org/wordprocessingml/2006/main" ||
           space == "http://purl.oclc.org/ooxml/wordprocessingml/main";
}

std::string_view word_value(const XmlElement& element, std::string_view local) {
    for (const XmlReadAttribute& attribute : element.attributes) {
        if (attribute.name.local == local &&
            (attribute.name.space.empty() || is_word_space(attribute.name.space)))
            return attribute.value;
    }
    return {};
}

bool is_on(const XmlElement& element) {
    const std::string_view value = word_value(element, "val");
    return value != "0" && value != "false" && value != "off";
}

void StyleSheetReader::open(const XmlElement& element) {
    if (!is_word_space(element.name.space)) return;
    const std::string_view name = element.name.local;
    if (name == "style") {
        const std::string id(word_value(element, "styleId"));
        style_ = &styles_[id];
        const std::string_view usual = word_value(element, "default");
        if (word_value(element, "type") == "paragraph" && (usual == "1" || usual == "true"))
            usual_ = id;
    }
    if (style_ == nullptr) return;
    const int value = number_of(word_value(element, "val"));
    if (name == "basedOn") style_->based_on = word_value(element, "val");
    // 9 is body text (ECMA-376 Part 1, 17.3.1.20).
    if (name == "outlineLvl" && value >= 0) style_->level = value < 9 ? value + 1 : 0;
    if (name == "numId" && value >= 0) style_->place.list = value;
    if (name == "ilvl" && value >= 0) style_->place.level = value;
    if (name == "vanish") style_->hidden = is_on(element);
    if (name == "strike" || name == "dstrike") style_->struck = is_on(element);
}

void StyleSheetReader::close(const XmlName& name) {
    if (is_word_space(name.space) && name.local == "style") style_ = nullptr;
}

template <class Found>
const StyleSheetReader::Style* StyleSheetReader::nearest(std::string_view style,
                                                         Found found) const {
    std::string_view id = style.empty() ? std::string_view(usual_) : style;
    constexpr int most_bases = 32;  // a file may base two styles on each other
    for (int i = 0; i < most_bases; ++i) {
        const auto at = styles_.find(id);
        if (at == styles_.end()) return nullptr;
        if (found(at->second)) return &at->second;
        id = at->second.based_on;
    }
    return nullptr;
}

int StyleSheetReader::level_of(std::string_view style) const {
    const Style* at = nearest(style, [](const Style& of) { return of.level.has_value(); });
    return at == nullptr ? 0 : *at->level;
}

bool StyleSheetReader::hides(std::string_view style) const {
    const Style* at = nearest(style, [](const Style& of) { return of.hidden.has_value(); });
    return at != nullptr && *at->hidden;
}

bool StyleSheetReader::strikes(std::string_view style) const {
    const Style* at = nearest(style, [](const Style& of) { return of.struck.has_value(); });
    return at != nullptr && *at->struck;
}

ListPlace StyleSheetReader::list_of(std::string_view style) const {
    const Style* list = nearest(style, [](const Style& of) { return of.place.list.has_value(); });
    const Style* level = nearest(style, [](const Style& of) { return of.place.level.has_value(); });
    return {list == nullptr ? std::nullopt : list->place.list,
            level == nullptr ? std::nullopt : level->place.level};
}

}  // namespace nianbao::notation
