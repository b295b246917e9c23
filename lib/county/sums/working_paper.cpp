#include "county/sums/working_paper.hpp"

#include "county/sums/sheets.hpp"
#include "xlsx/package/book.hpp"

#include <fmt/format.h>

namespace nianbao {

void WorkingPaper::add(const Office& office) {
    if (rows_.size() == most_offices) {
        too_many_ = true;
        rows_ = {};
    }
    if (!too_many_) rows_.push_back(sums::row_of(office, edition_));
}

void WorkingPaper::add(const DeskHead& ledger, const Report* sum, const Report* previous) {
    rows_.push_back(sums::row_of(ledger, sum, previous, edition_));
}

std::string WorkingPaper::write(const DeskHead& head, const Report* own,
                                const Report* own_previous) const {
    std::optional<sums::Numbers> now, before;
    if (own != nullptr) now = sums::numbers_of(*own, edition_);
    if (own_previous != nullptr) before = sums::numbers_of(*own_previous, edition_);
    const sums::Paper paper{
        head, edition_, rows_, now ? &*now : nullptr, before ? &*before : nullptr, of_};
    xlsx::Book book;
    book.agency = head.county;
    book.title = fmt::format("{}{}年度政府信息公开工作年度报告汇总底稿", head.county, head.year);
    book.sheets.push_back(sums::overview_sheet(paper));
    for (std::size_t table = 0; table < 3; ++table)
        book.sheets.push_back(sums::table_sheet(paper, table));
    if (of_ == sums::Of::offices) {
        book.sheets.push_back(sums::indicator_sheet(paper));
        book.sheets.push_back(sums::sentence_sheet(paper));
    }
    book.sheets.push_back(sums::carried_sheet(paper));
    return book.write();
}

}  // namespace nianbao
