// The PDFs of the examples as other programs see them: whole, their text in reading
// order, fonts embedded, the same bytes everywhere.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "nianbao/document.hpp"
#include "nianbao/pages.hpp"
#include "nianbao/read.hpp"
#include "program.hpp"
#include "report/document_text.hpp"
#include "report/set_pages.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

namespace {

namespace fs = std::filesystem;

const std::string examples[] = {"examples/jinxiang-veterans-2022.yaml",
                                "examples/huaian-2024.json"};

fs::path in_source(const std::string& name) { return fs::path(NIANBAO_SOURCE) / name; }

std::string without_spaces(const std::string& text) {
    std::string out;
    for (char c : text) {
        if (c != ' ' && c != '\n' && c != '\f') out += c;
    }
    return out;
}

/// The text of a PDF as its pages draw it, without page numbers, spaces, line ends, and
/// the heads that a table repeats at a page's top. `pages`: what the PDF was made of.
std::string drawn_text(const fs::path& pdf, const Pages& pages) {
    const Run run = ::run({"pdftotext", "-raw", "-enc", "UTF-8", pdf.native(), "-"});
    REQUIRE(run.exit == 0);
    std::string out;
    std::istringstream drawn(run.out);
    std::size_t number = 0;
    for (std::string page; std::getline(drawn, page, '\f'); ++number) {
        REQUIRE(number < pages.pages.size());
        const std::string text = without_spaces(page);
        const std::string mark = "—" + std::to_string(number + 1) + "—";
        const std::string repeated =
            without_spaces(to_utf8(text_of(pages.pages[number], Artifact::repeated)));
        REQUIRE_MESSAGE(text.ends_with(mark), text);
        REQUIRE_MESSAGE(text.starts_with(repeated), text);
        out += text.substr(repeated.size(), text.size() - mark.size() - repeated.size());
    }
    CHECK(number == pages.pages.size());
    return out;
}

/// Faces to set an example in. The licensed ones are TrueType, as Arphic's and
/// WenQuanYi's are.
struct FaceChoice {
    std::string name;
    std::vector<FontOptions::Choice> chosen;
};
const FaceChoice free_faces = {"free", {}};
const FaceChoice truetype_faces = {"TrueType",
                                   {{FontRole::title, in_source("fonts/test/gbsn00lp.ttf")},
                                    {FontRole::body, in_source("fonts/test/gbsn00lp.ttf")},
                                    {FontRole::heading1, in_source("fonts/test/wqy-zenhei.ttc"), 0},
                                    {FontRole::heading2, in_source("fonts/test/gkai00mp.ttf")},
                                    {FontRole::table, in_source("fonts/test/gbsn00lp.ttf")}}};

/// An example, rendered; the folder keeps it.
fs::path rendered(const std::string& example, const Scratch& scratch,
                  const FaceChoice& faces = free_faces) {
    constexpr std::string_view roles[] = {"title",    "body",  "heading1",
                                          "heading2", "table", "latin"};
    const fs::path pdf = scratch / "report.pdf";
    std::vector<std::string> words = {"render", in_source(example).native(), "-o", pdf.native(),
                                      "--no-system-fonts"};
    for (const auto& [role, file, index] : faces.chosen)
        words.insert(words.end(), {"--font", std::string(roles[static_cast<std::size_t>(role)]) +
                                                 "=" + file.native()});
    const Run run = nianbao_run(words);
    REQUIRE_MESSAGE(run.exit == 0, run.err);
    return pdf;
}

/// The lines of a page's prose, without spaces: runs on one baseline that no table owns.
std::vector<std::string> lines_of_prose(const Pages& pages, const Page& page) {
    std::map<Length, std::string> lines;
    for (const Mark& mark : page.marks) {
        const auto* run = std::get_if<GlyphRun>(&mark);
        if (!run || run->node < 0) continue;
        const Role role = pages.nodes[static_cast<std::size_t>(run->node)].role;
        if (role != Role::cell && role != Role::header)
            lines[run->origin.y] += to_utf8(run->source);
    }
    std::vector<std::string> out;
    for (const auto& [y, text] : lines) out.push_back(without_spaces(text));
    return out;
}

}  // namespace

