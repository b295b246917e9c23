// The document as the paragraphs and tables of word/document.xml.
#pragma once

#include "docx/filling.hpp"
#include "docx/lines.hpp"
#include "docx/page.hpp"
#include "nianbao/document.hpp"
#include "nianbao/layout.hpp"
#include "office/package.hpp"
#include "pack/xml_writer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::docx {

class Anchors;

/// What paragraphs and tables are written into.
struct Body {
    const Page& page;
    const Layout& layout;
    office::Relations& relations;  // those of links are added
    const Anchors& anchors;        // of comments
    XmlWriter xml = {};
};

/// How the runs of a text are written.
struct Runs {
    int run_in = 0;                   // as of a Paragraph
    int size = 0;                     // in half points, 0: its style's
    std::vector<int> line_ends = {};  // before these characters of all texts, in order
};

/// The runs of a text of the document, with the comments that stand on it.
void put_runs(Body& body, const std::vector<Text>& texts, const std::vector<std::string>& links,
              const Runs& runs = {});
/// A text that is none of the document.
void put_text(XmlWriter& xml, std::u32string_view text);

/// A table with its notes.
void put_table(Body& body, const Table& table, const Standing& standing);

/// The borders of a table, and the blank beside its texts. REQUIRES: its properties are
/// open.
void put_borders(XmlWriter& xml);

/// The title in as few lines as it takes, parted by sense.
std::vector<std::u32string> title_lines(const Inline& title, int most);

/// What stands around a document in the file; null: nothing.
struct Around {
    const Inline* addressee = nullptr;  // 主送机关 of a letter
    const Anchors* list = nullptr;      // what was found, behind the report
};

std::string document_xml(const Document& document, const Layout& layout,
                         office::Relations& relations, const Anchors& anchors,
                         const Around& around);

}  // namespace nianbao::docx
