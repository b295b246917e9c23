// What a text says, so that much the same texts can be told from others: its clauses as
// hashes.
#pragma once

#include "nianbao/neighbours.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

using Clause = ReportSketch::Clause;

/// Clauses shorter than this say the same by chance, or as official language does.
inline constexpr int shortest_clause = 8;

/// The different clauses of a text without digits, blanks and numbering, in the order of
/// their hashes; at most 4096 of them.
struct Sketch {
    std::vector<Clause> clauses;
    int characters = 0;  // of all clauses together
};

/// Line ends of a word processor, digits (a year, a count), blanks, numbering ("（一）",
/// "一是") and the agency's own name make no difference.
Sketch sketch_of(std::string_view text, std::string_view agency);
/// The same; each of the names makes no difference. REQUIRES: the longest ones first.
Sketch sketch_of(std::string_view text, std::span<const std::u32string> names);

/// Characters of the clauses that both have.
int shared_characters(const Sketch& a, const Sketch& b);

/// How much of a text is shared: in whole percent, and as a finding's values.
std::int64_t percent_of(std::int64_t shared, std::int64_t all);
std::vector<Value> figures_of(std::int64_t shared, std::int64_t all);

}  // namespace nianbao
