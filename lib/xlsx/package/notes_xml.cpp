// Notes on cells: their texts, and the boxes that programs show them in, which are still
// drawn in VML.
#include "pack/xml_writer.hpp"
#include "text/utf8.hpp"
#include "xlsx/package/sheet_xml.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::xlsx {
namespace {

constexpr std::string_view author = "nianbao";
constexpr double usual_width = 9;   // of a column, in digits
constexpr int width_of_a_box = 24;  // in digits

double width_of(const Sheet& sheet, int column) {
    const auto found = sheet.widths.find(column);
    return found == sheet.widths.end() ? usual_width : found->second;
}

/// Where a note's box stands: right of its cell, as wide as a short sentence.
std::string anchor(const Sheet& sheet, At at, std::string_view text) {
    const int begin = at.column + 1, top = std::max(at.row - 1, 0);
    int end = begin;
    double width = 0;
    while ((width += width_of(sheet, end)) < width_of_a_box) ++end;
    const double beyond = width - width_of_a_box;  // of the last column
    const int inside = static_cast<int>((width_of(sheet, end) - beyond) * 7);
    const int lines = 1 + display_width(text) / width_of_a_box;
    return fmt::format("{}, 12, {}, 4, {}, {}, {}, 8", begin, top, end, inside, top + lines + 1);
}

}  // namespace

std::string notes_xml(const Sheet& sheet) {
    XmlWriter xml;
    xml.open("comments", {{"xmlns", main_namespace}});
    xml.open("authors").element("author", author).close().open("commentList");
    for (const auto& [at, text] : sheet.notes) {
        xml.open("comment", {{"ref", name_of(at)}, {"authorId", "0"}}).open("text").open("r");
        xml.open("rPr").empty("sz", {{"val", "9"}}).empty("rFont", {{"val", "宋体"}});
        xml.empty("charset", {{"val", "134"}}).close();
        xml.element("t", cell_text(text), {{"xml:space", "preserve"}}).close().close().close();
    }
    return xml.finish();
}

std::string note_boxes_xml(const Sheet& sheet, int number) {
    XmlWriter xml;
    xml.open("xml", {{"xmlns:v", "urn:schemas-microsoft-com:vml"},
                     {"xmlns:o", "urn:schemas-microsoft-com:office:office"},
                     {"xmlns:x", "urn:schemas-microsoft-com:office:excel"}});
    xml.open("o:shapelayout", {{"v:ext", "edit"}});
    xml.empty("o:idmap", {{"v:ext", "edit"}, {"data", std::to_string(number)}}).close();
    xml.open("v:shapetype", {{"id", "_x0000_t202"},
                             {"coordsize", "21600,21600"},
                             {"o:spt", "202"},
                             {"path", "m,l,21600r21600,l21600,xe"}});
    xml.empty("v:stroke", {{"joinstyle", "miter"}});
    xml.empty("v:path", {{"gradientshapeok", "t"}, {"o:connecttype", "rect"}}).close();
    int shape = number * 1024;
    for (const auto& [at, text] : sheet.notes) {
        xml.open("v:shape", {{"id", fmt::format("_x0000_s{}", ++shape)},
                             {"type", "#_x0000_t202"},
                             {"style", "position:absolute;z-index:1;visibility:hidden"},
                             {"fillcolor", "#ffffe1"},
                             {"o:insetmode", "auto"}});
        xml.empty("v:fill", {{"color2", "#ffffe1"}});
        xml.empty("v:shadow", {{"on", "t"}, {"color", "black"}, {"obscured", "t"}});
        xml.empty("v:path", {{"o:connecttype", "none"}});
        xml.open("v:textbox", {{"style", "mso-direction-alt:auto"}});
        xml.open("div", {{"style", "text-align:left"}}).close().close();
        xml.open("x:ClientData", {{"ObjectType", "Note"}});
        xml.empty("x:MoveWithCells").empty("x:SizeWithCells");
        xml.element("x:Anchor", anchor(sheet, at, text)).element("x:AutoFill", "False");
        xml.element("x:Row", std::to_string(at.row));
        xml.element("x:Column", std::to_string(at.column)).close().close();
    }
    return xml.finish();
}

}  // namespace nianbao::xlsx
