// A file beside the place that it is meant for.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace nianbao {

/// Has a random name that tells what it is, and a lock that tells that somebody writes
/// it; gone with this object unless it came into its place. Functions that can fail
/// answer errno, or 0.
class TemporaryFile {
public:
    explicit TemporaryFile(std::filesystem::path place);
    ~TemporaryFile();
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    /// The next bytes of the file, with the permissions of the one that it replaces. At
    /// least once, also for an empty file.
    [[nodiscard]] int write(std::string_view bytes);
    /// The disk begins to take it, and nobody waits.
    void begin_sync();
    /// Syncs it and renames it over what was there. ENOENT if it was removed
    /// meanwhile.
    [[nodiscard]] int into_place();

private:
    int create();
    int take_permissions();

    std::filesystem::path place_, path_;
    std::intptr_t file_ = -1;  // the system's handle of it
    bool stands_ = false;      // under its temporary name
};

/// Whether a file's name is one of a TemporaryFile.
bool is_temporary_name(std::string_view name);
/// The one with that number, which should be random.
std::filesystem::path temporary_name(std::uint64_t number);

/// Removes the file of a TemporaryFile that nobody writes any more, as far as locks tell.
void remove_leftover(const std::filesystem::path& path);

/// The new names in it are on the disk only then. The files are whole already: a folder
/// that cannot be synced is no failure.
void sync_folder(const std::filesystem::path& folder);

}  // namespace nianbao
