// The report as a document: title, headings, paragraphs and tables in reading order, without a page.
#pragma once

#include "nianbao/finding.hpp"
#include "nianbao/form.hpp"
#include "nianbao/report.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// What a face is for (GB/T 9704: 小标宋, 仿宋, 黑体, 楷体, 宋体, and a Latin face beside them).
enum class FontRole { title, body, heading1, heading2, table, latin };
inline constexpr int font_roles = 6;

/// A piece of text in one face. `from` is where it stands in the report: one to one where from.length is the text's length,
/// else the whole text stands for the whole span (a cell reference).
struct Text {
    FontRole font = FontRole::body;
    std::u32string text;
    Span from;
    bool operator==(const Text&) const = default;
};

enum class ParagraphRole { title, body, heading1, heading2, heading3, heading4, note, signature_agency, signature_date };

/// A paragraph; a U+000A in its text breaks the line (titles only).
struct Paragraph {
    ParagraphRole role = ParagraphRole::body;
    std::vector<Text> texts;
    bool operator==(const Paragraph&) const = default;
};

/// A cell of a table. Label cells have scope row or column; `breaks` are the offsets at which a label may be broken by sense.
struct TableCell {
    int row = 0, column = 0, rows = 1, columns = 1;
    bool label = false;
    Scope scope = Scope::none;
    std::vector<Text> texts;
    std::vector<int> breaks;
    bool operator==(const TableCell&) const = default;
};

/// A table; cells stand row by row. The first head_rows rows are repeated where it goes on over a page.
struct Table {
    std::string_view key;
    std::string_view name;
    int rows = 0, columns = 0, head_rows = 0;
    std::vector<TableCell> cells;
    bool operator==(const Table&) const = default;
};

using Block = std::variant<Paragraph, Table>;

/// What is said about the document in the file.
struct Metadata {
    std::string title;   // one line
    std::string author;  // the agency
    std::string language = "zh-CN";
    std::optional<Date> date;  // of the signature
    bool operator==(const Metadata&) const = default;
};

struct Document {
    Metadata metadata;
    std::vector<Block> blocks;
    std::vector<Finding> findings;  // cell references that name no cell are the reader's; what composing must say stands here
    bool operator==(const Document&) const = default;
};

/// Looks at the report alone: safe from many threads at once. REQUIRES: a whole report, as read() gives.
Document compose(const Report& report);

/// Checks the `{{…}}` cell references of all the report's texts: a finding for each that is unknown or unclosed.
std::vector<Finding> check_references(const Report& report);

/// As readable text, a block a line: what golden files hold.
std::string dump(const Document& document);

}  // namespace nianbao
