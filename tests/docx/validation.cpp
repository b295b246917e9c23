// Word files as the Open XML SDK judges them: what it finds nothing in, Word opens without
// repairing it.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "docx/write.hpp"
#include "nianbao/mark.hpp"
#include "nianbao/read.hpp"
#include "program.hpp"
#include "report/generator.hpp"

using namespace nianbao;

TEST_CASE("Both validators find nothing wrong with Word files") {
    const Scratch scratch;
    const std::string root = NIANBAO_SOURCE;
    std::vector<std::string> words{"node", root + "/tests/outside/ooxml.mjs",
                                   root + "/build/outside"};
    std::string expected;
    const auto add = [&](const Report& report, const std::optional<Attachment>& data) {
        words.push_back((scratch / fmt::format("{}.docx", words.size())).native());
        write_file(words.back(), write_docx(compose(report), report.layout, data));
        expected += words.back() + "\tok\n";
    };
    for (std::string_view data :
         {"examples/huaian-2024.json", "examples/form-2019-en.yaml", "examples/form-2019-zh.yaml",
          "examples/hard-en.yaml", "examples/hard-zh.yaml",
          "examples/jinxiang-veterans-2022.yaml"}) {
        const Reading reading = read(root + "/" + std::string(data));
        REQUIRE(reading.report);
        add(*reading.report, Attachment{"data.yaml", "application/yaml", "agency: a"});
        Report turned = *reading.report;
        turned.layout.wide_table = WideTable::landscape;
        turned.layout.first_page_numbered = false;
        turned.layout.page_numbers = PageNumbers::centred;
        add(turned, {});
    }
    // Comments, the list of them, and the sheet for signatures.
    const Reading model = read(root + "/tests/files/model.yaml");
    const Document document = compose(*model.report);
    std::vector<Finding> findings(3);
    findings[0].where = {"overview", 3, 40};
    findings[1].where = {"applications.received.total"};
    findings[2].where = {"overview", 10, 5};
    const auto add_bytes = [&](const std::string& bytes) {
        words.push_back((scratch / fmt::format("{}.docx", words.size())).native());
        write_file(words.back(), bytes);
        expected += words.back() + "\tok\n";
    };
    for (const bool as_list : {false, true})
        add_bytes(write_docx(document, model.report->layout, {}, {findings, "年报检查", as_list}));
    // An office's own file that goes back, twice.
    findings[0].place = {"a.docx", {}, 3, 0, 0, Place::Kind::paragraph, 0, 3};
    findings[1].place = {"a.docx", "表一", 2, 2, 0, Place::Kind::table, 0, 9};
    const std::string marked =
        mark_word_file(write_docx(document, model.report->layout, {}), findings);
    add_bytes(marked);
    add_bytes(mark_word_file(marked, findings));
    add_bytes(write_signing_sheet({.report = *model.report, .document = &document}));
    const std::uint64_t generated = std::getenv("NIANBAO_LONG") != nullptr ? 200 : 0;
    for (std::uint64_t i = 0; i < generated; ++i) {
        Generating wanted;
        wanted.characters = Characters::any;
        add(generated_report(i, wanted), {});
    }
    const Run run = ::run(words);
    REQUIRE_MESSAGE(run.exit == 0, run.err);
    CHECK(run.out == expected);
}
