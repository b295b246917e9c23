// Whether another rule on counts told of the same words.
#pragma once

#include "nianbao/finding.hpp"

#include <algorithm>
#include <vector>

namespace nianbao::prose {

/// True if a finding of P-01 to P-09 means some of those characters.
inline bool is_told(const std::vector<Finding>& findings, const Span& where) {
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& one) {
        return one.where.field == where.field && one.rule.starts_with("P-0") &&
               one.where.offset < where.offset + where.length &&
               where.offset < one.where.offset + one.where.length;
    });
}

}  // namespace nianbao::prose
