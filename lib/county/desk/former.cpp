#include "county/desk/former.hpp"

#include "county/desk/reading/moments.hpp"
#include "file/folders.hpp"
#include "file/path_text.hpp"
#include "file/reading.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/whole_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <system_error>

namespace nianbao::desk {
namespace {

namespace fs = std::filesystem;

void keep(const fs::path& place, std::string_view former, const Moment& now, std::string_view in) {
    const fs::path folder = place.parent_path() / path_of(in);
    make_folder(folder);
    std::string until = written(now);
    std::replace(until.begin(), until.end(), ':', '.');
    for (int copy = 1;; ++copy) {
        const fs::path kept =
            folder / path_of(fmt::format("{}（至{}）{}{}", utf8(place.stem()), until,
                                         copy == 1 ? std::string() : std::to_string(copy),
                                         utf8(place.extension())));
        const std::optional<std::string> there = content_of(kept);
        if (there && *there == former) return;
        std::error_code unknown;
        if (fs::exists(fs::symlink_status(kept, unknown))) continue;
        write_whole_file(kept, former);
        return;
    }
}

}  // namespace

void remove_leftovers_below(const fs::path& folder) {
    remove_leftovers(folder);
    std::error_code unknown;
    for (fs::recursive_directory_iterator
             at(folder, fs::directory_options::skip_permission_denied, unknown),
         end;
         !unknown && at != end; at.increment(unknown)) {
        std::error_code gone;
        if (at->is_directory(gone)) remove_leftovers(at->path());
    }
}

void replace_keeping(const fs::path& place, std::string_view bytes, const Moment& now,
                     std::string_view folder) {
    const std::optional<std::string> former = content_of(place);
    if (former && *former == bytes) return;
    if (former) keep(place, *former, now, folder);
    write_whole_file(place, bytes);
}

}  // namespace nianbao::desk
