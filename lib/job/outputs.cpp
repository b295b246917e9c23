// The outputs: one table.
#include "file/path_text.hpp"
#include "nianbao/output.hpp"

#include "docx/write.hpp"
#include "html/write.hpp"
#include "nianbao/fonts.hpp"
#include "nianbao/pdf.hpp"
#include "nianbao/read.hpp"
#include "pdf/seal.hpp"
#include "plain/write.hpp"
#include "text/letters.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>

namespace nianbao {
namespace {

/// The function of a row, once the stages have what it is made from.
template <From from, std::string (*write)(const Stages&)>
std::string given(const Stages& stages) {
    if (stages.document == nullptr)
        throw std::invalid_argument("nianbao::Output: the stages have no document");
    if (from == From::pages &&
        (stages.pages == nullptr || stages.fonts == nullptr || stages.fonts->none()))
        throw std::invalid_argument("nianbao::Output: the stages have no pages or no fonts");
    return write(stages);
}

std::string pdf(const Stages& stages) {
    PdfOptions options;
    options.attachment = stages.data;
    options.seal = stages.seal;
    return write_pdf(*stages.pages, *stages.fonts, options);
}

std::string document_dump(const Stages& stages) { return dump(*stages.document); }

std::string pages_dump(const Stages& stages) { return dump(*stages.pages, *stages.fonts); }

constexpr std::string_view plain_text = "text/plain; charset=utf-8",
                           html_text = "text/html; charset=utf-8";

constexpr Output rows[] = {
    {"pdf", ".pdf", "application/pdf", "PDF/A 文件，按公文格式排好版", From::pages, true,
     given<From::pages, pdf>, blank_seal, seal, is_sealed, is_as_made, true},
    {"html", ".html", html_text, "网页，可以直接发布", From::document, true,
     given<From::document, write_page>, nullptr, nullptr, nullptr, is_page_as_made, true},
    {"fragment", ".fragment.html", html_text, "网页的正文，贴进网站的编辑器", From::document, true,
     given<From::document, write_fragment>},
    {"docx", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
     "可以编辑的 Word 文件，版式与 PDF 相近", From::document, true,
     given<From::document, write_docx>, nullptr, nullptr, nullptr, is_docx_as_made, true},
    {"signing", ".审签单.docx",
     "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
     "审签单，一页，送领导审签，不公布", From::document, true,
     given<From::document, write_signing_sheet>, nullptr, nullptr, nullptr, is_docx_as_made},
    {"text", ".txt", plain_text, "纯文本，表格按列对齐", From::document, true,
     given<From::document, write_text>},
    {"document", ".document.txt", plain_text, "排版前的文稿，供核对", From::document, false,
     given<From::document, document_dump>},
    {"pages", ".pages.txt", plain_text, "排好的页面，供核对", From::pages, false,
     given<From::pages, pages_dump>},
};

}  // namespace

std::span<const Output> outputs() { return rows; }

const Output* output_named(std::string_view name) {
    for (const Output& output : rows) {
        if (output.name == name) return &output;
    }
    return nullptr;
}

const Output* output_of(const std::filesystem::path& file) {
    const std::string name = utf8(file.filename());
    const Output* longest = nullptr;
    for (const Output& output : rows) {
        if (output.offered && has_ending(name, output.ending) &&
            (longest == nullptr || output.ending.size() > longest->ending.size()))
            longest = &output;
    }
    return longest;
}

bool is_output(std::string_view bytes) {
    return std::any_of(std::begin(rows), std::end(rows), [&](const Output& output) {
        return output.as_made != nullptr && output.as_made(bytes);
    });
}

std::filesystem::path output_name(const std::filesystem::path& input, const Output& output) {
    const bool named_for_it = is_data_file(input) || format_of(input) == Format::article ||
                              has_ending(utf8(input.filename()), ".pdf");
    std::filesystem::path name = named_for_it ? input.stem() : input.filename();
    return name += path_of(output.ending);
}

}  // namespace nianbao
