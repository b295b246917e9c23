// 统计.json.
#include "county/sums/statistics.hpp"
#include "data/write/written.hpp"
#include "report/key_figures.hpp"
#include "report/proportion.hpp"
#include "report/written/written.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace nianbao::sums {
namespace {

using Value = Written;

Value words_of(std::string text) { return {Value::Kind::text, std::move(text)}; }
Value count_of(const Amount& amount) { return {Value::Kind::number, amount.to_string()}; }
Value count_of(int number) { return {Value::Kind::number, std::to_string(number)}; }
/// JSON has a word for it, which no number is written as.
Value nothing() { return {Value::Kind::number, "null"}; }

Value mapping() { return {Value::Kind::mapping}; }
Value list() { return {Value::Kind::list}; }

/// "12.5%". REQUIRES: whole numbers.
Value share_of(const Amount& part, const Amount& whole) {
    const std::optional<int> share = share_in_thousandths(part, whole);
    if (!share) return nothing();
    return words_of(fmt::format("{}.{}%", *share / 10, *share % 10));
}

Value growth_of(const Amount& before, const Amount& now) {
    std::optional<std::string> growth = change_percent(before, now);
    return growth ? words_of(*std::move(growth)) : nothing();
}

Value line_of(const Compared& line, const Amount* whole) {
    Value value = mapping();
    value.add("key", words_of(line.key));
    value.add("name", words_of(line.name));
    value.add("now", count_of(line.now));
    if (whole != nullptr) value.add("share", share_of(line.now, *whole));
    value.add("comparable", count_of(line.comparable));
    value.add("previous", count_of(line.before));
    value.add("growth", growth_of(line.before, line.comparable));
    return value;
}

/// `whole`: the key of the line that the shares are of; empty: they have none.
Value lines_of(const std::vector<Compared>& lines, std::string_view whole) {
    Value value = list();
    const auto total = std::find_if(lines.begin(), lines.end(),
                                    [&](const Compared& line) { return line.key == whole; });
    for (const Compared& line : lines)
        value.members.push_back(line_of(line, total == lines.end() ? nullptr : &total->now));
    return value;
}

Value office_of(const OfficeFigures& office) {
    Value value = mapping();
    value.add("name", words_of(office.name));
    value.add("category", words_of(office.category));
    for (const bool now : {true, false}) {
        Value numbers = mapping();
        for (std::size_t i = 0; i < figures().size(); ++i) {
            if (now) numbers.add(std::string(figures()[i].key), count_of(office.now[i]));
            else if (office.before[i])
                numbers.add(std::string(figures()[i].key), count_of(*office.before[i]));
        }
        if (!numbers.members.empty()) value.add(now ? "now" : "previous", std::move(numbers));
    }
    return value;
}

Value outlier_of(const Outlier& outlier) {
    Value value = mapping();
    value.add("office", words_of(outlier.office));
    value.add("figure",
              words_of(std::string(figures()[static_cast<std::size_t>(outlier.figure)].key)));
    value.add("now", count_of(outlier.now));
    value.add(outlier.of_kind ? "median" : "previous", count_of(outlier.other));
    return value;
}

}  // namespace

std::string statistics_json(const Statistics& statistics, const DeskHead& head) {
    Value all = mapping();
    all.add("county", words_of(head.county));
    all.add("year", count_of(statistics.year));
    all.add("summed", count_of(statistics.summed));
    if (statistics.of == Of::ledgers) all.add("rows", words_of("ledgers"));
    all.add("comparable", count_of(statistics.comparable));
    all.add("applicants", lines_of(statistics.applicants, "total"));
    all.add("intake", lines_of(statistics.intake, {}));
    all.add("results", lines_of(statistics.results, "total"));
    all.add("disputes", lines_of(statistics.disputes, {}));
    all.add("disclosure", lines_of(statistics.disclosure, {}));
    Value offices = list(), outliers = list();
    for (const OfficeFigures& office : statistics.offices)
        offices.members.push_back(office_of(office));
    for (const Outlier& outlier : statistics.outliers)
        outliers.members.push_back(outlier_of(outlier));
    all.add("offices", std::move(offices));
    all.add("outliers", std::move(outliers));
    return data::write_json(all);
}

}  // namespace nianbao::sums
