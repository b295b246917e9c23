#include "data/drafts/pdf_text.hpp"

#include "data/kinds.hpp"
#include "data/rules.hpp"
#include "file/path_text.hpp"
#include "file/program.hpp"
#include "file/reading.hpp"
#include "file/temporary_folder.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/read.hpp"
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

Finding no_text(const fs::path& file, std::string message, std::string_view what_to) {
    Finding finding;
    finding.severity = Severity::error;
    finding.rule = rule("D-20");
    finding.place.file = utf8(file);
    finding.message = std::move(message);
    finding.hint = what_to;
    return finding;
}

bool all_blank(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\f'; });
}

}  // namespace

bool is_plain_pdf(const fs::path& file) {
    try {
        constexpr std::string_view begins = "%PDF-";
        if (!file_bytes(file, begins.size()).starts_with(begins)) return false;
        return !notation::carried_data(file_bytes(file));
    } catch (const Failure&) {
        return false;  // told when it is read
    }
}

std::variant<std::string, Finding> text_of_pdf(const fs::path& file, std::string_view program) {
    const TemporaryFolder folder;
    const fs::path text = folder.path() / "text";
    OtherProgram other{{std::string(program), "-layout", "-enc", "UTF-8", "-eol", "unix", "-q",
                        utf8(fs::absolute(file)), "-"},
                       folder.path()};
    other.output = text;
    switch (run_program(other)) {
        case Ended::not_found:
            return no_text(file,
                           "这是 PDF 文件，没有附数据；这台机器上没有 pdftotext，里面的文字没有读",
                           install);
        case Ended::too_late:
            return no_text(
                file,
                fmt::format("这是 PDF 文件，没有附数据；pdftotext {} 秒没有读完，停止了",
                            std::chrono::duration_cast<std::chrono::seconds>(other.limit).count()),
                read_another);
        case Ended::badly:
            return no_text(
                file, "这是 PDF 文件，没有附数据；pdftotext 读不了它（有打开密码，或者已经损坏）",
                read_another);
        case Ended::well:
            break;
    }
    std::string read = file_bytes(text);
    if (all_blank(read))
        return no_text(file, "这是 PDF 文件，里面没有文字，是扫描件或者图片", read_another);
    return read;
}

}  // namespace nianbao::data
