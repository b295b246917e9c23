// A file that appears whole or not at all.
#pragma once

#include <filesystem>
#include <string_view>

namespace [[gnu::visibility("default")]] nianbao {

/// Throws Failure where something other than a regular file or a symbolic link stands at the place.
void refuse_special_file(const std::filesystem::path& place);

/// Writes a temporary file beside the place, syncs it and renames it over what was there; then syncs the folder.
/// What was there stays as it was, and no temporary file is left, when anything fails or an interrupt comes. Throws Failure.
void write_whole_file(const std::filesystem::path& place, std::string_view bytes);

/// Removes the temporary files in a folder that a killed program or a power cut left, and no living one's: a lock that nobody holds tells them, and a write
/// whose file is removed all the same is done again. What cannot be looked at or removed is left: no failure. run() of several jobs does it.
void remove_leftovers(const std::filesystem::path& folder);

}  // namespace nianbao
