#include "county/desk/intake/converted.hpp"

#include "digest/sha256.hpp"
#include "file/path_text.hpp"
#include "file/reading.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/whole_file.hpp"

#include <algorithm>
#include <iterator>
#include <system_error>
#include <utility>
#include <variant>

namespace nianbao::desk {
namespace {

constexpr std::string_view endings[] = {".docx", ".xlsx"};

}  // namespace

ConvertedFiles::ConvertedFiles(const CollectOptions& options)
    : folder_(options.folder / ".nianbao"), command_(options.converter) {
    if (!command_.empty()) converter_.emplace(command_);
}

const notation::Kind* ConvertedFiles::kind_of(std::string_view bytes, std::string_view name) const {
    if (!converter_) return nullptr;
    const notation::Kind* kind = notation::foreign_kind(bytes, name);
    return kind != nullptr && !kind->becomes.empty() ? kind : nullptr;
}

// Another converter makes another file.
std::string ConvertedFiles::name_of(const std::string& digest) const {
    Sha256 both;
    both.add_part(digest);
    both.add_part(command_);
    return both.digest();
}

std::filesystem::path ConvertedFiles::place_of(const std::string& digest,
                                               const notation::Kind& kind) const {
    return folder_ / path_of(name_of(digest) + std::string(kind.becomes));
}

bool ConvertedFiles::has(const std::string& digest, const notation::Kind& kind) const {
    std::error_code unknown;
    return std::filesystem::is_regular_file(place_of(digest, kind), unknown);
}

std::optional<std::string> ConvertedFiles::find(const std::string& digest,
                                                const notation::Kind& kind) const {
    return content_of(place_of(digest, kind));
}

ConvertedFiles::Made ConvertedFiles::convert(std::string_view bytes, const std::string& digest,
                                             std::string_view name,
                                             const notation::Kind& kind) const {
    std::variant<std::string, data::Converter::Refusal> made;
    try {
        made = converter_->convert(bytes, name, kind);
    } catch (const Failure& failure) {
        return {std::nullopt, failure.what()};  // there is no such program
    }
    if (auto* refusal = std::get_if<data::Converter::Refusal>(&made))
        return {std::nullopt, std::move(refusal->why)};
    std::string& readable = std::get<std::string>(made);
    write_whole_file(place_of(digest, kind), readable);
    return {std::move(readable)};
}

void ConvertedFiles::remove_others(const std::set<std::string>& digests) const {
    std::set<std::string> names;
    for (const std::string& digest : digests) names.insert(name_of(digest));
    for (const std::filesystem::path& file : entries_of(folder_).files) {
        const bool own = std::any_of(std::begin(endings), std::end(endings),
                                     [&](auto ending) { return utf8(file.extension()) == ending; });
        if (!own || names.contains(utf8(file.stem()))) continue;
        std::error_code ignored;  // what stays does no harm
        std::filesystem::remove(file, ignored);
    }
}

}  // namespace nianbao::desk
