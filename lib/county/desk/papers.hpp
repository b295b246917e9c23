// What is written from the ledger: 退改意见, 催报, 成品, 网页核对, 汇总底稿, 统计. What an officer
// has changed in one of them stays.
#pragma once

#include "county/desk/packages.hpp"
#include "county/desk/written_papers.hpp"
#include "county/sums/working_paper.hpp"
#include "nianbao/collect.hpp"
#include "nianbao/fonts.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace nianbao::desk {

class DeskPapers {
public:
    /// `fonts`: opens them, for 成品.
    explicit DeskPapers(
        const CollectOptions& options, std::function<Fonts()> fonts = [] { return Fonts::open(); });

    /// Writes the office's 退改意见, if it has to answer for a draft; one that was written
    /// for it stays; 成品 once it has passed. REQUIRES: called in the order of the rows.
    /// Throws Failure.
    void add(const Office& office, const DeskHead& head);
    /// Writes 催报, 汇总底稿 and 统计. Throws Failure.
    void finish(const Collected& collected, const CountyReport& county);
    /// 汇总底稿 and 统计 of gathered ledgers, a row each. What goes to offices their own
    /// desks write. Throws Failure.
    void finish_gathered(const Collected& gathered, const CountyReport& county);

    int letters() const { return letters_; }
    const Packages& packages() const { return packages_; }
    /// So many offices that 汇总底稿 and 统计 are left out.
    bool too_many() const { return sums_ && sums_->too_many(); }

private:
    void remind(const Collected& collected);
    void write_sums(const DeskHead& head, const CountyReport& county);

    const CollectOptions& options_;
    WrittenPapers written_;
    Packages packages_;
    std::optional<WorkingPaper> sums_;
    int letters_ = 0;
};

}  // namespace nianbao::desk
