#include "data/kinds.hpp"

#include "data/rules.hpp"
#include "notation/kind/encoding.hpp"
#include "notation/mending/mending.hpp"
#include "report/fields.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace nianbao::data {
namespace {

/// The line without the blanks and unseen characters of other kinds that it begins with.
std::string_view without_odd_blanks(std::string_view line) {
    while (const std::size_t bytes = notation::odd_blank_at(line, 0).bytes)
        line.remove_prefix(bytes);
    return line;
}

/// The name before a line's colon, without blanks, quotes and braces of JSON around it;
/// empty if there is none.
std::string_view name_on(std::string_view line) {
    const std::size_t colon = std::min(line.find(':'), line.find("："));
    if (colon == line.npos) return {};
    line = line.substr(0, colon);
    constexpr std::string_view about = " \t\r{\"'";
    line = without_odd_blanks(line);
    const std::size_t first = line.find_first_not_of(about);
    if (first == line.npos) return {};
    return line.substr(first, line.find_last_not_of(about) - first + 1);
}

bool names_a_part(std::string_view name) {
    return std::any_of(std::begin(report_fields), std::end(report_fields), [&](const Field& field) {
        return field.parent < 0 && !name.empty() && (name == field.key || name == field.name);
    });
}

/// Calls `each` for every line, or member of JSON, until it answers false.
template <class Each>
void each_line(std::string_view text, Each each) {
    // JSON may stand on one line: a comma begins another member.
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    const bool json = first != text.npos && text[first] == '{';
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(json ? "\n," : "\n"), text.size());
        if (!each(text.substr(0, end))) return;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// The first word of a line whose colon may have been forgotten.
std::string_view first_word(std::string_view line) {
    line = without_odd_blanks(line);
    const std::size_t first = std::min(line.find_first_not_of(" \t"), line.size());
    line.remove_prefix(first);
    return line.substr(0, std::min(line.find_first_of(" \t\r"), line.size()));
}

/// Lines that begin with a name and a colon, up to the first that names a part of a
/// report. `kind` names one too, but also what every Kubernetes manifest is.
struct NamedLines {
    int others = 0;
    bool part = false;
};

NamedLines named_lines(std::string_view text) {
    NamedLines found;
    each_line(text, [&](std::string_view line) {
        const std::string_view name = name_on(line);
        found.part = (names_a_part(name) && name != report_fields[own_field("kind")].key) ||
                     names_a_part(first_word(line));
        if (!name.empty() && !name.starts_with('#')) ++found.others;
        return !found.part;
    });
    return found;
}

}  // namespace

bool holds_report(std::string_view bytes) {
    const std::optional<std::string> text = notation::text_of(bytes);
    if (!text) return false;
    std::set<std::string_view> names;
    each_line(*text, [&](std::string_view line) {
        const std::string_view name = name_on(line);
        if (names_a_part(name)) names.insert(name);
        return names.size() < 2;
    });
    return names.size() >= 2;
}

const notation::Kind* other_data(std::string_view bytes) {
    static constexpr notation::Kind kind{"这里面没有年报的任何一项，不是年报数据文件",
                                         "移到别处；是年报的，从一份待填的空白文件填起"};
    constexpr int least_names = 2;  // with fewer it is rather a report that was not begun
    // A report names a part on one of its first lines, in whatever encoding but UTF-16.
    if (named_lines(bytes).part) return nullptr;
    const std::optional<std::string> text = notation::text_of(bytes);
    if (!text) return nullptr;
    const NamedLines found = named_lines(*text);
    return !found.part && found.others >= least_names ? &kind : nullptr;
}

std::string not_data(const notation::Kind& kind) {
    return std::string(kind.is) + (kind.is.ends_with("数据文件") ? "" : "，不是数据文件");
}

Finding no_data_file(const notation::Kind& kind, std::string file) {
    Finding finding;
    finding.severity = Severity::warning;
    finding.rule = rule("D-20");
    finding.place.file = std::move(file);
    finding.message = not_data(kind) + "，没有读";
    finding.hint = kind.what_to;
    return finding;
}

}  // namespace nianbao::data
