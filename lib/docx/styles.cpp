#include "docx/styles.hpp"

#include "docx/comments.hpp"
#include "pack/xml_writer.hpp"
#include "report/layout_settings.hpp"

#include <array>

namespace nianbao::docx {
namespace {

constexpr Face title{"方正小标宋简体", "宋体"}, hei{"黑体", "SimHei"}, kai{"楷体_GB2312", "楷体"},
    fang{"仿宋_GB2312", "仿宋"}, song{"宋体", "SimSun"};
constexpr std::string_view latin = "Times New Roman";

struct RoleStyle {
    Role role;
    const Face* face;
    std::string_view style;
};
constexpr std::array<RoleStyle, role_count> rows = {
    RoleStyle{Role::document, &fang, ""},
    {Role::section, &fang, ""},
    {Role::title, &title, "标题"},
    {Role::heading1, &hei, "一级标题"},
    {Role::heading2, &kai, "二级标题"},
    {Role::heading3, &fang, "三级标题"},
    {Role::heading4, &fang, "四级标题"},
    {Role::paragraph, &fang, ""},
    {Role::note, &song, "表注"},
    {Role::link, &fang, ""},
    {Role::list, &fang, ""},
    {Role::item, &fang, ""},
    {Role::label, &fang, ""},
    {Role::item_body, &fang, ""},
    {Role::table, &song, "表格"},
    {Role::head, &song, "表格"},
    {Role::body, &song, "表格"},
    {Role::row, &song, "表格"},
    {Role::header, &song, "表格"},
    {Role::cell, &song, "表格"},
    {Role::span, &fang, ""},
    {Role::seal, &fang, ""},
};
static_assert(covers_roles(rows));

/// Properties of the runs of a style.
struct Type {
    const Face* face;
    int half_points;
    int spacing = 0;
};

void put_type(XmlWriter& xml, const Type& type, Digits digits) {
    const std::string_view narrow = digits == Digits::latin ? latin : type.face->name;
    xml.open("w:rPr").empty("w:rFonts", {{"w:ascii", narrow},
                                         {"w:hAnsi", narrow},
                                         {"w:eastAsia", type.face->name},
                                         {"w:cs", narrow}});
    // Headings of Word's own are bold and blue unless they say otherwise.
    xml.empty("w:b", {{"w:val", "0"}}).empty("w:i", {{"w:val", "0"}});
    xml.empty("w:color", {{"w:val", "000000"}});
    if (type.spacing != 0) xml.empty("w:spacing", {{"w:val", number(type.spacing)}});
    xml.empty("w:sz", {{"w:val", number(type.half_points)}});
    xml.empty("w:szCs", {{"w:val", number(type.half_points)}});
    xml.close();
}

/// What a style of paragraphs is: its name in the file, and how people call it.
struct StyleName {
    std::string_view id, name, alias = {};
    int level = 0;  // in the outline, from 1
};

class StyleSheet {
public:
    StyleSheet(const Page& page, const Layout& layout)
        : page_(page),
          layout_(layout),
          digits_(layout.digits),
          apart_(layout.spacing == Spacing::quarter ? "1" : "0") {
        xml_.open("w:styles", {{"xmlns:w", word_namespace}});
    }

    std::string write(bool comments) {
        put_defaults();
        const Type text{&fang, 32, page_.spacing};
        open({"正文", "Normal", "正文"}, true);
        put_lines(page_.pitch, "exact", "both", 2);
        xml_.close();
        put_type(xml_, text, digits_);
        xml_.close();

        open({"标题", "Title", "标题"}, false);
        put_lines(twips(title_pitch(layout_)), "exact", "center", 0);
        xml_.close();
        put_type(xml_, {&title, half_points(title_size)}, digits_);
        xml_.close();
        constexpr StyleName headings[] = {{"一级标题", "heading 1", "一级标题", 1},
                                          {"二级标题", "heading 2", "二级标题", 2},
                                          {"三级标题", "heading 3", "三级标题", 3},
                                          {"四级标题", "heading 4", "四级标题", 4}};
        for (const StyleName& name : headings) {
            open(name, false);
            xml_.empty("w:keepNext");
            put_lines(page_.pitch, "exact", "both", 2);
            xml_.empty("w:outlineLvl", {{"w:val", number(name.level - 1)}}).close();
            put_type(xml_, {face_of_level(name.level), 32, page_.spacing}, digits_);
            xml_.close();
        }
        put_plain({"表格", "表格"}, {&song, 21}, 240, "auto", "center");
        put_plain({"表注", "表注"}, {&song, half_points(note_size)}, twips(note_pitch), "exact",
                  "both");
        put_plain({signature_style, signature_style}, text, page_.pitch, "exact", "right");
        // As high as its type: a higher one would take a line from the page.
        put_plain({footer_style, "footer", footer_style}, {&song, 28}, 280, "exact", "right");
        put_plain({break_style, break_style}, {&song, 2}, 20, "exact", "left");
        if (comments)
            put_plain({comment_style, "annotation text", comment_style}, {&song, 21}, 240, "auto",
                      "left");
        put_table_style();
        return xml_.finish();
    }

private:
    static const Face* face_of_level(int level) {
        return rows[static_cast<std::size_t>(heading_role(level))].face;
    }

