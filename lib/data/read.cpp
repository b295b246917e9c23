#include "nianbao/read.hpp"
#include "file/path_text.hpp"

#include "data/drafts/drafts.hpp"
#include "data/fix/to_correct.hpp"
#include "data/hints/nearest.hpp"
#include "data/kinds.hpp"
#include "data/report_from_values.hpp"
#include "data/rules.hpp"
#include "file/reading.hpp"
#include "notation/bytes.hpp"
#include "notation/json/json.hpp"
#include "notation/kind/carried.hpp"
#include "notation/kind/encoding.hpp"
#include "notation/kind/kind.hpp"
#include "notation/mending/mending.hpp"
#include "notation/rules.hpp"
#include "notation/yaml/yaml.hpp"
#include "text/letters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace nianbao {
namespace {

namespace fs = std::filesystem;

/// True if the file is to be read as text of a report. Else it is told what it is.
bool may_be_read(notation::Values& values, std::string_view bytes, const fs::path& file) {
    const std::string& name = values.source.file();
    const notation::Kind* kind = notation::foreign_kind(bytes, name);
    // Text under another name is read only if it holds a report; a pipe has no name.
    std::error_code unknown;
    const bool other_name =
        !file.empty() && !is_data_file(file) && fs::is_regular_file(file, unknown);
    if (kind == nullptr && values.format == Format::workbook)
        kind = &notation::kind_of(bytes, name);
    if (kind == nullptr && other_name && !data::holds_report(bytes))
        kind = &notation::kind_of(bytes, name);
    if (kind == nullptr) kind = data::other_data(bytes);
    if (kind != nullptr) {
        values.findings.error(data::rule("D-20"), {}, {name, {}, 0, 0, 0}, data::not_data(*kind),
                              std::string(kind->what_to));
    } else if (other_name) {
        const bool json = values.format == Format::json;
        values.findings.tell(
            Severity::warning, data::rule("D-22"), {}, {name, {}, 0, 0, 0},
            "文件名没有数据文件的后缀，按里面的内容读了",
            fmt::format(
                "改名为 {}",
                utf8(fs::path(file.filename()).replace_extension(json ? ".json" : ".yaml"))));
    }
    return kind == nullptr;
}

/// The text in UTF-8, and what is told if it was in another encoding.
Source decode(std::string_view bytes, const std::string& name, notation::Findings& findings) {
    if (std::optional<notation::DecodedText> decoded = notation::decoded_text(bytes)) {
        findings.tell(Severity::warning, data::rule("D-21"), {}, {name, {}, 0, 0, 0},
                      fmt::format("文件是 {} 编码，已照读", decoded->encoding),
                      "用编辑器另存为 UTF-8（记事本：另存为，编码选 UTF-8）");
        const int last = std::max(static_cast<int>(decoded->text.size()) - 1, 0);
        Source source = Source::decoded(name, std::string(bytes), std::move(decoded->text));
        if (decoded->cut)
            findings.error(notation::rule("D-01"), {}, source.place_of(last, 1),
                           notation::cut_off_told, notation::cut_off_hint);
        return source;
    }
    const std::string_view text = notation::without_mark(bytes);
    return Source(name, std::string(text), text.size() < bytes.size());
}

/// A file that holds a report. `file`: where the bytes were read; empty: nowhere.
struct DataText {
    std::string_view bytes;
    std::string name;
    Format format;
    fs::path file = {};
    std::string_view carrier = {};  // the PDF that carries it, if one does
};

bool short_enough(const DataText& data, notation::Values& values) {
    if (data.bytes.size() <= notation::most_bytes) return true;
    values.findings.error(data::rule("D-03"), {}, {data.name, {}, 0, 0, 0},
                          fmt::format("文件超过上限 {} MiB", notation::most_bytes >> 20));
    return false;
}

/// The text is there, and its bytes were looked at. False: it cannot be read.
bool open(const DataText& data, notation::Values& values) {
    values.format = data.format;
    values.source = Source(data.name, {});
    if (!may_be_read(values, data.bytes, data.file)) return false;
    if (!short_enough(data, values)) return false;
    values.source = data.carrier.empty()
                        ? decode(data.bytes, data.name, values.findings)
                        : Source::decoded(data.name, std::string(data.carrier),
                                          std::string(notation::without_mark(data.bytes)));
    return notation::inspect_bytes(values);
}

/// Reads the text once more, as it was meant, and then the report. False: it was not
/// damaged.
bool read_damaged(data::Holds holds, const DataText& data, bool broken, notation::Values& values,
                  Report& report) {
    notation::Values mended;
    mended.corrections = values.corrections;
    const notation::KnownNames names{data::is_name, data::is_of_table, data::nearest_name,
                                     data::is_within};
    if (!open(data, mended) || !notation::read_mended(mended, names, broken)) return false;
    if (mended.corrections != nullptr) mended.corrections->values.clear();  // of the other tree
    report = data::report_from_values(mended, holds);
    values = std::move(mended);
    return true;
}

/// False of an empty file, or one that is a list: the rules have nothing to look at.
bool holds_fields(const notation::Tree& tree) {
    return tree.root >= 0 && tree.at(tree.root).shape == notation::Shape::mapping &&
           tree.at(tree.root).first >= 0;
}

/// Reads a whole report, or its prose alone. With `corrections`, `part` is all that was
/// read, of a file without mistakes too.
Reading read_text_as(data::Holds holds, const DataText& data, const data::AlsoAsked& asked) {
    notation::Values values;
    values.corrections = asked.corrections;
    std::optional<Report> report;
    if (open(data, values)) {
        const bool json = data.format == Format::json;
        std::optional<notation::SyntaxFault> fault =
            json ? notation::read_json(values) : notation::read_yaml(values);
        Report read = data::report_from_values(values, holds);
        const bool wrong = fault || values.findings.any_error();
        if (wrong && !read_damaged(holds, data, fault.has_value(), values, read) && fault)
            values.tell(*std::move(fault));
        if (asked.look) asked.look(values, read);
        const bool clean = !values.findings.any_error();
        if (asked.corrections != nullptr) *asked.part = {read, values.unread};
        else if (!clean && asked.part != nullptr && holds_fields(values.tree))
            *asked.part = {std::move(read), std::move(values.unread)};
        if (clean) report = std::move(read);
    }
    std::vector<Finding> findings = values.findings.take(values.source.file());
    return {std::move(report), std::move(values.source), std::move(findings)};
}

/// What cannot be corrected or read is told of by the file's name.
Reading refuse(const std::string& name, std::string message, std::string hint) {
    notation::Findings findings;
    findings.error(data::rule("D-20"), {}, {name, {}, 0, 0, 0}, std::move(message),
                   std::move(hint));
    return {{}, Source(name, {}), findings.take(name)};
}

/// Reads a file in which the report is recognised, whatever its name.
Reading read_draft_as(data::Holds holds, const DataText& data, const data::DraftKind& kind,
                      const data::AlsoAsked& asked) {
    if (asked.corrections != nullptr)
        return refuse(data.name, std::string(kind.not_corrected), std::string(kind.what_to));
    notation::Values values;
    values.format = kind.format;
    values.source = Source(data.name, {});
    std::optional<Report> report;
    if (short_enough(data, values) && kind.read(data.bytes, data.name, asked.known, values)) {
        Report read = data::report_from_values(values, holds);
        if (asked.look) asked.look(values, read);
        const bool clean = !values.findings.any_error();
        if (!clean && asked.part != nullptr)
            *asked.part = {std::move(read), std::move(values.unread)};
        else if (clean) report = std::move(read);
    }
    std::vector<Finding> findings = values.findings.take(data.name);
    return {std::move(report), std::move(values.source), std::move(findings)};
}

/// Text that is too long is told before anything looks at all of it. Other kinds, which
/// their first bytes tell, have readers that ask by themselves.
bool is_long_text(const DataText& data) {
    return data.bytes.size() > notation::most_bytes &&
           notation::foreign_kind(data.bytes, data.name) == nullptr;
}

Reading refuse_long_text(const DataText& data) {
    notation::Values values;
    static_cast<void>(short_enough(data, values));
    return {{}, Source(data.name, {}), values.findings.take(data.name)};
}

/// The same, of the data that a PDF carries too. These are read and not corrected, as
/// they cannot be put back.
Reading read_as(data::Holds holds, const DataText& data, const data::AlsoAsked& asked = {}) {
    if (is_long_text(data)) return refuse_long_text(data);
    if (const data::DraftKind* kind = data::draft_kind_of(data.bytes, data.name))
        return read_draft_as(holds, data, *kind, asked);
    const std::optional<notation::CarriedData> carried = notation::carried_data(data.bytes);
    if (!carried) return read_text_as(holds, data, asked);
    if (carried->unread != nullptr)
        return refuse(data.name, fmt::format("{}，不能读", carried->unread->is),
                      std::string(carried->unread->what_to));
    if (asked.corrections != nullptr)
        return refuse(data.name, "这是附有数据的 PDF 文件，里面的数据不能改",
                      "先转换成数据文件，再改正那个文件");
    return read_text_as(
        holds, {carried->text, data.name + " 所附数据文件", carried->format, {}, data.bytes},
        asked);
}

Format format_within(const Input& input, std::string_view bytes) {
    if (input.bytes) return input.format;
    return is_data_file(input.file) ? format_of(input.file) : notation::notation_of(bytes);
}

Reading read_input(data::Holds holds, const Input& input, const data::AlsoAsked& asked = {}) {
    std::string name = input.name.empty() ? utf8(input.file) : input.name;
    if (input.bytes) return read_as(holds, {*input.bytes, std::move(name), input.format}, asked);
    const std::string bytes = file_bytes(input.file);
    return read_as(holds, {bytes, std::move(name), format_within(input, bytes), input.file}, asked);
}

}  // namespace

