#include "county/desk/ledger/told.hpp"

#include "county/desk/reading/moments.hpp"
#include "county/desk/rules.hpp"
#include "county/gate.hpp"
#include "notation/values.hpp"

#include <fmt/format.h>

#include <utility>

namespace nianbao::desk {

Told::Told(const TypedLedger& ledger, const TypedLedger::Row* typed, std::string office,
           std::vector<Finding>& findings)
    : ledger_(ledger), typed_(typed), office_(std::move(office)), findings_(findings) {}

void Told::tell(std::string_view code, std::string_view head, std::string message,
                std::string hint) {
    Finding finding = told(Severity::warning, code, {},
                           fmt::format("“{}”的{}：{}", office_, head, message), std::move(hint));
    if (typed_ != nullptr) {
        if (std::optional<Place> place = ledger_.place(*typed_, head))
            finding.place = *std::move(place);
    }
    findings_.push_back(std::move(finding));
}

std::optional<Moment> Told::moment(std::string_view head, const std::string& text, int year) {
    std::optional<Moment> read = moment_of(text, year);
    if (!read && !text.empty())
        tell(rule("L-31"), head, fmt::format("“{}”不是日期", notation::shown(text)),
             "写成 2027-01-12 的样子，可以加时刻");
    return read;
}

}  // namespace nianbao::desk
