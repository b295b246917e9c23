#include "docx/body.hpp"

#include "docx/comments.hpp"
#include "docx/styles.hpp"
#include "report/layout_settings.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <utility>

namespace nianbao::docx {
namespace {

std::u32string all_of(const Inline& content) {
    std::u32string all;
    for (const Text& text : content.texts) all += text.text;
    return all;
}

/// Where a page is turned, a section of the file ends.
class BodyWriter {
public:
    BodyWriter(Body& body, const Document& document, const Around& around)
        : body_(body),
          xml_(body.xml),
          document_(document),
          around_(around),
          title_(title_lines(document.title, body.page.text_width / (half_points(title_size) * 5))),
          tables_(stand(document, body.layout, static_cast<int>(title_.size()))) {}

    void write() {
        xml_.open("w:body");
        put_title();
        if (around_.addressee != nullptr) put_addressee(*around_.addressee);
        for (std::size_t i = 0; i < document_.sections.size(); ++i) {
            const Section& section = document_.sections[i];
            turn(is_turned(section, tables_));
            if (section.heading) put(*section.heading);
            last_of_all_ = document_.signature && i + 1 == document_.sections.size();
            for (const Block& block : section.blocks) {
                last_ = last_of_all_ && &block == &section.blocks.back();
                std::visit([this](const auto& own) { put(own); }, block);
            }
        }
        if (turned_ && (document_.signature || around_.list != nullptr)) turn(false);
        if (document_.signature) put(*document_.signature);
        if (around_.list != nullptr) put_list(body_, *around_.list);
        put_section(turned_);
        xml_.close();
    }

private:
    void turn(bool turned) {
        if (turned_ == turned) return;
        open_paragraph(break_style);
        put_section(turned_);
        xml_.close().close();
        turned_ = turned;
        below_table_ = 0;  // what comes next begins a page
    }

    /// The page of what stands before, and its numbers.
    void put_section(bool turned) {
        const Page& page = body_.page;
        xml_.open("w:sectPr");
        for (const auto& [type, id] : {std::pair{"even", "rId1"}, std::pair{"default", "rId2"}})
            xml_.empty("w:footerReference", {{"w:type", type}, {"r:id", id}});
        const int below = page.height - page.top - twips(body_.layout.height);
        // In Word a table begins where the next line's box does, half a gap lower.
        const int gap = (page.pitch - twips(body_.layout.em())) / 2;
        if (turned)
            xml_.empty("w:pgSz", {{"w:w", number(page.height)},
                                  {"w:h", number(page.width)},
                                  {"w:orient", "landscape"}});
        else xml_.empty("w:pgSz", {{"w:w", number(page.width)}, {"w:h", number(page.height)}});
        xml_.empty("w:pgMar", {{"w:top", number(turned ? page.left : page.top)},
                               {"w:right", number(turned ? page.top : page.right)},
                               {"w:bottom", number(turned ? page.right - gap : page.bottom)},
                               {"w:left", number(turned ? below : page.left)},
                               {"w:header", "851"},
                               {"w:footer", number(turned ? page.right / 2 : page.footer)},
                               {"w:gutter", "0"}});
        if (!body_.layout.first_page_numbered && !any_section_) xml_.empty("w:titlePg");
        any_section_ = true;
        // LibreOffice leaves free what is no whole line of a grid, and tables need it.
        if (!turned)
            xml_.empty("w:docGrid", {{"w:type", "lines"}, {"w:linePitch", number(page.pitch)}});
        xml_.close();
    }

    /// Opens a paragraph and its properties.
    void open_paragraph(std::string_view style) {
        xml_.open("w:p").open("w:pPr");
        if (!style.empty()) xml_.empty("w:pStyle", {{"w:val", style}});
    }

    void put_title() {
        if (title_.empty()) return;
        open_paragraph(style_of(Role::title));
        xml_.empty("w:keepNext");
        const auto count = static_cast<int>(title_.size());
        const int rows = title_rows(body_.layout, count) * body_.page.pitch;
        const int after = rows - count * twips(title_pitch(body_.layout));
        xml_.empty("w:spacing", {{"w:after", number(after)}}).close();
        // A line end of the writer's stands in the text already.
        const std::u32string all = all_of(document_.title);
        Runs runs;
        std::size_t at = 0;
        for (const std::u32string& line : title_) {
            while (at < all.size() && all[at] == U'\n') ++at;
            if (at > 0 && all[at - 1] != U'\n') runs.line_ends.push_back(static_cast<int>(at));
            at += line.size();
        }
        put_runs(body_, document_.title.texts, document_.title.links, runs);
        xml_.close();
    }

    void put_addressee(const Inline& content) {
        open_paragraph(style_of(Role::paragraph));
        xml_.empty("w:ind", {{"w:firstLineChars", "0"}, {"w:firstLine", "0"}}).close();
        put_runs(body_, content.texts, content.links);
        xml_.close();
    }

    /// Between a table and what follows it, which stands on the grid again.
    void put_room() {
        if (const int before = std::exchange(below_table_, 0); before > 0)
            xml_.empty("w:spacing", {{"w:before", number(before)}});
    }

    void put(const Heading& heading) {
        if (heading.content.texts.empty()) return;
        const Role role = heading_role(heading.level);
        open_paragraph(style_of(role));
        put_room();
        xml_.close();
        put_runs(body_, heading.content.texts, heading.content.links);
        xml_.close();
        below_heading_ = true;
    }

    void put(const Paragraph& paragraph) {
        put_running(paragraph.content, Role::paragraph, paragraph.run_in);
    }

    void put(const List& list) {
        for (const ListItem& item : list.items) {
            put_running(item.content, Role::item_body, item.run_in);
            for (const List& below : item.below) put(below);
        }
    }

