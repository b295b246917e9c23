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

/// Which face of its file the user chose. Throws Failure where the file cannot be read.
int face_of(const FontOptions::Choice& choice) {
    if (choice.index != FontOptions::by_name) return choice.index;
    const auto file = FontFile::open(choice.file);
    if (count_faces(*file) > 1)
        for (const auto& candidate : candidates(choice.role))
            if (const auto index = index_of(*file, *candidate.face)) return *index;
    return 0;
}

/// The faces the user chose for a role are opened at once: what is wrong with them is told before anything is typeset.
void add_chosen(FaceSet::Parts& parts, std::vector<int>& chain, const FontOptions& options, FontRole role) {
    for (const auto& choice : options.chosen) {
        if (choice.role != role) continue;
        const int slot = parts.slot(choice.file, nullptr, face_of(choice), true);
        parts.slots[static_cast<std::size_t>(slot)].get();
        append_once(chain, slot);
    }
}

/// Those of the candidates that were found. In a given folder the best first, folder by folder. The system's folders and the free set are one
/// place: a licensed face of the system goes before the free set, and the free set's best before a lesser face that happens to be installed.
/// The same face in two places stands twice: a broken file must not hide a whole one.
void add_found(FaceSet::Parts& parts, std::vector<int>& chain, std::span<const Candidate> wanted, const std::vector<FontPlace>& places, bool stand_ins) {
    const auto is_folder = [](const FontPlace& place) { return place.kind == FontPlace::Kind::folder; };
    const auto add = [&](const Candidate& candidate, const FontPlace& place) {
        if (candidate.stand_in != stand_ins) return;
        if (const auto* located = place.find(*candidate.face))
            append_once(chain, parts.slot(located->path, located->face, 0, place.kind == FontPlace::Kind::free));
    };
    for (const auto& place : places)
        if (is_folder(place))
            for (const auto& candidate : wanted) add(candidate, place);
    for (const auto& candidate : wanted)
        for (const auto& place : places)
            if (!is_folder(place)) add(candidate, place);
}

/// A chain's first face is opened, so that it is known to serve; those that cannot are taken out.
void open_first(const FaceSet::Parts& parts, std::vector<int>& chain, std::vector<std::string>& passed) {
    while (!chain.empty()) {
        const auto& slot = parts.slots[static_cast<std::size_t>(chain.front())];
        if (slot.get()) return;
        passed.push_back(slot.refusal());
        chain.erase(chain.begin());
    }
}

/// Tells every role that no face serves, with what to install, and why files that were found do not do.
[[noreturn]] void refuse(const std::vector<FontRole>& lacking, const std::vector<std::string>& passed) {
    std::string message;
    for (auto role : lacking) {
        message += fmt::format("{}没有{}可用的字体。请安装有授权的{}，或自由字体 {}；也可用 --font {}=文件 或 --font-dir 文件夹 指明",
                               message.empty() ? "" : "\n", role_name(role), licensed_faces(role), free_faces(role), role_key(role));
    }
    for (const auto& reason : passed) message += "\n  " + reason;
    throw Failure(message);
}

}  // namespace

void build_chains(FaceSet::Parts& parts, const FontOptions& options, const std::vector<FontPlace>& places) {
    auto chains = [&](FontRole role) -> auto& { return parts.chains[static_cast<std::size_t>(role)]; };
    std::vector<FontRole> lacking;
    for (auto role : all_font_roles) {
        auto& own = chains(role).own;
        add_chosen(parts, own, options, role);
        add_found(parts, own, candidates(role), places, false);
        open_first(parts, own, parts.passed);
        if (own.empty() && role != FontRole::latin) {
            if (const auto listed = options.system ? ask_fontconfig(candidates(role)) : std::nullopt)
                own.push_back(parts.slot(listed->path, listed->face, 0, false));
            open_first(parts, own, parts.passed);
            if (own.empty()) lacking.push_back(role);
        }
        add_found(parts, own, candidates(role), places, true);
    }
    if (!lacking.empty()) refuse(lacking, parts.passed);
    for (auto role : all_font_roles) {
        auto& latin = chains(role).latin;
        if (latin_beside(role)) latin = chains(FontRole::latin).own;
        for (int slot : chains(role == FontRole::latin ? FontRole::body : role).own) append_once(latin, slot);
    }
    chains(FontRole::latin).own = chains(FontRole::latin).latin;  // without a Latin face the body's serves
}

}  // namespace nianbao
