// What is different between two reports: two years of one office, or two drafts.
#pragma once

#include "nianbao/finding.hpp"
#include "nianbao/report.hpp"

#include <optional>
#include <string>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// A part that is neither a number nor prose: agency, year, published, contact.phone,
/// waive. A value that is not there is empty.
struct FieldChange {
    std::string field, name, before, after;
};

/// A cell of a table, or a sum of 信息处理费.
struct CellChange {
    std::string field, name;
    std::string before, after;  // as they print
    Amount difference;          // after - before, exact; in 元 for what is written with its unit
    std::optional<std::string>
        rate;  // of before, to one decimal: "+12.5%"; none from zero, and for 增/减
    std::string remark_before, remark_after;
};

/// A figure that follows from the cells: 本年新收＋上年结转, rates. A rate is in per cent
/// to one decimal ("95.0%"), empty if it is one of nothing.
struct FigureChange {
    std::string key, name;
    std::string before, after;
    std::string difference;  // "+6", "-3.7 个百分点" of the rates as they print; or empty
    std::optional<std::string> rate;  // of what is no rate itself, as CellChange has it
};

enum class TextChanged { added, removed, changed };

/// A sentence of the prose or of a note. A changed one has more than half of its pairs of
/// neighbouring characters in common with what it was.
struct TextChange {
    std::string field, name;
    TextChanged how;
    std::string before, after;  // without blanks and line ends
    Span before_at, after_at;   // in the two reports
};

struct Difference {
    std::vector<FieldChange> fields;
    std::vector<CellChange> cells;
    std::vector<FigureChange> figures;  // they differ only if cells do
    std::vector<TextChange> texts;
    std::vector<std::string> not_compared;  // rows that only one of the two forms has

    /// True if the reports are the same.
    [[nodiscard]] bool none() const { return fields.empty() && cells.empty() && texts.empty(); }
};

/// Compares two reports, in the order of the form. Matches sentences as the longest
/// common subsequence; of several equal ones the first is matched with the first, the
/// second with the second. Ignores line ends and blanks. Takes time n log n in the number
/// of sentences. Throws std::invalid_argument with fault() if a report is not whole.
[[nodiscard]] Difference diff(const Report& before, const Report& after);

/// The difference for people: lines in Chinese.
[[nodiscard]] std::string diff_text(const Difference& difference);

}  // namespace nianbao
