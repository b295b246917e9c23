#include "county/desk/alike.hpp"

#include "check/rules.hpp"
#include "county/desk/rows.hpp"
#include "county/desk/rules.hpp"
#include "county/gate.hpp"
#include "digest/sha256.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace nianbao::desk {

std::string tables_of(const Report& report) {
    constexpr std::size_t fewest_numbers = 3;
    Sha256 digest;
    std::set<std::string> numbers;
    bool any_of_ten = false;
    const Amount ten{10, 0};
    for (const FilledForm* filled : report.tables()) {
        for (const Cell& cell : filled->cells) {
            digest.add_part(cell.value.to_string());
            if (cell.value.digits == 0) continue;
            numbers.insert(cell.value.to_string());
            any_of_ten = any_of_ten || compare(cell.value, ten) >= 0;
        }
    }
    return numbers.size() < fewest_numbers || !any_of_ten ? std::string() : digest.digest();
}

std::string SameTables::add(const std::string& office, const std::string& tables) {
    if (tables.empty()) return {};
    const auto [known, is_new] = first_.emplace(tables, office);
    return is_new || known->second == office ? std::string() : known->second;
}

Finding same_tables(const LedgerRow& row, const std::string& other) {
    Finding finding =
        told(Severity::warning, rule("L-24"), "applications",
             fmt::format("{}的三张表与{}的每一格都相同", row.office.name, other), "请核对");
    finding.values = {{"other", other}};
    finding.place.file = row.chosen;
    return finding;
}

void flag_alike(LedgerRow& row, const std::string& other, int percent) {
    row.alike = other;
    row.alike_percent = percent;
    add_sentence(row.main_problem, percent > 0
                                       ? fmt::format("内容雷同：与{}有{}%相同", other, percent)
                                       : fmt::format("内容雷同：三张表与{}的全同", other));
}

std::string value_of(const Finding& finding, std::string_view name) {
    for (const Value& value : finding.values) {
        if (value.name == name) return value.text;
    }
    return {};
}

Finding as_told_to_the_former(Finding finding, const std::string& later,
                              const std::vector<Waiver>& waive) {
    const std::string former = value_of(finding, "other");
    for (const std::string_view what : {"文字", "三张表"}) {
        const std::string said = fmt::format("{}的{}与{}的", later, what, former);
        if (finding.message.starts_with(said))
            finding.message.replace(0, said.size(),
                                    fmt::format("{}的{}与{}的", former, what, later));
    }
    for (Value& value : finding.values) {
        if (value.name == "other") value.text = later;
    }
    finding.place = {};
    std::vector<Finding> own{std::move(finding)};
    for (const Waiver& waiver : waive) {
        if (waiver.rule == own.front().rule) apply_waiver(waiver, waiver.field, {}, own);
    }
    return std::move(own.front());
}

}  // namespace nianbao::desk
