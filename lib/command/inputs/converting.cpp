#include "command/inputs/converting.hpp"

#include "data/drafts/drafts.hpp"
#include "data/drafts/pdf_text.hpp"
#include "data/kinds.hpp"
#include "file/path_text.hpp"
#include "recognise/recognise.hpp"

#include <set>
#include <utility>
#include <variant>

namespace nianbao {
namespace {

namespace fs = std::filesystem;

/// What a file is whose bytes hold no report; null: they may hold one.
const notation::Kind* without_report(const std::string& bytes, const notation::Kind& kind,
                                     const std::string& name) {
    if (kind.becomes == ".docx") return data::without_report(bytes, name);
    return recognise::may_hold_report(bytes) ? nullptr : &data::other_workbook;
}

}  // namespace

bool add_converted(JobList& jobs, const std::string& file, const Converting& converting) {
    const fs::path path = path_of(file);
    if (converting.pdfs && data::is_plain_pdf(path)) {
        auto read = data::text_of_pdf(path);
        if (auto* text = std::get_if<std::string>(&read))
            jobs.add_bytes(file, {}, std::move(*text));
        else jobs.pass_over({path, std::get<Finding>(std::move(read))});
        return true;
    }
    const notation::Kind* kind = converting.converter ? data::convertible_kind(path) : nullptr;
    if (kind == nullptr) return false;
    auto made = converting.converter->convert(path, *kind);
    if (auto* bytes = std::get_if<std::string>(&made)) {
        jobs.add_bytes(file, {}, std::move(*bytes));
    } else {
        const std::string& why = std::get<data::Converter::Refusal>(made).why;
        jobs.pass_over({path, data::not_converted(*kind, file, why)});
    }
    return true;
}

namespace {

/// The text of a PDF of a folder goes to the jobs, unless it is no report.
bool add_text(JobList& jobs, OtherFile& other, const fs::path& folder) {
    if (!data::is_plain_pdf(other.file)) return false;
    auto read = data::text_of_pdf(other.file);
    auto* text = std::get_if<std::string>(&read);
    if (text == nullptr) {
        other.finding = std::get<Finding>(std::move(read));
        return false;
    }
    const std::string name = utf8(other.file);
    if (const notation::Kind* none = data::without_report(*text, name)) {
        other.finding = data::no_data_file(*none, name);
        return false;
    }
    jobs.add_bytes(name, folder_below(other.file, folder), std::move(*text));
    return true;
}

/// The same of an old Word file or workbook.
bool add_made(JobList& jobs, OtherFile& other, const fs::path& folder, bool draft,
              const data::Converter& converter) {
    const std::string name = utf8(other.file);
    const notation::Kind* kind = data::convertible_kind(other.file);
    if (kind == nullptr || (draft && kind->becomes == ".docx")) return false;
    auto made = converter.convert(other.file, *kind);
    auto* bytes = std::get_if<std::string>(&made);
    if (bytes == nullptr) {
        const std::string& why = std::get<data::Converter::Refusal>(made).why;
        other.finding = data::not_converted(*kind, name, why);
        return false;
    }
    if (const notation::Kind* none = without_report(*bytes, *kind, name)) {
        other.finding = data::no_data_file(*none, name);
        return false;
    }
    jobs.add_bytes(name, folder_below(other.file, folder), std::move(*bytes));
    return true;
}

}  // namespace

void add_converted(JobList& jobs, Listing& listing, const fs::path& folder,
                   const Converting& converting) {
    std::set<fs::path> with_data;
    for (const fs::path& file : listing.data) {
        if (format_of(file) != Format::article) with_data.insert(file.parent_path());
    }
    std::erase_if(listing.others, [&](OtherFile& other) {
        if (converting.pdfs && add_text(jobs, other, folder)) return true;
        return converting.converter &&
               add_made(jobs, other, folder, with_data.contains(other.file.parent_path()),
                        *converting.converter);
    });
}

}  // namespace nianbao
