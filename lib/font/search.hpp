// Where the faces lie: the folders, in the order in which they are asked.
#pragma once

#include "font/file.hpp"
#include "fonts/roles.hpp"
#include "nianbao/fonts.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace nianbao {

/// A known face and the file that should have it.
struct Located {
    std::filesystem::path path;
    const KnownFace* face = nullptr;
    int distance = 0;  // of the file's face from the known one
};

/// A place to look, and the known faces that lie there.
struct FontPlace {
    enum class Kind { folder, system, free } kind = Kind::folder;
    std::vector<Located> found;

    const Located* find(const KnownFace& face) const;
};

/// The face of a file that bears one of the known face's names; nothing if none does. Of
/// several of one family the one of regular weight. Throws Failure if the file is broken.
std::optional<int> index_of(const FontFile& file, const KnownFace& face);

/// The faces in folders whose files have well-known names, as one place: of two files of
/// one face the first folder's. Reads the names of a licensed face, as its file name is
/// no proof; a free face's are read when it is opened. Passes over broken files, and
/// names them in `passed`.
FontPlace locate(FontPlace::Kind kind, std::span<const std::filesystem::path> folders,
                 std::vector<std::string>& passed);

/// The places of these options, in order: given folders, the system's known folders, the
/// free set. Passes over broken files, and names them in `passed`.
std::vector<FontPlace> search(const FontOptions& options, std::vector<std::string>& passed);

/// Folders where the free set may be: named by NIANBAO_FONTS, installed, in the source
/// tree.
std::vector<std::filesystem::path> free_folders();

}  // namespace nianbao
