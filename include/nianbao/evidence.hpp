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

/// “相符”, “不符”, “没有比较”.
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

    bool operator==(const Evidence&) const = default;
};

/// Every figure of 总体情况, 存在的主要问题 and 其他事项 that counts something, in the order
/// of the text; dates are none. What agrees agrees with its cell, its sum, its share or
/// last year's number. Throws as check() does.
[[nodiscard]] std::vector<Evidence> evidence(const Report& report,
                                             const CheckOptions& options = {});

/// “37 个数：29 个相符，1 个不符，7 个没有比较”
[[nodiscard]] std::string evidence_summary(const std::vector<Evidence>& evidence);

}  // namespace nianbao
