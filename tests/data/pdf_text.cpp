// PDFs that carry no data are read by their text, through pdftotext.
#include "data/drafts/pdf_text.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "data/report_from_values.hpp"
#include "data_files.hpp"
#include "nianbao/import.hpp"
#include "nianbao/verify.hpp"
#include "program.hpp"
#include "report/printed.hpp"
#include "text/digits.hpp"

using namespace data_files;

namespace {

namespace fs = std::filesystem;

constexpr std::string_view examples[] = {"huaian-2024.json", "jinxiang-veterans-2022.yaml",
                                         "form-2019-zh.yaml"};

std::string example(std::string_view name) {
    return fmt::format("{}/examples/{}", NIANBAO_SOURCE, name);
}

/// The folder of a test, with the PDF of an example.
class WithPdf {
public:
    explicit WithPdf(std::string_view name) : data(example(name)) {
        const Run made = run({"render", data, "--force", "--no-check", "-o", "报告.pdf"});
        REQUIRE_MESSAGE(made.exit == 0, made.err);
    }

    Run run(std::vector<std::string> words, std::vector<std::string> environment = {}) const {
        return nianbao_run(std::move(words),
                           {.folder = scratch.folder(), .environment = std::move(environment)});
    }

    std::string text() const {
        auto read = data::text_of_pdf(scratch / "报告.pdf");
        REQUIRE(std::holds_alternative<std::string>(read));
        return std::get<std::string>(read);
    }

    Scratch scratch;
    std::string data;
};

constexpr std::string_view by_text =
    "报告.pdf: 警告 D-46: 这份 PDF 没有附数据，按里面的文字读了（pdftotext）\n"
    "   提示: 与 PDF 核对一遍；有生成它的 Word 文件（.docx）或者网页的，读那一份\n";

/// The cells that are read of a text, by their fields; those that are not are left out.
std::vector<std::pair<std::string, std::string>> cells_of(const std::string& text,
                                                          std::vector<Finding>& findings) {
    std::optional<data::PartOfReport> part;
    Reading reading = data::read_asking({.bytes = text, .name = "报告.pdf"}, {.part = &part});
    findings = std::move(reading.findings);
    std::vector<std::pair<std::string, std::string>> cells;
    const Report* report = reading.report ? &*reading.report : part ? &part->report : nullptr;
    if (report == nullptr) return cells;
    for (const FilledForm* filled : report->tables()) {
        for (std::size_t i = 0; i < filled->cells.size(); ++i) {
            std::string path = field_path(*filled->form, filled->form->entries[i].field);
            const bool unread = part && std::find(part->unread.begin(), part->unread.end(), path) !=
                                            part->unread.end();
            if (!unread) cells.emplace_back(std::move(path), filled->cells[i].printed());
        }
    }
    return cells;
}

bool is_number_word(std::string_view word) {
    return !word.empty() &&
           std::all_of(word.begin(), word.end(), [](char c) { return is_digit(c) || c == '.'; });
}

/// Where numbers stand at the end of a line that begins at `from`: begin and length.
std::vector<std::pair<std::size_t, std::size_t>> numbers_in(const std::string& text,
                                                            std::size_t from, std::size_t end) {
    std::vector<std::pair<std::size_t, std::size_t>> numbers;
    while (end > from) {
        std::size_t last = end;
        while (last > from && text[last - 1] == ' ') --last;
        std::size_t first = last;
        while (first > from && text[first - 1] != ' ') --first;
        if (!is_number_word(std::string_view(text).substr(first, last - first))) break;
        numbers.insert(numbers.begin(), {first, last - first});
        end = first;
    }
    return numbers;
}

}  // namespace

TEST_CASE("A PDF without data is held against its data, and a changed number is found") {
    for (const std::string_view name : examples) {
        CAPTURE(name);
        const WithPdf pdf(name);
        const Run same = pdf.run({"verify", "报告.pdf", "--data", pdf.data});
        CHECK_MESSAGE(same.exit == 0, (same.out + same.err));
        CHECK(same.out == by_text);
        CHECK(same.err == fmt::format("报告.pdf：与 {} 一致\n", pdf.data));
    }
    const WithPdf pdf(examples[0]);
    write_file(pdf.scratch / "data.json", replaced(read_file(pdf.data), "447228", "447229"));
    const Run changed = pdf.run({"verify", "报告.pdf", "--data", "data.json"});
    CHECK(changed.exit == 1);
    CHECK_MESSAGE(changed.out.find("报告.pdf：表一第7行第2列: 错误 B-02: "
                                   "行政许可：公布的是 447228，数据是 447229") == 0,
                  changed.out);
}

