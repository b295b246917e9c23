// Makes what fuzzing begins with, from the tree alone: for each target a folder of seeds,
// for the readers a dictionary of the form's names. seeds FOLDER
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include "data_files.hpp"
#include "font/broken.hpp"
#include "font/made.hpp"
#include "nianbao/form.hpp"
#include "nianbao/write.hpp"
#include "office/foreign_book.hpp"
#include "office/made_page.hpp"
#include "office/made_word.hpp"
#include "office/made_zip.hpp"
#include "pack/deflate.hpp"
#include "pack/zip_reader.hpp"
#include "program.hpp"
#include "report/fields.hpp"
#include "report/generator.hpp"
#include "report/layout_settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace nianbao;

namespace {

namespace fs = std::filesystem;

class Folder {
public:
    explicit Folder(fs::path folder) : folder_(std::move(folder)) {
        fs::create_directories(folder_);
    }

    void add(std::string_view bytes) {
        write_file(folder_ / fmt::format("seed-{:04}", count_++), bytes);
    }

private:
    fs::path folder_;
    int count_ = 0;
};

/// The data files of the tree, in the order of their names.
std::vector<fs::path> data_files_of_the_tree() {
    std::vector<fs::path> files;
    for (const char* folder : {"examples", "tests/cases", "tests/files"}) {
        for (const auto& entry : fs::directory_iterator(fs::path(NIANBAO_SOURCE) / folder)) {
            if (entry.path().extension() == ".yaml" || entry.path().extension() == ".json")
                files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// Seeds of several targets.
struct Folders {
    std::vector<Folder> all;

    void add(std::string_view bytes) {
        for (Folder& folder : all) folder.add(bytes);
    }
};

void add_data_files(Folders& json, Folders& yaml, Folder& whole) {
    for (const fs::path& file : data_files_of_the_tree()) {
        const std::string text = read_file(file);
        (format_of(file) == Format::json ? json : yaml).add(text);
        whole.add(text);
        const Reading reading = read(file);
        if (!reading.report) continue;
        for (Keys keys : {Keys::english, Keys::chinese}) {
            json.add(write(*reading.report, Format::json, keys));
            yaml.add(write(*reading.report, Format::yaml, keys));
        }
    }
    for (const char* cases :
         {"cases/data_messages.txt", "cases/text_messages.txt", "cases/clerk.txt"}) {
        data_files::each_case(cases, [&](const std::string&, const std::string& input,
                                         Format format, const std::string&) {
            (format == Format::json ? json : yaml).add(input);
            if (input.size() < 4096) whole.add(input);
        });
    }
    for (std::uint64_t number = 0; number < 40; ++number) {
        const Report report =
            generated_report(number, {.extent = Extent::tiny, .characters = Characters::any});
        const Keys keys = number % 2 == 0 ? Keys::english : Keys::chinese;
        json.add(write(report, Format::json, keys));
        yaml.add(write(report, Format::yaml, keys));
        if (number < 10) whole.add(write(report, Format::yaml, keys));
    }
}

/// What stands in PDFs that carry data, behind their first line.
void add_pdfs(Folder& folder) {
    const std::string data = read_file(fs::path(NIANBAO_SOURCE) / "tests/cases/small.yaml");
    for (const char* type : {"yaml", "json", "x"}) {
        for (const bool deflated : {true, false})
            folder.add(fmt::format(
                "1 0 obj\n<</Type/EmbeddedFile/Subtype/application#2F{}{}>>\n"
                "stream\n{}\nendstream\nendobj\n%%EOF\n",
                type, deflated ? "/Filter/FlateDecode" : "", deflated ? deflate(data, 6) : data));
    }
}

/// Bytes for data_file(): few settings and long texts, from short to long.
void add_bytes(Folder& folder) {
    for (std::uint64_t number = 0; number < 60; ++number) {
        Random random(number);
        std::string bytes;
        for (int size = 16 << number % 6; size > 0; --size)
            bytes += static_cast<char>(random.below(number % 2 == 0 ? 256 : 208));
        folder.add(bytes);
    }
}

void add_fonts(Folder& folder) {
    const std::u32string_view few = U"年月日—，1A";
    const std::string serif = subset_of(liberation(), U"1A,é"),
                      fang = subset_of(free_font("FandolFang-Regular.otf"), few);
    folder.add(serif);
    folder.add(fang);
    folder.add(subset_of(free_font("NotoSerifCJK-Bold.ttc"), few));
    folder.add(collection({serif, fang}));
    for (const char* name : {"cid_keyed", "variable_cff2", "variable_glyf"})
        folder.add(small_font(name));
    for (const char* name : {"gbsn00lp.ttf", "wqy-zenhei.ttc"})
        folder.add(subset_of(read_file(fs::path(NIANBAO_SOURCE) / "fonts/test" / name), few));
    for (const BrokenFont& font : broken_fonts()) {
        if (font.bytes.size() < 4096) folder.add(font.bytes);
    }
}

/// libFuzzer's notation: a word a line, in quotes.
std::string dictionary() {
    std::set<std::string> words;
    const auto add = [&](std::string_view word) {
        if (!word.empty() && word.size() <= 60) words.insert(std::string(word));
    };
    const auto add_fields = [&](std::span<const Field> fields) {
        for (const Field& field : fields) {
            for (std::string_view name : {field.key, field.name, field.printed}) add(name);
        }
    };
    add_fields(report_fields);
    add_fields(cell_fields);
    for (const Edition* edition : editions()) {
        for (const Form* form : edition->forms) {
            add(form->key);
            add(form->name);
            add_fields(form->fields);
        }
    }
    for (const auto& kind : kinds) {
        add(kind.key);
        add(kind.name);
    }
    for (const LayoutSetting& setting : layout_settings()) {
        for (const LayoutValue& value : setting.values) {
            add(value.key);
            add(value.name);
        }
    }
    for (const char* word : {"---\n",
                             "...\n",
                             "%YAML 1.1\n",
                             "&a ",
                             "*a",
                             "<<: ",
                             "!!str ",
                             "|\n",
                             "|-\n",
                             ">\n",
                             ">+2\n",
                             "? ",
                             ": ",
                             "- ",
                             "# ",
                             "''",
                             "\\u4e00",
                             "\\ud83d\\udc4d",
                             "\\x41",
                             "\\\n",
                             "null",
                             "~",
                             "true",
                             "1e2",
                             "1,234",
                             "0x1F",
                             ".5",
                             "２０",
                             "年",
                             "\xEF\xBB\xBF",
                             "\xFF\xFE",
                             "\xB1\xBE",
                             "\r\n",
                             "\t",
                             "{{",
                             "}}",
                             "{{{{",
                             "{{applications.received.total}}",
                             "2022-01-01",
                             "2022年1月1日",
                             "\xE2\x80\xA8",
                             "\xC2\x85",
                             "\xF0\x9F\x91\x8D"})
        add(word);
    std::string lines;
    for (const std::string& word : words) {
        lines += '"';
        for (char c : word)
            lines += c == '"' || c == '\\' || c < 0x20 || c > 0x7E
                         ? fmt::format("\\x{:02X}", static_cast<unsigned char>(c))
                         : std::string(1, c);
        lines += "\"\n";
    }
    return lines;
}

/// The parts of an archive, each behind its name.
std::string parts_of(const std::string& archive) {
    ZipReader zip(archive);
    std::string parts;
    for (const ZipPart& part : zip.parts())
        parts += "%%%" + part.name + "\n" + zip.read(part).value_or("");
    return parts;
}

/// Reports in Word, whole and in part, and what else stands in Word files.
std::vector<std::string> word_files() {
    std::vector<std::string> files;
    for (int number = 0; number < 3; ++number) {
        Generating wanted;
        wanted.extent = Extent::tiny;
        wanted.year = number % 2 == 0 ? 2023 : 2020;
        const Report report = generated_report(number, wanted);
        files.push_back(made::word_report(report));
        files.push_back(made::word_file(made::word_table(report.applications)));
    }
    const std::string cases = source_file("tests/cases/word.txt");
    for (std::size_t at = cases.find("\n== "); at != cases.npos;) {
        const std::size_t begin = cases.find('\n', at + 1), end = cases.find("\n--\n", at);
        files.push_back(made::word_file(cases.substr(begin, end - begin)));
        at = cases.find("\n== ", end);
    }
    return files;
}

/// Reports on pages, and what else stands in pages.
std::vector<std::string> pages() {
    std::vector<std::string> files;
    for (int number = 0; number < 3; ++number) {
        Generating wanted;
        wanted.extent = Extent::tiny;
        wanted.year = number % 2 == 0 ? 2023 : 2020;
        const Report report = generated_report(number, wanted);
        files.push_back(made::portal_page(report));
        files.push_back("<h1>2023年政府信息公开工作年度报告</h1>" + made::page_article(report));
        files.push_back(
            "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n--B\n"
            "Content-Type: text/html; charset=utf-8\n\n" +
            made::page_table(report.disputes) + "\n--B--\n");
    }
    const std::string cases = source_file("tests/cases/page.txt");
    for (std::size_t at = cases.find("\n== "); at != cases.npos;) {
        const std::size_t begin = cases.find('\n', at + 1), end = cases.find("\n--\n", at);
        files.push_back(cases.substr(begin, end - begin));
        at = cases.find("\n== ", end);
    }
    return files;
}

/// A report's data file, and behind it the draft that was made of another one.
std::string revised(std::uint64_t number) {
    Generating wanted;
    wanted.extent = Extent::tiny;
    wanted.year = 2023;
    Report report = generated_report(number, wanted);
    const std::string data = write(report, Format::yaml, Keys::chinese);
    report.overview += "新的一句。";
    report.applications.cells[0].value = {9, 0};
    return data + parts_of(made::word_report(report));
}

/// Files with what must not be published.
std::vector<std::string> files_to_look_at() {
    std::vector<std::string> files;
    for (const std::string& file : word_files()) files.push_back(parts_of(file));
    std::istringstream cases(source_file("tests/cases/publish.txt"));
    for (std::string line; std::getline(cases, line);) {
        const std::size_t colon = line.find(": ");
        if (line.starts_with('#') || colon == line.npos) continue;
        const std::string kind = line.substr(0, colon),
                          what = line.substr(colon + 2, line.rfind(" =>") - colon - 2);
        if (kind == "word") files.push_back(parts_of(made::word_file(what)));
        if (kind == "page") files.push_back(what);
        if (kind == "pdf")
            files.push_back("%PDF-1.7\n1 0 obj\n" + what +
                            "\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n");
    }
    return files;
}

/// Workbooks as archives, their parts as XML and one behind the other; also those that
/// other programs saved in a folder.
void add_workbooks(Folder& archives, Folder& xml, Folder& workbooks, Folder& words,
                   const fs::path& others) {
    std::vector<std::string> books;
    for (int number = 0; number < 6; ++number) {
        Generating wanted;
        wanted.extent = Extent::tiny;
        wanted.year = number % 2 == 0 ? 2023 : 2020;
        books.push_back(made::plain_book(generated_report(number, wanted)));
        books.push_back(made::tables_alone(generated_report(number, wanted)));
    }
    write_file(others.string() + ".xlsx", books.front());
    if (fs::is_directory(others)) {
        std::set<fs::path> files;
        for (const auto& entry : fs::directory_iterator(others)) {
            if (entry.is_regular_file()) files.insert(entry.path());
        }
        for (const fs::path& file : files) books.push_back(read_file(file));
    }
    for (const std::string& book : books) {
        archives.add(book);
        workbooks.add(book);
        ZipReader zip(book);
        for (const ZipPart& part : zip.parts()) {
            const std::string text = zip.read(part).value_or("");
            if (text.size() < 20'000) xml.add(text);
        }
        workbooks.add(parts_of(book));
    }
    for (const std::string& file : word_files()) words.add(parts_of(file));
    archives.add(made::zip(
        {{.name = "a", .bytes = "1", .deflated = false, .flags = 8}, {.name = "b/", .bytes = ""}},
        {.comment = "c"}));
}

}  // namespace

int main(int argc, char** argv) {
    doctest::Context context;
    context.setAsDefaultForAssertsOutOfTestCases();
    if (argc != 2) return 2;
    const fs::path folder = argv[1];
    Folders json, yaml;
    for (const char* target : {"read_", "mend_", "fix_"}) {
        json.all.emplace_back(folder / (std::string(target) + "json"));
        yaml.all.emplace_back(folder / (std::string(target) + "yaml"));
    }
    Folder pdfs(folder / "read_pdf"), whole(folder / "whole_file"), check(folder / "check_report"),
        pages(folder / "set_pages"), fonts(folder / "open_font");
    Folder archives(folder / "read_zip"), xml(folder / "read_xml"),
        workbooks(folder / "read_workbook"), words(folder / "read_word"), web(folder / "read_html");
    for (const std::string& page : ::pages()) web.add(page);
    Folder revisions(folder / "revise_word"), looked(folder / "look_at_file");
    for (std::uint64_t number = 0; number < 6; ++number) revisions.add(revised(number));
    for (const std::string& file : files_to_look_at()) looked.add(file);
    add_workbooks(archives, xml, workbooks, words, folder / "workbooks");
    add_data_files(json, yaml, whole);
    add_pdfs(pdfs);
    add_bytes(check);
    add_bytes(pages);
    add_fonts(fonts);
    write_file(folder / "names.dict", dictionary());
}
