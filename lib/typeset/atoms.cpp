#include "typeset/atoms.hpp"

#include "fonts/roles.hpp"
#include "text/utf8.hpp"
#include "typeset/rules.hpp"

#include <fmt/format.h>

#include <numeric>

namespace nianbao {
namespace {

using enum CharacterClass;

/// How far ink may reach over the middle of its box before the other half counts as
/// blank no more, in 1/1000 em.
constexpr int overlap = 60;

struct UnsettableWords {
    std::string_view message, hint;
};

/// By Unsettable.
constexpr UnsettableWords unsettable_words[] = {
    {},
    {"是私用区的字符，在别的机器上是别的字", "请换成标准的字；多半是旧的造字或图标字体带来的"},
    {"不是字符", "请删去它"},
    {"是单独的组合符号，不能排在字上", "请把字母和符号写成一个字符，例如 é 是 U+00E9"},
    {"是从右往左写或者字母要组合的文字，不能排版", "请删去它，或者译成汉字"},
};

}  // namespace

std::vector<Atom> Setter::atoms(std::span<const Text> texts, const Style& style,
                                const Owners& owners) {
    std::vector<Atom> atoms;
    atoms.reserve(
        std::accumulate(texts.begin(), texts.end(), std::size_t{0},
                        [](std::size_t sum, const Text& text) { return sum + text.text.size(); }));
    int link = -1, link_node = -1;
    for (const Text& text : texts) {
        if (text.link != link && text.link >= 0) link_node = owners.link(text.link);
        link = text.link;
        const bool span = !text.language.empty() && owners.span && !text.text.empty();
        const int node = text.role == TextRole::label ? owners.label
                         : link >= 0                  ? link_node
                         : span                       ? owners.span(text.language)
                                                      : owners.text;
        const FontRole role = style.face_of(text.role);
        for (int offset = 0; offset < std::ssize(text.text); ++offset) {
            Atom atom;
            atom.character = text.text[offset];
            atom.kind = is_apostrophe(text.text, offset) ? letter : class_of(atom.character);
            atom.em = style.size;
            atom.in_link = link >= 0;
            atom.node = node;
            if (find_glyph(atom, {text, offset, role})) atoms.push_back(atom);
        }
    }
    return atoms;
}

bool Setter::find_glyph(Atom& atom, const Sought& sought) {
    // An apostrophe and a quotation mark are one character of two kinds.
    const std::uint64_t key = static_cast<std::uint64_t>(atom.kind) << 48 |
                              static_cast<std::uint64_t>(sought.role) << 32 | atom.character;
    auto drawn = drawn_.find(key);
    if (drawn == drawn_.end()) {
        const auto found = find_drawn(atom, sought);
        if (!found) return false;
        drawn = drawn_.emplace(key, *found).first;
    }
    atom.face = drawn->second.face;
    atom.glyph = drawn->second.glyph;
    atom.advance = {atom.em.units * drawn->second.advance / 65536};
    atom.trims = drawn->second.trims;
    atom.blank_left = drawn->second.blank_left;
    atom.blank_right = drawn->second.blank_right;
    return true;
}

/// Returns nothing if the character cannot be drawn. Each character is reported once.
std::optional<Setter::Drawn> Setter::find_drawn(const Atom& atom, const Sought& sought) {
    if (atom.kind == control) {
        tell(Severity::warning, layout_rule("F-03"), atom.character, sought, -1);
        return std::nullopt;
    }
    if (unsettable(atom.character) != Unsettable::no) {
        tell(Severity::error, layout_rule("F-05"), atom.character, sought, -1);
        return std::nullopt;
    }
    const bool latin =
        (is_latin(atom.character) || atom.kind == letter) && layout_.digits == Digits::latin;
    FoundGlyph found = faces_.find(sought.role, atom.character, latin);
    // A space missing from the face is set as a gap.
    if (found.face < 0 && atom.kind == fixed_space) found = faces_.find(sought.role, U' ', false);
    if (found.face < 0) {
        tell(Severity::error, layout_rule("F-01"), atom.character, sought, -1);
        return std::nullopt;
    }
    if (found.substituted && atom.kind != fixed_space)
        tell(Severity::warning, layout_rule("F-02"), atom.character, sought, found.face);
    Drawn drawn{.face = found.face,
                .glyph = found.glyph,
                .advance = found.advance,
                .trims = faces_.can_trim(found.face)};
    const bool full_width = drawn.advance > 65536 * 9 / 10;
    if (full_width && (has_blank_left(atom.kind) || has_blank_right(atom.kind))) {
        const Ink ink = faces_.ink(found.face, found.glyph);
        drawn.blank_left = has_blank_left(atom.kind) && ink.left >= 500 - overlap;
        drawn.blank_right = has_blank_right(atom.kind) && ink.right <= 500 + overlap;
    } else if (full_width && atom.kind == middle_dot) {
        const Ink ink = faces_.ink(found.face, found.glyph);
        drawn.blank_left = drawn.blank_right =
            ink.left >= 250 - overlap && ink.right <= 750 + overlap;
    }
    return drawn;
}

void Setter::tell(Severity severity, std::string_view rule, char32_t character,
                  const Sought& sought, int face) {
    if (!told_.insert({rule, sought.role, character}).second) return;
    const Text& text = sought.text;
    const std::string code = fmt::format("U+{:04X}", static_cast<std::uint32_t>(character));
    const std::string_view role = role_name(sought.role);
    Finding finding;
    finding.severity = severity;
    finding.rule = rule;
    const bool one_to_one = !text.reference && text.from.length == std::ssize(text.text);
    finding.where =
        one_to_one ? Span{text.from.field, text.from.offset + sought.offset, 1} : text.from;
    finding.values = {{"character", code}, {"role", std::string(role)}};
    if (rule == layout_rule("F-03")) {
        finding.message = fmt::format("字符 {} 不可见，没有排入", code);
        finding.hint = "请删去这个字符；它多半是从网页或文字处理软件中带来的";
    } else if (rule == layout_rule("F-05")) {
        const UnsettableWords& words =
            unsettable_words[static_cast<std::size_t>(unsettable(character))];
        finding.message = fmt::format("{} {}", code, words.message);
        finding.hint = words.hint;
    } else if (rule == layout_rule("F-01")) {
        finding.message =
            fmt::format("“{}”（{}）：没有一种字体有这个字符", to_utf8({&character, 1}), code);
        finding.hint =
            fmt::format("请核对这个字；确实要用的，请安装有这个字的字体，或者为{}指定字体", role);
        finding.remedies = {{Remedy::What::choose_face, std::string(role_key(sought.role))}};
    } else {
        const std::string& used = faces_.name(face);
        finding.values.push_back({"face", used});
        finding.message = fmt::format("“{}”（{}）：{}的字体没有这个字，改用 {}",
                                      to_utf8({&character, 1}), code, role, used);
        finding.hint = "字形会与前后文略有不同；可以安装收字更全的字体";
    }
    findings_.push_back(std::move(finding));
}

}  // namespace nianbao
