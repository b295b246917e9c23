#include "command/inputs/converting.hpp"

#include "data/drafts/drafts.hpp"
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

bool add_converted(JobList& jobs, const std::string& file, const data::Converter& converter) {
    const notation::Kind* kind = data::convertible_kind(path_of(file));
    if (kind == nullptr) return false;
    auto made = converter.convert(path_of(file), *kind);
    if (auto* bytes = std::get_if<std::string>(&made)) {
        jobs.add_bytes(file, {}, std::move(*bytes));
    } else {
        const std::string& why = std::get<data::Converter::Refusal>(made).why;
        jobs.pass_over({path_of(file), data::not_converted(*kind, file, why)});
    }
    return true;
}

void add_converted(JobList& jobs, Listing& listing, const fs::path& folder,
                   const data::Converter& converter) {
    std::set<fs::path> with_data;
    for (const fs::path& file : listing.data) {
        if (format_of(file) != Format::article) with_data.insert(file.parent_path());
    }
    std::vector<OtherFile> left;
    for (OtherFile& other : listing.others) {
        const std::string name = utf8(other.file);
        const notation::Kind* kind = data::convertible_kind(other.file);
        const bool draft = kind != nullptr && kind->becomes == ".docx" &&
                           with_data.contains(other.file.parent_path());
        if (kind != nullptr && !draft) {
            auto made = converter.convert(other.file, *kind);
            auto* bytes = std::get_if<std::string>(&made);
            if (bytes == nullptr) {
                const std::string& why = std::get<data::Converter::Refusal>(made).why;
                other.finding = data::not_converted(*kind, name, why);
            } else if (const notation::Kind* none = without_report(*bytes, *kind, name)) {
                other.finding = data::no_data_file(*none, name);
            } else {
                jobs.add_bytes(name, folder_below(other.file, folder), std::move(*bytes));
                continue;
            }
        }
        left.push_back(std::move(other));
    }
    listing.others = std::move(left);
}

}  // namespace nianbao
