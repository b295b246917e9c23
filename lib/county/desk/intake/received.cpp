#include "county/desk/intake/received.hpp"

#include "county/desk/intake/converted.hpp"
#include "county/desk/rules.hpp"
#include "county/gate.hpp"
#include "data/drafts/converter.hpp"
#include "data/drafts/drafts.hpp"
#include "data/kinds.hpp"
#include "data/report_from_values.hpp"
#include "digest/sha256.hpp"
#include "file/path_text.hpp"
#include "file/reading.hpp"
#include "job/in_order.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/write.hpp"
#include "notation/bytes.hpp"
#include "notation/kind/encoding.hpp"
#include "notation/kind/kind.hpp"
#include "notation/office/office_file.hpp"
#include "notation/xlsx/workbook.hpp"
#include "pack/zip_reader.hpp"
#include "recognise/draft_number.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace nianbao::desk {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_archive = std::size_t{256} << 20;
constexpr ZipLimits archive_limits{
    .part = std::size_t{64} << 20, .all = std::size_t{1} << 30, .parts = 5000};

std::string_view last_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// What systems put beside people's files, and nobody sends: it is counted alone.
bool is_system_file(std::string_view path) {
    std::string name(last_name(path));
    for (char& c : name) c = small_letter(c);
    return name == ".ds_store" || name == "thumbs.db" || name == "desktop.ini" ||
           name.starts_with("._") || path.starts_with("__MACOSX/");
}

/// Programs and people hide files that are not to be read.
bool is_hidden(std::string_view path) { return last_name(path).starts_with('.'); }

/// Files of a folder and of those below it, and their paths under the first. Of a folder
/// that is hidden, itself alone.
struct Found {
    fs::path file;
    std::string path;
    bool hidden_folder = false;
};

struct FoundFiles {
    std::vector<Found> files;
    std::size_t system = 0;
};

void find_below(const fs::path& folder, const std::string& above, const fs::path& without,
                FoundFiles& found) {
    const FolderEntries entries = entries_of(folder);
    for (const fs::path& file : entries.files) {
        const std::string name = utf8(file.filename());
        if (is_system_file(name)) ++found.system;
        else found.files.push_back({file, above + name});
    }
    for (const fs::path& below : entries.folders) {
        const std::string name = utf8(below.filename());
        std::error_code unknown;
        if (!without.empty() && fs::equivalent(below, without, unknown)) continue;
        if (is_hidden(name)) found.files.push_back({below, above + name, true});
        else find_below(below, above + name + "/", without, found);
    }
}

/// 稿次 of a workbook of ours; 0: none.
int draft_of(std::string_view bytes, const std::string& name) {
    if (!notation::is_workbook(bytes, name)) return 0;
    const notation::ReadWorkbook read = notation::read_workbook(bytes, name);
    if (!read.workbook) return 0;
    const auto draft = recognise::draft_number(read.workbook->draft);
    return draft ? draft->number : 0;
}

bool is(const notation::Kind* kind, std::string_view word) {
    return kind != nullptr && kind->is.find(word) != kind->is.npos;
}

/// What a file is that holds no report.
Came kind_of_other(std::string_view bytes, std::string_view name, const notation::Kind* foreign) {
    if (last_name(name).starts_with("~$")) return Came::lock;
    if (is(foreign, "图片") || bytes.starts_with("%PDF-")) return Came::scan;
    const bool read_here = notation::is_workbook(bytes, name) ||
                           notation::is_word_file(bytes, name) ||
                           notation::is_web_page(bytes, name);
    if (read_here || (foreign == nullptr && !bytes.empty())) return Came::other;
    return Came::unreadable;
}

Format format_within(const std::string& path, std::string_view bytes) {
    const fs::path file = path_of(path);
    return is_data_file(file) ? format_of(file) : notation::notation_of(bytes);
}

/// True of text that nothing but its content could make a report.
bool is_other_text(std::string_view bytes, std::string_view name) {
    const bool named = is_data_file(path_of(name)) || has_ending(name, ".txt");
    return notation::foreign_kind(bytes, name) == nullptr && !named && !data::holds_report(bytes);
}

/// Takes what a reading says of the report.
void take(ReceivedFile& file, const Reading& reading, const Report& report) {
    file.agency = report.agency;
    file.year = report.year;
    if (!reading.report) return;
    file.whole = true;
    file.content = sha256(write(*reading.report, Format::json));
}

/// True for the fields of a report that are no tables.
bool is_of_text(std::string_view field) {
    for (const std::string_view table : {"disclosure", "applications", "disputes"}) {
        if (field == table || (field.starts_with(table) && field[table.size()] == '.'))
            return false;
    }
    return true;
}

