// The open faces and the chains in which they serve the roles. No HarfBuzz type shows
// here.
#pragma once

#include "nianbao/fonts.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace nianbao {

class Face;  // font/face.hpp

/// The glyph found for a character. face -1: no face of the chain has it. `substituted`:
/// another face than the chain's first.
struct FoundGlyph {
    int face = -1;
    std::uint32_t glyph = 0;
    bool substituted = false;
    std::int64_t advance = 0;  // in 1/65536 em
};

/// Where a glyph's ink lies, in 1/1000 em from its origin; left > right: no ink.
struct Ink {
    int left = 0, right = 0, bottom = 0, top = 0;
};

/// Every face that is open, by index. Immutable once built: safe from many threads at
/// once.
class FaceSet {
public:
    FaceSet();
    ~FaceSet();
    FaceSet(const FaceSet&) = delete;
    FaceSet& operator=(const FaceSet&) = delete;

    int size() const;
    const Face& face(int index) const;
    /// "FandolFang-Regular": what a page's dump and a substitution's message call it.
    const std::string& name(int face) const;

    /// The faces that serve a role, first choice first. With `latin`: those for its
    /// digits and Latin letters, which end in the role's own.
    std::span<const int> chain(FontRole role, bool latin) const;

    /// The glyph for a character in a role: the first face of the chain that has it. A
    /// face whose glyph is blank though the character is not has none.
    /// Throws Failure if the face gives it an absurd width.
    FoundGlyph find(FontRole role, char32_t character, bool latin) const;

    /// In 1/65536 em: times a size's units, divided by 65536, it is the advance at that
    /// size.
    std::int64_t advance(int face, std::uint32_t glyph) const;
    Ink ink(int face, std::uint32_t glyph) const;

    /// True if a glyph can be embedded without some of its box (Trim): unless the licence
    /// wants the face embedded whole, as it is.
    bool can_trim(int face) const;

    /// 64 hexadecimal digits: the same if the same faces serve the same roles, by the
    /// whole content of their files. Reads every file of the chains, once.
    const std::string& digest() const;

    // Built by Fonts::open only.
    struct Parts;
    explicit FaceSet(std::unique_ptr<Parts> parts);
    const Parts& parts() const;  // for Fonts::describe

private:
    std::unique_ptr<Parts> parts_;
};

}  // namespace nianbao
