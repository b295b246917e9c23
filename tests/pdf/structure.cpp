// The structure of the PDFs, read back from the files: as a person can read it, and
// whole. To accept a change: NIANBAO_ACCEPT=1 build/release/tests/nianbao_tests
// --source-file='*/structure.cpp', then read the diff.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "nianbao/pdf.hpp"
#include "program.hpp"
#include "reader/structure.hpp"
#include "report/data_pages.hpp"
#include "report/document_text.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

namespace {

struct Example {
    std::string_view data, name;
};
constexpr Example examples[] = {{"examples/huaian-2024.json", "huaian-2024"},
                                {"examples/jinxiang-veterans-2022.yaml", "jinxiang-veterans-2022"},
                                {"examples/form-2019-en.yaml", "form-2019"},
                                {"examples/hard-en.yaml", "hard"},
                                {tagged_data, "tagged"}};

reader::File file_of(const Pages& pages, const PdfOptions& options = {}) {
    const Scratch scratch;
    write_file(scratch / "a.pdf", write_pdf(pages, free_fonts(), options));
    return reader::File(scratch / "a.pdf");
}

std::string without_spaces(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
    return text;
}

std::string list(const std::vector<std::string>& lines) {
    std::string out;
    for (const auto& line : lines) out += line + '\n';
    return out;
}

}  // namespace

TEST_CASE("the structure of each example is as it was accepted") {
    for (const Example& example : examples) {
        const std::string dump = reader::Structure(file_of(pages_of(example.data))).dump();
        const std::string golden = "tests/golden/" + std::string(example.name) + ".structure.txt";
        if (std::getenv("NIANBAO_ACCEPT"))
            write_file(std::filesystem::path(NIANBAO_SOURCE) / golden, dump);
        std::istringstream is(dump), should_be(source_file(golden));
        int number = 0;
        for (std::string a, b; std::getline(is, a) || should_be;) {
            std::getline(should_be, b);
            ++number;
            CHECK_MESSAGE(a == b, golden << ":" << number);
            if (a != b) break;
            a.clear();
        }
    }
}

TEST_CASE("nothing is wrong with the structure, however the pages are cut") {
    for (const Example& example : examples) {
        for (bool low : {false, true}) {
            CAPTURE(example.name);
            const Pages pages = pages_of(example.data, low);
            CHECK(list(reader::complaints(file_of(pages))) == "");
        }
    }
}

TEST_CASE(
    "the copy for signature has a field at its very end, and else the published one's structure") {
    for (std::string_view data : signed_data) {
        CAPTURE(data);
        const reader::File file = file_of(sealed_pages_of(data)), plain = file_of(pages_of(data));
        CHECK(list(reader::complaints(file)) == "");
        CHECK(reader::Structure(file).dump() ==
              reader::Structure(plain).dump() + "    Form -> seal (加盖印章、电子签名处)\n");
    }
}

TEST_CASE("the structure's text is the whole text in reading order, and the same on any pages") {
    for (const Example& example : examples) {
        CAPTURE(example.name);
        const auto file = file_of(pages_of(example.data)),
                   low = file_of(pages_of(example.data, true));
        const reader::Structure structure(file), cut(low);
        CHECK(without_spaces(structure.text()) ==
              without_spaces(to_utf8(text_of(document_of(example.data)))));
        CHECK(low.pages().size() > 2 * file.pages().size());
        CHECK(cut.dump() == structure.dump());  // a paragraph, a list and a table over
                                                // several pages are still one
    }
}

TEST_CASE("what every page repeats is no part of the text") {
    const auto file = file_of(pages_of(examples[0].data, true));
    std::size_t numbers = 0, heads = 0, rules = 0;
    for (std::size_t page = 0; page < file.pages().size(); page++) {
        for (const auto& shown : file.shown(page)) {
            if (!shown.artifact) continue;
            if (shown.subtype == "Footer") ++numbers;
            if (shown.subtype == "Pagination" && shown.text.find(U"自然人") != shown.text.npos)
                ++heads;
            if (shown.subtype == "Layout") ++rules;
            CHECK((shown.subtype == "Layout") == shown.text.empty());
        }
    }
    CHECK(numbers == file.pages().size());
    CHECK(heads > 1);
    CHECK(rules > 3);
}

TEST_CASE("the data file comes back byte for byte") {
    const std::string data = "\xEF\xBB\xBF{\"年度\": 2024}\r\n" + std::string(1, '\0') + "\xFF";
    for (const std::string& bytes : {data, std::string()}) {
        const Scratch scratch;
        PdfOptions options;
        options.attachment = Attachment{"数据 1.json", "application/json", bytes};
        write_file(scratch / "a.pdf", write_pdf(pages_of(tagged_data), free_fonts(), options));
        const Run run =
            ::run({"qpdf", "--show-attachment=数据 1.json", (scratch / "a.pdf").native()});
        CHECK(run.err == "");
        CHECK(run.out == bytes);
        CHECK(list(reader::complaints(reader::File(scratch / "a.pdf"))) == "");
    }
}

TEST_CASE("the file's ID is that of its content") {
    const auto id = [](const reader::File& file) {
        return file.get(file.trailer(), "ID").items.at(0).text;
    };
    Pages pages = pages_of(tagged_data);
    const std::string first = id(file_of(pages));
    CHECK(id(file_of(pages)) == first);
    pages.metadata.author += "办公室";
    const auto other = file_of(pages);
    CHECK(id(other) != first);
    CHECK(other.get(other.trailer(), "ID").items.at(1).text == id(other));
}

TEST_CASE("a section of any length") {
    for (int length : {30'000, 30'001}) {
        CAPTURE(length);
        Pages pages = pages_of(tagged_data);
        const auto first =
            std::find_if(pages.pages[0].marks.begin(), pages.pages[0].marks.end(),
                         [](const Mark& mark) { return std::holds_alternative<GlyphRun>(mark); });
        GlyphRun line = std::get<GlyphRun>(*first);
        const auto section =
            std::find_if(pages.nodes.begin(), pages.nodes.end(),
                         [](const Node& node) { return node.role == Role::section; });
        const int parent = static_cast<int>(section - pages.nodes.begin());
        const auto held = std::count_if(pages.nodes.begin(), pages.nodes.end(),
                                        [&](const Node& node) { return node.parent == parent; });
        Page page = pages.pages[0];
        page.marks.clear();
        for (auto i = held; i < length; i++) {
            line.node = static_cast<int>(pages.nodes.size());
            pages.nodes.push_back({});
            pages.nodes.back().role = Role::paragraph;
            pages.nodes.back().parent = parent;
            page.marks.emplace_back(line);
            if (page.marks.size() == 10'000 || i + 1 == length) {
                pages.pages.push_back(page);
                page.marks.clear();
            }
        }
        const auto file = file_of(pages);
        CHECK(list(reader::complaints(file)) == "");
        const reader::Structure structure(file);
        const auto divisions =
            std::count_if(structure.elements().begin(), structure.elements().end(),
                          [](const reader::Elem& elem) { return elem.type == "Div"; });
        CHECK(divisions == (length > 30'000 ? (length + 29'999) / 30'000 : 0));
    }
}

TEST_CASE("a tagged file is small") {
    // typst 0.14.2 wrote 427,788 bytes for the same report with the same faces, tagged
    // too. Three quarters of that are the limit.
    const auto bytes = write_pdf(pages_of("examples/jinxiang-veterans-2022.yaml"), free_fonts());
    CHECK(bytes.size() < 427'788 / 4 * 3);
}
