// Which faces serve which role, in which order: facts about fonts, no code.
#pragma once

#include "nianbao/fonts.hpp"

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace nianbao {

/// A face that is known by name. `names`: any of the names 1, 4, 6 and 16 of its name
/// table, in any language; one must agree. `files`: the file names it comes under, in any
/// case of letters: a hint where to look, never a proof.
struct KnownFace {
    std::string_view label;  // what people call it
    std::span<const std::string_view> names;
    std::span<const std::string_view> files;
    std::string_view package;  // of Debian; empty: a licensed face
    bool han_only = false;     // its other characters are of another design
};

/// A face of a role. `stand_in`: another style, good for single characters only; a role
/// is never set in it alone.
struct Candidate {
    const KnownFace* face;
    bool stand_in = false;
};

inline constexpr std::array<FontRole, font_roles> all_font_roles = {
    FontRole::title,    FontRole::body,  FontRole::heading1,
    FontRole::heading2, FontRole::table, FontRole::latin};

/// "body": what --font and the rules call a role.
std::string_view role_key(FontRole role);

/// "正文（仿宋）": what people call it.
std::string_view role_name(FontRole role);

/// The faces of a role, best first.
std::span<const Candidate> candidates(FontRole role);

/// The faces of a role that have its style, in words: the licensed ones,
/// "仿宋_GB2312、仿宋"; the free ones, "FandolFang（FandolFang-Regular.otf， Debian
/// 软件包 texlive-lang-chinese）".
std::string licensed_faces(FontRole role);
std::string free_faces(FontRole role);

/// True if digits and Latin letters of a role are set in the latin face; else in the
/// role's own Han face.
bool latin_beside(FontRole role);

}  // namespace nianbao
