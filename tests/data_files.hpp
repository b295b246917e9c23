// Small data files for tests, and what reading them tells.
#pragma once

#include "nianbao/read.hpp"
#include "text/utf8.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace data_files {

using namespace nianbao;

inline std::string file_text(const std::string& path) {
    std::ifstream in(std::string(NIANBAO_SOURCE) + "/tests/" + path, std::ios::binary);
    REQUIRE(in);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline std::string told(const Reading& reading) {
    std::string text;
    for (const Finding& finding : reading.findings) text += report_text(finding, reading.source);
    return text;
}

struct Part {
    std::string key, yaml, json;
};

/// The smallest report: the parts that every data file must have.
inline const std::vector<Part> required = {
    {"agency", "某某局", "\"某某局\""},
    {"year", "2022", "2022"},
    {"introduction", "引言。", "\"引言。\""},
    {"overview", "情况。", "\"情况。\""},
    {"disclosure", "{unlisted: 0}", "{\"unlisted\": 0}"},
    {"applications", "{unlisted: 0}", "{\"unlisted\": 0}"},
    {"disputes", "{unlisted: 0}", "{\"unlisted\": 0}"},
    {"problems", "问题。", "\"问题。\""},
    {"other", "事项。", "\"事项。\""},
};

/// The required parts whose keys do not stand in `text` yet.
inline std::string rest(const std::string& text, Format format) {
    std::string out;
    for (const Part& part : required) {
        if (format == Format::json) {
            if (text.find("\"" + part.key + "\"") == text.npos) out += fmt::format("{}\"{}\": {}", out.empty() ? "" : ", ", part.key, part.json);
        } else if (("\n" + text).find("\n" + part.key + ":") == text.npos) {
            out += fmt::format("{}{}: {}", out.empty() ? "" : "\n", part.key, part.yaml);
        }
    }
    return out;
}

inline std::string replaced(std::string text, const std::string& what, const std::string& by) {
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + by.size())) text.replace(at, what.size(), by);
    return text;
}

/// ⟨0007⟩ and ⟨0xB1⟩ become the character and the byte.
inline std::string with_characters(std::string text) {
    const std::string open = "⟨", close = "⟩";
    for (auto at = text.find(open); at != text.npos; at = text.find(open, at)) {
        const auto end = text.find(close, at);
        const std::string inside = text.substr(at + open.size(), end - at - open.size());
        const auto value = std::stoul(inside, nullptr, 16);
        std::string character;
        if (inside.starts_with("0x")) character = static_cast<char>(value);
        else append_utf8(character, static_cast<char32_t>(value));
        text.replace(at, end + close.size() - at, character);
        at += character.size();
    }
    return text;
}

/// The cases of a file of messages: "== name" ("(json)" at its end where the file is JSON), the file with "@rest" for the parts that it does not write
/// itself, "--", and all that is told.
template <class Take>
void each_case(const std::string& file, Take take) {
    const std::string cases = file_text(file);
    for (auto begin = cases.find("\n== "); begin != cases.npos;) {
        const auto next = cases.find("\n== ", begin + 1);
        const std::string block = cases.substr(begin + 4, next == cases.npos ? next : next + 1 - begin - 4);
        const auto name_end = block.find('\n'), divider = block.find("\n--\n", name_end);
        REQUIRE(divider != block.npos);
        const std::string name = block.substr(0, name_end);
        const Format format = name.ends_with("(json)") ? Format::json : Format::yaml;
        std::string input = divider > name_end ? block.substr(name_end + 1, divider - name_end) : "";
        input = with_characters(replaced(input, "@rest", rest(replaced(input, "@rest", ""), format)));
        std::string expected = block.substr(divider + 4);
        while (expected.ends_with("\n\n") || expected == "\n") expected.pop_back();
        take(name, input, format, expected);
        begin = next;
    }
}

/// A YAML file of a few lines and the required parts that they lack.
inline Reading yaml(const std::string& text) { return read(text + "\n" + rest(text, Format::yaml) + "\n", "data.yaml", Format::yaml); }
/// The same in JSON, of a few members.
inline Reading json(const std::string& members) {
    return read("{" + members + (members.empty() ? "" : ", ") + rest(members, Format::json) + "}", "data.json", Format::json);
}

inline Report report(const Reading& reading) {
    INFO(told(reading));
    REQUIRE(reading.report);
    return *reading.report;
}

inline std::string cell(const Reading& reading, const std::string& path) {
    const Report whole = report(reading);
    for (const FilledForm* filled : whole.tables()) {
        for (std::size_t i = 0; i < filled->cells.size(); ++i) {
            if (field_path(*filled->form, filled->form->entries[i].field) == path) return filled->cells[i].value.to_string();
        }
    }
    return "no such cell";
}

inline std::string times(int count, const std::string& what) {
    std::string text;
    text.reserve(what.size() * static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) text += what;
    return text;
}

inline std::string at(const Place& place) { return fmt::format("{}:{}+{}", place.row, place.column, place.length); }

/// The place of a word of a field's text.
inline std::string place_of(const Reading& reading, const std::string& field, const std::string& text, const std::string& word) {
    const auto byte = text.find(word);
    REQUIRE(byte != text.npos);
    return at(reading.source.place({field, count_characters(std::string_view(text).substr(0, byte)), count_characters(word)}));
}

}  // namespace data_files
