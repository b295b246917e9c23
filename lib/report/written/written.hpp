// What a data file will hold: a tree of values in the file's order, with keys and words
// in one language.
#pragma once

#include "nianbao/write.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace nianbao {

struct Written {
    enum class Kind {
        number,   // digits as they print
        word,     // a date, a choice, a number with its sign or unit: no quotes in YAML
        text,     // one line or several
        prose,    // usually several lines
        mapping,  // of members
        list,     // of members without keys
        gap,      // nothing yet: to be filled in
    };

    Kind kind = Kind::text;
    std::string text = {};
    std::vector<Written> members = {};
    bool row = false;  // a mapping or list on one line
    std::string key = {};
    std::string comment = {};             // at the end of the first line; not in JSON
    std::vector<std::string> above = {};  // lines of comment before the key; not in JSON

    void add(std::string name, Written member) {
        member.key = std::move(name);
        members.push_back(std::move(member));
    }
};

/// A row with more cells is written as a list: seven keys on a line are hard to read.
inline constexpr std::size_t longest_mapping = 5;

/// The whole data file of a report.
Written written_report(const Report& report, Keys keys);
/// The same without its three tables.
Written written_without_tables(const Report& report, Keys keys);

}  // namespace nianbao
