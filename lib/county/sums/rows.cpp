#include "county/sums/rows.hpp"

#include "county/sums/indicators.hpp"
#include "report/cells.hpp"

#include <fmt/format.h>

namespace nianbao::sums {

Numbers numbers_of(const Report& report, const Edition& edition) {
    Numbers numbers;
    for (std::size_t table = 0; table < 3; ++table) {
        const FilledForm& filled = *report.tables()[table];
        for (const int same : same_entries(*edition.forms[table], *filled.form)) {
            std::optional<Amount>& number = numbers.cells[table].emplace_back();
            if (same >= 0) number = filled.cells[same].value;
        }
    }
    return numbers;
}

std::string left_out_because(const LedgerRow& row) {
    if (row.summed) return {};
    if (row.submission == Submission::none) return "未报送";
    if (row.undecided) return "多稿待定";
    if (row.review == Review::unreadable) return "无法读取";
    if (row.counts.to_mend > 0) return fmt::format("须改{}处", row.counts.to_mend);
    if (!row.on_list) return "名单外";
    if (!row.office.counted) return "名单注明不计入汇总";
    return "年度或者格式不同";
}

Row row_of(const DeskHead& ledger, const Report* sum, const Report* previous,
           const Edition& edition) {
    Row row;
    row.name = ledger.county;
    row.summed = sum != nullptr;
    row.passed = ledger.passed >= ledger.summed;
    row.review = fmt::format("审核通过{}家，计入{}家", ledger.passed, ledger.summed);
    if (!row.summed) row.left_out = "没有计入汇总的报告";
    if (sum != nullptr) row.now = numbers_of(*sum, edition);
    if (previous != nullptr) row.before = numbers_of(*previous, edition);
    return row;
}

Row row_of(const Office& office, const Edition& edition) {
    Row row;
    row.name = office.row.office.name;
    row.category = office.row.office.category;
    row.summed = office.row.summed && office.report.has_value();
    row.passed = office.row.review == Review::passed;
    row.review = review_text(office.row.review, office.row.returns);
    if (!row.summed) row.left_out = left_out_because(office.row);
    if (office.previous != nullptr) row.before = numbers_of(*office.previous, edition);
    if (!office.report) return row;
    row.now = numbers_of(*office.report, edition);
    for (std::size_t table = 0; table < 3; ++table) {
        const FilledForm& filled = *office.report->tables()[table];
        const std::vector<int> same = same_entries(*edition.forms[table], *filled.form);
        for (int entry = 0; entry < std::ssize(same); ++entry) {
            if (same[entry] < 0 || filled.cells[same[entry]].remark.empty()) continue;
            row.remarks[table].emplace_back(entry, filled.cells[same[entry]].remark);
        }
    }
    row.told = told_of(*office.report, office.previous);
    return row;
}

}  // namespace nianbao::sums
