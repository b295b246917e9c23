#include "county/desk/kept.hpp"

#include "file/folders.hpp"
#include "file/path_text.hpp"
#include "file/reading.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/whole_file.hpp"

#include <fmt/format.h>

#include <string_view>
#include <system_error>

namespace nianbao::desk {
namespace {

constexpr std::string_view ending = ".json";

}  // namespace

KeptExaminations::KeptExaminations(const std::filesystem::path& folder)
    : folder_(folder / ".nianbao") {}

void KeptExaminations::open() {
    make_folder(folder_);
    remove_leftovers(folder_);
}

std::filesystem::path KeptExaminations::place_of(const std::string& digest) const {
    return folder_ / path_of(digest + std::string(ending));
}

std::optional<Examined> KeptExaminations::find(const std::string& digest) const {
    const std::optional<std::string> text = content_of(place_of(digest));
    return text ? examined_from(*text) : std::nullopt;
}

void KeptExaminations::keep(const std::string& digest, const Examined& examined) const {
    write_whole_file(place_of(digest), kept_text(examined));
}

void KeptExaminations::remove_others() const {
    for (const std::filesystem::path& file : entries_of(folder_).files) {
        const std::string name = utf8(file.filename());
        if (!name.ends_with(ending)) continue;
        if (used_.contains(name.substr(0, name.size() - ending.size()))) continue;
        std::error_code ignored;  // what stays does no harm
        std::filesystem::remove(file, ignored);
    }
}

}  // namespace nianbao::desk
