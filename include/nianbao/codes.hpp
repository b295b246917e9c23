// The codes of findings besides those of the rules (check.hpp): of reading, cell
// references, layout and merging. Each room has its table; `nianbao rules` lists them
// all.
#pragma once

#include "nianbao/finding.hpp"

#include <cstddef>
#include <string_view>

namespace [[gnu::visibility("default")]] nianbao {

/// A stable code, its level, what it says and what to do, in Chinese without an end mark.
/// A finding may have another level if its message says why. `good`, `bad`: lines of a
/// data file, or what stands in a cell or in a document, without the finding and with it;
/// empty where no line shows it.
struct Code {
    std::string_view code;
    Severity severity;
    std::string_view says, remedy;
    std::string_view good = {}, bad = {};
};

/// The code itself. A code that is in none of the tables does not compile, so that no
/// finding carries one that is not listed.
template <std::size_t n>
[[nodiscard]] consteval std::string_view listed(const Code (&codes)[n], std::string_view code) {
    for (const Code& known : codes) {
        if (known.code == code) return known.code;
    }
    throw "no such code";
}
template <std::size_t n, std::size_t m>
[[nodiscard]] consteval std::string_view listed(const Code (&codes)[n], const Code (&others)[m],
                                                std::string_view code) {
    for (const Code& known : codes) {
        if (known.code == code) return known.code;
    }
    return listed(others, code);
}

}  // namespace nianbao