    void put_defaults() {
        xml_.open("w:docDefaults").open("w:rPrDefault").open("w:rPr");
        const std::string_view narrow = digits_ == Digits::latin ? latin : fang.name;
        xml_.empty("w:rFonts", {{"w:ascii", narrow},
                                {"w:hAnsi", narrow},
                                {"w:eastAsia", fang.name},
                                {"w:cs", narrow}});
        xml_.empty("w:sz", {{"w:val", "32"}}).empty("w:szCs", {{"w:val", "32"}});
        xml_.empty("w:lang", {{"w:val", "en-US"}, {"w:eastAsia", "zh-CN"}});
        xml_.close().close().empty("w:pPrDefault").close();
    }

    /// Opens a style and its paragraph properties.
    void open(const StyleName& name, bool usual) {
        xml_.open("w:style", {{"w:type", "paragraph"}});
        if (usual) xml_.attribute("w:default", "1");
        xml_.attribute("w:styleId", name.id);
        xml_.empty("w:name", {{"w:val", name.name}});
        if (!name.alias.empty()) xml_.empty("w:aliases", {{"w:val", name.alias}});
        if (!usual) xml_.empty("w:basedOn", {{"w:val", "正文"}});
        if (!usual && name.level > 0) xml_.empty("w:next", {{"w:val", "正文"}});
        xml_.empty("w:qFormat").open("w:pPr");
    }

    /// Lines, and the indentation of the first one in characters. No page begins or ends
    /// with a single line of a paragraph, as in the PDF.
    void put_lines(int line, std::string_view rule, std::string_view side, int indent) {
        xml_.empty("w:widowControl", {{"w:val", "1"}}).empty("w:overflowPunct", {{"w:val", "0"}});
        xml_.empty("w:autoSpaceDE", {{"w:val", apart_}})
            .empty("w:autoSpaceDN", {{"w:val", apart_}});
        xml_.empty("w:snapToGrid", {{"w:val", "0"}});
        xml_.empty(
            "w:spacing",
            {{"w:before", "0"}, {"w:after", "0"}, {"w:line", number(line)}, {"w:lineRule", rule}});
        xml_.empty("w:ind", {{"w:firstLineChars", number(indent * 100)},
                             {"w:firstLine", number(indent * page_.em)}});
        xml_.empty("w:jc", {{"w:val", side}});
    }

    void put_plain(const StyleName& name, const Type& type, int line, std::string_view rule,
                   std::string_view side) {
        open(name, false);
        put_lines(line, rule, side, 0);
        xml_.close();
        put_type(xml_, type, digits_);
        xml_.close();
    }

    void put_table_style() {
        xml_.open("w:style", {{"w:type", "table"}, {"w:default", "1"}, {"w:styleId", "普通表格"}});
        xml_.empty("w:name", {{"w:val", "Normal Table"}}).open("w:tblPr");
        xml_.empty("w:tblInd", {{"w:w", "0"}, {"w:type", "dxa"}}).open("w:tblCellMar");
        for (const std::string_view side : {"w:top", "w:left", "w:bottom", "w:right"})
            xml_.empty(side, {{"w:w", "0"}, {"w:type", "dxa"}});
        xml_.close().close().close();
    }

    XmlWriter xml_;
    const Page& page_;
    const Layout& layout_;
    Digits digits_;
    std::string_view apart_;  // "1": a little blank between Han and digits or letters
};

}  // namespace

const Face& face_of(Role role) { return *rows[static_cast<std::size_t>(role)].face; }

std::string_view style_of(Role role) { return rows[static_cast<std::size_t>(role)].style; }

std::string styles_xml(const Page& page, const Layout& layout, bool comments) {
    return StyleSheet(page, layout).write(comments);
}

std::string font_table_xml() {
    XmlWriter xml;
    xml.open("w:fonts", {{"xmlns:w", word_namespace}});
    for (const Face* face : {&title, &hei, &kai, &fang, &song}) {
        xml.open("w:font", {{"w:name", face->name}});
        xml.empty("w:altName", {{"w:val", face->other}}).empty("w:charset", {{"w:val", "86"}});
        xml.close();
    }
    return xml.finish();
}

}  // namespace nianbao::docx
