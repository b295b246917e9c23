// A report as it is written for people: paragraphs under six headings, with the form's
// tables among them.
#pragma once

#include "nianbao/import.hpp"
#include "notation/draft.hpp"
#include "notation/text_map.hpp"
#include "notation/values.hpp"
#include "recognise/value_tree.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::recognise {

/// Finds title, introduction, the six sections with their tables, and the signature, and
/// puts them into values.tree, with the paths of the data file. Moves the draft's Source
/// into values.source. Of several reports nothing is read: that is told, and nothing
/// else.
enum class ArticleFound : std::uint8_t { nothing, report, several };
ArticleFound recognise_article(notation::Draft draft, const Known& known, notation::Values& values);

/// A line of a paragraph, with the number that the program printed before it.
struct Line {
    std::string number;
    std::string_view text;  // in the draft
    int begin = 0;          // byte of the Source at which the text begins
    bool first = false;     // of its paragraph
    int tables_before = 0;  // how many tables stand before it
    int part = 0;           // of the draft
    int pictures = 0;       // in its paragraph; told of at its first line
    bool caption = false;   // of the table that follows

    /// Number and text, blanks around them left out.
    std::string whole() const;
    bool blank() const { return number.empty() && notation::blank(text); }
    Bytes bytes() const { return {begin, begin + static_cast<int>(text.size())}; }
};

/// The lines of a draft outside its tables, in their order.
std::vector<Line> lines_of(const notation::Draft& draft);

/// True if a line is the heading of a section (0 to 5), worded a little otherwise too.
bool is_section_heading(const Line& line, int section, std::string_view heading);

/// True for a line that a report may be called.
bool is_title_line(const std::string& text);

/// The line that a second report begins with: another title, with sections before it and
/// the same behind it. -1 if there is none.
int second_title(const std::vector<Line>& lines, const std::array<std::string_view, 6>& headings);

/// Leaves out of a page's draft what stands about the report. What it says of the report
/// is then among draft.facts: "publisher" and "published".
void leave_frame(notation::Draft& draft, const std::array<std::string_view, 6>& headings);

/// A fact by its name; nullptr if there is none, or nothing in it.
const notation::DraftFact* fact_of(const notation::Draft& draft, std::string_view name);

/// Where the parts of a report stand among its lines. A part is lines [begin, end).
struct Parts {
    struct Range {
        int begin = 0, end = 0;
        bool empty() const { return begin >= end; }
    };
    Range title, introduction;
    std::array<int, 6> headings{-1, -1, -1, -1, -1, -1};  // line of each; -1: there is none
    std::array<Range, 6> sections;                        // without their headings
    Range signed_by, dated;                               // a line each, or none
    std::vector<int> behind;                              // the lines behind the signature
    std::vector<int> unnumbered;  // headings whose numbers are lost: their lines
    std::vector<int> contents;    // lines of a table of contents
};

/// Finds the parts by the headings of an edition. A heading may be worded or numbered a
/// little otherwise; of several alike the last counts, as a table of contents comes
/// first.
Parts parts_of(const std::vector<Line>& lines, const std::array<std::string_view, 6>& headings);

/// A line whose number does not follow on the one before it at its level. A program that
/// numbers lines by itself keeps no number in their text, and a page loses it.
struct NumberGap {
    int line = 0;
    std::string before = {};  // the number that stands before; empty: it is the first
};

/// Those among lines [begin, end) of a section (0 to 5), those of contents left out. A
/// number that stands twice, or goes back, is none.
std::vector<NumberGap> number_gaps(const std::vector<Line>& lines, Parts::Range range, int section,
                                   const std::vector<int>& contents);

/// D-38: tells of headings and numbers that a program numbered and did not give away.
void tell_lost_numbers(const notation::Draft& draft, const std::vector<Line>& lines,
                       const Parts& parts, notation::Findings& findings);

/// What a title says: 金乡县退役军人事务局 and 2022.
struct TitleWords {
    std::string agency;
    int year = 0;  // 0: it says none
};
TitleWords words_of_title(std::string_view title);

/// The day of a line that is nothing but a date: 2023年1月18日, 二〇二三年一月十八日,
/// 2023-01-18. Nothing if there is no such day.
std::optional<std::string> day_of(std::string_view line);

}  // namespace nianbao::recognise
