// What sums keep of an office: the numbers of its tables, this year's and last year's,
// and the figures of its text that no table has.
#pragma once

#include "nianbao/collect.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace nianbao::sums {

/// The numbers of a report in the cells of an edition's forms, in their order; what its
/// own form has no cell for is empty.
struct Numbers {
    std::array<std::vector<std::optional<Amount>>, 3> cells;
};
Numbers numbers_of(const Report& report, const Edition& edition);

/// What a text counts that no table has: 解读36篇.
struct Told {
    int indicator;      // index among indicators
    Amount value;       // 1.2万 is 12000
    std::string said;   // “36篇”
    std::string where;  // “第一部分”
    std::string sentence;
};

struct Row {
    std::string name, category;
    bool summed = false, passed = false;
    std::string left_out;  // why it is not summed; empty: it is
    std::string review;    // “待审核”
    std::optional<Numbers> now, before;
    std::array<std::vector<std::pair<int, std::string>>, 3> remarks;  // by entry
    std::vector<Told> told;
};

/// What rows stand for: offices, or ledgers of several of them, each with its sum.
enum class Of : std::uint8_t { offices, ledgers };

/// A ledger with its sum, and what its place published on the year before; null: there is
/// none. Of its texts nothing is known.
Row row_of(const DeskHead& ledger, const Report* sum, const Report* previous,
           const Edition& edition);

/// REQUIRES: a report that is whole, if there is one.
Row row_of(const Office& office, const Edition& edition);

/// Why an office is not summed, in a few words: “未报送”, “须改3处”. Empty: it is.
std::string left_out_because(const LedgerRow& row);

}  // namespace nianbao::sums
