// What was found, in a table on a page behind the report.
#include "docx/comments.hpp"
#include "docx/styles.hpp"
#include "office/inner_pages.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <array>

namespace nianbao::docx {
namespace {

constexpr int list_columns = 5;
constexpr int list_size = 21;  // 五号, in half points
using Row = std::array<std::u32string, list_columns>;

/// Widths in hundredths of the text's.
constexpr std::array<int, list_columns> shares = {6, 14, 22, 33, 25};

/// Where a finding stands, as a reader of the page finds it.
std::u32string place_of(const Anchors::Anchored& one) {
    constexpr std::size_t most = 24;
    if (!one.exact || one.on.empty()) return one.section;
    std::u32string on = one.on;
    if (on.size() > most) on = on.substr(0, most) + U"……";
    return one.section + U"：“" + on + U"”";
}

class ListWriter {
public:
    ListWriter(Body& body, const Anchors& found)
        : xml_(body.xml), width_(body.page.text_width), found_(found) {}

    void write() {
        put_head(style_of(Role::title), to_utf32(list_title), true);
        put_head(style_of(Role::note), to_utf32(list_note), false);
        xml_.open("w:tbl").open("w:tblPr");
        xml_.empty("w:tblW", {{"w:w", number(width_)}, {"w:type", "dxa"}});
        put_borders(xml_);
        xml_.close().open("w:tblGrid");
        for (int i = 0; i < list_columns; ++i)
            xml_.empty("w:gridCol", {{"w:w", number(width_of(i))}});
        xml_.close();
        put_row({U"序号", U"级别和代码", U"位置", U"问题", U"怎么改"}, true);
        int count = 0;
        for (const Anchors::Anchored& one : found_.all()) {
            const Finding& finding = *one.finding;
            put_row({to_utf32(number(++count)),
                     to_utf32(fmt::format("{} {}", level_of(finding.severity), finding.rule)),
                     place_of(one), to_utf32(finding.message), to_utf32(finding.hint)},
                    false);
        }
        if (count == 0) put_row({U"", U"", U"", U"没有发现问题", U""}, false);
        xml_.close();
        // A table is followed by a paragraph.
        xml_.open("w:p").open("w:pPr").empty("w:pStyle", {{"w:val", break_style}}).close().close();
    }

private:
    int width_of(int column) const {
        return width_ * shares[static_cast<std::size_t>(column)] / 100;
    }

    void put_head(std::string_view style, std::u32string_view text, bool new_page) {
        xml_.open("w:p").open("w:pPr").empty("w:pStyle", {{"w:val", style}}).empty("w:keepNext");
        if (new_page) xml_.empty("w:pageBreakBefore");
        xml_.empty("w:spacing", {{"w:after", new_page ? "240" : "120"}});
        xml_.close().open("w:r");
        put_text(xml_, text);
        xml_.close().close();
    }

    void put_row(const Row& row, bool head) {
        xml_.open("w:tr").open("w:trPr").empty("w:cantSplit");
        if (head) xml_.empty("w:tblHeader");
        xml_.close();
        for (int i = 0; i < list_columns; ++i) {
            xml_.open("w:tc").open("w:tcPr");
            xml_.empty("w:tcW", {{"w:w", number(width_of(i))}, {"w:type", "dxa"}});
            xml_.empty("w:vAlign", {{"w:val", "center"}}).close();
            xml_.open("w:p").open("w:pPr").empty("w:pStyle", {{"w:val", style_of(Role::cell)}});
            xml_.empty("w:spacing", {{"w:before", "60"}, {"w:after", "60"}});
            if (!head && i >= 2) xml_.empty("w:jc", {{"w:val", "left"}});
            xml_.close().open("w:r").open("w:rPr");
            xml_.empty("w:sz", {{"w:val", number(list_size)}}).close();
            put_text(xml_, row[static_cast<std::size_t>(i)]);
            xml_.close().close().close();
        }
        xml_.close();
    }

    XmlWriter& xml_;
    int width_;
    const Anchors& found_;
};

}  // namespace

void put_list(Body& body, const Anchors& found) { ListWriter(body, found).write(); }

}  // namespace nianbao::docx