TEST_CASE("A program holds a PDF against its data as the command does, file or bytes") {
    const WithPdf pdf(examples[0]);
    const Reading data = read(fs::path(pdf.data));
    Reading changed = data;
    changed.report->cell("disclosure.licences")->value.digits += 1;
    const fs::path file = pdf.scratch / "报告.pdf";
    for (const Input& published : {Input{.file = file, .name = "报告.pdf"},
                                   Input{.bytes = read_file(file), .name = "报告.pdf"}}) {
        const Verified same = verify(published, data);
        CHECK(same.agency == data.report->agency);
        REQUIRE(same.findings.size() == 1);
        CHECK(report_text(same.findings.front(), same.source) == by_text);
        const Verified other = verify(published, changed);
        REQUIRE(other.findings.size() == 2);
        const auto told = [&](std::string_view rule) {
            return std::any_of(other.findings.begin(), other.findings.end(),
                               [&](const Finding& one) { return one.rule == rule; });
        };
        CHECK(told("B-02"));
        CHECK(told("D-46"));
    }
    write_file(file, "%PDF-1.7\n");
    const Verified broken = verify({.file = file, .name = "报告.pdf"}, data);
    CHECK(broken.agency == data.report->agency);
    CHECK(broken.year == data.report->year);
    REQUIRE(broken.findings.size() == 1);
    CHECK(message(broken.findings.front()) ==
          "报告.pdf: 错误 D-20: 这是 PDF 文件，没有附数据；pdftotext "
          "读不了它（有打开密码，或者已经损坏）");
}

TEST_CASE("A PDF without data becomes a data file") {
    for (const std::string_view name : examples) {
        CAPTURE(name);
        const WithPdf pdf(name);
        const Run imported = pdf.run({"import", "报告.pdf", "-o", "data.yaml"});
        CHECK(imported.out == "");
        CHECK(imported.err == std::string(by_text) + "已写好 data.yaml\n");
        CHECK(imported.exit == 1);
        const Report wanted = as_printed(*read(fs::path(pdf.data)).report);
        const Reading again = read(pdf.scratch / "data.yaml");
        REQUIRE_MESSAGE(again.report, told(again));
        CHECK(again.report->agency == wanted.agency);
        CHECK(again.report->year == wanted.year);
        CHECK(again.report->disclosure.cells == wanted.disclosure.cells);
        CHECK(again.report->applications.cells == wanted.applications.cells);
        CHECK(again.report->disputes.cells == wanted.disputes.cells);
        CHECK(again.report->signature == wanted.signature);
        const auto bare = [](std::string text) {
            std::erase(text, ' ');
            return text;
        };
        CHECK(bare(again.report->introduction) == bare(wanted.introduction));
        CHECK(bare(again.report->overview) == bare(wanted.overview));
        CHECK(bare(again.report->problems) == bare(wanted.problems));
        CHECK(bare(again.report->other) == bare(wanted.other));
    }
}

TEST_CASE("Last year's PDF begins this year's file, and two PDFs are compared") {
    const WithPdf pdf(examples[0]);
    const Run begun = pdf.run({"new", "--agency", "淮安市人民政府", "--year", "2025", "--previous",
                               "报告.pdf", "-o", "新.yaml"});
    CHECK_MESSAGE(begun.exit == 0, (begun.out + begun.err));
    CHECK(read_file(pdf.scratch / "新.yaml").find("103") != std::string::npos);
    const Run compared = pdf.run({"diff", "报告.pdf", pdf.data});
    CHECK_MESSAGE(compared.exit == 0, compared.err);
    CHECK(compared.out.find("三张表") == std::string::npos);
}

