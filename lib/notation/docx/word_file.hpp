// Word files (.docx): what one sees of them, as paragraphs and grids.
#pragma once

#include "notation/draft.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::notation {

/// What a Word file holds beside its text, and what of it was not read.
struct WordMarks {
    int insertions = 0;   // not yet accepted; kept, as the text shows them
    int deletions = 0;    // not yet accepted; left out
    int moves = 0;        // not yet accepted; kept where they were moved to
    int comments = 0;     // beside the text
    int notes = 0;        // at the foot of pages or at the end
    int pictures = 0;     // in which text may stand
    int embedded = 0;     // other files within this one
    bool hidden = false;  // text that nobody sees; left out
};

/// What somebody wrote beside a paragraph or cell, which stands at that byte.
struct WordComment {
    std::string text, author;
    int at = 0;
};

/// A change that is not accepted yet, or text that is not read: nobody sees it, it is
/// struck through, or it is the mark of a note above the line. White text is read, and
/// nobody sees it.
struct WordMark {
    enum class What : std::uint8_t {
        insertion,
        deletion,
        move,
        formatting,
        hidden,
        struck,
        raised,
        white
    };
    What what = What::insertion;
    std::string author = {};  // of a change, as the file names him
    std::string text = {};    // that is not read, or white; empty: the whole row is hidden
    int at = 0;               // the byte where its paragraph or cell stands
    std::size_t behind = 0;   // of text that is not read: how many bytes of its paragraph before

    bool is_change() const { return what < What::hidden; }
};

/// A paragraph or cell of the Draft, and which <p> of the file's body it begins with.
struct WordElement {
    int at = 0;  // the byte where it stands
    int element = 0;
};

struct WordFile {
    Draft draft;  // paragraphs with the number that Word prints before them, and tables
    WordMarks marks;
    std::vector<WordComment> comments = {};  // those that have a text
    std::vector<WordMark> placed = {};       // what of `marks` stands in the body
    std::string body_part = {};              // the part that holds the body
    int all_elements = 0;                    // named “p” in it
    std::vector<WordElement> elements = {};
};

struct ReadWordFile {
    std::optional<WordFile> file;
    std::string fault;  // why there is none, in Chinese without an end mark
};

/// Reads a Word file: its body, with text boxes behind the paragraph that they are tied
/// to. Changes that are not accepted yet are read as accepted. A soft line break is a
/// line feed. Running heads and feet are not read.
ReadWordFile read_word_file(std::string_view bytes, std::string name);

}  // namespace nianbao::notation
