// The system's fontconfig, asked last. It is loaded when it is needed and not before: linked, it would cost every run some milliseconds.
#pragma once

#include "fonts/roles.hpp"

#include <filesystem>
#include <optional>
#include <span>

namespace nianbao {

/// The file of the first of these faces that fontconfig lists under one of its names; nothing where there is none, or no fontconfig.
/// Nothing is substituted: a face of another name is never answered.
struct ListedFace {
    std::filesystem::path path;
    const KnownFace* face = nullptr;
};
std::optional<ListedFace> ask_fontconfig(std::span<const Candidate> wanted);

}  // namespace nianbao
