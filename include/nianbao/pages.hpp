// The typeset report: marks on pages, and the structure they belong to. A neutral display list: a writer makes a file of it.
#pragma once

#include "nianbao/document.hpp"
#include "nianbao/finding.hpp"
#include "nianbao/fonts.hpp"
#include "nianbao/layout.hpp"
#include "nianbao/length.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// From the page's upper left corner, y downwards.
struct Point {
    Length x, y;
    bool operator==(const Point&) const = default;
};

/// What a mark of punctuation gives up of the blank in its box, in 1/1000 em, on each side: it is embedded as a glyph of its own, so
/// much narrower, and its neighbours stand beside its box, not over it.
struct Trim {
    std::int16_t left = 0, right = 0;
    auto operator<=>(const Trim&) const = default;
    /// True where nothing is given up.
    bool none() const { return left == 0 && right == 0; }
};

/// A glyph of a face, `x` to the right of its run's origin; it stands for `characters` code points of the run's source text.
struct Glyph {
    std::uint32_t id = 0;
    Trim trim = {};
    Length x;
    int characters = 1;
    bool operator==(const Glyph&) const = default;
};

/// `separator`: a blank that keeps two runs apart which stand side by side but are not read so.
enum class Artifact : std::uint8_t { none, page_number, rule, repeated, separator };

/// Glyphs on one baseline, of one face and size; `turned`: the baseline runs up the page (a table set sideways). `node` owns it, or -1 where it is an artifact.
struct GlyphRun {
    Point origin;
    int face = 0;  // index among the faces of Fonts
    Length size;
    std::vector<Glyph> glyphs;
    std::u32string source;
    int node = -1;
    Artifact artifact = Artifact::none;
    bool turned = false;
    bool operator==(const GlyphRun&) const = default;
};

/// A filled rectangle: a rule of a table, or of the grid that is drawn to be looked at. Always an artifact. `lightness`: 0 black to 255 white.
struct Rule {
    Point origin;
    Length width, height;
    std::uint8_t lightness = 0;
    bool operator==(const Rule&) const = default;
};

/// A place on a page that a URL or mail address covers.
struct LinkArea {
    Point origin;  // upper left
    Length width, height;
    int node = -1;
    bool operator==(const LinkArea&) const = default;
};

using Mark = std::variant<GlyphRun, Rule, LinkArea>;

struct Page {
    int number = 1;
    Length width, height;
    std::vector<Mark> marks;
    bool operator==(const Page&) const = default;
};

enum class Role : std::uint8_t {
    document,
    section,
    title,
    heading1,
    heading2,
    heading3,
    heading4,
    paragraph,
    note,
    link,
    list,
    item,
    label,      // of an item: its number
    item_body,  // of an item: its text
    table,
    head,
    body,
    row,
    header,
    cell
};

/// An element of the structure tree. Nodes stand in reading order, parents before children; the first is the document.
struct Node {
    Role role = Role::document;
    int parent = -1;
    int rows = 1, columns = 1;  // spans of a table cell
    Scope scope = Scope::none;
    std::vector<int> headers;  // nodes of the header cells of a cell
    std::string uri;           // of a link
    std::string bookmark;      // of a heading
    bool operator==(const Node&) const = default;
};

struct Pages {
    Metadata metadata;
    std::vector<Page> pages;
    std::vector<Node> nodes;
    std::vector<Finding> findings;  // substitutions (warnings), characters that no face has (errors)
};

/// Sets the document on pages, after GB/T 9704—2012 and, for punctuation and line breaks, clreq. Findings of level error mean that a character could not be
/// drawn. Safe from many threads at once, with the same fonts. Throws Failure where a face that has to serve turns out to be broken.
Pages typeset(const Document& document, const Fonts& fonts, const Layout& layout = {});

/// As readable text: what golden files hold.
std::string dump(const Pages& pages, const Fonts& fonts);

}  // namespace nianbao