TEST_CASE("Last year's folder may hold PDFs, for one office and for a list of them") {
    const WithPdf pdf(examples[0]);
    fs::create_directory(pdf.scratch / "上年");
    fs::rename(pdf.scratch / "报告.pdf", pdf.scratch / "上年/报告.pdf");
    write_file(pdf.scratch / "上年/通知.docx", "no Word file");  // none of them, and not told
    const Run begun = pdf.run({"new", "--agency", "淮安市人民政府", "--year", "2025", "--previous",
                               "上年", "-o", "新.yaml"});
    CHECK_MESSAGE(begun.exit == 0, (begun.out + begun.err));
    CHECK(begun.out == "");
    CHECK(read_file(pdf.scratch / "新.yaml").find("103") != std::string::npos);
    write_file(pdf.scratch / "名单.txt", "淮安市人民政府\n甲局\n");
    const Run all = pdf.run({"new", "--list", "名单.txt", "--to", "yaml", "--year", "2025",
                             "--previous", "上年", "-o", "发放"});
    CHECK_MESSAGE(all.exit == 0, (all.out + all.err));
    CHECK(all.err ==
          "注意：文件夹 上年 里没有“甲局”2024 年度的报告，没有带来上年的数\n"
          "已写好 2 份，在 发放；填好以后用 nianbao check 检查\n");
    CHECK(read_file(pdf.scratch / "发放/淮安市人民政府.yaml") ==
          read_file(pdf.scratch / "新.yaml"));

    // Where nothing reads it, what to do is told.
    const Run none = pdf.run({"new", "--agency", "淮安市人民政府", "--year", "2025", "--previous",
                              "上年", "-o", "又.yaml"},
                             {"PATH=/nowhere"});
    CHECK(none.err.find("上年/报告.pdf: 错误 D-20: 这是 PDF 文件，没有附数据；这台机器上没有 "
                        "pdftotext，里面的文字没有读\n") == 0);
    CHECK(none.err.find("上年报告的文件夹 上年 里没有数据文件") != std::string::npos);
    CHECK(none.exit == 3);
}

TEST_CASE("A folder of pages may hold PDFs, and a letter among them is no report") {
    const WithPdf pdf(examples[0]);
    fs::create_directory(pdf.scratch / "公布");
    fs::rename(pdf.scratch / "报告.pdf", pdf.scratch / "公布/报告.pdf");
    const Run same = pdf.run({"verify", "公布", "--data", pdf.data});
    CHECK_MESSAGE(same.exit == 0, (same.out + same.err));
    CHECK(same.err == fmt::format("公布/报告.pdf：与 {} 一致\n", pdf.data));
    // Where data is looked for, a PDF without it is named, and no program is run.
    const Run checked = pdf.run({"check", "公布", "--no-fonts"});
    CHECK(checked.exit == 2);
}

TEST_CASE("What to do where a PDF has no text, or nothing reads it") {
    const WithPdf pdf(examples[0]);
    const Run none = pdf.run({"verify", "报告.pdf", "--data", pdf.data}, {"PATH=/nowhere"});
    CHECK(none.exit == 1);
    CHECK(none.out ==
          "报告.pdf: 错误 D-20: 这是 PDF 文件，没有附数据；这台机器上没有 "
          "pdftotext，里面的文字没有读\n"
          "   提示: 装上 pdftotext 再读（在 poppler-utils 里：apt install poppler-utils，或者 "
          "dnf、yum install poppler-utils）；有生成它的 Word 文件（.docx）或者网页的，读那一份\n");
    const auto says = [&](const std::string& bytes) {
        const auto file = write_file(pdf.scratch / "a.pdf", bytes);
        const auto read = data::text_of_pdf(file);
        REQUIRE(std::holds_alternative<Finding>(read));
        CHECK(std::get<Finding>(read).hint ==
              "有生成它的 Word 文件（.docx）或者网页的，读那一份；没有的，照着填");
        return std::get<Finding>(read).message;
    };
    CHECK(says("%PDF-1.7\nbroken") ==
          "这是 PDF 文件，没有附数据；pdftotext 读不了它（有打开密码，或者已经损坏）");
    CHECK(says("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
               "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
               "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
               "trailer<</Root 1 0 R>>\n") == "这是 PDF 文件，里面没有文字，是扫描件或者图片");
    write_file(pdf.scratch / "a.pdf", "%PDF-1.7\nbroken");
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"import", "a.pdf", "-o", "a.yaml"},
          {"diff", "a.pdf", pdf.data},
          {"new", "--agency", "甲局", "--year", "2025", "--previous", "a.pdf", "-o", "b.yaml"}}) {
        const Run run = pdf.run(words);
        CHECK(run.exit == 1);
        CHECK_MESSAGE(run.err.find("a.pdf: 错误 D-20: 这是 PDF 文件") == 0, (run.out + run.err));
        CHECK(run.out == "");
    }
    CHECK(pdf.scratch.names() == "a.pdf 报告.pdf");
    CHECK(data::is_plain_pdf(pdf.scratch / "报告.pdf"));
    CHECK(!data::is_plain_pdf(pdf.data));
    REQUIRE(pdf.run({"render", pdf.data, "--force", "--no-check", "--attach-data", "-o", "b.pdf"})
                .exit == 0);
    CHECK(!data::is_plain_pdf(pdf.scratch / "b.pdf"));
    CHECK(!data::is_plain_pdf(pdf.scratch / "none.pdf"));
}

