#include "font/chains.hpp"

#include "font/fontconfig.hpp"
#include "nianbao/failure.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao {
namespace {

void append_once(std::vector<int>& chain, int slot) {
    if (std::find(chain.begin(), chain.end(), slot) == chain.end()) chain.push_back(slot);
}

/// Which face of its file the user chose. Throws Failure if the file cannot be read.
int face_of(const FontOptions::Choice& choice) {
    if (choice.index != FontOptions::by_name) return choice.index;
    const std::shared_ptr<const FontFile> file = FontFile::open(choice.file);
    if (count_faces(*file) == 1) return 0;
    for (const Candidate& candidate : candidates(choice.role)) {
        if (const std::optional<int> index = index_of(*file, *candidate.face)) return *index;
    }
    return 0;
}

/// Opens the faces that the user chose for a role at once: what is wrong with them is
/// told before anything is typeset.
void add_chosen(FaceSet::Parts& parts, std::vector<int>& chain, const FontOptions& options,
                FontRole role) {
    for (const FontOptions::Choice& choice : options.chosen) {
        if (choice.role != role) continue;
        const int slot = parts.slot(choice.file, nullptr, face_of(choice), true);
        parts.at(slot).get();
        append_once(chain, slot);
    }
}

/// Adds those of the candidates that were found. In given folders the best comes first,
/// folder by folder. The system's folders and the free set are one place: a licensed face
/// of the system goes before the free set, and the free set's best before a lesser face
/// that happens to be installed. A face that lies in two places is added twice, so that a
/// broken file does not hide a whole one.
void add_found(FaceSet::Parts& parts, std::vector<int>& chain, std::span<const Candidate> wanted,
               const std::vector<FontPlace>& places, bool stand_ins) {
    const auto is_folder = [](const FontPlace& place) {
        return place.kind == FontPlace::Kind::folder;
    };
    const auto add = [&](const Candidate& candidate, const FontPlace& place) {
        if (candidate.stand_in != stand_ins) return;
        if (const Located* located = place.find(*candidate.face))
            append_once(chain, parts.slot(located->path, located->face, 0,
                                          place.kind == FontPlace::Kind::free));
    };
    for (const FontPlace& place : places) {
        if (!is_folder(place)) continue;
        for (const Candidate& candidate : wanted) add(candidate, place);
    }
    for (const Candidate& candidate : wanted) {
        for (const FontPlace& place : places) {
            if (!is_folder(place)) add(candidate, place);
        }
    }
}

/// Opens a chain's first face, so that it is known to serve. Takes out those that cannot.
void open_first(const FaceSet::Parts& parts, std::vector<int>& chain,
                std::vector<std::string>& passed) {
    while (!chain.empty()) {
        const FaceSlot& slot = parts.at(chain.front());
        if (slot.get()) return;
        passed.push_back(slot.refusal());
        chain.erase(chain.begin());
    }
}

/// Names every role that no face serves, with what to install, and why files that were
/// found do not do.
[[noreturn]] void refuse(const std::vector<FontRole>& lacking,
                         const std::vector<std::string>& passed) {
    std::string message;
    std::vector<Remedy> remedies;
    for (FontRole role : lacking) {
        message += fmt::format("{}没有{}可用的字体。请安装有授权的{}，或自由字体 {}",
                               message.empty() ? "" : "\n", role_name(role), licensed_faces(role),
                               free_faces(role));
        remedies.push_back({Remedy::What::choose_face, std::string(role_key(role))});
    }
    if (const std::string_view places = places_without_fontconfig(); !places.empty())
        message += "\n" + std::string(places);
    for (const std::string& reason : passed) message += "\n  " + reason;
    remedies.push_back({Remedy::What::give_folder, {}});
    throw Failure(message, std::move(remedies));
}

}  // namespace

void build_chains(FaceSet::Parts& parts, const FontOptions& options,
                  const std::vector<FontPlace>& places) {
    std::vector<FontRole> lacking;
    for (FontRole role : all_font_roles) {
        std::vector<int>& own = parts.of(role).own;
        add_chosen(parts, own, options, role);
        add_found(parts, own, candidates(role), places, false);
        open_first(parts, own, parts.passed);
        if (own.empty() && role != FontRole::latin) {
            const std::optional<ListedFace> listed =
                options.system ? ask_fontconfig(candidates(role)) : std::nullopt;
            if (listed) own.push_back(parts.slot(listed->path, listed->face, 0, false));
            open_first(parts, own, parts.passed);
            if (own.empty()) lacking.push_back(role);
        }
        add_found(parts, own, candidates(role), places, true);
    }
    if (!lacking.empty()) refuse(lacking, parts.passed);
    for (FontRole role : all_font_roles) {
        std::vector<int>& latin = parts.of(role).latin;
        if (latin_beside(role)) latin = parts.of(FontRole::latin).own;
        for (int slot : parts.of(role == FontRole::latin ? FontRole::body : role).own)
            append_once(latin, slot);
    }
    // Without a Latin face the body's serves.
    parts.of(FontRole::latin).own = parts.of(FontRole::latin).latin;
}

}  // namespace nianbao
