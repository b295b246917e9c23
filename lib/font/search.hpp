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
};

/// A place to look, and the known faces that lie there.
struct FontPlace {
    enum class Kind { folder, system, free } kind = Kind::folder;
    std::vector<Located> found;

    const Located* find(const KnownFace& face) const;
};

/// The face of a file that bears one of the known face's names; nothing where none does. Throws Failure where the file is broken.
std::optional<int> index_of(const FontFile& file, const KnownFace& face);

/// The faces in folders whose files have well-known names, as one place: of two files of one face the first folder's. A licensed face's file
/// name is no proof, so its names are read; a free face's are read when it is opened. Broken files are passed over, and told in `passed`.
FontPlace locate(FontPlace::Kind kind, std::span<const std::filesystem::path> folders, std::vector<std::string>& passed);

/// The places of these options, in order: given folders, the system's known folders, the free set. Broken files are passed over, and told in `passed`.
std::vector<FontPlace> search(const FontOptions& options, std::vector<std::string>& passed);

/// Folders where the free set may be: named by NIANBAO_FONTS, installed, in the source tree.
std::vector<std::filesystem::path> free_folders();

}  // namespace nianbao
