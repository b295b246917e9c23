// Makes a data file of what others made.
#include "nianbao/import.hpp"

#include "data/report_from_values.hpp"
#include "data/rules.hpp"
#include "data/write/written.hpp"
#include "data/write/written_values.hpp"

#include <utility>

namespace nianbao {
namespace {

std::string text_of(const Written& file, Format format) {
    return format == Format::json ? data::write_json(file) : data::write_yaml(file);
}

/// What to do with a file of which nothing can be imported. Other hints speak of data
/// files, and a person who imports has none yet.
struct Instead {
    std::string_view kind, what_to;  // as a message begins
};
constexpr std::string_view save_as_word = "用 WPS 或 Word 打开原来的文件，另存为 .docx 再读";
constexpr Instead instead[] = {
    {"这是空文件", "里面什么也没有：找出原来的 Word 文件、工作簿或者网页再读"},
    {"这是一般的文本文件", save_as_word},
    {"这不是文本文件", save_as_word},
    {"这是 PDF 文件", "用附有数据的 PDF，或者生成它的 Word 文件（.docx）再读"},
    {"这是图片或者扫描件", "图片里的字读不出来：用原来的 Word 文件（.docx），或者网页再读"},
    {"这是 OFD 文件", "用生成它的 Word 文件（.docx）再读"},
};

void say_what_to_read(std::vector<Finding>& findings) {
    for (Finding& finding : findings) {
        if (finding.rule != data::rule("D-20")) continue;
        for (const auto& [kind, what_to] : instead) {
            if (finding.message.starts_with(kind)) finding.hint = what_to;
        }
    }
}

/// What was read, as a report if it is whole, else value by value.
void take(const notation::Values& values, const Report& report, Format format, Keys keys,
          Imported& imported) {
    imported.agency = report.agency;
    imported.year = report.year;
    imported.whole = !values.findings.any_error();
    const Edition& edition = report.edition == nullptr ? edition_2021() : *report.edition;
    imported.text = imported.whole ? write(report, format, keys)
                                   : text_of(data::written_values(values, edition, keys), format);
}

}  // namespace

Imported import_report(const Input& input, const Known& known, Format format, Keys keys) {
    Imported imported;
    Reading reading = data::read_asking(
        input, {.known = known, .look = [&](const notation::Values& values, const Report& report) {
                    take(values, report, format, keys, imported);
                }});
    imported.source = std::move(reading.source);
    imported.findings = std::move(reading.findings);
    say_what_to_read(imported.findings);
    return imported;
}

}  // namespace nianbao
