#include "notation/findings.hpp"

#include "notation/limits.hpp"
#include "notation/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nianbao::notation {

Finding& Findings::tell(Severity severity, std::string_view rule, std::string field, Place place,
                        std::string message, std::string hint) {
    any_error_ = any_error_ || severity == Severity::error;
    Finding finding{severity, std::string(rule),  {std::move(field)}, std::move(place),
                    {},       std::move(message), std::move(hint),    {}};
    if (open()) return kept_.emplace_back(std::move(finding));
    ++left_out_;
    return scrap_ = std::move(finding);
}

Finding& Findings::error(std::string_view rule, std::string field, Place place, std::string message,
                         std::string hint) {
    return tell(Severity::error, rule, std::move(field), std::move(place), std::move(message),
                std::move(hint));
}

bool Findings::open() const { return kept_.size() < most_findings; }

Finding* Findings::told(std::string_view rule, std::string_view message) {
    const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Finding& one) {
        return one.rule == rule && one.message == message;
    });
    return found == kept_.end() ? nullptr : &*found;
}

void Findings::leave_out() {
    any_error_ = true;
    ++left_out_;
}

std::vector<Finding> Findings::take(const std::string& file) {
    std::stable_sort(kept_.begin(), kept_.end(),
                     [](const Finding& a, const Finding& b) { return before(a.place, b.place); });
    if (left_out_ > 0) {
        kept_.push_back({Severity::error,
                         std::string(rule("D-03")),
                         {},
                         {file, {}, 0, 0, 0},
                         {},
                         fmt::format("错误太多，另有 {} 处没有列出", left_out_),
                         {},
                         {}});
    }
    return std::move(kept_);
}

}  // namespace nianbao::notation
