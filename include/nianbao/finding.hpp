// What is wrong with a report, where, by which rule, and what to do about it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// A place in a file, for people. Numbers count from 1; row 0: the place is not known.
struct Place {
    /// text: a row of a text file, `column` counts code points. cell: a cell of a sheet,
    /// B7 is row 7, column 2. paragraph: of a Word file, `row` is its number. table: a
    /// cell of a table of a Word file.
    enum class Kind : std::uint8_t { text, cell, paragraph, table };

    std::string file;
    std::string sheet;  // the name of the sheet; of a table, how it is called: “表二”
    int row = 0;
    int column = 0;
    int length = 0;  // code points that are meant; 0: the place alone
    Kind kind = Kind::text;
    int character = 0;  // the first that is meant of a cell or paragraph; 0: all of it
    int part = 0;       // which sheet, table or paragraph of the file it is in, in the file's
                        // order; 0: a text file

    bool operator==(const Place&) const = default;
};

/// True if `a` comes before `b` in a file. Unknown places come last.
[[nodiscard]] bool before(const Place& a, const Place& b);

/// "data.yaml:17:14", "年报.xlsx：依申请公开!D7", "年报.docx：第12段第8字",
/// "年报.docx：表二第5行第3列"; the file's name alone if the place is not known.
[[nodiscard]] std::string place_text(const Place& place);

/// "D7". REQUIRES: a cell.
[[nodiscard]] std::string cell_address(const Place& place);

/// A part of a field of the report. `field` is its path of English keys
/// ("applications.received.total"); offset and length count code points of its decoded
/// text; length 0: the whole field.
struct Span {
    std::string field;
    int offset = 0;
    int length = 0;

    bool operator==(const Span&) const = default;
};

/// error: the report contradicts itself or the form. warning: it is doubtful. advice:
/// custom only; it never changes an exit code, and batches tell how many there are.
enum class Severity { error, warning, advice };

/// “错误”, “警告”, “建议”.
[[nodiscard]] std::string_view level_of(Severity severity);
/// "error", "warning", "advice": for programs.
[[nodiscard]] std::string_view key_of(Severity severity);

/// A figure or word that a finding is about, for programs to read: name "found", text
/// "4".
struct Value {
    std::string name;
    std::string text;

    bool operator==(const Value&) const = default;
};

/// What the caller can do about a finding or a failure, besides changing the data. The
/// library only names it. Each door puts it in its own words; the command line says “可用
/// --font heading2=文件”.
struct Remedy {
    enum class What {
        choose_face,    // FontOptions::chosen; `subject` is the role, as --font names it
        give_folder,    // FontOptions::folders
        give_previous,  // CheckingOptions::previous
        set_deadline,   // CheckingOptions::deadline
        force,          // CheckingOptions::force
        set_year,       // MergeOptions::year
        give_prose      // MergeOptions::prose
    };
    What what = What::force;
    std::string subject = {};

    bool operator==(const Remedy&) const = default;
};

/// One mistake. `message` and `hint` are Chinese, for the clerk; `rule` is a stable code
/// ("T3-01").
struct Finding {
    Severity severity = Severity::error;
    std::string rule;
    Span where;
    Place place;  // where that is in the file: filled in by readers, and for other findings
                  // by Source::place(where)
    std::vector<Value> values;
    std::string message;
    std::string hint;
    std::string waived;  // the reason, if the data file waives it; a waived error stops
                         // nothing
    std::vector<Remedy> remedies = {};
    std::string reviewed = {};  // by whom, when, and what was said: “张三 2024-01-20：与台账一致”

    bool operator==(const Finding&) const = default;
};

/// The same of a finding; “豁免” if it is waived.
[[nodiscard]] std::string_view level_of(const Finding& finding);

/// True if any of them is an error or a warning that is not waived.
[[nodiscard]] bool doubtful(const std::vector<Finding>& findings);

/// True if any of them is an error that is not waived.
[[nodiscard]] bool stops(const std::vector<Finding>& findings);

}  // namespace nianbao
