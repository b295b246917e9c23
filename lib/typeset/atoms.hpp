// Text becomes atoms: characters with their class, face, glyph and width; and items: what the line breaker sees of them.
#pragma once

#include "nianbao/document.hpp"
#include "nianbao/finding.hpp"
#include "nianbao/layout.hpp"
#include "nianbao/pages.hpp"

#include "font/faces.hpp"
#include "text/character.hpp"
#include "typeset/line_break.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace nianbao {

/// One character of a line to be.
struct Atom {
    char32_t character = 0;
    CharacterClass kind = CharacterClass::han;
    int face = -1;
    std::uint32_t glyph = 0;
    Length advance;            // whole, at its size
    Length em;                 // its type size
    bool blank_left = false;   // its left half is blank and may be given up; a middle dot's quarters on both sides
    bool blank_right = false;  // its right half
    bool trims = false;        // the face can embed the glyph without some of its blank
    Length given_up;           // of its blank, beside another mark
    bool in_address = false;
    int node = -1;

    Length width() const { return advance - given_up; }
};

/// Finds the glyphs of texts, and remembers what it had to replace or could not draw.
class Setter {
public:
    Setter(const FaceSet& faces, const Layout& layout) : faces_(faces), layout_(layout) {}

    /// The atoms of some texts at a size. Every atom gets `node`, those of an address the node that `link` makes for its URI.
    std::vector<Atom> atoms(std::span<const Text> texts, Length size, int node, const std::function<int(const std::string& uri)>& link = {});

    void add(Finding finding) { findings_.push_back(std::move(finding)); }
    std::vector<Finding> take_findings() { return std::move(findings_); }
    const FaceSet& faces() const { return faces_; }
    const Layout& layout() const { return layout_; }

private:
    /// What is drawn for a character, at any size.
    struct Drawn {
        int face = -1;
        std::uint32_t glyph = 0;
        std::int64_t advance = 0;  // in 1/65536 em
        bool trims = false, blank_left = false, blank_right = false;
    };

    bool find_glyph(Atom& atom, const Text& text, int offset);
    std::optional<Drawn> find_drawn(const Atom& atom, const Text& text, int offset);
    void tell(Severity severity, std::string_view rule, char32_t character, const Text& text, int offset, int face);

    const FaceSet& faces_;
    const Layout& layout_;
    std::vector<Finding> findings_;
    std::unordered_map<std::uint64_t, Drawn> drawn_;  // by role and character: a report repeats its characters
    std::set<std::tuple<std::string_view, FontRole, char32_t>> told_;
};

/// Marks that stand side by side give up half a character between them (clreq: 标点挤压).
void squeeze(std::vector<Atom>& atoms);

/// What the line breaker sees: widths, stretch, shrink and the cost of a break after each atom. `gap`: between Han and digits or letters.
std::vector<Item> items_of(std::span<const Atom> atoms, Length gap = {});

}  // namespace nianbao