TEST_CASE("Whatever becomes of a line of numbers, no number is read in another's place") {
    const std::string text = WithPdf(examples[0]).text();
    std::vector<Finding> findings;
    const auto truth = cells_of(text, findings);
    REQUIRE(truth.size() == 200);
    int damaged = 0, silent = 0;
    const auto judge = [&](const std::string& what, std::size_t at, const std::string& with) {
        CAPTURE(what);
        CAPTURE(at);
        const auto read = cells_of(with, findings);
        ++damaged;
        for (const auto& cell : read) {
            if (std::find(truth.begin(), truth.end(), cell) == truth.end()) {
                ++silent;
                CHECK_MESSAGE(false, cell.first, " is read as ", cell.second);
            }
        }
        const bool error = std::any_of(findings.begin(), findings.end(), [](const Finding& one) {
            return one.severity == Severity::error;
        });
        if (read.size() < truth.size()) CHECK_MESSAGE(error, "nothing is told");
    };
    const std::size_t begin = text.find("二、主动公开"), end = text.find("五、存在的主要问题");
    REQUIRE(end != text.npos);
    for (std::size_t from = begin; from < end;) {
        const std::size_t last = text.find('\n', from);
        const auto numbers = numbers_in(text, from, last);
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const auto [at, length] = numbers[i];
            std::string with = text;
            judge("blank", at, with.replace(at, length, std::string(length, ' ')));
            with = text;
            judge("missing", at, with.erase(at, length));
            if (i > 0) {
                const std::size_t before = numbers[i - 1].first + numbers[i - 1].second;
                with = text;
                judge("glued", at, with.erase(before, at - before));
            }
            if (length > 1) {  // broken over two lines of its cell
                with = text;
                with.replace(at + length - 1, 1, " ");
                judge("broken", at,
                      with.insert(last, "\n" + std::string(40, ' ') + text[at + length - 1]));
            }
        }
        if (!numbers.empty()) {
            std::string with = text;
            judge("row gone", from, with.erase(from, last + 1 - from));
            with = text;
            judge("numbers gone", from, with.erase(numbers.front().first, last - numbers[0].first));
        }
        from = last + 1;
    }
    CHECK(damaged > 600);
    CHECK(silent == 0);
}

TEST_CASE("Columns in another order are not read") {
    const std::string text = WithPdf(examples[0]).text();
    std::vector<Finding> findings;
    const std::string swapped =
        replaced(replaced(replaced(text, "制发", "丙发"), "现行", "制发"), "丙发", "现行");
    for (const auto& cell : cells_of(swapped, findings)) {
        const auto& field = cell.first;
        CAPTURE(field);
        CHECK(field.find("government_rules") == field.npos);
        CHECK(field.find("normative_documents") == field.npos);
    }
}

TEST_CASE("PDFs that LibreOffice and Chromium print are read whole") {
    if (std::getenv("NIANBAO_LONG") == nullptr) return;
    for (const std::string_view name : examples) {
        CAPTURE(name);
        const WithPdf pdf(name);
        REQUIRE(pdf.run({"render", pdf.data, "--force", "--no-check", "--to", "docx,html", "-o",
                         "made/"})
                    .exit == 0);
        const std::string stem = fs::path(name).stem().string();
        const std::string made = (pdf.scratch / "made").native() + "/" + stem;
        REQUIRE(run({"soffice", "--headless", "--convert-to", "pdf", "--outdir",
                     pdf.scratch.folder().native(), made + ".docx"})
                    .exit == 0);
        REQUIRE(
            run({"timeout", "100", "chromium", "--headless=new", "--no-sandbox", "--disable-gpu",
                 "--no-first-run", "--user-data-dir=" + (pdf.scratch / "profile").native(),
                 "--no-pdf-header-footer",
                 "--print-to-pdf=" + (pdf.scratch / "chromium.pdf").native(),
                 "file://" + made + ".html"})
                .exit == 0);
        for (const std::string& file : {stem + ".pdf", std::string("chromium.pdf")}) {
            const Run same = pdf.run({"verify", file, "--data", pdf.data});
            CHECK_MESSAGE(same.exit == 0, (same.out + same.err));
        }
    }
}
