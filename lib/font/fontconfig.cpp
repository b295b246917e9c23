#include "font/fontconfig.hpp"

#include "file/exhausted.hpp"
#include "file/path_text.hpp"
#include "font/search.hpp"
#include "font/sfnt.hpp"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <memory>

namespace nianbao {
namespace {

struct ConfigDestroyer {
    void operator()(FcConfig* config) const { FcConfigDestroy(config); }
};

std::string_view string_of(const FcPattern* font, const char* property, int index) {
    FcChar8* value = nullptr;
    if (FcPatternGetString(font, property, index, &value) != FcResultMatch) return {};
    return reinterpret_cast<const char*>(value);
}

bool listed_as(const FcPattern* font, const KnownFace& face) {
    for (const char* property : {FC_POSTSCRIPT_NAME, FC_FULLNAME, FC_FAMILY}) {
        for (int i = 0;; ++i) {
            const std::string_view value = string_of(font, property, i);
            if (value.empty()) break;
            if (std::any_of(face.names.begin(), face.names.end(),
                            [&](std::string_view name) { return same_name(name, value); }))
                return true;
        }
    }
    return false;
}

}  // namespace

std::optional<ListedFace> ask_fontconfig(std::span<const Candidate> wanted) {
    constexpr int at_once = 8;  // it opens a configuration's folders one within another
    require_open_files(at_once);
    const std::unique_ptr<FcConfig, ConfigDestroyer> config(FcInitLoadConfigAndFonts());
    const FcFontSet* fonts = config ? FcConfigGetFonts(config.get(), FcSetSystem) : nullptr;
    if (!fonts) return std::nullopt;
    for (const Candidate& candidate : wanted) {
        if (candidate.stand_in) continue;
        for (int i = 0; i < fonts->nfont; ++i) {
            if (!listed_as(fonts->fonts[i], *candidate.face)) continue;
            const std::filesystem::path path = path_of(string_of(fonts->fonts[i], FC_FILE, 0));
            try {
                if (index_of(*FontFile::open(path), *candidate.face))
                    return ListedFace{path, candidate.face};
            } catch (const Exhausted&) {
                throw;
            } catch (const Failure&) {  // the file is broken, and another may do
            }
        }
    }
    return std::nullopt;
}

std::string_view places_without_fontconfig() { return {}; }

}  // namespace nianbao
