// Word files as LibreOffice shows them: which characters comments stand on, and pages.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "docx/comments.hpp"
#include "docx/write.hpp"
#include "nianbao/check.hpp"
#include "nianbao/read.hpp"
#include "pack/xml_reader.hpp"
#include "program.hpp"
#include "report/generator.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

namespace {

bool is_long() { return std::getenv("NIANBAO_LONG") != nullptr; }

bool has_office() { return ::run({"sh", "-c", "command -v soffice"}).exit == 0; }

/// Files of one kind as another, in the same folder.
void convert(const Scratch& scratch, const std::string& kind, std::vector<std::string> files) {
    std::vector<std::string> words{"soffice",
                                   "--headless",
                                   "-env:UserInstallation=file://" + (scratch / "home").native(),
                                   "--convert-to",
                                   kind,
                                   "--outdir",
                                   scratch.folder().native()};
    words.insert(words.end(), files.begin(), files.end());
    const Run run = ::run(words);
    REQUIRE_MESSAGE(run.exit == 0, run.err);
}

/// The text that each comment of a flat OpenDocument file stands on, in order, without
/// line ends.
class CommentReader final : public XmlHandler {
public:
    void open(const XmlElement& element) override {
        if (element.name.local == "annotation") {
            open_[value(element)] = order_.size();
            order_.emplace_back();
            ++within_;
        }
        if (element.name.local == "annotation-end") open_.erase(value(element));
        paragraphs_ += is_paragraph(element.name) ? 1 : 0;
    }
    void close(const XmlName& name) override {
        if (name.local == "annotation") --within_;
        paragraphs_ -= is_paragraph(name) ? 1 : 0;
    }
    void text(std::string_view text) override {
        if (paragraphs_ == 0 || within_ > 0) return;
        for (const auto& [name, at] : open_) {
            for (const char c : text) {
                if (c != '\n') order_[at] += c;
            }
        }
    }
    const std::vector<std::string>& found() const { return order_; }

private:
    static bool is_paragraph(const XmlName& name) {
        return (name.local == "p" || name.local == "h") && name.space.ends_with(":text:1.0");
    }
    static std::string value(const XmlElement& element) {
        for (const XmlReadAttribute& one : element.attributes) {
            if (one.name.local == "name") return std::string(one.value);
        }
        return {};
    }
    std::map<std::string, std::size_t> open_;
    std::vector<std::string> order_;
    int within_ = 0;
    int paragraphs_ = 0;  // blanks between them are the file's own
};

std::string without_line_ends(std::u32string text) {
    std::erase(text, U'\n');
    return to_utf8(text);
}

}  // namespace

TEST_CASE("In LibreOffice each comment stands on exactly its characters (if it is there)") {
    if (!has_office()) return;
    const Scratch scratch;
    std::vector<std::string> files;
    std::vector<std::vector<std::string>> expected;
    for (std::uint64_t i = 0; i < (is_long() ? 30U : 3U); ++i) {
        const Report report = generated_report(i);
        std::vector<Finding> findings = nianbao::check(report);
        // And some on whatever stands there.
        const int length = static_cast<int>(to_utf32(report.overview).size());
        for (int at = 0; at + 9 < length; at += 37) {
            Finding& one = findings.emplace_back();
            one.where = {"overview", at, 9};
            one.message = "说明";
        }
        findings.emplace_back().where = {"applications.received.total"};
        const Document document = compose(report);
        files.push_back((scratch / fmt::format("{}.docx", i)).native());
        write_file(files.back(), write_docx(document, report.layout, {}, {findings, "年报检查"}));
        const docx::Anchors anchors(document, findings);
        std::vector<std::string>& own = expected.emplace_back();
        for (const docx::Anchors::Anchored& one : anchors.all())
            own.push_back(without_line_ends(one.on));
    }
    convert(scratch, "fodt", files);
    std::size_t comments = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CAPTURE(i);
        CommentReader reader;
        REQUIRE(read_xml(read_file(scratch / fmt::format("{}.fodt", i)), reader) == XmlFault::none);
        // Those that begin at one character come in an order of its own.
        std::vector<std::string> found = reader.found();
        std::sort(found.begin(), found.end());
        std::sort(expected[i].begin(), expected[i].end());
        REQUIRE(found.size() == expected[i].size());
        for (std::size_t j = 0; j < expected[i].size(); ++j) CHECK(found[j] == expected[i][j]);
        comments += expected[i].size();
    }
    CHECK(comments > (is_long() ? 200 : 20));
}

TEST_CASE("The sheet for signatures is one page in LibreOffice (if it is there)") {
    if (!has_office()) return;
    const Scratch scratch;
    std::vector<std::string> files;
    for (std::uint64_t i = 0; i < (is_long() ? 40U : 4U); ++i) {
        const Report report = generated_report(i);
        const Document document = compose(report);
        files.push_back((scratch / fmt::format("{}.docx", i)).native());
        write_file(files.back(), write_signing_sheet({.report = report, .document = &document}));
    }
    convert(scratch, "pdf", files);
    for (std::size_t i = 0; i < files.size(); ++i) {
        CAPTURE(i);
        const Run info = ::run({"pdfinfo", (scratch / fmt::format("{}.pdf", i)).native()});
        CHECK_MESSAGE(info.out.find("Pages:           1\n") != info.out.npos, info.out);
    }
}