TEST_CASE("The text drawn is the text composed, in reading order") {
    for (const FaceChoice& faces : {free_faces, truetype_faces}) {
        const Fonts fonts = Fonts::open({faces.chosen, {}, false});
        for (const std::string& example : examples) {
            CAPTURE(faces.name);
            CAPTURE(example);
            const Scratch scratch;
            const Reading reading = read(in_source(example));
            REQUIRE(reading.report);
            const Document document = compose(*reading.report);
            const Pages pages = typeset(document, fonts, reading.report->layout);
            CHECK(drawn_text(rendered(example, scratch, faces), pages) ==
                  without_spaces(to_utf8(text_of(document))));
        }
    }
}

TEST_CASE("A line with squeezed marks is one line to who copies it") {
    for (const FaceChoice& faces : {free_faces, truetype_faces}) {
        const Fonts fonts = Fonts::open({faces.chosen, {}, false});
        for (const std::string& example : examples) {
            CAPTURE(faces.name);
            CAPTURE(example);
            const Scratch scratch;
            const Reading reading = read(in_source(example));
            REQUIRE(reading.report);
            const Pages pages = typeset(compose(*reading.report), fonts, reading.report->layout);
            const fs::path pdf = rendered(example, scratch, faces);
            int lines = 0;
            for (const Page& page : pages.pages) {
                const std::string number = std::to_string(page.number);
                std::istringstream drawn(::run({"pdftotext", "-raw", "-enc", "UTF-8", "-f", number,
                                                "-l", number, pdf.native(), "-"})
                                             .out);
                std::set<std::string> found;
                for (std::string line; std::getline(drawn, line);)
                    found.insert(without_spaces(line));
                for (const std::string& line : lines_of_prose(pages, page)) {
                    CHECK_MESSAGE(found.contains(line), line);
                    ++lines;
                }
            }
            CHECK(lines > 40);
        }
    }
}

TEST_CASE("The seed's prose is there, sentence by sentence") {
    const Scratch scratch;
    const Report report = *read(in_source(examples[0])).report;
    const Pages pages = typeset(compose(report), Fonts::open({{}, {}, false}), report.layout);
    const std::string drawn = drawn_text(rendered(examples[0], scratch), pages);
    std::istringstream lines(source_file("examples/jinxiang-veterans-2022.yaml"));
    int paragraphs = 0;
    bool prose = false;
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("  ")) prose = line.find(": |") != std::string::npos;
        if (!prose || !line.starts_with("  ")) continue;
        const std::size_t reference = line.find("{{contact.phone}}");
        if (reference != std::string::npos) line.replace(reference, 17, "0537-6627771");
        CHECK_MESSAGE(drawn.find(without_spaces(line)) != std::string::npos, line);
        ++paragraphs;
    }
    CHECK(paragraphs == 24);
}

TEST_CASE("qpdf finds nothing wrong; every font is embedded, subset, with Unicode") {
    for (const FaceChoice& faces : {free_faces, truetype_faces}) {
        for (const std::string& example : examples) {
            CAPTURE(faces.name);
            CAPTURE(example);
            const Scratch scratch;
            const fs::path pdf = rendered(example, scratch, faces);
            const Run check = ::run({"qpdf", "--check", pdf.native()});
            CHECK_MESSAGE(check.exit == 0, check.out << check.err);

            std::istringstream lines(::run({"pdffonts", pdf.native()}).out);
            int fonts = 0;
            for (std::string line; std::getline(lines, line);) {
                if (line.starts_with("name ") || line.starts_with("----")) continue;
                CHECK_MESSAGE(line.find(" yes yes yes ") != std::string::npos, line);
                const bool truetype = line.find("CID TrueType") != std::string::npos;
                if (!faces.chosen.empty()) CHECK_MESSAGE(truetype, line);
                ++fonts;
            }
            CHECK(fonts >= (faces.chosen.empty() ? 5 : 4));
        }
    }
}

