#include "typeset/faces.hpp"

#include "nianbao/pages.hpp"

#include <array>

namespace nianbao {
namespace {

struct RoleFace {
    Role role;
    FontRole face;
};

/// GB/T 9704, 7.3: 小标宋 for the title, 黑体 and 楷体 for headings of levels 1 and 2,
/// 仿宋 for those below them and for the text. Tables and their notes: 宋体.
constexpr std::array<RoleFace, role_count> faces = {
    RoleFace{Role::document, FontRole::body},     RoleFace{Role::section, FontRole::body},
    RoleFace{Role::title, FontRole::title},       RoleFace{Role::heading1, FontRole::heading1},
    RoleFace{Role::heading2, FontRole::heading2}, RoleFace{Role::heading3, FontRole::body},
    RoleFace{Role::heading4, FontRole::body},     RoleFace{Role::paragraph, FontRole::body},
    RoleFace{Role::note, FontRole::table},        RoleFace{Role::link, FontRole::body},
    RoleFace{Role::list, FontRole::body},         RoleFace{Role::item, FontRole::body},
    RoleFace{Role::label, FontRole::body},        RoleFace{Role::item_body, FontRole::body},
    RoleFace{Role::table, FontRole::table},       RoleFace{Role::head, FontRole::table},
    RoleFace{Role::body, FontRole::table},        RoleFace{Role::row, FontRole::table},
    RoleFace{Role::header, FontRole::table},      RoleFace{Role::cell, FontRole::table},
    RoleFace{Role::span, FontRole::body},         RoleFace{Role::seal, FontRole::body},
};
static_assert(covers_roles(faces));

}  // namespace

FontRole face_of(Role role, TextRole text, int run_in) {
    const Role own = text == TextRole::heading ? heading_role(run_in) : role;
    return faces[static_cast<std::size_t>(own)].face;
}

Style style_of(Length size, Role role, int run_in) {
    const FontRole face = face_of(role);
    return {size, face, run_in > 0 ? face_of(role, TextRole::heading, run_in) : face};
}

std::vector<FaceText> face_texts(const Document& document) {
    std::array<std::u32string, font_roles> of_faces;
    each_text(document, [&](Role role, int run_in, const Text& text) {
        const FontRole face = face_of(role, text.role, run_in);
        of_faces[static_cast<std::size_t>(face)] += text.text;
    });
    std::vector<FaceText> texts;
    for (std::size_t i = 0; i < of_faces.size(); ++i) {
        if (!of_faces[i].empty())
            texts.push_back({static_cast<FontRole>(i), std::move(of_faces[i])});
    }
    return texts;
}

}  // namespace nianbao
