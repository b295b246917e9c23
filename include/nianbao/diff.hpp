// What is different between two reports: two years of one office, or two drafts.
#pragma once

#include "nianbao/finding.hpp"
#include "nianbao/report.hpp"

#include <optional>
#include <string>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// A part that is neither a number nor prose: agency, year, published, contact.phone, waive. Empty: not there.
struct FieldChange {
    std::string field, name, before, after;
};

/// A cell of a table, or a sum of 信息处理费.
struct CellChange {
    std::string field, name;
    std::string before, after;        // as they print
    Amount difference;                // after - before, exact; in 元 for what is written with its unit
    std::optional<std::string> rate;  // of before, to one decimal: "+12.5%"; none from zero, and for 增/减
    std::string remark_before, remark_after;
};

enum class TextChanged { added, removed, changed };

/// A sentence of the prose or of a note. One that is changed has more than half of its pairs of characters in common with what it was.
struct TextChange {
    std::string field, name;
    TextChanged how;
    std::string before, after;  // without blanks and line ends
    Span before_at, after_at;   // in the two reports
};

struct Difference {
    std::vector<FieldChange> fields;
    std::vector<CellChange> cells;
    std::vector<TextChange> texts;
    std::vector<std::string> not_compared;  // rows that only one of the two forms has

    /// True where nothing is different.
    bool none() const { return fields.empty() && cells.empty() && texts.empty(); }
};

/// In the order of the form. Sentences are matched as the longest common subsequence, the first of several equal ones with the first, the second with the
/// second; line ends and blanks make no difference. Time n log n in the number of sentences.
/// REQUIRES: whole reports, as read() gives.
Difference diff(const Report& before, const Report& after);

/// It in Chinese, for people, in lines.
std::string diff_text(const Difference& difference);

}  // namespace nianbao