TEST_CASE("The file tells the title, the agency and the language, and nothing of the machine") {
    const Scratch scratch;
    const fs::path pdf = rendered(examples[0], scratch);
    const std::string info = ::run({"pdfinfo", pdf.native()}).out;
    CHECK(info.find("金乡县退役军人事务局2022年政府信息公开工作年度报告\n") != std::string::npos);
    CHECK(info.find("Author:          金乡县退役军人事务局\n") != std::string::npos);
    CHECK(info.find("CreationDate") == std::string::npos);
    const std::string bare =
        ::run({"qpdf", "--qdf", "--object-streams=disable", pdf.native(), "-"}).out;
    CHECK(bare.find("zh-CN") != std::string::npos);
    CHECK(bare.find(scratch.folder().native()) == std::string::npos);
    CHECK(bare.find(NIANBAO_SOURCE) == std::string::npos);
}

TEST_CASE("The date is the signature's, else that of publication, that of the build, or none") {
    const Scratch scratch;
    const std::string small = source_file("tests/cases/small.yaml");
    const auto date = [&](const std::string& data, std::vector<std::string> environment) {
        const Run run = nianbao_run({"render", "-", "-o", (scratch / "a.pdf").native()},
                                    {.input = data, .environment = std::move(environment)});
        REQUIRE_MESSAGE(run.exit == 0, run.err);
        std::istringstream lines(::run({"pdfinfo", "-rawdates", (scratch / "a.pdf").native()}).out);
        for (std::string line; std::getline(lines, line);) {
            if (line.starts_with("CreationDate:")) return line.substr(line.find("D:"), 10);
        }
        return std::string("none");
    };
    const std::vector<std::string> last_second_of_1999 = {"SOURCE_DATE_EPOCH=946684799"},
                                   first_of_2000 = {"SOURCE_DATE_EPOCH=946684800"};
    CHECK(date(small, {}) == "none");
    CHECK(date(small, last_second_of_1999) == "D:19991231");
    CHECK(date(small, first_of_2000) == "D:20000101");
    CHECK(date(small + "published: 2024-01-20\n", first_of_2000) == "D:20240120");
    CHECK(date(small + "published: 2024-01-20\nsignature: {date: 2024-01-18}\n", first_of_2000) ==
          "D:20240118");
}

TEST_CASE("The same bytes from two runs, another folder, locale and time zone") {
    const fs::path locales = fs::path(NIANBAO_SOURCE) / "build/locales";
    const std::string path = "LOCPATH=" + locales.native();
    // The locale is there, or the test would prove nothing.
    REQUIRE(::run({"locale", "-k", "decimal_point"}, {.environment = {path, "LC_ALL=de_DE.UTF-8"}})
                .out == "decimal_point=\",\"\n");
    REQUIRE(::run({"locale", "charmap"}, {.environment = {path, "LC_ALL=zh_CN.GB18030"}}).out ==
            "GB18030\n");

    for (const std::string& example : examples) {
        CAPTURE(example);
        const Scratch here, there;
        const std::string name = in_source(example).filename().native(),
                          extension = in_source(example).extension().native();
        write_file(here / name, source_file(example));
        write_file(there / ("另一份" + extension), source_file(example));
        const auto bytes = [&](const Scratch& scratch, const std::string& input,
                               std::vector<std::string> environment) {
            const Run run =
                nianbao_run({"render", input, "-o", "out.pdf"},
                            {.folder = scratch.folder(), .environment = std::move(environment)});
            REQUIRE_MESSAGE(run.exit == 0, run.err);
            return read_file(scratch / "out.pdf");
        };
        const std::string first = bytes(here, name, {});
        CHECK(bytes(here, name, {}) == first);
        CHECK(bytes(there, "另一份" + extension, {}) == first);
        CHECK(bytes(here, name, {"TZ=Pacific/Kiritimati"}) == first);
        CHECK(bytes(here, name, {path, "LC_ALL=de_DE.UTF-8"}) == first);
        CHECK(bytes(here, name,
                    {path, "LC_ALL=zh_CN.GB18030", "LANG=zh_CN.GB18030", "USER=someone",
                     "HOME=/nowhere"}) == first);
    }
}