/// Which half of a report a file with errors is, if it lacks the other one whole.
Half half_of(const Input& input, const Reading& reading) {
    int lacking_tables = 0, lacking_texts = 0, others = 0;
    for (const Finding& finding : reading.findings) {
        if (finding.severity != Severity::error) continue;
        const bool lacks = finding.rule == "D-10";
        const std::string& field = finding.where.field;
        if (lacks && is_of_text(field)) ++lacking_texts;
        else if (lacks && field.find('.') == field.npos) ++lacking_tables;
        else ++others;
    }
    if (others == 0 && lacking_tables == 0 && lacking_texts >= 3) return Half::tables;
    if (lacking_tables != 3) return Half::none;
    const Reading prose = read_prose(input);
    return prose.report && !prose.report->overview.empty() ? Half::prose : Half::none;
}

/// Says what the bytes are, whatever they are.
void look_at(ReceivedFile& file, std::string_view bytes) {
    const notation::Kind* foreign = notation::foreign_kind(bytes, file.path);
    const auto no_report = [&](std::string says) {
        file.came = kind_of_other(bytes, file.path, foreign);
        file.says = std::move(says);
    };
    if (last_name(file.path).starts_with("~$") || bytes.empty() || is_other_text(bytes, file.path))
        return no_report(std::string(notation::kind_of(bytes, file.path).is));
    const Input input{
        .bytes = std::string(bytes), .name = file.path, .format = format_within(file.path, bytes)};
    std::optional<data::PartOfReport> part;
    const Reading reading = data::read_in_part(input, part);
    const auto is_none = [](const Finding& finding) {
        return finding.rule == "D-20" || finding.rule == "D-26";
    };
    const auto none = std::find_if(reading.findings.begin(), reading.findings.end(), is_none);
    if (!reading.report && none != reading.findings.end()) {
        no_report(none->message);
        if (none->rule == "D-26") file.came = Came::unreadable;
        return;
    }
    file.came = Came::report;
    if (reading.report) take(file, reading, *reading.report);
    else if (part) take(file, reading, part->report);
    if (!reading.report) file.half = half_of(input, reading);
    if (notation::is_workbook(bytes, file.path)) file.draft = draft_of(bytes, file.path);
}

/// Archives that Windows packs have names in GBK.
std::string utf8_name(const std::string& name) {
    return find_malformed(name) >= name.size() ? name
                                               : notation::lenient_text(name, "GB18030").text;
}

class Looking {
public:
    Looking(const CollectOptions& options, const KnownFiles& known)
        : converted_(options), known_(known) {}

    struct Seen {
        std::vector<ReceivedFile> files;
        std::vector<Finding> findings;
        std::size_t looked_at = 0, system = 0;
    };

    Seen look(const Found& found) const {
        Seen seen;
        ReceivedFile file;
        file.path = utf8_name(found.path);
        if (file.path != found.path) {
            file.came = Came::unreadable;
            file.says = "文件名不是 UTF-8，请改名";
            seen.files.push_back(std::move(file));
            return seen;
        }
        if (is_hidden(file.path)) {
            file.says = found.hidden_folder ? "隐藏的文件夹，没有看" : hidden_file;
            seen.files.push_back(std::move(file));
            return seen;
        }
        try {
            const std::string bytes = file_bytes(found.file, longest_archive);
            const notation::Kind* kind = notation::foreign_kind(bytes, file.path);
            if (is(kind, "ZIP")) look_into(file, bytes, seen);
            else add(seen, std::move(file), bytes);
        } catch (const Failure& failure) {
            file.came = Came::unreadable;
            file.says = failure.what();
            seen.files.push_back(std::move(file));
        }
        return seen;
    }

private:
    void look_into(const ReceivedFile& archive, std::string_view bytes, Seen& seen) const {
        ZipReader zip(bytes, archive_limits);
        const auto refuse = [&](const std::string& why) {
            ReceivedFile file = archive;
            file.digest = sha256(bytes);
            file.came = Came::unreadable;
            file.says = "压缩包打不开：" + why;
            seen.files.push_back(std::move(file));
        };
        if (zip.fault().what != ZipFault::What::none)
            return refuse(notation::fault_text(zip.fault(), archive_limits));
        std::vector<const ZipPart*> parts;
        for (const ZipPart& part : zip.parts()) parts.push_back(&part);
        std::sort(parts.begin(), parts.end(),
                  [](const ZipPart* a, const ZipPart* b) { return a->name < b->name; });
        for (const ZipPart* part : parts) {
            const std::string name = utf8_name(part->name);
            if (is_system_file(name)) {
                ++seen.system;
                continue;
            }
            ReceivedFile file;
            file.path = archive.path + "/" + name;
            if (is_hidden(name)) {
                file.says = hidden_file;
                seen.files.push_back(std::move(file));
                continue;
            }
            const std::optional<std::string> content = zip.read(*part);
            if (!content) {
                file.came = Came::unreadable;
                file.says = "压缩包打不开：" + notation::fault_text(zip.fault(), archive_limits);
                seen.files.push_back(std::move(file));
            } else {
                add(seen, std::move(file), *content);
            }
        }
        if (parts.empty()) refuse("里面没有文件");
    }

