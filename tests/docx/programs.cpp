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
#include "nianbao/write.hpp"
#include "pack/xml_reader.hpp"
#include "program.hpp"
#include "report/generator.hpp"
#include "report/set_pages.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

namespace {

bool is_long() { return std::getenv("NIANBAO_LONG") != nullptr; }

bool has_office() { return ::run({"sh", "-c", "command -v soffice"}).exit == 0; }

/// Files of one kind as another, in the same folder or one below it.
void convert(const Scratch& scratch, const std::string& kind, std::vector<std::string> files,
             const std::string& below = {}) {
    std::vector<std::string> words{"soffice",
                                   "--headless",
                                   "-env:UserInstallation=file://" + (scratch / "home").native(),
                                   "--convert-to",
                                   kind,
                                   "--outdir",
                                   (scratch.folder() / below).native()};
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

namespace {

/// The faces that the standard names, played by those that the PDF has.
std::string font_aliases(const Scratch& scratch) {
    std::string xml = fmt::format(
        "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>{}/fonts/free"
        "</dir><cachedir>{}</cachedir>",
        NIANBAO_SOURCE, (scratch / "cache").native());
    const std::pair<const char*, const char*> faces[] = {{"仿宋_GB2312", "FandolFang"},
                                                         {"楷体_GB2312", "FandolKai"},
                                                         {"黑体", "FandolHei"},
                                                         {"宋体", "FandolSong"},
                                                         {"方正小标宋简体", "FandolSong"},
                                                         {"Times New Roman", "Liberation Serif"}};
    for (const auto& [name, face] : faces)
        xml += fmt::format(
            "<match target=\"pattern\"><test name=\"family\"><string>{}</string></test><edit "
            "name=\"family\" mode=\"assign\" binding=\"strong\"><string>{}</string></edit></match>",
            name, face);
    return write_file(scratch / "fonts.conf", xml + "</fontconfig>").native();
}

std::string pages_of(const std::filesystem::path& pdf) {
    const Run info = ::run({"pdfinfo", pdf.native()});
    const std::size_t at = info.out.find("Pages:");
    if (at == info.out.npos) return "no pages: " + info.err;
    const std::size_t digit = info.out.find_first_of("0123456789", at);
    return info.out.substr(digit, info.out.find('\n', digit) - digit);
}

/// The tops of a page's lines of text, in points, the page number's too.
std::vector<double> lines_of(const std::filesystem::path& pdf, int page) {
    const Run run = ::run({"pdftotext", "-bbox-layout", "-f", std::to_string(page), "-l",
                           std::to_string(page), pdf.native(), "-"});
    std::vector<double> tops;
    constexpr std::string_view line = "<line ", top = "yMin=\"";
    for (std::size_t at = 0; (at = run.out.find(line, at)) != run.out.npos; at += line.size())
        tops.push_back(std::stod(run.out.substr(run.out.find(top, at) + top.size())));
    return tops;
}

}  // namespace

TEST_CASE("LibreOffice prints published reports on as many pages as their PDFs (if it is there)") {
    if (!has_office()) return;
    const Scratch scratch;
    const std::string root = NIANBAO_SOURCE;
    const std::string names[] = {"huaian-2024.json", "jinxiang-veterans-2022.yaml",
                                 "form-2019-zh.yaml", "form-2019-en.yaml"};
    std::vector<std::string> words{"env",
                                   "FONTCONFIG_FILE=" + font_aliases(scratch),
                                   "soffice",
                                   "--headless",
                                   "-env:UserInstallation=file://" + (scratch / "home").native(),
                                   "--convert-to",
                                   "pdf",
                                   "--outdir",
                                   (scratch / "lo").native()};
    for (const std::string& name : names) {
        for (const char* to : {".docx", ".pdf"}) {
            const Run run = nianbao_run({"render", root + "/examples/" + name, "--no-check", "-o",
                                         (scratch / (name + to)).native()});
            REQUIRE_MESSAGE(run.exit == 0, run.err);
        }
        words.push_back((scratch / (name + ".docx")).native());
    }
    const Run run = ::run(words);
    REQUIRE_MESSAGE(run.exit == 0, run.err);
    for (const std::string& name : names) {
        CAPTURE(name);
        CHECK(pages_of(scratch / "lo" / (name + ".pdf")) == pages_of(scratch / (name + ".pdf")));
    }
    // A page of text alone: 22 lines, 29.6 pt from each other, and the page number.
    const std::vector<double> tops = lines_of(scratch / "lo/huaian-2024.json.pdf", 2);
    REQUIRE(tops.size() == 23);
    for (std::size_t i = 1; i < 22; ++i)
        CHECK(tops[i] - tops[i - 1] == doctest::Approx(29.6).epsilon(0.002));
}

TEST_CASE("LibreOffice prints generated reports on as many pages as their PDFs (if it is there)") {
    if (!has_office() || !is_long()) return;
    const Scratch scratch;
    std::vector<std::string> words{"env",
                                   "FONTCONFIG_FILE=" + font_aliases(scratch),
                                   "soffice",
                                   "--headless",
                                   "-env:UserInstallation=file://" + (scratch / "home").native(),
                                   "--convert-to",
                                   "pdf",
                                   "--outdir",
                                   (scratch / "lo").native()};
    std::vector<std::string> expected;
    for (std::uint64_t i = 1; i <= 200; ++i) {
        Generating wanted;
        wanted.extent = Extent::usual;
        const Report report = generated_report(i, wanted);
        expected.push_back(std::to_string(pages_of(report).pages.size()));
        words.push_back((scratch / fmt::format("{}.docx", i)).native());
        write_file(words.back(), write_docx(compose(report), report.layout, {}));
    }
    const Run run = ::run(words);
    REQUIRE_MESSAGE(run.exit == 0, run.err);
    int same = 0;
    for (std::size_t i = 0; i < expected.size(); ++i)
        same += pages_of(scratch / fmt::format("lo/{}.pdf", i + 1)) == expected[i] ? 1 : 0;
    // Of the others nearly all differ by one page, as Word squeezes no marks.
    CHECK(same >= 186);
}

TEST_CASE("What LibreOffice opens and saves is read as it was written (if it is there)") {
    if (!has_office()) return;
    const Scratch scratch;
    std::vector<std::string> files;
    std::vector<Report> reports;
    for (std::uint64_t i = 0; i < (is_long() ? 200U : 4U); ++i) {
        reports.push_back(generated_report(i));
        files.push_back((scratch / fmt::format("{}.docx", i)).native());
        write_file(files.back(), write_docx(compose(reports.back()), reports.back().layout, {}));
    }
    convert(scratch, "docx:MS Word 2007 XML", files, "saved");
    for (std::size_t i = 0; i < reports.size(); ++i) {
        CAPTURE(i);
        const std::filesystem::path saved = scratch / fmt::format("saved/{}.docx", i);
        REQUIRE(read_file(saved) != read_file(files[i]));
        write_file(scratch / "data.yaml", write(reports[i], Format::yaml));
        const Run diff =
            nianbao_run({"diff", "data.yaml", saved.native()}, {.folder = scratch.folder()});
        CHECK_MESSAGE(diff.exit == 0, (diff.out + diff.err));
    }
}
