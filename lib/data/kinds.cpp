#include "data/kinds.hpp"

#include "data/rules.hpp"
#include "notation/kind/encoding.hpp"
#include "report/fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace nianbao::data {
namespace {

/// The name before a line's colon, without blanks, quotes and braces of JSON around it;
/// empty if there is none.
std::string_view name_on(std::string_view line) {
    const std::size_t colon = std::min(line.find(':'), line.find("："));
    if (colon == line.npos) return {};
    line = line.substr(0, colon);
    constexpr std::string_view about = " \t\r{\"'";
    const std::size_t first = line.find_first_not_of(about);
    if (first == line.npos) return {};
    return line.substr(first, line.find_last_not_of(about) - first + 1);
}

bool names_a_part(std::string_view name) {
    return std::any_of(std::begin(report_fields), std::end(report_fields), [&](const Field& field) {
        return field.parent < 0 && !name.empty() && (name == field.key || name == field.name);
    });
}

}  // namespace

bool holds_report(std::string_view bytes) {
    const std::optional<std::string> text = notation::text_of(bytes);
    if (!text) return false;
    std::set<std::string_view> names;
    // JSON may stand on one line: a comma begins another member.
    const bool json = text->find_first_not_of(" \t\r\n") != text->npos &&
                      (*text)[text->find_first_not_of(" \t\r\n")] == '{';
    std::string_view rest = *text;
    while (!rest.empty() && names.size() < 2) {
        const std::size_t end = std::min(rest.find_first_of(json ? "\n," : "\n"), rest.size());
        const std::string_view name = name_on(rest.substr(0, end));
        if (names_a_part(name)) names.insert(name);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return names.size() >= 2;
}

Finding no_data_file(const notation::Kind& kind, std::string file) {
    Finding finding;
    finding.severity = Severity::warning;
    finding.rule = rule("D-20");
    finding.place.file = std::move(file);
    finding.message = fmt::format("{}，不是数据文件，没有读", kind.is);
    finding.hint = kind.what_to;
    return finding;
}

}  // namespace nianbao::data