    void add(Seen& seen, ReceivedFile file, std::string_view bytes) const {
        file.digest = sha256(bytes);
        const notation::Kind* old = converted_.kind_of(bytes, file.path);
        const auto known = known_.find(key_of(file));
        if (known != known_.end() &&
            (old != nullptr ? !known->second.read_as.empty() && converted_.has(file.digest, *old)
                            : known->second.read_as.empty())) {
            seen.files.push_back(known->second);
            return;
        }
        ++seen.looked_at;
        if (old == nullptr) look_at(file, bytes);
        else look_at_old(seen, file, bytes, *old);
        seen.files.push_back(std::move(file));
    }

    void look_at_old(Seen& seen, ReceivedFile& file, std::string_view bytes,
                     const notation::Kind& kind) const {
        const ConvertedFiles::Made made = converted_.convert(bytes, file.digest, file.path, kind);
        if (made.bytes) {
            file.read_as = sha256(*made.bytes);
            look_at(file, *made.bytes);
            return;
        }
        file.came = Came::unreadable;
        const Finding why = data::not_converted(kind, file.path, made.why);
        file.says = why.message;
        seen.findings.push_back(told(Severity::warning, rule("L-42"), {},
                                     fmt::format("“{}”{}", file.path, why.message), why.hint));
    }

    static constexpr std::string_view hidden_file = "隐藏的文件，没有读";

    ConvertedFiles converted_;
    const KnownFiles& known_;
};

}  // namespace

std::string_view key_of(Came came) {
    constexpr std::string_view keys[] = {"report", "scan", "unreadable", "other", "lock"};
    return keys[static_cast<std::size_t>(came)];
}

const std::string& contents_of(const ReceivedFile& file) {
    return file.content.empty() ? file.digest : file.content;
}

std::string key_of(const ReceivedFile& file) { return file.digest + "/" + file.path; }

Received receive(const CollectOptions& options, const KnownFiles& known) {
    FoundFiles found;
    find_below(options.received, {}, options.folder, found);
    const Looking looking(options, known);
    Received received;
    received.system = found.system;
    Steps<Looking::Seen> steps;
    steps.begin = [&](std::size_t i, Hold&) { return looking.look(found.files[i]); };
    steps.unfinished = [](const Looking::Seen&) { return Unfinished{}; };
    steps.finish = [](std::vector<Looking::Seen>&) {};
    steps.deliver = [&](Looking::Seen seen) {
        received.looked_at += seen.looked_at;
        received.system += seen.system;
        for (ReceivedFile& file : seen.files) received.files.push_back(std::move(file));
        for (Finding& one : seen.findings) received.findings.push_back(std::move(one));
    };
    received.complete = in_order(found.files.size(), options.batch, steps) == found.files.size();
    return received;
}

ReceivedFile received_file(std::string path, std::string_view bytes) {
    ReceivedFile file;
    file.path = std::move(path);
    file.digest = sha256(bytes);
    look_at(file, bytes);
    return file;
}

void forget_others(const CollectOptions& options, const std::vector<ReceivedFile>& files) {
    std::set<std::string> digests;
    for (const ReceivedFile& file : files) {
        if (!file.read_as.empty()) digests.insert(file.digest);
    }
    ConvertedFiles(options).remove_others(digests);
}

Input input_at(const fs::path& folder, const std::string& path) {
    std::string bytes;
    std::error_code unknown;
    std::size_t slash = path.size();  // behind the name of the archive
    while (slash != path.npos &&
           !fs::is_regular_file(folder / path_of(path.substr(0, slash)), unknown))
        slash = slash == 0 ? path.npos : path.rfind('/', slash - 1);
    bytes = file_bytes(folder / path_of(path.substr(0, slash)), longest_archive);
    if (slash < path.size()) {
        const std::string member = path.substr(slash + 1);
        ZipReader zip(bytes, archive_limits);
        std::optional<std::string> content;
        for (const ZipPart& part : zip.parts()) {
            if (utf8_name(part.name) == member) content = zip.read(part);
        }
        if (!content) throw Failure(fmt::format("不能读取 {}：压缩包里没有这个文件", path));
        bytes = *std::move(content);
    }
    const Format format = format_within(path, bytes);
    return {.bytes = std::move(bytes), .name = path, .format = format};
}

Input input_at(const CollectOptions& options, const std::string& path) {
    Input input = input_at(options.received, path);
    const ConvertedFiles converted(options);
    const notation::Kind* old = converted.kind_of(*input.bytes, path);
    if (old == nullptr) return input;
    std::optional<std::string> readable = converted.find(sha256(*input.bytes), *old);
    if (!readable) return input;
    input.format = notation::notation_of(*readable);
    input.bytes = std::move(readable);
    return input;
}

Input input_of(const CollectOptions& options, const ReceivedFile& file) {
    Input input = input_at(options, file.path);
    if (sha256(*input.bytes) != (file.read_as.empty() ? file.digest : file.read_as))
        throw Failure(fmt::format("{} 在处理时变了，请再收一次", file.path));
    return input;
}

}  // namespace nianbao::desk
