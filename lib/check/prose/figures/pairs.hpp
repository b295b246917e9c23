// P-10: two numbers that stand beside what is said of them.
#pragma once

#include "check/prose/prose.hpp"

#include <cstddef>
#include <vector>

namespace nianbao::prose {

/// 减少到240条: the figure is what became of it, and not by how much.
bool leads_to(const Reading& reading, std::size_t change, std::size_t i);

/// A figure that 增长 or 减少 stands before, in its clause, which begins at token `from`.
bool is_change(const Reading& reading, std::size_t i, bool& rises, std::size_t& from);

/// 由150条增加到450条，是上年的3倍. False where the two do not stand there. REQUIRES: token i
/// is a multiple.
bool check_grown(const Reading& reading, std::size_t i, std::vector<Finding>& findings);

/// 新收700件，是上年的2倍, where last year's report has the cell. False where that does not
/// stand there. REQUIRES: token i is a multiple.
bool check_times_of_last_year(const Report& report, const Report* previous, const Reading& reading,
                              std::size_t i, std::vector<Finding>& findings);

/// 培训8次，与上年的8次持平, in any unit. False where the two do not stand there. REQUIRES:
/// token i is 持平.
bool check_level_of_two(const Reading& reading, std::size_t i, std::vector<Finding>& findings);

}  // namespace nianbao::prose
