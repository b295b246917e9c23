// What every figure of the prose was held against, for who reviews a report.
#pragma once

#include "nianbao/check.hpp"
#include "nianbao/finding.hpp"
#include "nianbao/report.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// What came of holding a figure against the tables, or against other figures.
enum class Held { agrees, contradicts, not_compared };

/// “一致”, “不一致”, “未比对”.
[[nodiscard]] std::string_view held_text(Held held);
/// "agrees", "contradicts", "not_compared": for programs.
[[nodiscard]] std::string_view key_of(Held held);

/// A figure of the prose as it is written, with its unit: “12件”. `against`: the cell or
/// the sum with its value, or the message of the finding; empty where nothing was there
/// to hold it against. Chinese.
struct Evidence {
    Span where;
    std::string said;
    Held held = Held::not_compared;
    std::string against;
    std::string reviewed = {};  // as Finding::reviewed

    bool operator==(const Evidence&) const = default;
};

/// Every figure of 引言 (where it counts something), 总体情况, 存在的主要问题 and
/// 其他事项, in the order of the text; dates are none. What agrees agrees with its cell, its
/// sum, its share or last year's number. Throws as check() does.
[[nodiscard]] std::vector<Evidence> evidence(const Report& report,
                                             const CheckOptions& options = {});

/// A report's findings and its figures.
struct Examination {
    std::vector<Finding> findings;
    std::vector<Evidence> evidence;
};
/// What check() and evidence() give, at the cost of one of them.
[[nodiscard]] Examination examine(const Report& report, const CheckOptions& options = {});

/// How many figures came out how.
struct FigureCount {
    int agree = 0, contradict = 0, not_compared = 0;
    int reviewed = 0;  // of them, by a second reader (review.hpp)
    /// Of every outcome together.
    [[nodiscard]] int all() const { return agree + contradict + not_compared; }
    bool operator==(const FigureCount&) const = default;
};
[[nodiscard]] FigureCount count_of(const std::vector<Evidence>& evidence);

/// “37 个数字：29 个一致，1 个不一致，7 个未比对”, and “；核过 3 个” if any were.
[[nodiscard]] std::string summary_of(const FigureCount& count);

}  // namespace nianbao
