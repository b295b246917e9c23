// Where the faces lie: the folders, in the order in which they are asked.
#pragma once

#include "font/file.hpp"
#include "fonts/roles.hpp"
#include "nianbao/fonts.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace nianbao {

/// A known face and the file that should have it.
struct Located {
    std::filesystem::path path;
    const KnownFace* face = nullptr;
};

/// One place to look. `named` places were searched by the names inside the fonts; the others by file names alone.
struct FontPlace {
    enum class Kind { folder, system, free } kind = Kind::folder;
    std::vector<Located> found;

    const Located* find(const KnownFace& face) const;
};

/// The face of a file that bears one of the known face's names; nothing where none does. Throws Failure where the file is broken.
std::optional<int> index_of(const FontFile& file, const KnownFace& face);

/// The places of these options, in order: given folders, the system's known folders, the free set. Broken files are passed over, and told in `passed`.
std::vector<FontPlace> search(const FontOptions& options, std::vector<std::string>& passed);

/// Folders where the free set may be: named by NIANBAO_FONTS, installed, in the source tree.
std::vector<std::filesystem::path> free_folders();

}  // namespace nianbao
