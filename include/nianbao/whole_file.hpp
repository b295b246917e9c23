// A file that appears whole or not at all.
#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

namespace [[gnu::visibility("default")]] nianbao {

/// Throws Failure if there is something other than a regular file or a symbolic link at
/// the place.
void refuse_special_file(const std::filesystem::path& place);

/// Writes a temporary file beside the place, syncs it, renames it over what was there,
/// and syncs the folder. If anything fails or an interrupt comes, the old file stays as
/// it was and no temporary file is left. Throws Failure.
void write_whole_file(const std::filesystem::path& place, std::string_view bytes);

/// The same in parts, so that nobody has to keep all of the file: `write_parts` gives
/// them one after the other, the same ones whenever it is called: several times, if need
/// be.
using WritePart = std::function<void(std::string_view)>;
void write_whole_file(const std::filesystem::path& place,
                      const std::function<void(const WritePart&)>& write_parts);

/// Removes the temporary files that a killed program or a power cut left in a folder:
/// those whose lock nobody holds. If one that is still in use is removed all the same,
/// its writer writes it again. Leaves what cannot be read or removed, without a failure.
/// run() of several jobs calls this.
void remove_leftovers(const std::filesystem::path& folder);

}  // namespace nianbao
