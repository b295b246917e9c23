// For each role its chain of faces, out of the places where they lie.
#pragma once

#include "font/parts.hpp"
#include "font/search.hpp"

namespace nianbao {

/// Fills the chains. Opens their first faces; the others are opened when a first one
/// lacks a character. Throws Failure if a chosen face cannot be used, or a role has no
/// face of its own style.
void build_chains(FaceSet::Parts& parts, const FontOptions& options,
                  const std::vector<FontPlace>& places);

}  // namespace nianbao
