// Archives, XML, workbooks, Word files and pages, read, revised and looked through.
#include "fuzz/places.hpp"
#include "fuzz/targets.hpp"

#include "nianbao/import.hpp"
#include "nianbao/publish.hpp"
#include "nianbao/read.hpp"
#include "nianbao/revise.hpp"
#include "nianbao/write.hpp"
#include "pack/xml_reader.hpp"
#include "pack/zip_reader.hpp"
#include "pack/zip_writer.hpp"

#include <algorithm>
#include <set>

namespace nianbao::fuzz {
namespace {

/// Counts what is open.
class Balance : public XmlHandler {
public:
    void open(const XmlElement& element) override {
        deepest = std::max(deepest, ++depth);
        named = named && !element.name.local.empty();
    }
    void close(const XmlName&) override { --depth; }
    void text(std::string_view) override { outside = outside || depth == 0; }

    int depth = 0, deepest = 0;
    bool named = true, outside = false;
};

}  // namespace

std::string read_zip(std::string_view bytes) {
    const ZipLimits limits;
    ZipReader zip(bytes);
    if (zip.fault().what != ZipFault::What::none)
        return zip.parts().empty() ? "" : "a refused archive has parts";
    std::size_t all = 0;
    std::set<std::string> names;
    for (const ZipPart& part : zip.parts()) {
        if (!names.insert(part.name).second) return "two parts have one name";
        if (part.name.find("..") == 0 || part.name.front() == '/') return "a part leads out";
        if (part.begin + part.packed > bytes.size()) return "a part is not in the file";
        const std::optional<std::string> content = zip.read(part);
        if (!content) continue;
        if (content->size() != part.size) return "a part is not as long as it says";
        all += content->size();
    }
    return all > limits.all ? "more is read than may be" : "";
}

std::string read_xml(std::string_view bytes) {
    Balance balance;
    const XmlFault fault = nianbao::read_xml(bytes, balance);
    if (balance.deepest > most_xml_depth) return "elements are deeper than they may be";
    if (!balance.named) return "an element has no name";
    if (balance.outside) return "text stands outside of every element";
    return fault == XmlFault::none && balance.depth != 0 ? "an element is not closed" : "";
}

namespace {

/// An archive; also of parts behind their names, “%%%xl/workbook.xml” on a line, so that
/// what changes is their text and not the archive.
std::string archive_of(std::string_view bytes) {
    if (bytes.starts_with("PK")) return std::string(bytes);
    constexpr std::string_view mark = "%%%";
    ZipWriter zip;
    std::set<std::string> names;
    for (std::size_t at = bytes.find(mark); at != bytes.npos;) {
        const std::size_t line = std::min(bytes.find('\n', at), bytes.size());
        const std::size_t next = bytes.find(mark, line);
        const std::string name(bytes.substr(at + mark.size(), line - at - mark.size()));
        const std::size_t begin = std::min(line + 1, bytes.size());
        if (!name.empty() && names.insert(name).second)
            zip.add(name, bytes.substr(begin, std::min(next, bytes.size()) - begin));
        at = next;
    }
    return zip.finish();
}

}  // namespace

std::string read_word(std::string_view bytes) {
    const Imported imported = import_report({.bytes = archive_of(bytes), .name = "年报.docx"});
    if (imported.whole) {
        const Reading again = read(imported.text, "again", Format::yaml);
        if (!again.report) return "what was read is refused when it is written:\n" + imported.text;
    }
    return told_wrongly(imported.findings, imported.source);
}

std::string revise_word(std::string_view bytes) {
    const std::size_t end = std::min(bytes.find("%%%"), bytes.size());
    const std::string data(bytes.substr(0, end));
    const Revised revised = revise({.bytes = data, .name = "a.yaml"},
                                   {.bytes = archive_of(bytes.substr(end)), .name = "a.docx"});
    std::string wrong = told_wrongly(revised.of_data, revised.data);
    if (wrong.empty()) wrong = told_wrongly(revised.left, revised.draft);
    if (revised.text.empty() || !wrong.empty()) return wrong;
    if (revised.carried && revised.carried->none() && revised.text != data)
        return "nothing changed, but the text:\n" + revised.text;
    return read(revised.text, "again", Format::yaml).report
               ? ""
               : "what was revised is refused:\n" + revised.text;
}

std::string look_at_file(std::string_view bytes) {
    const bool archive = bytes.starts_with("PK") || bytes.starts_with("%%%");
    const char* name = bytes.find("xl/") != bytes.npos ? "a.xlsx" : "a.docx";
    const LookedThrough found =
        look_through({.bytes = archive ? archive_of(bytes) : std::string(bytes),
                      .name = archive ? name : "a.html"});
    return told_wrongly(found.findings, found.source);
}

std::string read_html(std::string_view bytes) {
    const Imported imported = import_report({.bytes = std::string(bytes), .name = "年报.html"});
    if (imported.whole) {
        const Reading again = read(imported.text, "again", Format::yaml);
        if (!again.report) return "what was read is refused when it is written:\n" + imported.text;
    }
    return told_wrongly(imported.findings, imported.source);
}

std::string read_workbook(std::string_view bytes) {
    const std::string book = archive_of(bytes);
    const Reading reading = read(book, "年报.xlsx", Format::workbook);
    const bool error =
        std::any_of(reading.findings.begin(), reading.findings.end(),
                    [](const Finding& finding) { return finding.severity == Severity::error; });
    if (reading.report.has_value() == error)
        return "a report in spite of errors, or none without an error";
    if (reading.report) {
        if (reading.source.bytes() != book) return "the source is not the file";
        const std::string text = write(*reading.report, Format::yaml);
        const Reading again = read(text, "again", Format::yaml);
        if (!again.report) return "what was read is refused when it is written:\n" + text;
        if (*again.report != *reading.report) return "another report is read again:\n" + text;
    }
    return told_wrongly(reading.findings, reading.source);
}

}  // namespace nianbao::fuzz
