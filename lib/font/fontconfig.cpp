#include "font/fontconfig.hpp"

#include "font/search.hpp"
#include "font/sfnt.hpp"
#include "nianbao/failure.hpp"

#include <dlfcn.h>

#include <algorithm>
#include <string_view>

namespace nianbao {

namespace {

/// The part of fontconfig's stable C interface that is used here.
struct FcConfig;
struct FcPattern;
struct FcFontSet {
    int count;
    int room;
    FcPattern** fonts;
};
constexpr int system_set = 0;  // FcSetSystem
constexpr int match = 0;       // FcResultMatch

class Library {
public:
    Library() : handle_(dlopen("libfontconfig.so.1", RTLD_NOW | RTLD_LOCAL)) {
        if (!handle_) return;
        load(init, "FcInitLoadConfigAndFonts");
        load(destroy, "FcConfigDestroy");
        load(fonts, "FcConfigGetFonts");
        load(get_string, "FcPatternGetString");
    }
    bool usable() const { return init && destroy && fonts && get_string; }

    FcConfig* (*init)() = nullptr;
    void (*destroy)(FcConfig*) = nullptr;
    FcFontSet* (*fonts)(FcConfig*, int) = nullptr;
    int (*get_string)(const FcPattern*, const char*, int, unsigned char**) = nullptr;

private:
    template <class Function>
    void load(Function& function, const char* name) {
        function = reinterpret_cast<Function>(dlsym(handle_, name));
    }
    void* handle_;  // stays loaded: libraries of its kind do not like to be taken away
};

bool listed_as(const Library& library, const FcPattern* font, const KnownFace& face) {
    for (const char* property : {"postscriptname", "fullname", "family"}) {
        unsigned char* value = nullptr;
        for (int i = 0; library.get_string(font, property, i, &value) == match; i++) {
            const std::string_view text(reinterpret_cast<const char*>(value));
            if (std::any_of(face.names.begin(), face.names.end(), [&](auto name) { return same_name(name, text); })) return true;
        }
    }
    return false;
}

}  // namespace

std::optional<ListedFace> ask_fontconfig(std::span<const Candidate> wanted) {
    const Library library;
    if (!library.usable()) return std::nullopt;
    FcConfig* config = library.init();
    if (!config) return std::nullopt;
    std::optional<ListedFace> found;
    if (const FcFontSet* set = library.fonts(config, system_set)) {
        for (const auto& candidate : wanted) {
            for (int i = 0; i < set->count && !found && !candidate.stand_in; i++) {
                unsigned char* file = nullptr;
                if (!listed_as(library, set->fonts[i], *candidate.face) || library.get_string(set->fonts[i], "file", 0, &file) != match) continue;
                const std::filesystem::path path(reinterpret_cast<const char*>(file));
                try {
                    if (index_of(*FontFile::open(path), *candidate.face)) found = ListedFace{path, candidate.face};
                } catch (const Failure&) {  // a broken file: the next may do
                }
            }
        }
    }
    library.destroy(config);
    return found;
}

}  // namespace nianbao
