// The data file that a PDF carries: found in what is left of the PDF, and told plainly if
// it cannot be read.
#include "notation/kind/carried.hpp"

#include <doctest/doctest.h>

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "notation/limits.hpp"
#include "pack/deflate.hpp"

using namespace nianbao;
using namespace nianbao::notation;

namespace {

/// An object that embeds a file.
std::string embedded(std::string_view text, std::string_view type = "application#2Fyaml") {
    const std::string stream = deflate(text, 6);
    return fmt::format(
               "7 0 obj\n<</Type/EmbeddedFile/Subtype/{}/Params<</Size {}>>/Filter/FlateDecode"
               "/Length {}>>\nstream\n",
               type, text.size(), stream.size()) +
           stream + "\nendstream\nendobj\n";
}

/// A PDF with these objects.
std::string pdf(std::string_view objects) {
    return "%PDF-1.7\n1 0 obj\n<</Length 1>>\nstream\nx\nendstream\nendobj\n" +
           std::string(objects) +
           "8 0 obj\n<</Type/XRef/Size 9>>\nstream\n\nendstream\nendobj\nstartxref\n9\n%%EOF\n";
}

std::string carried(std::string_view bytes) {
    const auto data = carried_data(bytes);
    if (!data) return "none";
    if (data->unread != nullptr) return std::string(data->unread->is);
    return (data->format == Format::json ? "json " : "yaml ") + data->text;
}

}  // namespace

TEST_CASE("A PDF's data are found, in the notation that it tells") {
    CHECK(carried(pdf(embedded("a: 1\n"))) == "yaml a: 1\n");
    CHECK(carried(pdf(embedded("{}", "application#2Fjson"))) == "json {}");
    CHECK(carried(pdf(embedded("{}", "application#2fjson"))) == "json {}");
    CHECK(carried(pdf(embedded(""))) == "yaml ");
    // Written anew by another program: with blanks, in another order, not compressed.
    CHECK(carried(pdf("3 0 obj\r\n<< /Length 5 /Subtype /application#2fyaml /Type /EmbeddedFile "
                      ">>\r\nstream\r\na: 1\n\r\nendstream\r\nendobj\r\n")) == "yaml a: 1\n");
}

TEST_CASE("What was added last counts, and what is no data is passed over") {
    CHECK(carried(pdf(embedded("a: 1\n")) + embedded("a: 2\n") + "%%EOF\n") == "yaml a: 2\n");
    CHECK(carried(pdf(embedded("a: 1\n")) + embedded("<x/>", "text#2Fxml")) == "yaml a: 1\n");
    CHECK(carried(pdf(embedded("a: 1\n") + "9 0 obj\n<</EmbeddedFiles 8 0 R>>\nendobj\n")) ==
          "yaml a: 1\n");
}

TEST_CASE("Of a PDF that is cut, the data are read if they are whole") {
    const std::string whole = pdf(embedded("a: 1\n"));
    const std::size_t end = whole.find("\nendstream\nendobj\n8 0 obj");
    const std::size_t begin = whole.find("/Type/EmbeddedFile");
    CHECK(carried(whole.substr(0, end)) == "yaml a: 1\n");
    CHECK(carried(whole.substr(0, end - 1)) == "这是附有数据的 PDF 文件，数据已经损坏");
    CHECK(carried(whole.substr(0, begin)) == "none");
    for (std::size_t kept = 0; kept < end; ++kept) {
        const std::string found = carried(whole.substr(0, kept));
        CHECK((found == "none" || found == "这是附有数据的 PDF 文件，数据已经损坏"));
    }
    std::string changed = whole;
    changed[end - 1] ^= 1;
    CHECK(carried(changed) == "这是附有数据的 PDF 文件，数据已经损坏");
}

TEST_CASE("A PDF without data, and what is no PDF, carry none") {
    CHECK(carried("") == "none");
    CHECK(carried("%PDF-") == "none");
    CHECK(carried(pdf("")) == "none");
    CHECK(carried(pdf(embedded("x", "image#2Fpng"))) == "none");
    CHECK(carried(embedded("a: 1\n")) == "none");
    CHECK(carried("%PDF-1.7\n/EmbeddedFile/application#2Fyaml stream\n") == "none");  // no object
    // Its dictionary ends before 4096 bytes.
    const auto far = [](std::size_t blanks) {
        return "%PDF-1.7\n1 0 obj<</Subtype/application#2fyaml/Type/EmbeddedFile" +
               std::string(blanks, ' ') + ">>stream\na: 1\nendstream";
    };
    CHECK(carried(far(4000)) == "yaml a: 1");
    CHECK(carried(far(5000)) == "none");
}

TEST_CASE("The data of a PDF are as long as a data file may be") {
    CHECK(carried(pdf(embedded(std::string(most_bytes, '#')))).size() == most_bytes + 5);
    CHECK(carried(pdf(embedded(std::string(most_bytes + 1, '#')))) ==
          "这是附有数据的 PDF 文件，数据超过上限 16 MiB");
}
