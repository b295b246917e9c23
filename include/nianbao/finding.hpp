// What is wrong with a report, where, by which rule, and what to do about it.
#pragma once

#include <string>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// A place in a file, for people. Rows and columns count from 1, columns in code points; row 0: not known.
/// A cell B7 of a workbook is row 7, column 2 of its sheet.
struct Place {
    std::string file;
    std::string sheet;
    int row = 0;
    int column = 0;
    int length = 0;  // code points from the column on that are meant, on that row; 0: the place alone

    bool operator==(const Place&) const = default;
};

/// A part of a field of the report. `field` is its path of English keys ("applications.received.total");
/// offset and length count code points of its decoded text; length 0: the whole field.
struct Span {
    std::string field;
    int offset = 0;
    int length = 0;

    bool operator==(const Span&) const = default;
};

enum class Severity { error, warning };

/// A figure or word that a finding is about, for programs: name "found", text "4".
struct Value {
    std::string name;
    std::string text;

    bool operator==(const Value&) const = default;
};

/// One mistake. `message` and `hint` are Chinese, for the clerk; `rule` is a stable code ("T3-01").
struct Finding {
    Severity severity = Severity::error;
    std::string rule;
    Span where;
    Place place;  // where that is in the file; readers fill it in, for others Source::place(where) does
    std::vector<Value> values;
    std::string message;
    std::string hint;
    std::string waived;  // the reason, where the data file waives it; a waived error stops nothing

    bool operator==(const Finding&) const = default;
};

/// True where a finding of level error stands that is not waived.
bool stops(const std::vector<Finding>& findings);

}  // namespace nianbao