std::string file_bytes(const std::filesystem::path& file) {
    return file_bytes(file, notation::most_bytes);
}

Format format_of(const std::filesystem::path& file) {
    const std::string ending = small_letters(utf8(file.extension()));
    if (ending == ".xlsx") return Format::workbook;
    if (ending == ".docx" || ending == ".html" || ending == ".htm" || ending == ".mhtml" ||
        ending == ".mht")
        return Format::article;
    return ending == ".json" ? Format::json : Format::yaml;
}

Reading read(const Input& input) { return read_input(data::Holds::report, input); }

Reading read(const std::filesystem::path& file) { return read(Input{file}); }

Reading read(std::string_view bytes, std::string name, Format format) {
    return read_as(data::Holds::report, {bytes, std::move(name), format});
}

Reading data::read_in_part(const Input& input, std::optional<PartOfReport>& part) {
    return read_input(Holds::report, input, {.part = &part});
}

Reading data::read_asking(const Input& input, const AlsoAsked& asked) {
    return read_input(Holds::report, input, asked);
}

data::ToCorrect data::read_to_correct(const Input& input, std::string_view bytes, Format format) {
    ToCorrect read;
    std::optional<PartOfReport> part;
    std::string name = input.name.empty() ? utf8(input.file) : input.name;
    const fs::path file = input.bytes ? fs::path() : input.file;
    read.reading = read_as(Holds::report, {bytes, std::move(name), format, file},
                           {.part = &part, .corrections = &read.corrections});
    read.readable = part.has_value();
    if (part) read.part = std::move(*part);
    return read;
}

Fixed fix(const Input& input) {
    const std::string bytes = input.bytes ? *input.bytes : file_bytes(input.file);
    return data::fix(input, bytes, format_within(input, bytes));
}

Fixed fix(std::string_view bytes, std::string name, Format format) {
    return fix({.bytes = std::string(bytes), .name = std::move(name), .format = format});
}

Reading read_prose(const Input& input) { return read_input(data::Holds::prose, input); }

Reading read_prose(const std::filesystem::path& file) { return read_prose(Input{file}); }

Reading read_prose(std::string_view bytes, std::string name, Format format) {
    return read_as(data::Holds::prose, {bytes, std::move(name), format});
}

}  // namespace nianbao
