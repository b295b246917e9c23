#include "text/character_set.hpp"
#include "typeset/atoms.hpp"

#include <algorithm>

namespace nianbao {
namespace {

using enum CharacterClass;

// The costs of breaks, on the scale of line_break.cpp: 100 is a line whose every gap is
// 1/20 em too wide.
constexpr int cost_unit = 30000;      // 2022|年
constexpr int cost_document = 30000;  // 国办函〔2021〕|30号
constexpr int cost_reading = 30000;   // 第|3
constexpr int cost_notice = 2100;     // 国办函|〔2021〕
constexpr int cost_numeral = 1800;    // 三|条
constexpr int cost_date = 1650;       // 2022年|1月
constexpr int cost_dash = 250;        // a dash at a line's beginning
constexpr int cost_book = 60;         // inside 《》

bool is_pair_of_marks(CharacterClass a, CharacterClass b) {
    const auto full = [](CharacterClass c) { return has_blank_left(c) || has_blank_right(c); };
    return full(a) && full(b);
}

constexpr CharacterSet numerals(U"一二三四五六七八九十百");

/// The cost of ending a line between two atoms that the classes let a line end between.
int cost_between(const Atom* before_last, const Atom& a, const Atom& b, int books) {
    const bool number = a.kind == digit || a.kind == postfix;
    if (number && is_unit(b.character)) return cost_unit;
    if (a.character == U'〕' && b.kind == digit) return cost_document;
    if (numerals.has(a.character) && is_unit(b.character)) return cost_numeral;
    if (b.character == U'〔') return cost_notice;
    if ((a.kind == digit && b.kind == dash) || (a.kind == dash && b.kind == digit))
        return cost_unit;
    if (a.character == U'第' && (b.kind == digit || numerals.has(b.character))) return cost_reading;
    if ((a.character == U'年' || a.character == U'月') && b.kind == digit && before_last &&
        before_last->kind == digit)
        return cost_date;
    if (b.kind == dash || b.kind == ellipsis) return cost_dash;
    return books > 0 ? cost_book : 0;
}

/// A web or mail address among the atoms: what is ASCII of a link, without a blank. Its
/// host keeps its labels together.
struct AddressAtoms {
    std::size_t begin, end, host, host_end;
};

bool is_address_part(const Atom& atom) {
    return atom.in_link && atom.character > 0x20 && atom.character < 0x7F;
}

/// The address that begins there, or nothing that ends there: other words of a link break
/// like any.
AddressAtoms address_at(std::span<const Atom> atoms, std::size_t begin) {
    std::u32string text;
    while (begin + text.size() < atoms.size() && is_address_part(atoms[begin + text.size()]) &&
           atoms[begin + text.size()].node == atoms[begin].node)
        text += atoms[begin + text.size()].character;
    const std::size_t scheme = text.find(U"://"), mail = text.find(U'@');
    std::size_t host = 0;
    if (scheme != text.npos) host = scheme + 3;
    else if (mail != text.npos) host = mail + 1;
    else if (text.find(U'.') == text.npos) return {begin, begin, begin, begin};
    const std::size_t host_end = std::min(text.find_first_of(U"/?#:", host), text.size());
    return {begin, begin + text.size(), begin + host, begin + host_end};
}

/// An address may be divided after / and before . _ ?, but not in its host.
bool divides(const AddressAtoms& address, std::size_t after, const Atom& a, const Atom& b) {
    if (after < address.host ? a.character == U'/' || b.character == U'/'
                             : after < address.host_end)
        return false;
    return (a.character == U'/' && b.character != U'/') || b.character == U'.' ||
           b.character == U'_' || b.character == U'?';
}

/// Addresses stay whole where they fit a line; one that does not is divided where it may
/// be. The line before one, and one that ends inside, stays short rather than be opened.
void keep_addresses(std::span<const Atom> atoms, std::span<Item> items) {
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        if (!is_address_part(atoms[i])) continue;
        const AddressAtoms address = address_at(atoms, i);
        if (address.end == i) {
            while (i + 1 < atoms.size() && is_address_part(atoms[i + 1])) ++i;
            continue;
        }
        for (std::size_t k = i; k + 1 < address.end; ++k) {
            items[k].break_after = no_break;
            items[k].legal = divides(address, k + 1, atoms[k], atoms[k + 1]);
            items[k].ragged = true;
        }
        const auto goes_along = [&](std::size_t k) {
            return atoms[k].kind == opening || atoms[k].kind == opening_latin || items[k].vanishes;
        };
        std::size_t first = i;
        while (first > 0 && goes_along(first - 1)) --first;
        for (std::size_t k = first > 0 ? first - 1 : 0; k < i; ++k) items[k].ragged = true;
        i = address.end - 1;
    }
}

}  // namespace

