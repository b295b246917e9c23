// Word files as other programs read them: the same texts and cells, in the same order.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "docx/write.hpp"
#include "nianbao/read.hpp"
#include "program.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

namespace {

constexpr std::string_view python_docx = R"(
import sys, docx
from docx.table import Table
from docx.oxml.ns import qn
document = docx.Document(sys.argv[1])
def tell(element):  # a paragraph's own text leaves links out
    print(''.join(''.join(part.text for part in element.iter(qn('w:t'))).split()))
for element in document.element.body.iterchildren():
    if element.tag == qn('w:p'): tell(element)
    if element.tag != qn('w:tbl'): continue
    seen = set()
    for row in Table(element, document).rows:
        for cell in row.cells:
            if cell._tc not in seen: tell(cell._tc)
            seen.add(cell._tc)
)";

/// The texts between the marks of a page, one a line, without blanks.
std::string lines_of_page(std::string html) {
    // What one sees: pandoc puts the title into a whole page alone, and names tables twice.
    if (const std::size_t body = html.find("<body>"); body != html.npos) html.erase(0, body);
    for (std::size_t at; (at = html.find("<caption>")) != html.npos;)
        html.erase(at, html.find("</caption>", at) - at);
    for (const char* end :
         {"</p>", "</h1>", "</h2>", "</h3>", "</h4>", "</td>", "</th>", "</li>"}) {
        for (std::size_t at = html.find(end); at != html.npos; at = html.find(end, at))
            html.replace(at, std::string_view(end).size(), "\x01");
    }
    std::string out;
    bool within = false;
    for (const char c : html) {
        if (c == '<') within = true;
        else if (c == '>') within = false;
        else if (c == '\x01') out += '\n';
        else if (!within && c != ' ' && c != '\n' && c != '\t') out += c;
    }
    for (const auto& [from, to] :
         {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}}) {
        for (std::size_t at = out.find(from); at != out.npos; at = out.find(from, at + 1))
            out.replace(at, std::string_view(from).size(), to);
    }
    return out;
}

/// Lines without empty ones.
std::string full_lines(const std::string& text) {
    std::string out;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        if (end > from) out += text.substr(from, end - from) + "\n";
        from = end + 1;
    }
    return out;
}

class Written {
public:
    explicit Written(const Document& document) {
        put(document.title.texts);
        for (const Section& section : document.sections) {
            if (section.heading) put(section.heading->content.texts);
            for (const Block& block : section.blocks)
                std::visit([this](const auto& own) { put(own); }, block);
        }
        if (!document.signature) return;
        put(document.signature->agency.texts);
        put(document.signature->date.texts);
    }
    const std::string& lines() const { return lines_; }

private:
    void put(const std::vector<Text>& texts) {
        std::string line;
        for (const Text& text : texts) line += to_utf8(text.text);
        std::erase_if(line, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
        if (!line.empty()) lines_ += line + "\n";
    }
    void put(const Heading& heading) { put(heading.content.texts); }
    void put(const Paragraph& paragraph) { put(paragraph.content.texts); }
    void put(const List& list) {
        for (const ListItem& item : list.items) {
            put(item.content.texts);
            for (const List& below : item.below) put(below);
        }
    }
    void put(const Table& table) {
        for (const TableCell& cell : table.cells) put(cell.texts);
        for (const Inline& note : table.notes) put(note.texts);
    }

    std::string lines_;
};

}  // namespace

TEST_CASE("python-docx, mammoth, pandoc and POI read the texts and cells as they were written") {
    if (std::getenv("NIANBAO_LONG") == nullptr) return;
    const Scratch scratch;
    const std::string root = NIANBAO_SOURCE, outside = root + "/build/outside",
                      file = (scratch / "a.docx").native();
    for (const char* data :
         {"examples/huaian-2024.json", "examples/jinxiang-veterans-2022.yaml",
          "examples/form-2019-zh.yaml", "tests/files/model.yaml", "tests/files/whole-zh.yaml"}) {
        CAPTURE(data);
        const Reading reading = read(root + "/" + data);
        REQUIRE(reading.report);
        const Document document = compose(*reading.report);
        write_file(file, write_docx(document, reading.report->layout, {}));
        const std::string expected = Written(document).lines();
        const auto said = [](std::vector<std::string> words) {
            const Run run = ::run(std::move(words));
            REQUIRE_MESSAGE(run.exit == 0, run.err);
            return run.out;
        };
        CHECK(full_lines(said({"/usr/bin/python3", "-c", std::string(python_docx), file})) ==
              expected);
        CHECK(full_lines(said({"java", "@" + outside + "/wordText", file})) == expected);
        CHECK(full_lines(lines_of_page(
                  said({"node", root + "/tests/outside/mammoth.mjs", outside, file}))) == expected);
        CHECK(full_lines(lines_of_page(said({"pandoc", "--from", "docx", "--to", "html",
                                             "--standalone", "--wrap", "none", file}))) ==
              expected);
    }
}
