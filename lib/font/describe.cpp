// Fonts::describe: which face serves which role, for people.
#include "file/path_text.hpp"
#include "font/parts.hpp"
#include "nianbao/fonts.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace nianbao {
namespace {

std::string_view format_words(const FaceFacts& facts) {
    switch (facts.outlines) {
        case Outlines::glyf:
            return facts.collection ? "TrueType 集合" : "TrueType";
        case Outlines::cff:
            return facts.collection ? "CFF 集合" : "CFF";
        case Outlines::cff2:
            return facts.collection ? "CFF2 集合" : "CFF2";
    }
    return "";
}

std::string padded(std::string text, int columns) {
    for (int width = display_width(text); width < columns; ++width) text += ' ';
    return text + "  ";
}

bool is_latin(char32_t c) { return c > 0x20 && c < 0x7F; }

/// The characters of each role in the texts. Digits and Latin letters are the latin
/// role's if they are set in its face.
std::array<std::set<char32_t>, font_roles> characters_of(const std::vector<FaceText>& texts) {
    std::array<std::set<char32_t>, font_roles> used;
    for (const FaceText& text : texts) {
        for (char32_t c : text.text) {
            if (c <= 0x20) continue;
            const FontRole role =
                is_latin(c) && latin_beside(text.face) ? FontRole::latin : text.face;
            used[static_cast<int>(role)].insert(c);
        }
    }
    return used;
}

std::string characters_in_words(const std::vector<char32_t>& characters) {
    std::string words;
    for (char32_t c : characters)
        words += fmt::format("{}{}（U+{:04X}）", words.empty() ? "" : "、", to_utf8({&c, 1}),
                             std::uint32_t{c});
    return words;
}

/// What to install for a role, if a free face serves it or no face has some of its
/// characters.
std::string advice(const FaceSet::Parts& parts, FontRole role, bool lacks_characters) {
    std::string out;
    const std::vector<int>& chain = parts.of(role).own;
    const KnownFace* first = chain.empty() ? nullptr : parts.at(chain.front()).known();
    if (first && !first->package.empty())
        out += fmt::format("  建议  用的是自由字体；可安装有授权的标准字体：{}\n",
                           licensed_faces(role));
    if (!lacks_characters) return out;
    std::string packages;
    for (const auto& [face, stand_in] : candidates(role)) {
        const bool there = std::any_of(
            parts.slots.begin(), parts.slots.end(),
            [&, wanted = face](const FaceSlot& slot) { return slot.known() == wanted; });
        if (!there && !face->package.empty())
            packages += fmt::format("{}{}（软件包 {}）", packages.empty() ? "，例如 " : "、",
                                    face->label, face->package);
    }
    return out + fmt::format("  建议  安装收有缺字的字体{}，或者为 {} 指定字体文件\n", packages,
                             role_key(role));
}

}  // namespace

std::string Fonts::describe(const std::vector<FaceText>& texts) const {
    const FaceSet::Parts& parts = faces().parts();
    const std::array<std::set<char32_t>, font_roles> used = characters_of(texts);

    int widest_name = 0, widest_family = 0, widest_format = 0, widest_permission = 0;
    for (const FaceSlot& slot : parts.slots) {
        const Face* face = slot.get();
        if (!face) continue;
        widest_name = std::max(widest_name, display_width(face->name()));
        widest_family = std::max(widest_family, display_width(face->names().shown));
        widest_format = std::max(widest_format, display_width(format_words(face->facts())));
        widest_permission =
            std::max(widest_permission, display_width(embedding_words(face->facts())));
    }

    std::string out;
    for (FontRole role : all_font_roles) {
        out += fmt::format("{}  {}\n", role_name(role), role_key(role));
        std::string_view turn = "  首选  ";
        std::set<const KnownFace*> told;
        for (int index : faces_->chain(role, false)) {
            const FaceSlot& slot = parts.at(index);
            const Face* face = slot.get();
            if (!face) {
                out += fmt::format("  不用  {}\n", slot.refusal());
                continue;
            }
            if (slot.known() && !told.insert(slot.known()).second)
                continue;  // the same face, in a second place
            out += fmt::format("{}{}{}{}{}{}", turn, padded(face->name(), widest_name),
                               padded(face->names().shown, widest_family),
                               padded(std::string(format_words(face->facts())), widest_format),
                               padded(embedding_words(face->facts()), widest_permission),
                               utf8(face->path()));
            if (face->facts().collection) out += fmt::format("#{}", face->index());
            out += '\n';
            turn = "  替补  ";
        }
        // Characters by the face that stands in; -1: no face has them.
        std::map<int, std::vector<char32_t>> stand_ins;
        for (char32_t c : used[static_cast<int>(role)]) {
            const FoundGlyph found = faces_->find(role, c, false);
            if (found.face < 0 || found.substituted) stand_ins[found.face].push_back(c);
        }
        for (const auto& [face, characters] : stand_ins) {
            if (face < 0) {
                out += fmt::format("  缺字  {}：哪个字体都没有\n", characters_in_words(characters));
            } else {
                out += fmt::format("  缺字  {}：用 {}\n", characters_in_words(characters),
                                   faces_->name(face));
            }
        }
        out += advice(parts, role, stand_ins.contains(-1));
    }
    for (const std::string& reason : parts.passed) out += fmt::format("未用：{}\n", reason);
    return out;
}

}  // namespace nianbao
