// Text becomes atoms: characters with their class, face, glyph and width; and items: what
// the line breaker sees of them.
#pragma once

#include "nianbao/document.hpp"
#include "nianbao/finding.hpp"
#include "nianbao/layout.hpp"
#include "nianbao/pages.hpp"

#include "font/faces.hpp"
#include "text/character.hpp"
#include "typeset/faces.hpp"
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
    bool blank_left = false;   // its left half is blank and may be given up; a middle
                               // dot's quarters on both sides
    bool blank_right = false;  // its right half
    bool trims = false;        // the face can embed the glyph without some of its blank
    Length given_up;           // of its blank, beside another mark
    bool in_link = false;
    int node = -1;

    Length width() const { return advance - given_up; }
};

/// The nodes of a block's texts. `link` makes the node of a link, by its index; `span`
/// that of words of another language, if they have one.
struct Owners {
    int text = -1;
    int label = -1;
    std::function<int(int link)> link = {};
    std::function<int(std::string_view language)> span = {};
};

/// Finds the glyphs of texts, and keeps findings of what it replaced or could not draw.
class Setter {
public:
    Setter(const FaceSet& faces, const Layout& layout) : faces_(faces), layout_(layout) {}

    /// The atoms of some texts. Those of a label belong to its node, even inside a link;
    /// those of a link to the link's.
    std::vector<Atom> atoms(std::span<const Text> texts, const Style& style, const Owners& owners);

    void add(Finding finding) { findings_.push_back(std::move(finding)); }
    std::vector<Finding> take_findings() { return std::move(findings_); }
    const FaceSet& faces() const { return faces_; }
    const Layout& layout() const { return layout_; }

private:
    /// The glyph of a character, at any size.
    struct Drawn {
        int face = -1;
        std::uint32_t glyph = 0;
        std::int64_t advance = 0;  // in 1/65536 em
        bool trims = false, blank_left = false, blank_right = false;
    };

    /// A character of a text, and the role whose face draws it.
    struct Sought {
        const Text& text;
        int offset;
        FontRole role;
    };

    bool find_glyph(Atom& atom, const Sought& sought);
    std::optional<Drawn> find_drawn(const Atom& atom, const Sought& sought);
    void tell(Severity severity, std::string_view rule, char32_t character, const Sought& sought,
              int face);

    const FaceSet& faces_;
    const Layout& layout_;
    std::vector<Finding> findings_;
    std::unordered_map<std::uint64_t, Drawn>
        drawn_;  // by role, character and kind: a report repeats its characters
    std::set<std::tuple<std::string_view, FontRole, char32_t>> told_;
};

/// Takes half a character from between marks that stand side by side (clreq: 标点挤压).
void squeeze(std::vector<Atom>& atoms);

/// Returns what the line breaker sees: widths, stretch, shrink and the cost of a break
/// after each atom. `gap`: between Han and digits or letters.
std::vector<Item> items_of(std::span<const Atom> atoms, Length gap = {});

}  // namespace nianbao
