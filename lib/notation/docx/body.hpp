// The body of a Word file: paragraphs and tables in their order, as they are shown.
#pragma once

#include "notation/docx/parts.hpp"
#include "notation/docx/word_file.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace nianbao::notation {

struct WordTable;

struct WordParagraph {
    std::string text;
    std::string number;                      // what Word prints before it
    int level = 0;                           // in the outline, from 1; 0: body text
    std::vector<std::string> comments = {};  // the IDs of those on it
    std::vector<WordMark> marks = {};
    int element = 0;  // which <p> of the part it is; of a text box, the one that it is tied to
};

using WordBlock = std::variant<WordParagraph, std::unique_ptr<WordTable>>;

struct WordCell {
    int columns = 1;
    bool continues = false;  // it is one with the cell above
    std::string text;        // its paragraphs, a line each
    int element = 0;         // of its first paragraph
    std::vector<std::string> comments = {};
    std::vector<WordMark> marks = {};
    bool coloured = false;  // its ground is not white
};

struct WordRow {
    int before = 0;  // columns that it leaves free on its left
    bool deleted = false;
    std::vector<WordMark> marks = {};
    std::vector<WordCell> cells;
};

struct WordTable {
    std::vector<WordRow> rows;
    std::vector<std::unique_ptr<WordTable>> within;  // tables in its cells
};

/// word/document.xml.
class BodyReader final : public XmlHandler {
public:
    BodyReader(const StyleSheetReader& styles, const NumberingReader& numbering)
        : styles_(styles), counter_(numbering) {}

    void open(const XmlElement& element) override;
    void close(const XmlName& name) override;
    void text(std::string_view text) override;

    std::vector<WordBlock> blocks;
    WordMarks marks;
    bool too_many = false;  // pieces; the rest was not read
    bool too_long = false;  // the text; nor was it
    int elements = 0;       // with the local name “p”, from 1 in the order of their tags

private:
    /// The elements that decide what others within them mean.
    enum class Tag : std::uint8_t {
        other,
        skipped,  // nothing in it is shown
        paragraph,
        paragraph_properties,
        run,
        run_properties,
        list_place,
        row,
        row_properties,
        cell,
        cell_properties,
        text,
        alternatives,
        alternative
    };

    struct OpenParagraph {
        WordParagraph paragraph;
        std::string style;
        ListPlace place;
        std::optional<int> level;
        bool goes_on = false;           // the end of it was deleted: the next one joins it
        std::vector<WordBlock> beside;  // of its text boxes
        std::vector<bool> fields;       // open ones: true where its result is
        std::string raised;             // above or below the line, and nothing behind it yet
    };

    /// How a run is shown.
    struct RunLook {
        bool hidden = false, struck = false, raised = false, white = false;
    };

    /// What paragraphs and tables are put into: the body, a cell, a text box.
    struct Flow {
        std::vector<WordBlock> blocks;
        std::string joined;                      // text of paragraphs whose ends were deleted
        std::vector<WordMark> marks;             // of these
        std::size_t paragraphs = 0, tables = 0;  // how many were open when it began
    };

    Tag tag_of(const XmlElement& element);
    Tag word_tag(const XmlElement& element);
    void note_property(const XmlElement& element, Tag within);
    void note_look(const XmlElement& element);
    void note_cell(const XmlElement& element);
    void note_run(const XmlElement& element);
    bool shows() const;
    void put(std::string_view text);
    void note_mark(WordMark::What what, const XmlElement& element);
    void note_left(WordMark::What what, std::string_view text);
    void end_raised();
    std::vector<WordMark>* marks_here();
    void end_paragraph();
    void end_cell();
    void end_flow();
    Tag within() const { return tags_.empty() ? Tag::other : tags_.back(); }
    bool in_own_paragraph() const;
    WordTable* own_table();
    bool on_colour() const;

    const StyleSheetReader& styles_;
    ListCounter counter_;
    std::vector<Tag> tags_;
    std::vector<OpenParagraph> paragraphs_;
    std::vector<std::unique_ptr<WordTable>> tables_;
    std::vector<Flow> flows_;
    std::vector<bool> chosen_;  // of each open mc:AlternateContent: one was read
    RunLook run_;
    std::size_t count_ = 0, written_ = 0;
    int skipped_ = 0;
};

}  // namespace nianbao::notation
