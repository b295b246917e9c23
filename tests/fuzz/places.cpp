#include "fuzz/places.hpp"

#include "text/utf8.hpp"

#include <fmt/format.h>

#include <utility>

namespace nianbao::fuzz {
namespace {

/// The characters that are meant are in the cell or paragraph. A cell with nothing in it
/// has a place too.
bool in_unit(const Place& place, const Source& source) {
    if (place.row < 1 || place.column < 0 || place.character < 0 || place.length < 0) return false;
    const int characters = static_cast<int>(to_utf32(source.line(place)).size());
    return place.character - 1 <= characters &&
           (place.length == 0 || place.character - 1 + place.length <= characters);
}

/// Row 0 is no place. Else the row is one of the file's, and column and length are on it;
/// the end of the file and of a line are places too.
bool in_file(const Place& place, const Source& source) {
    if (place.row == 0) return true;
    if (place.kind != Place::Kind::text) return in_unit(place, source);
    if (place.row < 0 || place.column < 1 || place.length < 0) return false;
    const int characters = static_cast<int>(to_utf32(source.line(place.row)).size());
    return place.column - 1 <= characters + 2 &&
           (place.length == 0 || place.column - 1 + place.length <= characters);
}

std::string described(const Place& place) {
    return fmt::format("{}:{}+{}", place.row, place.column, place.length);
}

}  // namespace

std::string told_wrongly(const std::vector<Finding>& findings, const Source& source) {
    std::string_view last;  // rule whose finding was told: those of one rule one after
                            // another are told alike
    for (const Finding& finding : findings) {
        const Place place = source.place(finding.where);
        if (!in_file(finding.place, source))
            return "a finding stands outside the file, at " + described(finding.place) + ": " +
                   finding.message;
        if (!in_file(place, source))
            return "a field stands outside the file, at " + described(place) + ": " +
                   finding.where.field;
        if (finding.rule.empty() || finding.message.empty())
            return "a finding without rule or message";
        if (std::exchange(last, finding.rule) == finding.rule) continue;
        const std::string told = report_text(finding, source);
        if (find_malformed(told) != std::string::npos) return "what is told is no UTF-8: " + told;
        if (!told.ends_with('\n')) return "what is told does not end a line: " + told;
    }
    return {};
}

}  // namespace nianbao::fuzz
