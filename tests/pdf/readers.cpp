// Other people's readers: each opens the files without a word, and reads the same text.
#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "nianbao/pdf.hpp"
#include "program.hpp"
#include "report/data_pages.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

namespace {

/// By what order a reader gives the text.
enum class Order { contents, place };

/// The words that run it on FILE.
struct Reader {
    std::string name;
    std::vector<std::string> words;
    Order order = Order::contents;
};

std::string source(const std::string& name) { return std::string(NIANBAO_SOURCE) + "/" + name; }

std::vector<Reader> text_readers() {
    const std::string fetched = source("build/outside");
    return {{"poppler", {"pdftotext", "-raw", "-enc", "UTF-8", "FILE", "-"}},
            {"mupdf", {"mutool", "draw", "-q", "-F", "txt", "FILE"}},
            {"pdf.js", {"node", source("tests/outside/pdfjs.mjs"), fetched, "FILE"}},
            {"PDFium", {"node", source("tests/outside/pdfium.mjs"), fetched, "FILE"}},
            {"PDFBox", {"java", "@" + fetched + "/extract", "FILE"}},
            {"Ghostscript",
             {"gs", "-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONERROR",
              "-dPDFSTOPONWARNING", "-sDEVICE=txtwrite", "-sOutputFile=-", "FILE"},
             Order::place}};
}

/// Readers that check the file or draw it.
std::vector<Reader> other_readers() {
    return {{"qpdf", {"qpdf", "--check", "FILE"}},
            {"poppler, its structure", {"pdfinfo", "-struct-text", "FILE"}},
            {"poppler, drawing", {"pdftoppm", "-gray", "-r", "30", "FILE", "/dev/null"}},
            {"mupdf, drawing",
             {"mutool", "draw", "-q", "-r", "30", "-F", "pgm", "-o", "/dev/null", "FILE"}},
            {"Ghostscript, drawing",
             {"gs", "-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONERROR",
              "-dPDFSTOPONWARNING", "-sDEVICE=pgmraw", "-r30", "-sOutputFile=/dev/null", "FILE"}}};
}

/// Runs it. A word of warning, or an exit code, fails the test.
std::string read_by(const Reader& reader, const std::filesystem::path& file) {
    std::vector<std::string> words = reader.words;
    std::replace(words.begin(), words.end(), std::string("FILE"), file.native());
    Run run = ::run(words);
    // Debian builds mupdf without ICC, and it says so of every file with a profile.
    constexpr std::string_view without_icc = "warning: ICC support is not available\n";
    while (run.err.starts_with(without_icc)) run.err.erase(0, without_icc.size());
    CHECK_MESSAGE(run.exit == 0, reader.name);
    CHECK_MESSAGE(run.err == "", reader.name);
    return run.out;
}

/// Without blanks, which each reader guesses in its own way.
std::u32string characters(const std::string& text) {
    std::u32string kept = to_utf32(text);
    std::erase_if(kept, [](char32_t c) { return c <= U' ' || c == 0xA0 || c == 0xFEFF; });
    return kept;
}

/// Ghostscript 10.0 takes the low bytes of a pair of UTF-16 units for a character of its
/// own: what it makes of U+20BB7 is U+42B7, and before it the first unit of the pair
/// alone, three bytes that are no UTF-8.
std::u32string as_ghostscript(const std::u32string& text) {
    std::u32string out;
    for (char32_t c : text) {
        if (c < 0x10000) {
            out += c;
        } else {
            out += U"\uFFFD\uFFFD\uFFFD";
            out += ((c - 0x10000) >> 10 & 0xFF) << 8 | (c & 0xFF);
        }
    }
    return out;
}

std::u32string sorted(std::u32string text) {
    std::sort(text.begin(), text.end());
    return text;
}

}  // namespace

TEST_CASE("every reader opens the files without a word, and reads the same text") {
    struct Case {
        std::string_view data;
        const Fonts& fonts;
    };
    const Case cases[] = {{"examples/huaian-2024.json", free_fonts()},
                          {"examples/jinxiang-veterans-2022.yaml", free_fonts()},
                          {"examples/form-2019-en.yaml", free_fonts()},
                          {"examples/hard-en.yaml", free_fonts()},
                          {tagged_data, free_fonts()},
                          {tagged_data, truetype_fonts()}};
    for (const Case& each : cases) {
        const std::string_view data = each.data;
        const Fonts& fonts = each.fonts;
        CAPTURE(data);
        const Scratch scratch;
        const std::filesystem::path file = scratch / "a.pdf";
        PdfOptions options;
        if (data == tagged_data)
            options.attachment = Attachment{"data.yaml", "application/yaml", source_file(data)};
        write_file(file, write_pdf(pages_of(data, false, fonts), fonts, options));

        const std::vector<Reader> readers = text_readers();
        const std::u32string first = characters(read_by(readers[0], file));
        CHECK(first.size() > 1000);
        for (const Reader& reader : readers) {
            const std::u32string text = characters(read_by(reader, file));
            CHECK_MESSAGE(sorted(text) ==
                              sorted(reader.name == "Ghostscript" ? as_ghostscript(first) : first),
                          reader.name);
            if (reader.order == Order::contents) CHECK_MESSAGE(text == first, reader.name);
        }
        for (const Reader& reader : other_readers()) read_by(reader, file);
    }
}

TEST_CASE("a reader's warning is seen") {
    const Scratch scratch;
    std::string broken = write_pdf(pages_of(tagged_data), free_fonts());
    broken.resize(broken.size() - 40);
    write_file(scratch / "a.pdf", broken);
    CHECK(::run({"qpdf", "--check", (scratch / "a.pdf").native()}).err != "");
    CHECK(::run({"pdftotext", (scratch / "a.pdf").native(), "-"}).err != "");
}
