// 内容雷同: what two offices of one desk have in common, told to both, as nobody knows
// who wrote it.
#pragma once

#include "nianbao/collect.hpp"
#include "nianbao/finding.hpp"
#include "nianbao/report.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::desk {

/// Digest of the numbers of the three tables; empty if they are too few to say anything:
/// fewer than three different ones that are not 0, or none of ten.
std::string tables_of(const Report& report);

/// The first office with each digest of tables.
class SameTables {
public:
    /// The office that came before with the same tables; empty: none did. `tables`: of
    /// tables_of(). Remembers the office.
    std::string add(const std::string& office, const std::string& tables);

private:
    std::map<std::string, std::string> first_;
};

/// L-24, of an office's report and the one before it.
Finding same_tables(const LedgerRow& row, const std::string& other);

/// Flags a row as like another office's; `percent` of the text, 0: the tables alone are.
void flag_alike(LedgerRow& row, const std::string& other, int percent);

/// Y-04 or L-24 of the later office, as it is told to the other one, whose `waive`
/// counts.
Finding as_told_to_the_former(Finding finding, const std::string& later,
                              const std::vector<Waiver>& waive);

/// The value of a finding with that name; empty: it has none.
std::string value_of(const Finding& finding, std::string_view name);

}  // namespace nianbao::desk
