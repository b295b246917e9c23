// A data file becomes a report; every mistake in it is named with its place.
#pragma once

#include "nianbao/finding.hpp"
#include "nianbao/report.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// The file that was read: its text, and where in it each field stands.
class Source {
public:
    /// `pieces`: runs of a field's decoded text that stand in the file one to one: code point `decoded` is at byte `at`.
    struct Piece {
        int decoded;
        int at;
    };
    struct FieldPlace {
        int begin = 0, end = 0;  // bytes of the value in the file
        std::vector<Piece> pieces;
    };

    /// An empty file without a name; it has no places.
    Source() = default;
    /// `marked`: the file began with UTF-8's byte order mark, which `text` is without.
    Source(std::string file, std::string text, bool marked = false);

    /// The file's name as it was given; its text in UTF-8, without the mark.
    const std::string& file() const { return file_; }
    const std::string& text() const { return text_; }
    /// The file as it was read, byte for byte.
    std::string bytes() const { return (marked_ ? "\xEF\xBB\xBF" : "") + text_; }

    /// Remembers where a field stands; of one that comes twice, where it stands last.
    void add(std::string field, FieldPlace place) { fields_.insert_or_assign(std::move(field), std::move(place)); }

    /// Where a span stands: exact to the character, through escapes and block scalars. A field that is not in the file
    /// (a total that was computed, a part that is missing) has the place of the nearest enclosing field; else row 0.
    Place place(const Span& span) const;
    /// The place of a byte of the text, and of as many of so many code points from it on as stand on its line; row 0 of a Source() that nothing was given.
    Place place_of(int byte, int length = 0) const;
    /// The line of that number, from 1, without its end; empty where there is none.
    std::string_view line(int row) const;
    /// The place of bytes [begin, end), as far as they stand on one line.
    Place place_between(int begin, int end) const;
    /// The byte that stands so many code points after a byte at which one begins.
    int byte_after(int byte, int characters) const;

private:
    bool begins_character(std::size_t byte) const;
    int characters_between(std::size_t begin, std::size_t end) const;
    int characters_before(int byte) const;
    int line_end(int row) const;
    int byte_of(const FieldPlace& field, int offset) const;

    std::string file_, text_;
    bool marked_ = false;
    std::vector<int> lines_;    // byte at which each line begins
    std::vector<int> counted_;  // code points before every 1024th byte, and in all
    std::vector<int> strays_;   // bytes within no character that look as if they went on with one; each counts as a character, as it is shown as one
    std::map<std::string, FieldPlace, std::less<>> fields_;
};

enum class Format { json, yaml };

/// What reading gives. `report` is empty where the file is so broken that no report stands in it, or any finding is an error.
struct Reading {
    std::optional<Report> report;
    Source source;
    std::vector<Finding> findings;
};

/// A data file's format as its name tells it.
Format format_of(const std::filesystem::path& file);

/// True for a name that ends in .yaml, .yml or .json.
bool is_data_file(const std::filesystem::path& file);

/// The data files of a folder, not below it, in byte order of their names. Throws Failure where it cannot be read.
std::vector<std::filesystem::path> data_files(const std::filesystem::path& folder);

/// Reads a data file; .json is JSON, anything else YAML (of which JSON text is a part).
/// Throws Failure where the file cannot be opened or read.
Reading read(const std::filesystem::path& file);

/// Reads a data file's bytes; `name` stands in places as the file's name. Safe from many threads at once, as are all functions of this header.
Reading read(std::string_view bytes, std::string name, Format format);

/// Reads what merge() adds to the sums: a data file without numbers. It may have every part but processing_fees, members and the cells of the tables; of
/// their sections the notes alone. Nothing is required: what is not written is empty, the year 0, the edition null.
Reading read_prose(const std::filesystem::path& file);
Reading read_prose(std::string_view bytes, std::string name, Format format);

/// The whole file, or of a file that read() refuses for its length so much that it does. Throws Failure.
std::string file_bytes(const std::filesystem::path& file);

/// A finding's own line, without a line end: "data.yaml:31:14: 错误 T3-01: …". The place is left out where it is not known.
/// A waived finding is told as 豁免, with its reason.
std::string message(const Finding& finding);

/// The line of the file that a place is on, with its number, and below it carets under the place; no line end at the end. Empty where the place
/// is not in this text. A long line is cut to some 100 columns about the place.
std::string excerpt(const Source& source, const Place& place);

/// All that is told of a finding, in lines: message, excerpt and hint, each with its line end.
std::string report_text(const Finding& finding, const Source& source);

}  // namespace nianbao
