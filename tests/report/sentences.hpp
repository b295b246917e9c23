// Tables of sentences with what a family of rules says of them (tests/cases/wording.txt, privacy.txt).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// One line of a table: "text => 警告 W-20“开展开展”", several findings with " + " between, none at all where the sentence is innocent.
/// The text is the overview of the model report; "field| " before it names another field, "field: value | " another value of the model; ⏎ is a line's end.
struct SentenceCase {
    int line = 0;
    std::string given;     // lines "field: value", as example() reads them
    std::string expected;  // findings, joined by " + "
};

std::vector<SentenceCase> sentence_cases(std::string_view file);

/// What the rules of a family ('W', 'S') say of an example, as the tables write it: level, code, the characters meant.
std::string found_by_family(const std::string& given, char family);

/// The same with the messages.
std::string told_by_family(const std::string& given, char family);

}  // namespace nianbao
