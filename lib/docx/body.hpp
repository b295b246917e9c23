// The document as the paragraphs and tables of word/document.xml.
#pragma once

#include "docx/page.hpp"
#include "nianbao/document.hpp"
#include "nianbao/layout.hpp"
#include "office/package.hpp"
#include "pack/xml_writer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::docx {

/// What paragraphs and tables are written into.
struct Body {
    const Page& page;
    const Layout& layout;
    office::Relations& relations;  // those of links are added
    XmlWriter xml = {};
};

/// In half characters, as digits and letters are half as wide as the others.
int width_of(std::u32string_view text);

/// The runs of a text. `run_in`: as of a Paragraph; `size`: in half points, 0: its
/// style's.
void put_runs(Body& body, const std::vector<Text>& texts, const std::vector<std::string>& links,
              int run_in, int size = 0);

/// A table with its notes. `width`: of the text area, in twips.
void put_table(Body& body, const Table& table, int width);

/// The title in as few lines as it takes, parted by sense.
std::vector<std::u32string> title_lines(const Inline& title, int most);

/// `addressee`: 主送机关 of a letter; null: none.
std::string document_xml(const Document& document, const Inline* addressee, const Layout& layout,
                         office::Relations& relations);

}  // namespace nianbao::docx
