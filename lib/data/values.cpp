#include "data/values.hpp"

#include "report/fields.hpp"
#include "report/speech/spoken.hpp"

#include <fmt/format.h>

namespace nianbao::data {

Speech speech_of(const Source& source) {
    switch (source.place_of(0).kind) {
        case Place::Kind::cell:
            return Speech::cells;
        case Place::Kind::paragraph:
        case Place::Kind::table:
            return Speech::article;
        case Place::Kind::text:
            break;
    }
    // Names begin lines, or stand in quotes; text goes on below them, further right.
    constexpr std::string_view before_names = " \t\r\n{\"'", no_names = "#-%$";
    constexpr int most_names = 3;  // one may be misspelt
    int english = 0, chinese = 0;
    const std::string_view text = source.text();
    for (std::size_t at = text.find_first_not_of(before_names);
         at < text.size() && english + chinese < most_names;
         at = text.find_first_not_of(before_names, at)) {
        const bool deeper = at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t');
        if (!deeper && no_names.find(text[at]) == no_names.npos)
            ++(static_cast<unsigned char>(text[at]) < 0x80 ? english : chinese);
        at = text.find('\n', at);
    }
    return chinese > english ? Speech::chinese : Speech::english;
}

std::string named(const Values& values, std::string_view name, std::string_view path) {
    std::string own = name.find("“") == name.npos ? fmt::format("“{}”", name) : std::string(name);
    if (speech_of(values.source) == Speech::english) own += fmt::format("（{}）", path);
    return own;
}

std::string pair_of(const Values& values, std::string_view key, std::string_view value) {
    const bool quoted = values.format == Format::json;
    return fmt::format("{0}{1}{0}: {2}", quoted ? "\"" : "", key, value);
}

std::string with_remark(const Values& values, std::string_view number) {
    const Speech speech = speech_of(values.source);
    if (has_no_keys(speech)) return fmt::format("{}（说明）", number);
    const auto pair = [&](const Field& field, std::string_view value) {
        return pair_of(values, speech == Speech::english ? field.key : field.name, value);
    };
    return fmt::format("{{{}, {}}}", pair(cell_fields[0], number),
                       pair(cell_fields[1], values.format == Format::json ? "\"说明\"" : "说明"));
}

}  // namespace nianbao::data
