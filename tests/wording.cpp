// How a report is worded: tests/cases/wording.txt, sentence by sentence; whole messages; whole reports.
#include <doctest/doctest.h>

#include <string>

#include "nianbao/check.hpp"
#include "nianbao/read.hpp"
#include "report/example.hpp"
#include "report/sentences.hpp"

using namespace nianbao;

TEST_CASE("every sentence of the table has the findings that it says, and no other") {
    const auto cases = sentence_cases("wording.txt");
    CHECK(cases.size() >= 300);
    for (const SentenceCase& one : cases) {
        CAPTURE(one.line);
        CHECK(found_by_family(one.given, 'W') == one.expected);
    }
}
