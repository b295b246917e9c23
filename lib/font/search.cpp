#include "font/search.hpp"

#include "file/errno_text.hpp"
#include "file/exhausted.hpp"
#include "file/path_text.hpp"
#include "file/surroundings.hpp"
#include "font/sfnt.hpp"

#include <algorithm>
#include <limits>

namespace nianbao {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view font_extensions[] = {".ttf", ".otf", ".ttc", ".otc"};
constexpr int deepest = 8;  // below a font folder, as symbolic links may go in circles

/// The files below a folder, in the order of their paths. A folder that is not there has
/// none. Throws Exhausted if the system cannot open one that is.
std::vector<fs::path> files_below(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    const fs::directory_options options = fs::directory_options::follow_directory_symlink |
                                          fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator entry(folder, options, error), end;
         !error && entry != end; entry.increment(error)) {
        std::error_code ignored;
        if (entry.depth() >= deepest) entry.disable_recursion_pending();
        if (!entry->is_directory(ignored)) files.push_back(entry->path());
    }
    if (is_exhausted(error))
        throw Exhausted("不能读字体文件夹 " + utf8(folder) + "：" +
                        errno_text(error.value(), Access::list));
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<const KnownFace*> known_faces() {
    std::vector<const KnownFace*> faces;
    for (FontRole role : all_font_roles) {
        for (const Candidate& candidate : candidates(role)) {
            if (std::find(faces.begin(), faces.end(), candidate.face) == faces.end())
                faces.push_back(candidate.face);
        }
    }
    return faces;
}

void locate_by_file_name(const fs::path& folder, FontPlace& place,
                         std::vector<std::string>& passed) {
    static const std::vector<const KnownFace*> known = known_faces();
    for (const fs::path& path : files_below(folder)) {
        const std::string name = utf8(path.filename());
        for (const KnownFace* face : known) {
            const bool hinted =
                std::any_of(face->files.begin(), face->files.end(),
                            [&](std::string_view file) { return same_name(file, name); });
            if (!hinted || place.find(*face)) continue;
            try {
                if (!face->package.empty() || index_of(*FontFile::open(path), *face))
                    place.found.push_back({path, face});
            } catch (const Exhausted&) {
                throw;
            } catch (const Failure& failure) {
                passed.push_back(failure.what());
            }
        }
    }
}

bool is_font_name(const fs::path& path) {
    const std::string extension = utf8(path.extension());
    return std::any_of(std::begin(font_extensions), std::end(font_extensions),
                       [&](std::string_view known) { return same_name(known, extension); });
}

/// How far a face is from a known one: not at all by its PostScript or full name; by its
/// family the further, the further its weight is from the regular. Nothing if it is
/// another.
std::optional<int> distance(const FaceNames& names, const KnownFace& face) {
    constexpr int regular = 400;
    const auto any = [&](bool (FaceNames::*has)(std::string_view) const) {
        return std::any_of(face.names.begin(), face.names.end(),
                           [&](std::string_view name) { return (names.*has)(name); });
    };
    if (any(&FaceNames::is)) return 0;
    if (any(&FaceNames::match)) return 1 + std::abs(names.weight - regular);
    return std::nullopt;
}

/// Keeps a file for a face if none was found that is as near.
void keep_nearest(FontPlace& place, Located located) {
    const auto had = std::find_if(place.found.begin(), place.found.end(),
                                  [&](const Located& own) { return own.face == located.face; });
    if (had == place.found.end()) place.found.push_back(std::move(located));
    else if (located.distance < had->distance) *had = std::move(located);
}

/// By the names inside every font of a folder.
void locate_by_names(const fs::path& folder, FontPlace& place, std::vector<std::string>& passed) {
    static const std::vector<const KnownFace*> known = known_faces();
    for (const fs::path& path : files_below(folder)) {
        if (!is_font_name(path)) continue;
        try {
            const std::shared_ptr<const FontFile> file = FontFile::open(path);
            const int faces = count_faces(*file);
            for (int index = 0; index < faces; ++index) {
                const FaceNames names = read_names(*file, index);
                for (const KnownFace* face : known) {
                    if (const std::optional<int> far = distance(names, *face))
                        keep_nearest(place, {path, face, *far});
                }
            }
        } catch (const Exhausted&) {
            throw;
        } catch (const Failure& failure) {
            passed.push_back(failure.what());
        }
    }
}

}  // namespace

const Located* FontPlace::find(const KnownFace& face) const {
    const auto at = std::find_if(found.begin(), found.end(),
                                 [&](const Located& located) { return located.face == &face; });
    return at == found.end() ? nullptr : &*at;
}

std::optional<int> index_of(const FontFile& file, const KnownFace& face) {
    const int faces = count_faces(file);
    std::optional<int> nearest;
    int least = std::numeric_limits<int>::max();
    for (int index = 0; index < faces && least > 0; ++index) {
        const std::optional<int> far = distance(read_names(file, index), face);
        if (!far || *far >= least) continue;
        nearest = index;
        least = *far;
    }
    return nearest;
}

std::vector<fs::path> free_folders() {
    std::vector<fs::path> folders;
    if (fs::path named = environment_path("NIANBAO_FONTS"); !named.empty())
        folders.push_back(std::move(named));
    // In whatever prefix, the fonts lie beside the program or library they came with; of
    // the one file for Linux, in its folder; of npm's packages, beside it. A program with
    // the library inside lies elsewhere: for it there are the folder that was named when
    // building, and that of the Debian package.
    for (const fs::path& own : own_files()) {
        for (const char* beside : {"../share/nianbao/fonts", "../../share/nianbao/fonts",
                                   "nianbao-fonts", "../nianbao-fonts"}) {
            std::error_code absent;
            if (fs::path folder = fs::canonical(own.parent_path() / path_of(beside), absent);
                !absent)
                folders.push_back(std::move(folder));
        }
    }
    folders.push_back(path_of(NIANBAO_FONT_FOLDER));
    folders.emplace_back("/usr/share/nianbao/fonts");
    return folders;
}

FontPlace locate(FontPlace::Kind kind, std::span<const fs::path> folders,
                 std::vector<std::string>& passed) {
    FontPlace place{kind, {}};
    for (const fs::path& folder : folders) locate_by_file_name(folder, place, passed);
    return place;
}

std::vector<FontPlace> search(const FontOptions& options, std::vector<std::string>& passed) {
    std::vector<FontPlace> places;
    for (const fs::path& folder : options.folders) {
        std::error_code error;
        if (!fs::is_directory(folder, error))
            throw Failure("字体文件夹 " + utf8(folder) + " 不存在，或者不是文件夹");
        locate_by_names(folder, places.emplace_back(FontPlace{FontPlace::Kind::folder, {}}),
                        passed);
    }
    if (options.system) places.push_back(locate(FontPlace::Kind::system, font_folders(), passed));
    places.push_back(locate(FontPlace::Kind::free, free_folders(), passed));
    return places;
}

}  // namespace nianbao
