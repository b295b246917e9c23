// The report as a document: what each piece of it is, in reading order, without a page
// and without a face.
#pragma once

#include "nianbao/breaks.hpp"
#include "nianbao/finding.hpp"
#include "nianbao/form.hpp"
#include "nianbao/report.hpp"
#include "nianbao/roles.hpp"
#include "nianbao/speech.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// A stretch of text of one role. `from` is its place in the report. If from.length is
/// the text's length and no reference printed it, characters correspond one to one; else
/// the whole text stands for the whole span.
struct Text {
    std::u32string text;
    Span from;
    TextRole role = TextRole::plain;
    bool reference = false;     // a {{cell}} printed it
    int link = -1;              // index among Inline::links; -1: none
    std::string language = {};  // of its words, as in Metadata: “en”; empty: the document's
    bool operator==(const Text&) const = default;
};

/// Running text. A link is a run of stretches that have its index. It has no role of its
/// own, as it may be in a heading, cross a label, or be printed by a reference.
struct Inline {
    std::vector<Text> texts;
    std::vector<std::string> links;  // URIs
    std::vector<Break> breaks = {};  // of a title or a signature, in order: where its
                                     // lines may end by sense, counted in characters of
                                     // all texts

    /// All of the text without line ends, as bookmarks and screen readers want it.
    [[nodiscard]] std::u32string text() const;

    bool operator==(const Inline&) const = default;
};

/// A heading on a line of its own.
struct Heading {
    int level = 2;  // as it is numbered: 1 “一、”, 2 “（一）”, 3 “1.”, 4 “（1）”
    int depth = 2;  // in the outline, where the title is 1 and no depth is skipped: see
                    // outline_depths()
    Inline content;
    bool operator==(const Heading&) const = default;
};

struct Paragraph {
    Inline content;
    int run_in = 0;  // level of the heading that its texts of TextRole::heading make; 0: none
    bool operator==(const Paragraph&) const = default;
};

struct ListItem;

/// How the items of a list are numbered: “1.”, “（1）”, “①”. A list stands inside an item
/// of one before it in this order.
enum class ListLabels : std::uint8_t { dots, brackets, circles };

/// Numbered paragraphs. Their numbers stand in the text, as labels.
struct List {
    ListLabels labels = ListLabels::dots;
    int first = 1;
    std::vector<ListItem> items;
    bool operator==(const List& other) const;
};

/// An item: `content` begins with its label. `below`: the lists inside it.
struct ListItem {
    Inline content;
    int run_in = 0;  // as of a Paragraph
    std::vector<List> below;
    bool operator==(const ListItem&) const = default;
};
/// Compares the items, and the lists below them.
inline bool List::operator==(const List& other) const {
    return labels == other.labels && first == other.first && items == other.items;
}

/// A cell of a table. A label is the heading of its row or column, as its scope says, and
/// of nothing without one. `breaks`: where its lines may end by sense, in order.
struct TableCell {
    int row = 0, column = 0, rows = 1, columns = 1;
    bool label = false;
    Scope scope = Scope::none;
    std::vector<int> headers;  // its header cells, as indexes among Table::cells: those
                               // above it from the top down, then those of its row
    std::vector<Text> texts;   // a label; or a number, and its remark
    std::vector<Break> breaks;
    bool operator==(const TableCell&) const = default;
};

/// A table and the notes below it. Cells are in the order of rows and tile the grid. The
/// first head_rows rows are repeated on each page that the table goes on to.
struct Table {
    std::string_view key;   // of the form: "applications"
    std::string_view name;  // its caption
    int rows = 0, columns = 0, head_rows = 0;
    std::vector<TableCell> cells;
    std::vector<Inline> notes;
    bool operator==(const Table&) const = default;
};

using Block = std::variant<Paragraph, Heading, List, Table>;

/// A heading of level 1 and everything under it. What comes before the first such heading
/// is a section without a heading.
struct Section {
    std::optional<Heading> heading;
    int form = -1;  // index among Edition::headings; -1: the writer's own heading, or none
    std::vector<Block> blocks;
    bool operator==(const Section&) const = default;
};

/// 署名 and 成文日期. In the outline they belong to the last section.
struct SignatureLines {
    Inline agency, date;
    bool operator==(const SignatureLines&) const = default;
};

/// What the file says about the document.
struct Metadata {
    std::string title;   // one line
    std::string author;  // the agency
    std::string language = "zh-CN";
    std::optional<Date> date;      // of the signature, else of publication
    std::string description = {};  // what the report is, in one line
    std::string keywords = {};     // in one line, with “，” between them
    bool operator==(const Metadata&) const = default;
};

struct Document {
    Metadata metadata;
    Inline title;  // a U+000A in it ends a line
    std::vector<Section> sections;
    std::optional<SignatureLines> signature;
    bool operator==(const Document&) const = default;
};

/// Depends on the report alone; safe to call from many threads at once. Throws
/// std::invalid_argument with fault() if the report is not whole.
[[nodiscard]] Document compose(const Report& report);

/// Checks the `{{…}}` cell references in all texts of the report: a finding for each that
/// is unknown or unclosed, in the words of the report's file. Throws as compose() does.
[[nodiscard]] std::vector<Finding> check_references(const Report& report,
                                                    Speech speech = Speech::english);

/// Says what is wrong with a document that a program made, for its programmer, with
/// indexes as in the types: "sections[1].blocks[0]: no cell at row 3, column 2". Empty if
/// every writer can write it; else writers throw std::invalid_argument with this text. An
/// empty list, paragraph or section is no fault, and is written as nothing.
[[nodiscard]] std::string fault(const Document& document);

/// Sets the depth of every heading: one more than that of the last heading of a higher
/// level. The title's is 1 (ISO 14289-1, 7.4.2).
void outline_depths(Document& document);

/// Calls `each` for every text in reading order. `role` is that of the innermost element
/// around it (title, a heading, paragraph, label, item_body, header, cell or note);
/// `run_in` is that of its paragraph or item, else 0. REQUIRES: a document without a
/// fault.
void each_text(const Document& document,
               const std::function<void(Role role, int run_in, const Text& text)>& each);

/// The document as readable text, a block a line: what golden files hold.
[[nodiscard]] std::string dump(const Document& document);

}  // namespace nianbao
