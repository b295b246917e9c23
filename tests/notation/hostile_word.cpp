// Word files that nobody writes by mistake: each is read or refused, within its limits.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "docx/write.hpp"
#include "measured.hpp"
#include "nianbao/read.hpp"
#include "office/edited_book.hpp"
#include "office/made_zip.hpp"
#include "program.hpp"
#include "report/generator.hpp"

using namespace nianbao;

namespace {

std::string word_file() {
    const Report report = generated_report(3, {.extent = Extent::tiny});
    return write_docx(compose(report), report.layout, {});
}

const std::string body = "word/document.xml";

/// The file with another body.
std::string with_body(const std::string& xml) {
    made::EditedBook edited(word_file());
    edited.part(body) = xml;
    return edited.bytes();
}

const std::string open =
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
    "<w:body>";
const std::string close = "</w:body></w:document>";

std::string times(std::size_t bytes, std::string_view text) {
    std::string all;
    all.reserve(bytes);
    while (all.size() + text.size() <= bytes) all += text;
    return all;
}

/// The body as long as a part may be.
std::string full(const std::string& head, std::string_view filling, const std::string& tail) {
    constexpr std::size_t most = std::size_t{16} << 20;
    const std::string first = open + head, last = tail + close;
    return with_body(first + times(most - first.size() - last.size(), filling) + last);
}

std::string nested(int depth, const std::string& begin, const std::string& end) {
    std::string xml = open;
    for (int i = 0; i < depth; ++i) xml += begin;
    for (int i = 0; i < depth; ++i) xml += end;
    return with_body(xml + close);
}

/// The most that memory and time can be wanted for, by name.
[[maybe_unused]] std::vector<std::pair<std::string, std::string>> largest() {
    const std::string cell = "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>";
    std::vector<std::pair<std::string, std::string>> all = {
        {"blanks", full("", " ", "")},
        {"paragraphs", full("", "<w:p/>", "")},
        {"texts", full("", "<w:p><w:r><w:t>年</w:t></w:r></w:p>", "")},
        {"one-text", full("<w:p><w:r><w:t>", "年", "</w:t></w:r></w:p>")},
        {"runs", full("<w:p>", "<w:r><w:t>1</w:t></w:r>", "</w:p>")},
        {"line-ends", full("<w:p><w:r>", "<w:br/>", "</w:r></w:p>")},
        {"cells", full("<w:tbl><w:tr>", cell, "</w:tr></w:tbl>")},
        {"rows", full("<w:tbl>", "<w:tr>" + cell + "</w:tr>", "</w:tbl>")},
        {"tables", full("", "<w:tbl><w:tr>" + cell + "</w:tr></w:tbl>", "")},
        {"wide-cells",
         full("<w:tbl><w:tr>", "<w:tc><w:tcPr><w:gridSpan w:val=\"16384\"/></w:tcPr><w:p/></w:tc>",
              "</w:tr></w:tbl>")},
        {"joined-cells",
         full("<w:tbl>", "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>",
              "</w:tbl>")},
        {"fields", full("<w:p>", "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", "</w:p>")},
        {"changes", full("<w:p>", "<w:ins><w:r><w:t>1</w:t></w:r></w:ins>", "</w:p>")},
        {"numbers",
         full("",
              "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"8\"/><w:numId w:val=\"9\"/></w:numPr>"
              "</w:pPr></w:p>",
              "")},
        {"unclosed", full("", "<w:p><w:r>", "")},
        {"depth", nested(100'000, "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")},
        {"boxes", nested(100'000, "<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>")},
        {"doctype", with_body("<!DOCTYPE a [<!ENTITY b \"" + times(1000, "年") +
                              "\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>" + open +
                              "<w:p><w:r><w:t>&c;&c;&c;&c;</w:t></w:r></w:p>" + close)},
    };
    std::vector<made::ZipEntry> parts;
    for (int i = 0; i < 4; ++i)
        parts.push_back({.name = fmt::format("word/{}", i), .bytes = std::string(16 << 20, '\0')});
    all.emplace_back("zeros", made::zip(parts));
    return all;
}

}  // namespace

TEST_CASE("the largest Word files take no more than 64 MB and a second of the processor") {
    const Scratch scratch;
#ifdef NIANBAO_SANITIZED
    const auto files = std::vector<std::pair<std::string, std::string>>();  // memory is another's
#else
    const auto files = largest();
#endif
    for (const auto& file : files) {
        const std::string &name = file.first, &bytes = file.second;
        CAPTURE(name);
        write_file(scratch / (name + ".docx"), bytes);
        const Measured took = run_measured({NIANBAO_PROGRAM, "check", name + ".docx", "--no-fonts"},
                                           {.folder = scratch.folder()});
        CHECK(took.run.exit == 1);
        CHECK_MESSAGE(took.kilobytes <= 64 * 1024,
                      name << " took " << took.kilobytes << " KB: " << took.run.out.substr(0, 300));
        CHECK_MESSAGE(took.seconds <= most_hostile_seconds,
                      name << " took " << took.seconds << " s");
    }
}

TEST_CASE("a thousand Word files with something wrong in them are read or refused") {
    Random random(2028);
    const std::string whole = word_file();
    const made::EditedBook intact(whole);
    const std::vector<std::string> names = {body, "word/styles.xml", "_rels/.rels",
                                            "word/_rels/document.xml.rels", "[Content_Types].xml"};
    const std::string_view pieces[] = {
        "<",       ">",        "\"",          "&",    "<w:tbl>",       "</w:tc>",
        "<w:p>",   "</w:p>",   "<w:del>",     "]]>",  "<!DOCTYPE a>",  "<w:tc>",
        "<w:tr/>", "w:val=\"", "<w:vMerge/>", "\xFF", "&#0;",          "<w:txbxContent>",
        "<w:br/>", "<w:t>",    "99999999",    "xml:", "<w:gridSpan/>", "</w:body>"};
    int refused = 0;
    for (int number = 0; number < 1000; ++number) {
        std::string bytes;
        const int changes = random.between(1, 3);
        if (number % 2 == 0) {
            bytes = whole;
            for (int i = 0; i < changes; ++i) {
                // Half of the changes hit the directory, where most of what can lie stands.
                const int from = random.one_in(2) ? static_cast<int>(bytes.size()) - 900 : 0;
                const int at =
                    random.between(std::max(from, 0), static_cast<int>(bytes.size()) - 1);
                if (random.one_in(8)) bytes.erase(static_cast<std::size_t>(at), 1);
                else bytes[static_cast<std::size_t>(at)] = static_cast<char>(random.below(256));
            }
        } else {
            made::EditedBook edited = intact;
            // Most of what can go wrong stands in the body.
            std::string& text = edited.part(
                random.one_in(2) ? body : names[static_cast<std::size_t>(random.below(5))]);
            for (int i = 0; i < changes && !text.empty(); ++i) {
                const auto at =
                    static_cast<std::size_t>(random.below(static_cast<int>(text.size())));
                if (random.one_in(3))
                    text.erase(at, static_cast<std::size_t>(random.between(1, 20)));
                else text.insert(at, random.of(pieces));
            }
            bytes = edited.bytes();
        }
        const Reading reading = read(bytes, "年报.docx", Format::article);
        const bool error = stops(reading.findings);
        CHECK(reading.report.has_value() != error);
        refused += error ? 1 : 0;
    }
    CHECK(refused > 600);
    CHECK(refused < 1000);
}
