// What must not stand in a published report: tests/cases/privacy.txt, sentence by sentence; whole messages.
#include <doctest/doctest.h>

#include <string>

#include "nianbao/check.hpp"
#include "report/example.hpp"
#include "report/sentences.hpp"

using namespace nianbao;

TEST_CASE("every sentence of the table has the findings that it says, and no other") {
    const auto cases = sentence_cases("privacy.txt");
    CHECK(cases.size() >= 100);
    for (const SentenceCase& one : cases) {
        CAPTURE(one.line);
        CHECK(found_by_family(one.given, 'S') == one.expected);
    }
}
