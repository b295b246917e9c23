// An official table as data: what is printed on it, what is filled in, and which sums
// must hold. The forms are in lib/report/forms/. Reading, checking, composing and merging
// walk them; none of these knows a table of its own.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace [[gnu::visibility("default")]] nianbao {

/// A name of the data file in both languages, in a tree: `parent` is the index of the
/// enclosing name, -1 at the top. `printed` is the form's longer wording if it differs
/// ("本年新收政府信息公开申请数量"), else empty.
struct Field {
    std::string_view key;
    std::string_view name;
    int parent = -1;
    std::string_view printed = {};
};

/// What a label is the heading of.
enum class Scope { none, column, row };

/// A printed label and the grid cells it covers. A bar '|' in `text` is not printed: it
/// marks where the label may be broken by sense.
struct Box {
    int row, column, rows, columns;
    std::string_view text;
    Scope scope;
};

/// What is filled in:
/// - a count: a whole number;
/// - an amount of 万元: an exact decimal, printed as written;
/// - a change since last year: a whole number with its sign, "+3", "-2", "0";
/// - money, written with its own unit: "251000元", "25.1万元". Its value is in 元.
/// Values of one measure can be added up, within a report and across reports.
enum class Measure { count, amount, change, money };

/// A cell to be filled in: `field` is the index of its name among Form::fields.
struct Entry {
    int field;
    int row, column, rows, columns;
    Measure measure;
};

/// One entry (index among Form::entries) in a sum, with its name in a message; sign is +1
/// or -1.
struct Term {
    int entry;
    std::string_view name;
    int sign = 1;
};

enum class Relation { equal, at_least };

/// left = right, or left >= right. `about` is what the sum is about ("自然人"). `sum`
/// names the right side if it has too many terms to list ("各项办理结果之和").
struct Equation {
    std::string_view rule;
    std::string_view about;
    Relation relation;
    std::span<const Term> left, right;
    std::string_view sum = {};
    bool computes = false;  // the left side is one term, a total: if the data file leaves it
                            // out, it is computed from the right side
};

/// One official table. Fields stand in the order of the form, parents before children.
struct Form {
    std::string_view key, name;  // of the section that holds the table: "applications",
                                 // "收到和处理政府信息公开申请情况"
    int rows, columns, head_rows;
    std::span<const Field> fields;
    std::span<const Box> boxes;
    std::span<const Entry> entries;
    std::span<const Equation> equations;
};

/// Index of the entry that belongs to a field; -1 if the field is a group.
[[nodiscard]] constexpr int entry_of(const Form& form, int field) {
    for (std::size_t i = 0; i < form.entries.size(); ++i) {
        if (form.entries[i].field == field) return static_cast<int>(i);
    }
    return -1;
}

/// An edition of the official form: three tables, six headings, and the notice that set
/// it.
struct Edition {
    int year;  // its name in data files: 2021
    std::string_view notice;
    std::array<const Form*, 3> forms;          // disclosure, applications, disputes
    std::array<std::string_view, 6> headings;  // "一、总体情况" ...
};

/// The headings of the six sections, the same in every edition so far.
inline constexpr std::array<std::string_view, 6> section_headings = {
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项"};

/// The form of 国办公开办函〔2019〕60号, for reports on 2019 and 2020.
[[nodiscard]] const Edition& edition_2019();

/// The form of 国办公开办函〔2021〕30号, for reports on 2021 and later years.
[[nodiscard]] const Edition& edition_2021();

/// Every edition, oldest first.
[[nodiscard]] std::array<const Edition*, 2> editions();

/// The edition for reports on that year; nullptr before 2019, as there was none.
[[nodiscard]] const Edition* edition_for(int year);

}  // namespace nianbao
