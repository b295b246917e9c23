// The system's fontconfig, asked last: its first question reads the whole configuration,
// some milliseconds, a good part of a run.
#pragma once

#include "fonts/roles.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string_view>

namespace nianbao {

struct ListedFace {
    std::filesystem::path path;
    const KnownFace* face = nullptr;
};

/// The file of the first of these faces, stand-ins left out, that fontconfig lists under
/// one of its names; nothing if it lists none. Never answers a face of another name.
std::optional<ListedFace> ask_fontconfig(std::span<const Candidate> wanted);

/// Where fonts belong in a program that does not ask fontconfig, for who has none; of one
/// that does, nothing.
std::string_view places_without_fontconfig();

}  // namespace nianbao
