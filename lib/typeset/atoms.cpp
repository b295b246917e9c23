#include "typeset/atoms.hpp"

#include "text/address.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <numeric>

namespace nianbao {
namespace {

using enum CharacterClass;

/// How far ink may reach over the middle of its box before the other half is no blank any more, in 1/1000 em.
constexpr int overlap = 60;

/// The faces' roles, for people.
constexpr std::string_view role_names[] = {"标题（小标宋）", "正文（仿宋）", "一级标题（黑体）", "二级标题（楷体）", "表格（宋体）", "西文"};

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

std::vector<Atom> Setter::atoms(std::span<const Text> texts, Length size, int node, const std::function<int(const std::string& uri)>& link) {
    std::vector<Address> addresses;
    if (link) {
        std::u32string whole;
        for (const Text& text : texts) whole += text.text;
        addresses = find_addresses(whole);
    }
    auto address = addresses.begin();
    int link_node = -1;

    std::vector<Atom> atoms;
    atoms.reserve(std::accumulate(texts.begin(), texts.end(), std::size_t{0}, [](std::size_t sum, const Text& text) { return sum + text.text.size(); }));
    int at = 0;
    for (const Text& text : texts) {
        for (int offset = 0; offset < static_cast<int>(text.text.size()); ++offset, ++at) {
            if (address != addresses.end() && at == address->end) ++address;
            const bool inside = address != addresses.end() && at >= address->begin;
            if (inside && at == address->begin) link_node = link(address->uri);
            Atom atom;
            atom.character = text.text[static_cast<std::size_t>(offset)];
            atom.kind = class_of(atom.character);
            atom.em = size;
            atom.in_address = inside;
            atom.node = inside ? link_node : node;
            if (find_glyph(atom, text, offset)) atoms.push_back(atom);
        }
    }
    return atoms;
}

bool Setter::find_glyph(Atom& atom, const Text& text, int offset) {
    const std::uint64_t key = static_cast<std::uint64_t>(text.font) << 32 | atom.character;
    auto drawn = drawn_.find(key);
    if (drawn == drawn_.end()) {
        const auto found = find_drawn(atom, text, offset);
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

/// Empty where nothing can be drawn. What has to be said of a character is said the first time.
std::optional<Setter::Drawn> Setter::find_drawn(const Atom& atom, const Text& text, int offset) {
    if (atom.kind == control) {
        tell(Severity::warning, "F-03", atom.character, text, offset, -1);
        return std::nullopt;
    }
    if (unsettable(atom.character) != Unsettable::no) {
        tell(Severity::error, "F-05", atom.character, text, offset, -1);
        return std::nullopt;
    }
    const bool latin = is_latin(atom.character) && layout_.digits == Digits::latin;
    FoundGlyph found = faces_.find(text.font, atom.character, latin);
    // A space that a face lacks is a gap all the same.
    if (found.face < 0 && atom.kind == fixed_space) found = faces_.find(text.font, U' ', false);
    if (found.face < 0) {
        tell(Severity::error, "F-01", atom.character, text, offset, -1);
        return std::nullopt;
    }
    if (found.substituted && atom.kind != fixed_space) tell(Severity::warning, "F-02", atom.character, text, offset, found.face);
    Drawn drawn{.face = found.face, .glyph = found.glyph, .advance = found.advance, .trims = faces_.can_trim(found.face)};
    const bool full_width = drawn.advance > 65536 * 9 / 10;
    if (full_width && (has_blank_left(atom.kind) || has_blank_right(atom.kind))) {
        const Ink ink = faces_.ink(found.face, found.glyph);
        drawn.blank_left = has_blank_left(atom.kind) && ink.left >= 500 - overlap;
        drawn.blank_right = has_blank_right(atom.kind) && ink.right <= 500 + overlap;
    } else if (full_width && atom.kind == middle_dot) {
        const Ink ink = faces_.ink(found.face, found.glyph);
        drawn.blank_left = drawn.blank_right = ink.left >= 250 - overlap && ink.right <= 750 + overlap;
    }
    return drawn;
}

void Setter::tell(Severity severity, std::string_view rule, char32_t character, const Text& text, int offset, int face) {
    if (!told_.insert({rule, text.font, character}).second) return;
    const std::string code = fmt::format("U+{:04X}", static_cast<std::uint32_t>(character));
    const std::string_view role = role_names[static_cast<std::size_t>(text.font)];
    Finding finding;
    finding.severity = severity;
    finding.rule = rule;
    const bool one_to_one = text.from.length == static_cast<int>(text.text.size());
    finding.where = one_to_one ? Span{text.from.field, text.from.offset + offset, 1} : text.from;
    finding.values = {{"character", code}, {"role", std::string(role)}};
    if (rule == "F-03") {
        finding.message = fmt::format("字符 {} 不可见，没有排入", code);
        finding.hint = "请删去这个字符；它多半是从网页或文字处理软件中带来的";
    } else if (rule == "F-05") {
        const UnsettableWords& words = unsettable_words[static_cast<std::size_t>(unsettable(character))];
        finding.message = fmt::format("{} {}", code, words.message);
        finding.hint = words.hint;
    } else if (rule == "F-01") {
        finding.message = fmt::format("“{}”（{}）：没有一种字体有这个字符", to_utf8({&character, 1}), code);
        finding.hint = fmt::format("请核对这个字；确实要用的，请安装有这个字的字体，或者用 --font 为{}指定字体", role);
    } else {
        const std::string& used = faces_.name(face);
        finding.values.push_back({"face", used});
        finding.message = fmt::format("“{}”（{}）：{}的字体没有这个字，改用 {}", to_utf8({&character, 1}), code, role, used);
        finding.hint = "字形会与前后文略有不同；可以安装收字更全的字体";
    }
    findings_.push_back(std::move(finding));
}

}  // namespace nianbao
