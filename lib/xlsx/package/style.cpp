#include "xlsx/package/style.hpp"

#include "pack/xml_writer.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

namespace nianbao::xlsx {
namespace {

constexpr std::string_view faces[] = {"宋体", "黑体", "仿宋"};
constexpr std::string_view colours[] = {"", "FFC00000", "FF595959", "FF0563C1"};
constexpr std::string_view fills[] = {"", "FFFFFBE6", "FFF2F2F2", "FFFFC7CE"};

constexpr int first_own_format = 164, date_format = first_own_format + 1,
              percent_format = date_format + 1, text_format = 49;
/// Whole numbers of up to twelve digits, which General would write with an exponent.
constexpr std::string_view counts = "[>=10000000000]0;General", dates = "yyyy\\-mm\\-dd",
                           per_cents = "0.0%";

int format_of(Shown shown) {
    switch (shown) {
        case Shown::count:
            return first_own_format;
        case Shown::date:
            return date_format;
        case Shown::percent:
            return percent_format;
        case Shown::text:
            return text_format;
        default:
            return 0;
    }
}

/// What the fonts of two styles differ in.
auto font_of(const Style& style) {
    return std::make_tuple(style.face, style.points, style.bold, style.underlined, style.colour);
}

using Font = decltype(font_of(Style{}));

void write_font(XmlWriter& xml, const Font& font) {
    const auto& [face, points, bold, underlined, colour] = font;
    xml.open("font");
    if (bold) xml.empty("b");
    if (underlined) xml.empty("u");
    xml.empty("sz", {{"val", std::to_string(points)}});
    if (colour != Colour::automatic)
        xml.empty("color", {{"rgb", colours[static_cast<std::size_t>(colour)]}});
    xml.empty("name", {{"val", faces[static_cast<std::size_t>(face)]}});
    xml.empty("family", {{"val", "3"}}).empty("charset", {{"val", "134"}}).close();
}

void write_fill(XmlWriter& xml, std::string_view pattern, std::string_view colour) {
    xml.open("fill").open("patternFill", {{"patternType", pattern}});
    if (!colour.empty())
        xml.empty("fgColor", {{"rgb", colour}}).empty("bgColor", {{"indexed", "64"}});
    xml.close().close();
}

void write_border(XmlWriter& xml, bool thin) {
    xml.open("border");
    for (std::string_view side : {"left", "right", "top", "bottom"}) {
        if (!thin) xml.empty(side);
        else xml.open(side, {{"style", "thin"}}).empty("color", {{"auto", "1"}}).close();
    }
    xml.empty("diagonal").close();
}

std::string_view name_of(Across across) {
    constexpr std::string_view names[] = {"general", "left", "center", "right"};
    return names[static_cast<std::size_t>(across)];
}

}  // namespace

int Styles::number(const Style& style) {
    const auto [found, is_new] = numbers_.try_emplace(style, static_cast<int>(styles_.size()));
    if (is_new) styles_.push_back(style);
    return found->second;
}

std::string Styles::xml() const {
    std::vector<Font> fonts;
    const auto font_number = [&](const Style& style) {
        const auto found = std::find(fonts.begin(), fonts.end(), font_of(style));
        if (found != fonts.end()) return found - fonts.begin();
        fonts.push_back(font_of(style));
        return static_cast<std::ptrdiff_t>(fonts.size()) - 1;
    };
    for (const Style& style : styles_) font_number(style);

    XmlWriter xml;
    xml.open("styleSheet",
             {{"xmlns", "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}});
    xml.open("numFmts", {{"count", "3"}});
    for (const auto& [number, code] :
         {std::pair{first_own_format, counts}, {date_format, dates}, {percent_format, per_cents}})
        xml.empty("numFmt", {{"numFmtId", std::to_string(number)}, {"formatCode", code}});
    xml.close();
    xml.open("fonts", {{"count", std::to_string(fonts.size())}});
    for (const Font& font : fonts) write_font(xml, font);
    xml.close();
    // The first two are fixed: programs take them for none and a grey pattern.
    xml.open("fills", {{"count", std::to_string(std::size(fills) + 1)}});
    write_fill(xml, "none", {});
    write_fill(xml, "gray125", {});
    for (std::size_t i = 1; i < std::size(fills); ++i) write_fill(xml, "solid", fills[i]);
    xml.close();
    xml.open("borders", {{"count", "2"}});
    write_border(xml, false);
    write_border(xml, true);
    xml.close();
    xml.open("cellStyleXfs", {{"count", "1"}});
    xml.empty("xf", {{"numFmtId", "0"}, {"fontId", "0"}, {"fillId", "0"}, {"borderId", "0"}});
    xml.close().open("cellXfs", {{"count", std::to_string(styles_.size())}});
    for (const Style& style : styles_) {
        const std::size_t fill = static_cast<std::size_t>(style.fill);
        xml.open("xf", {{"numFmtId", std::to_string(format_of(style.shown))},
                        {"fontId", std::to_string(font_number(style))},
                        {"fillId", std::to_string(fill == 0 ? 0 : fill + 1)},
                        {"borderId", style.bordered ? "1" : "0"},
                        {"xfId", "0"},
                        {"applyNumberFormat", "1"},
                        {"applyFont", "1"},
                        {"applyFill", "1"},
                        {"applyBorder", "1"},
                        {"applyAlignment", "1"},
                        {"applyProtection", "1"}});
        xml.open("alignment", {{"horizontal", name_of(style.across)},
                               {"vertical", style.down == Down::top ? "top" : "center"}});
        if (style.wrapped) xml.attribute("wrapText", "1");
        if (style.shrunk) xml.attribute("shrinkToFit", "1");
        xml.close().empty("protection", {{"locked", style.unlocked ? "0" : "1"}}).close();
    }
    xml.close();
    xml.open("cellStyles", {{"count", "1"}});
    xml.empty("cellStyle", {{"name", "Normal"}, {"xfId", "0"}, {"builtinId", "0"}}).close();
    xml.open("dxfs", {{"count", "1"}}).open("dxf");
    xml.open("font").empty("b").empty("color", {{"rgb", colours[1]}}).close();
    xml.open("fill").open("patternFill", {{"patternType", "solid"}});
    xml.empty("fgColor", {{"rgb", fills[3]}}).empty("bgColor", {{"rgb", fills[3]}});
    return xml.finish();
}

}  // namespace nianbao::xlsx