void squeeze(std::vector<Atom>& atoms) {
    for (std::size_t i = 0; i + 1 < atoms.size(); ++i) {
        Atom &a = atoms[i], &b = atoms[i + 1];
        if (!is_pair_of_marks(a.kind, b.kind)) continue;
        // Takes the blank after the first mark; if it has none, the one before the
        // second.
        if (a.blank_right) a.given_up = a.em / 2;
        else if (b.blank_left && a.kind == opening) b.given_up = b.em / 2;
    }
}

std::vector<Item> items_of(std::span<const Atom> atoms, Length gap) {
    std::vector<Item> items(atoms.size());
    int books = 0;
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        const Atom& a = atoms[i];
        Item& item = items[i];
        item.width = a.width();
        item.vanishes = a.kind == space;
        item.mark = has_blank_left(a.kind) || has_blank_right(a.kind) || a.kind == closing_latin ||
                    a.kind == opening_latin;
        if (a.given_up == Length{}) {
            if (a.blank_left && !a.blank_right) item.start_trim = a.em / 2;
            if (a.blank_right && !a.blank_left) item.end_trim = a.em / 2;
            // clreq's order of squeezing: the middle dot, brackets and quotation marks,
            // then ， 、 ；; what ends a sentence keeps its room.
            if ((a.blank_left || a.blank_right) && a.kind != stop) item.shrink = a.em / 2;
            item.shrink_stage = a.kind == middle_dot ? 0 : a.kind == pause ? 2 : 1;
        }
        // clreq's order of opening: spaces between words to half an em, then gaps between
        // Han and letters to as much.
        if (a.kind == space) item.grow = std::max(Length{}, a.em / 2 - item.width);
        if (a.character == U'《') ++books;
        if (a.character == U'》') books = std::max(0, books - 1);

        if (i + 1 == atoms.size()) break;
        const Atom& b = atoms[i + 1];
        item.legal = may_break(a.kind, b.kind);
        item.break_after =
            item.legal ? cost_between(i > 0 ? &atoms[i - 1] : nullptr, a, b, books) : no_break;
        // Nothing opens inside words, numbers and double marks, nor between a number and
        // its unit or beside a connector.
        const auto in_word = [](CharacterClass c) {
            return c == digit || c == letter || c == closing_latin || c == separator ||
                   c == opening_latin || c == postfix || c == prefix;
        };
        const bool joins_scripts = (a.kind == han && (b.kind == digit || b.kind == letter)) ||
                                   ((a.kind == digit || a.kind == letter) && b.kind == han);
        if (gap > Length{} && joins_scripts) {
            item.gap = gap;
            item.grow = a.em / 2 - gap;
            item.grow_stage = 1;
        }
        item.stretch = !(in_word(a.kind) && in_word(b.kind)) &&
                       !(a.kind == b.kind && (a.kind == dash || a.kind == ellipsis)) &&
                       a.kind != connector && b.kind != connector && b.kind != combining &&
                       !(a.kind == digit && is_unit(b.character));
    }
    keep_addresses(atoms, items);
    return items;
}

}  // namespace nianbao
