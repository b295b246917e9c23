#include "data/drafts/pdf_text.hpp"

#include "data/kinds.hpp"
#include "data/rules.hpp"
#include "file/path_text.hpp"
#include "file/program.hpp"
#include "file/reading.hpp"
#include "file/temporary_folder.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/read.hpp"
#include "nianbao/whole_file.hpp"
#include "notation/kind/carried.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nianbao::data {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view install =
    "装上 pdftotext 再读（在 poppler-utils 里：apt install poppler-utils，或者 dnf、yum install "
    "poppler-utils）；有生成它的 Word 文件（.docx）或者网页的，读那一份";
constexpr std::string_view read_another =
    "有生成它的 Word 文件（.docx）或者网页的，读那一份；没有的，照着填";

Finding no_text(const std::string& name, std::string message, std::string_view what_to) {
    Finding finding;
    finding.severity = Severity::error;
    finding.rule = rule("D-20");
    finding.place.file = name;
    finding.message = std::move(message);
    finding.hint = what_to;
    return finding;
}

bool all_blank(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\f'; });
}

constexpr std::string_view pdf_begins = "%PDF-";

bool begins_pdf(std::string_view bytes) { return bytes.starts_with(pdf_begins); }
bool carries_none(std::string_view bytes) { return !notation::carried_data(bytes); }

std::variant<std::string, Finding> text_of_pdf(const fs::path& file, const std::string& name,
                                               std::string_view program) {
    const TemporaryFolder folder;
    const fs::path text = folder.path() / "text";
    OtherProgram other{{std::string(program), "-layout", "-enc", "UTF-8", "-eol", "unix", "-q",
                        utf8(fs::absolute(file)), "-"},
                       folder.path()};
    other.output = text;
    switch (run_program(other)) {
        case Ended::not_found:
            return no_text(name,
                           "这是 PDF 文件，没有附数据；这台机器上没有 pdftotext，里面的文字没有读",
                           install);
        case Ended::too_late:
            return no_text(
                name,
                fmt::format("这是 PDF 文件，没有附数据；pdftotext {} 秒没有读完，停止了",
                            std::chrono::duration_cast<std::chrono::seconds>(other.limit).count()),
                read_another);
        case Ended::badly:
            return no_text(
                name, "这是 PDF 文件，没有附数据；pdftotext 读不了它（有打开密码，或者已经损坏）",
                read_another);
        case Ended::well:
            break;
    }
    std::string read = file_bytes(text);
    if (all_blank(read))
        return no_text(name, "这是 PDF 文件，里面没有文字，是扫描件或者图片", read_another);
    return read;
}

}  // namespace

bool is_plain_pdf(const fs::path& file) {
    try {
        return begins_pdf(file_bytes(file, pdf_begins.size())) && carries_none(file_bytes(file));
    } catch (const Failure&) {
        return false;  // told when it is read
    }
}

std::variant<std::string, Finding> text_of_pdf(const fs::path& file, std::string_view program) {
    return text_of_pdf(file, utf8(file), program);
}

std::optional<Finding> take_text_of_pdf(Input& input) {
    if (input.name.empty()) input.name = utf8(input.file);
    std::variant<std::string, Finding> read;
    if (!input.bytes) {
        if (!is_plain_pdf(input.file)) return std::nullopt;
        read = text_of_pdf(input.file, input.name, text_program);
    } else {
        if (!begins_pdf(*input.bytes) || !carries_none(*input.bytes)) return std::nullopt;
        const TemporaryFolder folder;
        const fs::path file = folder.path() / "file.pdf";
        write_whole_file(file, *input.bytes);
        read = text_of_pdf(file, input.name, text_program);
    }
    if (auto* none = std::get_if<Finding>(&read)) return std::move(*none);
    input.bytes = std::get<std::string>(std::move(read));
    return std::nullopt;
}

}  // namespace nianbao::data
