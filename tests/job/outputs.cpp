// The table of outputs: what a name or a file's ending picks.
#include <doctest/doctest.h>

#include <set>
#include <stdexcept>
#include <string>

#include "nianbao/document.hpp"
#include "nianbao/output.hpp"
#include "nianbao/pages.hpp"

using namespace nianbao;

TEST_CASE("An ending picks an output, in large or small letters; a look at a stage has none") {
    const auto picked = [](const char* file) {
        const Output* output = output_of(file);
        return output == nullptr ? std::string("none") : std::string(output->name);
    };
    CHECK(picked("a.pdf") == "pdf");
    CHECK(picked("out/A.PDF") == "pdf");
    CHECK(picked("a.b.Pdf") == "pdf");
    CHECK(picked(".pdf") == "none");
    CHECK(picked("a.pdf/") == "none");
    CHECK(picked("apdf") == "none");
    CHECK(picked("a.docx") == "docx");
    CHECK(picked("a.odt") == "none");
    CHECK(picked("a") == "none");
    CHECK(picked("out/a.TXT") == "text");
    CHECK(picked("out/a.HTML") == "html");
    CHECK(picked("a.fragment.html") == "fragment");
    CHECK(picked("txt") == "none");
    CHECK(picked("a.pages.txt") != "pages");
    CHECK(picked("a.document.txt") != "document");
}

TEST_CASE("An output is known by its name") {
    for (const Output& output : outputs()) CHECK(output_named(output.name) == &output);
    CHECK(output_named("") == nullptr);
    CHECK(output_named("PDF") == nullptr);
    CHECK(outputs().front().name == "pdf");
}

TEST_CASE("An output is not made without what it is made from") {
    const Report report = Report::empty("清河县水务局", 2023).value();
    const Document document = compose(report);
    for (const Output& output : outputs()) {
        CAPTURE(output.name);
        CHECK_THROWS_WITH_AS(static_cast<void>(output.write(Stages{.report = report})),
                             "nianbao::Output: the stages have no document", std::invalid_argument);
        const Stages composed{.report = report, .document = &document};
        if (output.from != From::pages) {
            CHECK(!output.write(composed).empty());
            continue;
        }
        CHECK_THROWS_WITH_AS(static_cast<void>(output.write(composed)),
                             "nianbao::Output: the stages have no pages or no fonts",
                             std::invalid_argument);
        const Pages pages;
        CHECK_THROWS_AS(static_cast<void>(output.write(
                            {.report = report, .document = &document, .pages = &pages})),
                        std::invalid_argument);
        const Fonts none;
        CHECK_THROWS_AS(
            static_cast<void>(output.write(
                {.report = report, .document = &document, .pages = &pages, .fonts = &none})),
            std::invalid_argument);
    }
}

TEST_CASE("An output is named after its data file") {
    const Output &pdf = *output_named("pdf"), &pages = *output_named("pages");
    CHECK(output_name("a.yaml", pdf) == "a.pdf");
    CHECK(output_name("in/a.b.json", pdf) == "a.b.pdf");
    CHECK(output_name("a.txt", pdf) == "a.txt.pdf");
    CHECK(output_name("a.yml", pages) == "a.pages.txt");
    // Drafts are data files too.
    for (const char* draft : {"a.docx", "a.html", "a.mht", "a.PDF"})
        CHECK_MESSAGE(output_name(draft, pdf) == "a.pdf", draft);
}

TEST_CASE("The table of outputs holds together") {
    std::set<std::string_view> names, endings;
    for (const Output& output : outputs()) {
        CAPTURE(output.name);
        CHECK(names.insert(output.name).second);
        CHECK(endings.insert(output.ending).second);
        CHECK(output.ending.starts_with('.'));
        CHECK(output.media_type.find('/') != std::string_view::npos);
        CHECK(!output.says.empty());
        CHECK((output.write != nullptr));
        CHECK((output.seal == nullptr) == (output.sealed == nullptr));
        CHECK((output.seal == nullptr) == (output.blank_seal == nullptr));
    }
}