    void put(const Table& table) {
        const Standing& standing = tables_.at(&table);
        put_table(body_, table, standing);
        below_table_ = twips(standing.below);
        below_heading_ = false;
    }

    void put_running(const Inline& content, Role role, int run_in) {
        if (content.texts.empty()) return;
        open_paragraph(style_of(role));
        // The signature never stands alone, and a heading stays with two lines.
        const bool single = std::exchange(below_heading_, false) &&
                            running_lines(content, body_.layout) == 1 && !last_of_all_;
        if (last_ || single) xml_.empty("w:keepNext");
        put_room();
        xml_.close();
        put_runs(body_, content.texts, content.links, {.run_in = run_in});
        xml_.close();
    }

    /// 署名 two characters from the edge, the date two behind where the name begins
    /// (7.3.5.2); if the date is longer, the other way round.
    void put(const SignatureLines& lines) {
        // A name of several lines begins at the left edge.
        const int most = body_.layout.columns * 2 - 4;
        const int name = std::min(width_of(lines.agency.text()), most),
                  date = width_of(lines.date.text());
        const bool longer = date > name;
        const int name_right = longer ? 4 + 4 + date - name : 4,
                  date_right = longer ? 4 : std::max(name - date, 0);
        put_signed(lines.agency, name_right, true);
        put_signed(lines.date, date_right, false);
    }

    /// `right`: half characters from the edge.
    void put_signed(const Inline& content, int right, bool first) {
        if (content.texts.empty()) return;
        open_paragraph(signature_style);
        if (first)
            xml_.empty("w:keepNext").empty("w:spacing", {{"w:before", number(body_.page.pitch)}});
        xml_.empty("w:ind", {{"w:rightChars", number(right * 50)},
                             {"w:right", number(right * body_.page.em / 2)},
                             {"w:firstLineChars", "0"},
                             {"w:firstLine", "0"}});
        xml_.close();
        put_runs(body_, content.texts, content.links);
        xml_.close();
    }

    Body& body_;
    XmlWriter& xml_;
    const Document& document_;
    const Around& around_;
    std::vector<std::u32string> title_;  // its lines
    Standings tables_;
    bool turned_ = false, any_section_ = false;
    int below_table_ = 0;  // blank, in twips
    bool last_of_all_ = false, last_ = false, below_heading_ = false;
};

}  // namespace

void put_text(XmlWriter& xml, std::u32string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(U"\t\n"), text.size());
        if (end > 0) xml.element("w:t", to_utf8(text.substr(0, end)), {{"xml:space", "preserve"}});
        if (end == text.size()) break;
        xml.empty(text[end] == U'\t' ? "w:tab" : "w:br");
        text.remove_prefix(end + 1);
    }
}

namespace {

/// One text: a run, or several with comments between them.
class RunWriter {
public:
    RunWriter(Body& body, const Runs& runs) : body_(body), xml_(body.xml), runs_(runs) {}

    void put(const Text& text) {
        const int length = static_cast<int>(text.text.size());
        int from = 0;
        for (const Anchors::Mark& mark : body_.anchors.marks(text)) {
            put_part(text, from, mark.at);
            put_mark(xml_, mark);
            from = mark.at;
        }
        put_part(text, from, length);
        before_ += length;
    }

private:
    void put_part(const Text& text, int from, int to) {
        if (from == to && !(from == 0 && text.text.empty())) return;
        const bool heading = text.role == TextRole::heading && runs_.run_in > 0;
        const std::string_view face =
            heading ? face_of(heading_role(runs_.run_in)).name : std::string_view();
        xml_.open("w:r");
        if (!face.empty() || runs_.size > 0 || !text.language.empty()) {
            xml_.open("w:rPr");
            if (!face.empty()) xml_.empty("w:rFonts", {{"w:eastAsia", face}});
            if (runs_.size > 0)
                xml_.empty("w:sz", {{"w:val", number(runs_.size)}})
                    .empty("w:szCs", {{"w:val", number(runs_.size)}});
            if (!text.language.empty()) xml_.empty("w:lang", {{"w:val", text.language}});
            xml_.close();
        }
        const std::u32string_view all(text.text);
        for (const int end : runs_.line_ends) {
            const int at = end - before_;
            if (at < from || at >= to) continue;
            put_text(xml_, all.substr(static_cast<std::size_t>(from),
                                      static_cast<std::size_t>(at - from)));
            xml_.empty("w:br");
            from = at;
        }
        put_text(xml_,
                 all.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from)));
        xml_.close();
    }

    Body& body_;
    XmlWriter& xml_;
    const Runs& runs_;
    int before_ = 0;  // characters of the texts before
};

}  // namespace

void put_runs(Body& body, const std::vector<Text>& texts, const std::vector<std::string>& links,
              const Runs& runs) {
    XmlWriter& xml = body.xml;
    RunWriter writer(body, runs);
    int link = -1;
    for (const Text& text : texts) {
        if (text.link != link && link >= 0) xml.close();
        if (text.link != link && text.link >= 0)
            xml.open(
                "w:hyperlink",
                {{"r:id", body.relations.add("hyperlink",
                                             links[static_cast<std::size_t>(text.link)], true)}});
        link = text.link;
        writer.put(text);
    }
    if (link >= 0) xml.close();
}

std::string document_xml(const Document& document, const Layout& layout,
                         office::Relations& relations, const Anchors& anchors,
                         const Around& around) {
    const Page page(layout);
    Body body{page, layout, relations, anchors};
    body.xml.open("w:document",
                  {{"xmlns:w", word_namespace}, {"xmlns:r", office::relations_namespace}});
    BodyWriter(body, document, around).write();
    return body.xml.finish();
}

}  // namespace nianbao::docx
