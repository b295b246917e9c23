// What was read, and where each field is in it.
#pragma once

#include "nianbao/finding.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// The file that was read: its text, and where each field is in it. A text file is one
/// text. A workbook has a unit for each cell, a Word file one for each paragraph and each
/// cell of a table; text() is the texts of all units, with a line feed after each. So a
/// place is a byte of text() for every kind of file, and readers of values need not know
/// which kind it is.
class Source {
public:
    /// The beginning of a run of a field's decoded text that text() has as it is: code
    /// point `decoded` is at byte `at`.
    struct Piece {
        int decoded;
        int at;
    };
    struct FieldPlace {
        int begin = 0, end = 0;  // bytes of the value in text()
        std::vector<Piece> pieces;
    };

    /// A cell or paragraph. Its text goes from byte `begin` to the next unit's. `place`
    /// is its address; Source fills in file, character and length.
    struct Unit {
        int begin = 0;
        Place place;
    };

    /// An empty file without a name. It has no places.
    Source() = default;
    /// A text file. `marked`: it began with a byte order mark, which `text` lacks.
    Source(std::string file, std::string text, bool marked = false);
    /// A text file in another encoding. `bytes`: the file itself. REQUIRES: not empty.
    static Source decoded(std::string file, std::string bytes, std::string text);
    /// A workbook or Word file. `bytes`: the file itself. REQUIRES: units in the order of
    /// their bytes and of the file, `place.part` set, a line feed at the end of each
    /// text.
    Source(std::string file, std::string bytes, std::string text, std::vector<Unit> units);

    /// The file's name as it was given; its text in UTF-8, without the mark.
    [[nodiscard]] const std::string& file() const { return file_; }
    [[nodiscard]] const std::string& text() const { return text_; }
    /// The file as it was read, byte for byte.
    [[nodiscard]] std::string bytes() const;

    /// Remembers where a field is; if it comes twice, where it is last.
    void add(std::string field, FieldPlace place) {
        fields_.insert_or_assign(std::move(field), std::move(place));
    }

    /// Where a span is: exact to the character, through escapes, block scalars, cells and
    /// paragraphs. A field that is not in the file (a computed total, a missing part) has
    /// the place of the nearest enclosing field, or row 0 if there is none.
    [[nodiscard]] Place place(const Span& span) const;
    /// The place of a byte of text() and of `length` code points from there, cut at the
    /// end of its line, cell or paragraph. Row 0 if the Source is empty.
    [[nodiscard]] Place place_of(int byte, int length = 0) const;
    /// The place of bytes [begin, end), cut at the end of the line, cell or paragraph. If
    /// it is all of a cell or paragraph, its `character` is 0.
    [[nodiscard]] Place place_between(int begin, int end) const;
    /// The line, cell or paragraph with that number, from 1, without its line end. Empty
    /// if there is none.
    [[nodiscard]] std::string_view line(int number) const;
    /// The line, cell or paragraph that a place is in. Empty if it is not in this file.
    [[nodiscard]] std::string_view line(const Place& place) const;
    /// The byte that is so many code points after `byte`. REQUIRES: a character begins at
    /// `byte`.
    [[nodiscard]] int byte_after(int byte, int characters) const;

private:
    bool begins_character(std::size_t byte) const;
    int characters_between(std::size_t begin, std::size_t end) const;
    int characters_before(int byte) const;
    int number_of_line(int byte) const;
    int line_end(int number) const;
    int byte_of(const FieldPlace& field, int offset) const;

    void count();

    std::string file_, text_;
    std::string bytes_;  // the file's, if they are not its text
    bool marked_ = false;
    std::vector<Unit> units_;   // none: a text file
    std::vector<int> lines_;    // byte at which each line, or unit, begins
    std::vector<int> counted_;  // code points before every 1024th byte, and in all
    std::vector<int> strays_;   // continuation bytes that belong to no character; each counts
                                // as a character, as it is shown as one
    std::map<std::string, FieldPlace, std::less<>> fields_;
};

/// The line, cell or paragraph that a place is in, with its number, and carets under the
/// place; without a line end. Empty if the place is not in this file. A long line is cut
/// to some 100 columns around the place.
[[nodiscard]] std::string excerpt(const Source& source, const Place& place);

}  // namespace nianbao
